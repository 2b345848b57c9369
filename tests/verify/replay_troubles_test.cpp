#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "sim/block/kernels.hpp"
#include "sim/replay/replay.hpp"
#include "tests/support/trial_run.hpp"

// What is short in one future, told from its first week on, with how long and what it costs; each beside a twin in
// which there is enough.
namespace headrace::test {
namespace {

using Kind = ReplayEvent::Kind;

constexpr std::uint64_t kSeed = 3;

Replay told(const std::string& text) { return replay(model_of(text).compiled, *find_kernel(""), kSeed, 0); }

/// The only event of that kind; fails the test when there is none, or more.
ReplayEvent only(const Replay& replay, Kind kind) {
  const auto is_it = [&](const ReplayEvent& event) { return event.kind == kind; };
  REQUIRE(std::count_if(replay.events.begin(), replay.events.end(), is_it) == 1);
  return *std::find_if(replay.events.begin(), replay.events.end(), is_it);
}

bool tells(const Replay& replay, Kind kind) {
  return std::any_of(replay.events.begin(), replay.events.end(), [&](const auto& event) { return event.kind == kind; });
}

std::string header(int weeks, const std::string& money = "licence_per_user_month = 0\n") {
  return fmt::format("[programme]\nhorizon_weeks = {}\n[money]\ndiscount_rate_per_year = 0\n{}", weeks, money);
}

/// Ten insights a week about one machine worth 1,000 a week; nobody needs to take anything up.
std::string machine(const std::string& more = "") {
  return "[use_cases.watch]\nassets = [\"machines\"]\nvalue_per_asset_week = 1000\noutput_reliability = 1\n"
         "follow_through = 1\ninsights_per_site_week = 10\n" +
         more +
         "[sites.ulm.assets.machines]\ncount = 1\nconnected_share = 1\nconnected_share_after = 1\ndata_quality = 1\n"
         "data_quality_after = 1\n";
}

/// 90 people, half of whom use it from the end of week 0 on.
std::string crew(const std::string& more = "") {
  return "[sites.ulm.groups.crew]\nheadcount = 90\nadoptable_share = 0.5\nwage_per_hour = 40\n" + more;
}

std::string hub(double hours) {
  return fmt::format(
      "[support]\nhelp_hours_per_explorer_week = 0\nhelp_hours_per_regular_week = 1\nstaleness_uplift = 0\n"
      "ask_share = 1\nhub_on_ask = 0\ngovernance_on_ask = 0\n"
      "[hubs.central]\nhours_per_week = {}\ntriage_share = 1\nrole_fit = 1\ncost_per_hour = 100\n",
      hours);
}

}  // namespace

TEST_CASE("replay: insights beyond review cost what nobody acts on") {
  const auto plant = [](int capacity) {
    return told(header(30, fmt::format("licence_per_user_month = 0\nreview_insights_per_week = {}\n", capacity)) +
                machine());
  };
  const ReplayEvent event = only(plant(4), Kind::review_short);
  CHECK(event.week == 0);
  CHECK(event.weeks == 30);
  CHECK(event.value == 10);
  CHECK(event.before == 4);
  CHECK(event.cost == doctest::Approx(600 * 30).epsilon(1e-5));
  CHECK_FALSE(tells(plant(10), Kind::review_short));
}

TEST_CASE("replay: compute that is short costs the value it does not serve") {
  const auto plant = [](int capacity) {
    return told(header(30) + fmt::format("[compute]\ncapacity = {}\n", capacity) +
                machine("compute_per_insight = 1\n"));
  };
  const ReplayEvent event = only(plant(5), Kind::compute_short);
  CHECK(event.week == 0);
  CHECK(event.weeks == 30);
  CHECK(event.value == doctest::Approx(0.5));
  CHECK(event.cost == doctest::Approx(500 * 30).epsilon(1e-5));
  CHECK_FALSE(tells(plant(10), Kind::compute_short));
}

TEST_CASE("replay: a hub that is asked for more than it has lacks hours at its price") {
  const std::string alone = crew("ai_leads = 0\n");
  const ReplayEvent event = only(told(header(30) + hub(10) + alone), Kind::hub_short);
  CHECK(event.week == 1);
  CHECK(event.weeks == 29);
  CHECK(event.value == doctest::Approx(45));
  CHECK(event.before == 10);
  CHECK(event.cost == doctest::Approx(35 * 100 * 29).epsilon(1e-5));
  CHECK_FALSE(tells(told(header(30) + hub(45) + alone), Kind::hub_short));
}

TEST_CASE("replay: a queue beyond four weeks a head holds up what waits in it") {
  const auto plant = [](int people) {
    return told(header(40) + fmt::format("[teams.ot]\npeople = {}\ncost_per_person_week = 0\n", people) +
                machine("needs = [\"second\"]\n") +
                "[sites.ulm.items]\nfirst = { team = \"ot\", effort_person_weeks = 8, priority = 1 }\n"
                "second = { team = \"ot\", effort_person_weeks = 8, priority = 2 }\n");
  };
  // For eight weeks the second waits for the first, and nothing else is at work for it.
  const ReplayEvent event = only(plant(1), Kind::queue_grows);
  CHECK(event.week == 0);
  CHECK(event.weeks == doctest::Approx(8).epsilon(0.13));
  CHECK(event.value == doctest::Approx(8));
  CHECK(event.before == 1);
  CHECK(event.cost == doctest::Approx(1000 * event.weeks));
  CHECK_FALSE(tells(plant(2), Kind::queue_grows));
}

TEST_CASE("replay: work that waits for money holds up its use case") {
  const auto plant = [](int opens) {
    return told(header(40) + "[teams.ot]\npeople = 1\ncost_per_person_week = 1000\n" +
                fmt::format("[funding.budget]\namount = 100000\nfrom_week = {}\n", opens) +
                machine("needs = [\"build\"]\n") +
                "[sites.ulm.items]\nbuild = { team = \"ot\", effort_person_weeks = 2 }\n");
  };
  const Replay late = plant(5);
  const ReplayEvent event = only(late, Kind::funds_short);
  CHECK(event.week == 0);
  CHECK(event.weeks == doctest::Approx(5));
  CHECK(event.cost == doctest::Approx(5000).epsilon(1e-5));
  CHECK(late.leaks[static_cast<std::size_t>(LeakCause::funds)] == doctest::Approx(5000).epsilon(1e-5));
  CHECK_FALSE(tells(plant(0), Kind::funds_short));
}

TEST_CASE("replay: licences that hardly anybody uses are told once they have been idle for a quarter") {
  const auto plant = [](int weeks, double users) {
    return told(header(weeks, "licence_per_user_month = 26\n") +
                fmt::format("[sites.ulm.groups.crew]\nheadcount = 100\nadoptable_share = {}\n", users));
  };
  const ReplayEvent event = only(plant(20, 0.05), Kind::licences_idle);
  CHECK(event.week == 0);
  CHECK(event.weeks == 20);
  CHECK(event.value == doctest::Approx(0.05));
  CHECK(event.cost == doctest::Approx(100 * 6 * 20).epsilon(1e-5));
  CHECK_FALSE(tells(plant(12, 0.05), Kind::licences_idle));
  CHECK_FALSE(tells(plant(20, 0.2), Kind::licences_idle));
}

TEST_CASE("replay: knowledge below its threshold is told once for a site") {
  const auto plant = [](double fresh) {
    return told(header(30) +
                fmt::format("[knowledge]\ninitial_freshness = {}\nfreshness_floor = 0\n"
                            "decay_per_week = 0\nreleases_per_week = 0\nretraining_gain_per_week = 0\n",
                            fresh) +
                crew());
  };
  const ReplayEvent event = only(plant(0.5), Kind::goes_stale);
  CHECK(event.week == 0);
  CHECK(event.weeks == 30);
  CHECK(event.value == doctest::Approx(0.5));
  CHECK_FALSE(tells(plant(0.7), Kind::goes_stale));
}

TEST_CASE("replay: a site that loses half its users says when and why") {
  const auto plant = [](double lapse) {
    return header(60) +
           fmt::format(
               "[adoption]\ntrial_rate_per_week = 1\nhabit_rate_per_week = 1\ndropout_rate_per_week = 0\n"
               "lapse_rate_per_week = {}\nreturn_rate_per_week = 0\nturnover_per_week = 0\n",
               lapse) +
           "[use_cases.assistant]\nkind = \"assistive\"\nvalue_per_user_week = 100\n" + crew("embedding_share = 1\n");
  };
  const Model model = model_of(plant(0.3));
  double most = 0, use = 0;
  int week_of = -1;
  watch(model, kSeed, 1, [&](int week, const BlockState& s) {
    use = static_cast<double>(s.regular[0].v[0]);
    most = std::max(most, use);
    if (week_of < 0 && use < most / 2) week_of = week;
  });
  const ReplayEvent event = only(told(plant(0.3)), Kind::users_leave);
  CHECK(week_of > 3);
  CHECK(event.week == week_of);
  CHECK(event.before == doctest::Approx(most));
  CHECK(event.after < most / 2);
  CHECK(event.cost > 0);
  CHECK(event.cause == 0);
  CHECK_FALSE(tells(told(plant(0)), Kind::users_leave));
}

}  // namespace headrace::test
