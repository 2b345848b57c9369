#include <doctest/doctest.h>

#include <fmt/format.h>

#include <cmath>
#include <numeric>
#include <string>

#include "sim/block/kernels.hpp"
#include "sim/replay/replay.hpp"
#include "tests/support/trial_run.hpp"

// The account of one future's value: what is missing from its potential, by cause, adds up to all of it.
namespace headrace::test {
namespace {

constexpr std::uint64_t kSeed = 3;

Replay told(const Model& model, std::int64_t trial = 0) {
  return replay(model.compiled, *find_kernel(""), kSeed, trial);
}

double leak(const Replay& replay, LeakCause which) { return replay.leaks[static_cast<std::size_t>(which)]; }

/// Three plants with everything that value depends on; only new uses, pilots and numbers that change are left out.
std::string plants(const std::string& tables = "") {
  return tables + R"(
[programme]
horizon_weeks = 90
wave_start_weeks = [0, 12, 20]
[money]
review_insights_per_week = 25
[adoption]
trial_rate_per_week = 0.1
[support]
[knowledge]
[trust]
[governance]
[failures]
[compute]
capacity = 40
[teams.ot]
people = 1
cost_per_person_week = 2000
[templates.plant.groups.crew]
headcount = 40
wage_per_hour = 40
embedding_share = 0.6
[templates.plant.groups.office]
headcount = 20
wage_per_hour = 60
embedding_share = 0.5
licensed_share = 0.7
[templates.plant.assets.presses]
count = 12
connected_share = 0.3
connected_share_after = 0.9
data_quality = 0.8
needs = ["connect"]
[templates.plant.integrations.historian]
needs = ["connect"]
from = "a"
to = "b"
maintained_by = "ot"
[templates.plant.network]
availability = 0.95
repair_weeks = 0.4
[templates.plant.items]
connect = { team = "ot", effort_person_weeks = 15 }
[use_cases.warning]
assets = ["presses"]
needs = ["historian"]
groups = ["crew"]
action_links = ["historian"]
automated_share = 0.4
dependency = 1.5
output_reliability = 0.9
value_per_asset_week = 300
proficiency_at_start = 0.6
delay_cost_per_year = 0.1
compute_per_insight = 1
[use_cases.assistant]
kind = "assistive"
groups = ["office"]
needs = ["connect"]
hours_saved_per_user_week = 3
captured_share = 0.5
delegated_share = 0.3
compute_per_user_week = 1
[sites.ulm]
wave = 1
[sites.graz]
wave = 2
[sites.lodz]
wave = 3
)";
}

}  // namespace

TEST_CASE("replay: what is missing from value is all accounted for") {
  const Model model = model_of(plants());
  for (const std::int64_t trial : {0, 5, 40}) {
    CAPTURE(trial);
    const Replay one = told(model, trial);
    CHECK(one.value > 0);
    CHECK(std::accumulate(one.leaks.begin(), one.leaks.end(), 0.0) ==
          doctest::Approx(one.potential - one.value).epsilon(1e-5));
    using enum LeakCause;
    for (const LeakCause each : {wave, work_general, access, data_quality, review, unlicensed, not_reached, exploring,
                                 lapsed_help, lapsed_freshness, lapsed_quality, lapsed_trust, embedding, wrong_outputs,
                                 outages, compute, proficiency, delay}) {
      CAPTURE(static_cast<int>(each));
      CHECK(leak(one, each) > 0);
    }
    CHECK(one.leaks[kFixedLeaks] > 0);
    double value = 0;
    for (int k = 0; k < kFirstCost; ++k) value += one.cash[static_cast<std::size_t>(k)];
    CHECK(one.value == doctest::Approx(value).epsilon(1e-5));
  }
}

TEST_CASE("replay: new uses are potential once they are there") {
  const Replay plain = told(model_of(plants()));
  const Replay one = told(model_of(plants("[ideas]\nideas_per_user_year = 5\n")));
  CHECK(one.potential > 1.001 * plain.potential);
  CHECK(std::accumulate(one.leaks.begin(), one.leaks.end(), 0.0) ==
        doctest::Approx(one.potential - one.value).epsilon(1e-5));
}

TEST_CASE("replay: who gives up for one cause is booked to it") {
  // Outputs are right, trust is full and nothing goes stale; help is far too little, and regular users never leave.
  const auto plant = [](const std::string& more) {
    return "[programme]\nhorizon_weeks = 80\n[adoption]\nlapse_rate_per_week = 0\ndropout_rate_per_week = 0.1\n" +
           more +
           "[use_cases.assistant]\nkind = \"assistive\"\nvalue_per_user_week = 100\noutput_reliability = 1\n"
           "[sites.ulm.groups.crew]\nheadcount = 50\nai_leads = 0\n";
  };
  const std::string support = "[support]\nself_help_share = 0.1\n";
  const Replay helpless = told(model_of(plant(support)));
  CHECK(leak(helpless, LeakCause::lapsed_help) > 0);
  for (const LeakCause other :
       {LeakCause::lapsed_habit, LeakCause::lapsed_freshness, LeakCause::lapsed_quality, LeakCause::lapsed_trust}) {
    CHECK(leak(helpless, other) == 0);
  }
  const Replay doubtful =
      told(model_of(plant(support + "[trust]\ninitial = 0.4\ngain_per_week = 0\nincidents_per_site_week = 0\n"
                                    "incidents_from_shadow_use = 0\nincidents_from_delegation = 0\n")));
  CHECK(leak(doubtful, LeakCause::lapsed_trust) > 0);
  CHECK(leak(doubtful, LeakCause::lapsed_help) > 0);
}

TEST_CASE("replay: gave-up shares by cause sum to those who gave up") {
  // Each person in use is worth 1 a week, all of it from people: what those who gave up would have been worth is the
  // sum of their shares at the weeks' starts.
  const std::string text =
      "[programme]\nhorizon_weeks = 60\n[adoption]\n[support]\n[knowledge]\n[trust]\n"
      "[use_cases.assistant]\nkind = \"assistive\"\nvalue_per_user_week = 1\noutput_reliability = 1\n"
      "[sites.ulm.groups.crew]\nheadcount = 100\nembedding_share = 1\n";
  const Model model = model_of(text);
  double lapsed = 0;
  watch(model, kSeed, 1, [&](int week, const BlockState& s) {
    if (week < 59) lapsed += 100 * static_cast<double>(s.lapsed[0].v[2]);
  });
  const Replay one = told(model, 2);
  double booked = 0;
  for (std::size_t c = 0; c < kLapsedCauses; ++c) {
    booked += one.leaks[static_cast<std::size_t>(LeakCause::lapsed_habit) + c];
  }
  CHECK(booked > 1);
  CHECK(booked == doctest::Approx(lapsed).epsilon(1e-4));
}

}  // namespace headrace::test
