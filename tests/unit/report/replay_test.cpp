// One future told again: the numbers of the run, and a log that a person can read.
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "report/tables/replay_events.hpp"
#include "report/tables/replay_log.hpp"
#include "report/words/input_title.hpp"
#include "report/words/text_table.hpp"
#include "sim/block/draws.hpp"
#include "sim/block/kernels.hpp"
#include "sim/replay/replay.hpp"
#include "tests/support/rich_scenario.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

constexpr std::uint64_t kSeed = 5;

const Model& rich() {
  static const Model model = model_of(rich_scenario());
  return model;
}

Replay told(std::int64_t trial, const Model& model = rich()) {
  return replay(model.compiled, *find_kernel(""), kSeed, trial);
}

/// The one event of that kind; fails the test when there is none.
const ReplayEvent& event_of(const Replay& replay, ReplayEvent::Kind kind) {
  const auto found =
      std::find_if(replay.events.begin(), replay.events.end(), [&](const auto& e) { return e.kind == kind; });
  REQUIRE(found != replay.events.end());
  return *found;
}

const std::string two_items = R"(
[programme]
horizon_weeks = 20
start_date = 2027-01-04
[money]
licence_per_user_month = 0
[teams.ot]
label = "OT engineers"
people = 1
cost_per_person_week = 1000
[templates.plant.assets.presses]
count = 10
connected_share = 1
data_quality = 1
[templates.plant.groups.crew]
headcount = 10
adoptable_share = 1
embedding_share = 1
[templates.plant.items]
build = { label = "Build it", team = "ot", effort_person_weeks = 4 }
[use_cases.warning]
label = "Early warning"
assets = ["presses"]
needs = ["build"]
value_per_asset_week = 100
[sites]
ulm = { label = "Ulm" }
graz = { label = "Graz" }
)";

}  // namespace

TEST_CASE("replay: the same bits as the run it is taken from") {
  const Results results = run(rich(), kept(200, kSeed));
  for (const std::int64_t trial : {0, 1, 63, 64, 137, 199}) {
    CAPTURE(trial);
    const Replay one = told(trial);
    CHECK(one.trial == trial);
    const auto t = static_cast<std::size_t>(trial);
    for (std::size_t o = 0; o < kOutputs; ++o) CHECK(one.output[o] == results.kept.value(static_cast<Output>(o), t));
    for (const ReplayEvent& event : one.events) {
      const auto i = static_cast<std::size_t>(event.index);
      if (event.kind == ReplayEvent::Kind::item_starts) CHECK(event.week == results.kept.item_start[i][t]);
      if (event.kind == ReplayEvent::Kind::item_finishes) CHECK(event.week == results.kept.item_finish[i][t]);
    }
    for (const int item : one.never_finished) {
      CHECK(results.kept.item_finish[static_cast<std::size_t>(item)][t] >= static_cast<float>(rich().compiled.weeks));
    }
  }
}

TEST_CASE("replay: events are in order of weeks and inside the horizon") {
  const Replay one = told(17);
  CHECK(std::is_sorted(one.events.begin(), one.events.end(),
                       [](const auto& a, const auto& b) { return a.week < b.week; }));
  for (const ReplayEvent& event : one.events) {
    CHECK(event.week >= 0);
    CHECK(event.week <= rich().compiled.weeks);
  }
  CHECK(one.events.back().kind == ReplayEvent::Kind::horizon);
  CHECK(one.cumulative_cash.size() == static_cast<std::size_t>(rich().compiled.weeks));
}

TEST_CASE("replay: a small future to the letter") {
  const Model model = model_of(two_items);
  const Replay one = told(0, model);

  // Graz goes first (order of id), Ulm waits four weeks for the one engineer; a site earns 1,000 a week from the week
  // after it is live, since people take a week to begin: of 40,000, Graz misses 4,000 and Ulm 8,000 before go-live,
  // half of that in the queue, and each 1,000 in its first week.
  CHECK(event_of(one, ReplayEvent::Kind::deepest_cash).value == -5000);
  CHECK(event_of(one, ReplayEvent::Kind::payback).week == 10);
  CHECK(replay_text(model.programme, model.compiled, one) ==
        "Future 0 of seed 5 of test: worth USD 17.5k; pays back in week 10 (Mar 2027); deepest cash need USD\n"
        "5,000; last site live in week 8 (Mar 2027); regular use at the end 100%.\n"
        "Why: it cost USD 8,000, all for building (USD 8,000). From their waves on its sites could have\n"
        "brought USD 40k, and brought USD 26k (65%). The rest is missing since work before go-live took its\n"
        "time (USD 8k), since work waited for OT engineers (USD 4k) and since people had not tried it (USD\n"
        "2k).\n"
        "\n"
        "week             net cash  what happens\n"
        "  0.0  Jan 2027     -1.0k  Wave 1 opens: 2 sites\n"
        "  0.0  Jan 2027     -1.0k  Graz: Build it starts\n"
        "  4.0  Feb 2027     -5.0k  Ulm: Build it starts; waited 4.0 weeks for OT engineers;\n"
        "                             holds up USD 4,000\n"
        "  4.0  Feb 2027     -5.0k  Graz: Build it is done, 4.0 weeks after its start\n"
        "  4.0  Feb 2027     -5.0k  Graz: Early warning is live\n"
        "  4.0  Feb 2027     -5.0k  Graz: 50% of the people use it regularly\n"
        "  4.0  Feb 2027     -5.0k  Cash is at its deepest, USD -5,000\n"
        "  8.0  Mar 2027     -4.0k  Ulm: Build it is done, 4.0 weeks after its start\n"
        "  8.0  Mar 2027     -4.0k  Ulm: Early warning is live\n"
        "  8.0  Mar 2027     -4.0k  Ulm: 50% of the people use it regularly\n"
        " 10.0  Mar 2027         0  The programme has paid back\n"
        " 20.0  May 2027     18.0k  End of the horizon; net cash USD 18.0k\n");
}

TEST_CASE("replay: the log is short and every line fits the screen") {
  Scenario scenario = scenario_of(rich_scenario());
  scenario.programme.sites = 10;
  const Model ten = model_of(scenario);
  for (const Model* model : {&rich(), &ten}) {
    for (const std::int64_t trial : {0, 5, 17, 40}) {
      const Replay one = told(trial, *model);
      std::istringstream text(replay_text(model->programme, model->compiled, one));
      std::size_t lines = 0;
      for (std::string line; std::getline(text, line); ++lines) CHECK(display_width(line) <= kScreenColumns);
      CHECK(lines <= kReplayLines);
      CHECK(lines >= 30);
    }
  }
}

TEST_CASE("replay: what is left out is counted in the last line") {
  const Replay one = told(17);
  const std::string text = replay_text(rich().programme, rich().compiled, one);
  const std::size_t table = text.find("what happens\n"), last = text.rfind("... and ");
  REQUIRE(last != std::string::npos);
  // Rows begin with a week; lines that go on with one do not.
  std::istringstream rows(text.substr(table, last - table));
  std::size_t told_events = 0;
  for (std::string row; std::getline(rows, row);) told_events += row.size() > 4 && row[3] == '.';
  CHECK(text.substr(last) ==
        "... and " + std::to_string(one.events.size() - told_events) + " lesser events (--out writes all)\n");
}

TEST_CASE("replay: what people and operations do, in words") {
  using Kind = ReplayEvent::Kind;
  const Replay none;
  const EventWords words(rich().programme, rich().compiled, none);
  struct Line {
    ReplayEvent event;
    std::string says, subject;
  };
  // week, kind, index, value, cost, weeks, before, after, hours, cause
  const std::vector<Line> lines = {
      {{9, Kind::incident, 0, 1, 15000, 0, 0.71, 0.58},
       "Ulm works: an incident; trust 71% to 58%; costs USD 15k",
       "ulm"},
      {{9, Kind::incident, 1, 2, 30000, 0, 0.7, 0.3}, "graz: 2 incidents; trust 70% to 30%; costs USD 30k", "graz"},
      {{9, Kind::leads_leave, 0, 2, 4100, 12, 6, 0.45, 8},
       "Ulm works, Shift crews: loses 2 of 6 AI leads at 45% strain; 8 hours a week for 12 weeks; USD 4,100 of help "
       "missing",
       "ulm/operators"},
      {{9, Kind::goes_stale, 0, 0.59, 12000, 30},
       "Ulm works: what people know is stale, below 60% fresh for 30 weeks; loses USD 12k",
       "ulm"},
      {{9, Kind::link_fails, 0, 400, 3500, 1.5},
       "Ulm works: gateway is down for 10.5 days, repair USD 400; costs USD 3,500",
       "ulm/gateway"},
      {{9, Kind::network_fails, 0, 0, 0, 0.5}, "Ulm works: the network is down for 3.5 days", "ulm"},
      {{9, Kind::queue_grows, 2, 45, 1.2e6, 30, 3},
       "Operations: up to 45 person-weeks wait for 3 people, for 30 weeks; holds up USD 1.2m",
       "ot"},
      {{9, Kind::review_short, 0, 120, 40000, 40, 80},
       "More insights than people can review for 40 weeks, up to 120 a week for 80; loses USD 40k",
       ""},
      {{9, Kind::hub_short, 0, 55, 90000, 40, 20},
       "academy: asked for too much for 40 weeks, up to 55 hours a week for 20; USD 90k of help missing",
       "academy"},
      {{9, Kind::compute_short, 0, 0.71, 20000, 20},
       "Compute is short for 20 weeks, as little as 71% of demand served; loses USD 20k",
       ""},
      {{9, Kind::licences_idle, 0, 0.03, 45000, 40},
       "Ulm works: licences paid for 40 weeks with 3% of them in use; costs USD 45k",
       "ulm"},
      {{9, Kind::users_leave, 0, 0, 2e5, 60, 0.34, 0.17, 0, 1},
       "Ulm works: regular use halves, 34% to 17%, mostly for lack of help; loses USD 200k",
       "ulm"},
      {{9, Kind::users_leave, 0, 0, 0, 60, 0.34, 0.17, 0, -1},
       "Ulm works: regular use halves, 34% to 17%, as people move on",
       "ulm"},
  };
  for (const Line& line : lines) {
    CHECK(words.sentence(line.event) == line.says);
    CHECK(words.subject(line.event) == line.subject);
    CHECK_FALSE(words.name(line.event.kind).empty());
  }
  CHECK(words.name(Kind::users_leave) == "users_leave");
  CHECK(words.name(Kind::incident) == "incident");
  CHECK(words.name(Kind::horizon) == "horizon");
}

TEST_CASE("replay: draws come with their place among futures and the rarest first") {
  const Replay one = told(3);
  REQUIRE(one.draws.size() == rich().compiled.inputs.size());
  double last = 1;
  for (const ReplayDraw& draw : one.draws) {
    const Input& input = rich().compiled.inputs[static_cast<std::size_t>(draw.input)];
    CHECK(draw.value == draw_value(rich().compiled, input, kSeed, 3));
    const double rarity = std::abs(draw.share_below - 0.5);
    CHECK(rarity <= last);
    last = rarity;
  }
}

TEST_CASE("replay: the share below a value inverts the quantile function") {
  for (const Distribution& d : {Distribution{Family::lognormal, 2, 0.5}, Distribution{Family::uniform, -1, 3},
                                Distribution{Family::pert, 1, 2, 9}, Distribution{Family::normal, 0, 1}}) {
    const QuantileTable table = build_table(d);
    CAPTURE(describe(d));
    for (const double u : {1e-4, 0.01, 0.1, 0.3, 0.5, 0.7, 0.99, 0.9999}) {
      CHECK(share_below(table, static_cast<float>(quantile(d, u))) == doctest::Approx(u).epsilon(2e-3));
    }
    CHECK(share_below(table, -1e9f) < 1e-6);
    CHECK(share_below(table, 1e9f) > 1 - 1e-6);
  }
  CHECK(share_below(build_table(exact(4)), 4) == 0.5);
}

TEST_CASE("replay: inputs are named by labels") {
  const Programme& programme = rich().programme;
  CHECK(input_title(programme, "ulm/operators/embedding_share") == "Ulm works, Shift crews: embedding share");
  CHECK(input_title(programme, "lodz/connect/effort_person_weeks") == "lodz, connect: effort person weeks");
  CHECK(input_title(programme, "ot/people") == "Operations: people");
  CHECK(input_title(programme, "adoption/habit_rate_per_week") == "adoption: habit rate per week");
  CHECK(input_title(programme, "pace") == "pace");
}

TEST_CASE("replay csv: one row for each event") {
  const Replay one = told(17);
  const std::string csv = replay_csv(rich().programme, rich().compiled, one);
  CHECK(static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n')) == one.events.size() + 1);
  CHECK(csv.starts_with("trial,seed,week,date,event,subject,value,words,cost,weeks\n17,5,"));
}

}  // namespace headrace::test
