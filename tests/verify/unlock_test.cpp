#include "sim/study/unlock.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "sim/study/compile_changed.hpp"
#include "tests/support/planted_limits.hpp"
#include "tests/support/rich_scenario.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/trial_run.hpp"

// What relaxing a limit is worth: planted limits are found, and what binds nothing is worth nothing.
namespace headrace::test {
namespace {

UnlockOptions few(std::int64_t trials, std::size_t paired = 0) {
  UnlockOptions options;
  options.run.trials = trials;
  options.run.threads = 1;
  options.paired = paired;
  return options;
}

UnlockStudy study_of(const Scenario& scenario, const UnlockOptions& options) {
  const auto study = study_unlocks(scenario, options);
  if (!study) FAIL("stopped");
  return *study;
}

const Unlock& unlock_of(const UnlockStudy& study, const std::string& limit) {
  for (const Unlock& unlock : study.unlocks) {
    if (unlock.limit.id == limit) return unlock;
  }
  FAIL("no limit " << limit);
  return study.unlocks.front();
}

bool is_nothing(const Change& change) { return change.low() <= 0 && change.high() >= 0; }

/// Two sites' worth of machines that need work of two teams at once, so that one team alone speeds up nothing.
const std::string crew_of_both =
    "[programme]\nhorizon_weeks = 104\n[money]\nlicence_per_user_month = 0\n"
    "[teams.left]\npeople = { p10 = 1.004, p50 = 1.005, p90 = 1.006 }\ncost_per_person_week = 0\n"
    "[teams.right]\npeople = { p10 = 1.004, p50 = 1.005, p90 = 1.006 }\ncost_per_person_week = 0\n"
    "[use_cases.warning]\nassets = [\"presses\"]\nvalue_per_asset_week = 100\nneeds = [\"end\"]\n"
    "[sites.ulm.assets.presses]\ncount = 100\nconnected_share = 1\n"
    "[sites.ulm.items]\nend = { duration_weeks = 4, crew = { left = 2, right = 2 } }\n";

}  // namespace

TEST_CASE("unlock: a planted limit of every kind comes first and an idle team is worth nothing") {
  for (const PlantedLimit& planted : planted_limits()) {
    CAPTURE(planted.limit);
    const UnlockStudy study = study_of(scenario_of(planted.text), few(192));
    const Unlock& found = unlock_of(study, planted.limit);
    CHECK(found.step.npv.low() > 0);
    const double best = study.unlocks.front().step.npv.mean;
    // Links that fail less often and failures noticed sooner act alike.
    CHECK_MESSAGE((study.unlocks.front().limit.id == planted.limit || found.step.npv.mean > 0.9 * best),
                  study.unlocks.front().limit.id);
    CHECK(is_nothing(unlock_of(study, "team/spare").step.npv));
    CHECK(unlock_of(study, "team/spare").step.p_better == 0);
    if (found.fully) CHECK(found.fully->npv.mean > 0.99 * found.step.npv.mean);
  }
}

TEST_CASE("unlock: one more person ends the work sooner by what theory says") {
  const Scenario scenario = scenario_of(
      "[programme]\nhorizon_weeks = 104\n[money]\ndiscount_rate_per_year = 0\nlicence_per_user_month = 0\n"
      "[teams.ot]\npeople = 1\ncost_per_person_week = 100\n"
      "[use_cases.warning]\nassets = [\"presses\"]\nvalue_per_asset_week = 100\nneeds = [\"end\"]\n"
      "[sites.ulm.assets.presses]\ncount = 100\nconnected_share = 1\n"
      "[sites.ulm.items]\nend = { team = \"ot\", effort_person_weeks = 20 }\n");
  const Unlock& team = unlock_of(study_of(scenario, few(64)), "team/ot");
  // From 20 weeks to 10: ten weeks of 10,000 more, for the same 20 person-weeks.
  CHECK(team.step.npv.mean == doctest::Approx(100'000));
  CHECK(team.step.last_go_live_weeks.mean == doctest::Approx(-10));
  CHECK(team.step.pv_cost.mean == doctest::Approx(0));
  CHECK(team.step.p_better == 1);
  CHECK(team.fully->npv.mean == doctest::Approx(200'000).epsilon(0.001));
  CHECK_FALSE(team.step.npv.mean == doctest::Approx(90'000));
}

TEST_CASE("unlock: nothing is paid for people beyond those there and a step of a standing team is") {
  const std::string text =
      "[programme]\nhorizon_weeks = 52\n[money]\ndiscount_rate_per_year = 0\nlicence_per_user_month = 0\n"
      "[teams.ot]\npeople = 2\ncharge = \"standing\"\ncost_per_person_week = 100\n"
      "[use_cases.warning]\nassets = [\"presses\"]\nvalue_per_asset_week = 100\n"
      "[sites.ulm.assets.presses]\ncount = 1\nconnected_share = 1\n"
      "[sites.ulm.items]\nend = { wait_weeks = 1 }\n";
  const UnlockStudy study = study_of(scenario_of(text), few(64));
  const Unlock& team = unlock_of(study, "team/ot");
  CHECK(team.step.pv_cost.mean == doctest::Approx(5200));
  CHECK(team.step.npv.mean == doctest::Approx(-5200));
  CHECK(team.fully->pv_cost.mean == 0);
  CHECK(team.fully->npv.mean == 0);
}

TEST_CASE("unlock: a price is paid once and by the year and lowers the gain") {
  const std::string text =
      "[programme]\nhorizon_weeks = 104\n[money]\ndiscount_rate_per_year = 0\nlicence_per_user_month = 0\n"
      "[teams.ot]\npeople = 1\ncost_per_person_week = 100\n"
      "[use_cases.warning]\nassets = [\"presses\"]\nvalue_per_asset_week = 100\nneeds = [\"end\"]\n"
      "[sites.ulm.assets.presses]\ncount = 100\nconnected_share = 1\n"
      "[sites.ulm.items]\nend = { team = \"ot\", effort_person_weeks = 20 }\n";
  const Unlock free = unlock_of(study_of(scenario_of(text), few(64)), "team/ot");
  const Unlock paid =
      unlock_of(study_of(scenario_of(text + "[[price]]\nlimit = \"team/ot\"\nonce = 1000\nper_year = 2000\n"), few(64)),
                "team/ot");
  CHECK(paid.price == doctest::Approx(5000));
  CHECK(paid.step.npv.mean == doctest::Approx(free.step.npv.mean - 5000));
  CHECK(paid.step.pv_cost.mean == doctest::Approx(5000));
  REQUIRE(paid.step.gain.has_value());
  CHECK(*paid.step.gain == doctest::Approx(paid.step.npv.mean / 5000));
  CHECK(paid.fully->npv.mean == free.fully->npv.mean);
}

TEST_CASE("unlock: two teams that one crew needs only help together") {
  const UnlockStudy study = study_of(scenario_of(crew_of_both), few(64, 10));
  CHECK(unlock_of(study, "team/left").step.npv.mean == 0);
  CHECK(unlock_of(study, "team/right").step.npv.mean == 0);
  REQUIRE_FALSE(study.pairs.empty());
  const UnlockPair& best = study.pairs.front();
  CHECK(best.only_together);
  CHECK(best.npv.mean > 500'000);
  CHECK(best.beyond.mean == doctest::Approx(best.npv.mean));
  CHECK(std::count_if(study.pairs.begin(), study.pairs.end(), [](const UnlockPair& p) { return p.only_together; }) ==
        1);
}

TEST_CASE("unlock: what is relaxed by the document is what the study relaxes") {
  const PlantedLimit planted = planted_limits().front();
  const UnlockStudy study = study_of(scenario_of(planted.text), few(64));
  const auto relaxed = study_of(scenario_of(planted.text + "[[relax]]\nlimit = \"team/ot\"\n"), few(64));
  CHECK(relaxed.npv - study.npv == doctest::Approx(unlock_of(study, "team/ot").step.npv.mean));
}

TEST_CASE("unlock: no steps change no bit") {
  const Scenario scenario = scenario_of(rich_scenario());
  const auto base = digest(run(model_of(scenario), kept(192)));
  for (const Limit& limit : limits(scenario)) {
    CAPTURE(limit.id);
    Scenario relaxed = scenario;
    relax(relaxed, limit, 0);
    CHECK(digest(run(model_of(relaxed), kept(192))) == base);
  }
}

TEST_CASE("unlock: every limit of a scenario with everything in it can be relaxed and lifted") {
  const Scenario scenario = scenario_of(rich_scenario());
  KnownTables known;
  for (const Limit& limit : limits(scenario)) {
    CAPTURE(limit.id);
    for (const double steps : {1.0, kNoLimit}) {
      Scenario relaxed = scenario;
      relax(relaxed, limit, steps);
      CHECK_NOTHROW(compile_changed(relaxed, limit.id, known));
    }
  }
}

TEST_CASE("lean runs: what each future comes to is the same bits as in a full run") {
  const Model model = model_of(scenario_of(rich_scenario()));
  RunOptions options = kept(192);
  const Results full = run(model, options);
  options.detail = Detail::outputs;
  const Results lean = run(model, options);
  for (int o = 0; o < kOutputs; ++o) {
    // Leaks are not booked.
    if (o != static_cast<int>(Output::leak_gap)) CHECK(full.kept.output[o] == lean.kept.output[o]);
  }
  for (int m = 0; m < kMetrics; ++m) CHECK(full.metrics[m].mean == lean.metrics[m].mean);
  CHECK(lean.items.empty());
  CHECK(lean.weekly[0].at.empty());
  CHECK_FALSE(full.weekly[0].at.empty());
}

}  // namespace headrace::test
