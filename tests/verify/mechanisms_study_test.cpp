#include "sim/study/mechanisms.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/rich_scenario.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/trial_run.hpp"

// What a mechanism does, against cases in which it is known.
namespace headrace::test {
namespace {

/// A hundred people who are worth 10 a week once a permit of ten weeks has come; and whatever `more` says.
std::string after_a_permit(const std::string& more, const std::string& settings = "") {
  return "[programme]\nhorizon_weeks = 60\n" + settings +
         "[money]\ndiscount_rate_per_year = 0\nlicence_per_user_month = 0\n"
         "[use_cases.assistant]\nkind = \"assistive\"\nvalue_per_user_week = 10\nneeds = [\"delivery\"]\n"
         "[sites.ulm.groups.operators]\nheadcount = 100\nadoptable_share = 1\nwage_per_hour = 0\n"
         "[sites.ulm.items]\ndelivery = { wait_weeks = 10 }\n" +
         more;
}

MechanismStudy study(const Scenario& scenario, const RunOptions& options = kept(256)) {
  auto result = study_mechanisms(scenario, options);
  REQUIRE(result.has_value());
  return *result;
}

const MechanismEffect& effect(const MechanismStudy& study, const std::string& id) {
  for (const MechanismEffect& row : study.effects) {
    if (row.mechanism->id == id) return row;
  }
  FAIL(id << " is not at work");
  return study.effects.front();
}

}  // namespace

TEST_CASE("mechanisms study: a slow pace costs exactly the weeks it takes") {
  const MechanismStudy slow = study(scenario_of(after_a_permit("", "pace = 2\n")));
  REQUIRE(slow.effects.size() == 1);
  const MechanismEffect& pace = slow.effects.front();
  CHECK(pace.mechanism->id == "pace");
  // With it the wait is 20 weeks instead of 10, in each of which a hundred people are worth 1,000.
  CHECK(pace.last_go_live_weeks.mean == doctest::Approx(10));
  CHECK(pace.npv.mean == doctest::Approx(-10'000).epsilon(1e-6));
  CHECK(pace.npv.se == 0);
  CHECK(pace.regular_share.mean == 0);
  CHECK(pace.p_better_off == 1);
  CHECK(pace.p_worse_off == 0);

  const MechanismStudy fast = study(scenario_of(after_a_permit("", "pace = 0.5\n")));
  CHECK(fast.effects.front().npv.mean == doctest::Approx(5'000).epsilon(1e-6));
  CHECK(fast.effects.front().p_better_off == 0);
  CHECK(fast.effects.front().p_worse_off == 1);
}

TEST_CASE("mechanisms study: one with neutral numbers changes exactly nothing") {
  const std::string neutral =
      "[knowledge]\ninitial_freshness = 1\nfreshness_floor = 0.4\ndecay_per_week = 0\nreleases_per_week = 0\n"
      "retraining_gain_per_week = 0\nengine_gain_per_week = 0\n[adoption]\n";
  const MechanismStudy result = study(scenario_of(after_a_permit(neutral)));
  const MechanismEffect& knowledge = effect(result, "knowledge");
  for (const Change* change : {&knowledge.npv, &knowledge.last_go_live_weeks, &knowledge.regular_share}) {
    CHECK(change->trials == 256);
    CHECK(change->mean == 0);
    CHECK(change->se == 0);
  }
  CHECK(knowledge.p_better_off == 0);
  CHECK(knowledge.p_worse_off == 0);

  std::string stale = neutral;
  stale.replace(stale.find("decay_per_week = 0"), 18, "decay_per_week = 1");
  const MechanismStudy felt = study(scenario_of(after_a_permit(stale)));
  CHECK(effect(felt, "knowledge").npv.high() < 0);
  CHECK(effect(felt, "knowledge").regular_share.high() < 0);
}

TEST_CASE("mechanisms study: a big mechanism comes first and has the right sign") {
  // Maintenance of the first link takes more than half of the only engineer whom the second link waits for.
  const std::string text =
      "[programme]\nhorizon_weeks = 60\nwave_start_weeks = [0, 20]\n[money]\nlicence_per_user_month = 0\n"
      "[teams.ot]\npeople = 1\ncost_per_person_week = 1000\n"
      "[templates.plant.integrations]\nhistorian = { needs = [\"link\"], maintained_by = \"ot\", "
      "maintenance_share_per_year = 3 }\n"
      "[templates.plant.items]\nlink = { team = \"ot\", effort_person_weeks = 10, learning_rate = 0.99 }\n"
      "[templates.plant.groups.operators]\nheadcount = 100\nadoptable_share = 1\nwage_per_hour = 0\n"
      "[use_cases.assistant]\nkind = \"assistive\"\nvalue_per_user_week = 100\nneeds = [\"historian\"]\n"
      "[sites]\nulm = { wave = 1 }\ngraz = { wave = 2 }\n";
  const MechanismStudy result = study(scenario_of(text));
  REQUIRE(result.effects.size() == 2);
  CHECK(result.effects[0].mechanism->id == "maintenance");
  CHECK(result.effects[0].npv.high() < -100'000);
  CHECK(result.effects[0].p_better_off == 1);
  const double left = 1 - 10 * 3.0 / 52;
  CHECK(result.effects[0].last_go_live_weeks.mean == doctest::Approx(9.9 / left - 9.9).epsilon(1e-4));
  CHECK(result.effects[1].mechanism->id == "learning");
  CHECK(result.effects[1].npv.mean > 0);
  CHECK(result.effects[1].last_go_live_weeks.mean == doctest::Approx((9.9 - 10) / left).epsilon(1e-3));
}

TEST_CASE("mechanisms study: every mechanism is either at work or absent, and the change is that of the pair") {
  const Scenario scenario = scenario_of(plan_scenario("[support]\n[trust]\n"));
  const MechanismStudy result = study(scenario);
  CHECK(result.effects.size() + result.absent.size() == mechanisms().size());
  CHECK(result.effects.size() > 4);  // more than one batch
  const Model full = model_of(scenario);
  for (const MechanismEffect& row : result.effects) {
    CAPTURE(std::string(row.mechanism->id));
    Scenario without = scenario;
    row.mechanism->switch_off(without);
    const Model other = model_of(without);
    const CompiledModel* const both[] = {&other.compiled, &full.compiled};
    const auto ensemble = simulate(both, kept(256));
    REQUIRE(ensemble.has_value());
    const PairResult& pair = ensemble->pairs.front();
    CHECK(row.npv.mean == doctest::Approx(pair.difference[static_cast<int>(Output::npv)].mean));
    CHECK(row.npv.se == doctest::Approx(pair.difference[static_cast<int>(Output::npv)].se));
    const Summary& live = pair.difference[static_cast<int>(Output::last_go_live_week)];
    CHECK(row.last_go_live_weeks.trials == live.trials - live.never);
    CHECK(row.p_better_off == pair.p_worse[static_cast<int>(Output::npv)]);
    CHECK(row.p_worse_off == pair.p_better[static_cast<int>(Output::npv)]);
  }
  for (std::size_t k = 1; k < result.effects.size(); ++k) {
    CHECK(std::abs(result.effects[k - 1].npv.mean) >= std::abs(result.effects[k].npv.mean));
  }
}

TEST_CASE("mechanisms study: a correlation may name numbers that go with a mechanism") {
  // A permit and how soon people try go together: with the adoption gone the permit stays as it was drawn.
  const std::string tied =
      "[adoption]\ntrial_rate_per_week = { low = 0.1, high = 0.9 }\n[correlations.hurry]\nbetween = "
      "[\"adoption/trial_rate_per_week\", \"ulm/delivery/wait_weeks\"]\nrank_correlation = -0.8\n";
  std::string text = after_a_permit(tied);
  text.replace(text.find("wait_weeks = 10"), 15, "wait_weeks = { low = 5, high = 15 }");
  const MechanismStudy result = study(scenario_of(text));
  const MechanismEffect& adoption = effect(result, "adoption");
  CHECK(adoption.last_go_live_weeks.mean == 0);
  CHECK(adoption.last_go_live_weeks.se == 0);
  CHECK(adoption.npv.high() < 0);
  const MechanismEffect& correlations = effect(result, "correlations");
  CHECK(correlations.last_go_live_weeks.se > 0);
  CHECK(std::abs(correlations.last_go_live_weeks.mean) < 4 * correlations.last_go_live_weeks.se);
}

TEST_CASE("mechanisms study: the same bits on any number of threads, and progress to the end") {
  const Scenario scenario = scenario_of(plan_scenario());
  RunOptions options = kept(300);
  std::int64_t last = 0, total = 0;
  options.progress = [&](std::int64_t done, std::int64_t all) {
    CHECK(done > last);
    last = done;
    total = all;
  };
  const MechanismStudy one = study(scenario, options);
  CHECK(last == total);
  options.progress = {};
  options.threads = 3;
  const MechanismStudy three = study(scenario, options);
  REQUIRE(one.effects.size() == three.effects.size());
  for (std::size_t k = 0; k < one.effects.size(); ++k) {
    CHECK(one.effects[k].mechanism == three.effects[k].mechanism);
    CHECK(one.effects[k].npv.mean == three.effects[k].npv.mean);
    CHECK(one.effects[k].npv.se == three.effects[k].npv.se);
    CHECK(one.effects[k].regular_share.mean == three.effects[k].regular_share.mean);
  }
}

}  // namespace headrace::test
