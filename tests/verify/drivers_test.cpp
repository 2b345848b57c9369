// What drives a run: inputs against known cases, early warnings against fresh futures, and the same on any threads.
#include "sim/study/drivers.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <string>

#include "sim/tally/keep_inputs.hpp"
#include "tests/support/kept_trials.hpp"
#include "tests/support/number_digest.hpp"
#include "tests/support/rich_scenario.hpp"
#include "tests/support/statistics.hpp"

namespace headrace::test {
namespace {

/// A permit and a price: value a week once the permit is there, less a cost that comes alone.
std::string permit_and_price(const std::string& permit, const std::string& worth, const std::string& sites) {
  return fmt::format(
      "[programme]\nhorizon_weeks = 60\nwave_start_weeks = [0, 0]\n"
      "[money]\ndiscount_rate_per_year = 0\nlicence_per_user_month = 0\n"
      "[use_cases.assistant]\nkind = \"assistive\"\nvalue_per_user_week = {}\nneeds = [\"permit\"]\n"
      "[templates.plant.groups.operators]\nheadcount = 100\nadoptable_share = 1\nwage_per_hour = 0\n"
      "[templates.plant.items]\npermit = {{ wait_weeks = {} }}\n"
      "buy = {{ wait_weeks = 0, cost = 20000 }}\n[sites]\n{}",
      worth, permit, sites);
}

const InputDriver& row_of(const InputDrivers& drivers, const std::string& name) {
  for (const InputDriver& row : drivers.rows) {
    if (row.name == name) return row;
  }
  FAIL("no row " << name);
  return drivers.rows.front();
}

DriverStudy study_of(const DrivenRun& run) {
  return study_drivers(run.model.programme, run.model.compiled, run.results);
}

const std::string kUncertain = "{ low = 5, high = 45, source = \"assumption\" }";
const std::string kWorth = "{ low = 9, high = 11, source = \"INT03\" }";

std::uint64_t digest_of(const DriverStudy& study) {
  NumberDigest digest;
  for (const InputDriver& row : study.inputs.rows) {
    for (int o = 0; o < kDrivenOutputs; ++o) digest.add(row.rank[o]).add(row.error[o]).add(row.partial[o]);
    digest.add(row.lowest.mean).add(row.highest.mean).add(row.inputs);
  }
  for (const ItemDriver& item : study.items.items)
    digest.add(item.criticality.value).add(item.cruciality).add(item.rank);
  for (const MergeDelay& merge : study.items.merges) digest.add(merge.weeks).add(merge.se);
  for (const Rule& rule : study.worst.rules) {
    for (const RuleCondition& one : rule.conditions) digest.add(one.row).add(one.above).add(one.below);
    digest.add(rule.checked.density.value).add(rule.checked.coverage.value);
  }
  for (const EarlyWarning& warning : study.warnings) digest.add(warning.threshold).add(warning.warning.value);
  return digest.value();
}

}  // namespace

TEST_CASE("drivers: a number that alone decides has rank correlation one") {
  const DrivenRun run(permit_and_price(kUncertain, "10", "ulm = {}\n"), 1000);
  const DriverStudy study = study_of(run);
  REQUIRE(study.inputs.rows.size() == 1);
  const InputDriver& permit = study.inputs.rows.front();
  CHECK(permit.name == "ulm/permit/wait_weeks");
  CHECK(permit.sites.empty());
  // Single precision may put two net present values in the wrong order.
  CHECK(permit.rank[0].value_or(0) == doctest::Approx(-1).epsilon(1e-4));
  CHECK(permit.rank[2].value_or(0) == doctest::Approx(1).epsilon(1e-4));
  CHECK(permit.rank[1].value_or(0) > 0.9);
  // The lowest tenth is a permit of 7 weeks on average, the highest of 43; people begin 1.3 weeks later, and each week
  // left of the 60 is worth 1,000.
  CHECK(permit.lowest.trials == 100);
  CHECK(agrees({permit.lowest.mean, permit.lowest.se}, 51'700 - 20'000));
  CHECK(agrees({permit.highest.mean, permit.highest.se}, 15'700 - 20'000));
  CHECK_FALSE(agrees({permit.highest.mean, permit.highest.se}, 17'700 - 20'000));
  REQUIRE(study.strongest.has_value());
  CHECK(study.strongest->name == permit.name);
  CHECK(study.strongest->sourcing == Sourcing::assumption);
}

TEST_CASE("drivers: what decides is named before what hardly matters") {
  const DrivenRun run(permit_and_price(kUncertain, kWorth, "ulm = {}\n"), 2000);
  const DriverStudy study = study_of(run);
  REQUIRE(study.inputs.rows.size() == 2);
  CHECK(study.inputs.rows[0].name == "ulm/permit/wait_weeks");
  const InputDriver& worth = row_of(study.inputs, "assistant/value_per_user_week");
  CHECK(worth.sourcing == Sourcing::sourced);
  CHECK(worth.rank[0].value_or(0) > 4 * worth.error[0].value_or(1));
  // Held apart from the permit it decides almost alone; it has no say in when the permit comes.
  CHECK(worth.partial[0].value_or(0) > 0.7);
  CHECK(std::fabs(worth.rank[2].value_or(1)) < 4 * worth.error[2].value_or(0));
  CHECK(study.inputs.explained[0].value_or(0) > 0.95);

  // The other way round where the worth is uncertain and the permit is not.
  const DrivenRun turned(permit_and_price("{ low = 24, high = 26 }", "{ low = 1, high = 20 }", "ulm = {}\n"), 2000);
  const DriverStudy other = study_of(turned);
  CHECK(other.strongest->name == "assistant/value_per_user_week");
  CHECK(other.strongest->sourcing == Sourcing::none);
}

TEST_CASE("drivers: a template's number is one row with its sites below") {
  const DrivenRun run(permit_and_price(kUncertain, "10", "ulm = {}\ngraz = { wave = 2 }\nalm = { wave = 2 }\n"), 4000);
  const InputDrivers drivers = drive_inputs(run.model.programme, run.model.compiled, run.results.kept);
  REQUIRE(drivers.rows.size() == 1);
  const InputDriver& permits = drivers.rows.front();
  CHECK(permits.name == "*plant/permit/wait_weeks");
  CHECK(permits.inputs.size() == 3);
  REQUIRE(permits.sites.size() == 3);
  // Net present value falls by the sum of the three, so all sites together say more than any of them.
  CHECK(permits.rank[0].value_or(0) < -0.99);
  for (const InputDriver& site : permits.sites) {
    CHECK(site.rank[0].value_or(0) > -0.85);
    CHECK(site.rank[0].value_or(0) < -0.5);
    CHECK(site.name.ends_with("/permit/wait_weeks"));
  }
  CHECK(driver_values(permits, run.results.kept).size() == 4000);
  // A number of one site alone stays its own.
  CHECK(drive_inputs(run.model.programme, run.model.compiled, run.results.kept).rows.size() == 1);
}

TEST_CASE("drivers: numbers that do nothing are not named") {
  const DrivenRun run(permit_and_price("12", "10", "ulm = {}\n") +
                          "[teams.ot]\npeople = { low = 1, high = 3 }\ncost_per_person_week = { low = 1, high = 2 }\n",
                      1000);
  const DriverStudy study = study_of(run);
  CHECK(study.inputs.rows.size() == 2);
  CHECK_FALSE(study.inputs.rows.front().rank[0].has_value());  // all futures are worth the same
  CHECK_FALSE(study.strongest.has_value());
  CHECK(study.worst.rules.empty());
  CHECK(study.warnings.empty());
}

TEST_CASE("drivers: whether a risk strikes is a row and its tornado holds without against with") {
  const std::string risk =
      "[risks.cyber_attack]\nprobability = 0.05\ncost = 30000\nsource = \"register\"\n"
      "[risks.flood]\nrate_per_week = 0.02\nlasts_weeks = 4\ncost = 1000\n"
      "[risks.certain]\nprobability = 1\nweek = 3\ncost = 5\n";
  const DrivenRun run(permit_and_price("{ low = 5, high = 15 }", "10", "ulm = {}\n") + risk, 2000);
  const DriverStudy study = study_of(run);
  REQUIRE(study.inputs.rows.size() == 3);
  const InputDriver& attack = row_of(study.inputs, "cyber_attack/strikes");
  CHECK(attack.once);
  CHECK(attack.sourcing == Sourcing::sourced);
  CHECK(attack.rank[0].value_or(0) < -0.2);

  // One in twenty futures, 30,000 worse, whatever the rest of them.
  CHECK(std::fabs(share_of(attack.highest.trials, 2000).value - 0.05) < 0.02);
  CHECK(attack.lowest.trials + attack.highest.trials == 2000);
  CHECK(attack.lowest.mean - attack.highest.mean == doctest::Approx(30'000).epsilon(0.05));
  const InputDriver& flood = row_of(study.inputs, "flood/strikes");
  CHECK(flood.sourcing == Sourcing::none);
  CHECK(flood.rank[0].value_or(0) < -0.1);
  CHECK(flood.lowest.mean > flood.highest.mean);

  // What is kept of it: weeks that were left, or how often.
  const auto& weight = run.results.kept.risk_weight;
  REQUIRE(weight.size() == 3);
  for (std::size_t t = 0; t < 2000; ++t) {
    CHECK(weight[0][t] == 57);
    CHECK((weight[1][t] >= 0 && weight[1][t] <= 60));
    CHECK(weight[2][t] == std::floor(weight[2][t]));
  }
}

TEST_CASE("drivers: a value that nearly all futures share is held against the rest") {
  const std::string rare = "{ probability = 0.04, value = 20 }";
  const DrivenRun run(permit_and_price(rare, "10", "ulm = {}\n"), 1000);
  const InputDriver permit = row_of(study_of(run).inputs, "ulm/permit/wait_weeks");
  CHECK(permit.lowest.trials > 900);
  CHECK(permit.lowest.trials + permit.highest.trials == 1000);
  CHECK(permit.lowest.mean > permit.highest.mean + 15'000);
}

TEST_CASE("drivers: early warnings hold in fresh futures") {
  const std::string text = permit_and_price("{ low = 5, high = 45 }", "{ low = 5, high = 20 }", "ulm = {}\n") +
                           "[adoption]\ntrial_rate_per_week = { low = 0.1, high = 0.8 }\n[support]\n[trust]\n";
  const DrivenRun run(text, 8'000), fresh(text, 8'000, 2);
  const std::vector<EarlyWarning> warnings = find_warnings(run.results.kept);
  REQUIRE_FALSE(warnings.empty());
  const KeptTrials& kept = fresh.results.kept;
  for (const EarlyWarning& warning : warnings) {
    CAPTURE(warning.week);
    CAPTURE(static_cast<int>(warning.series));
    const auto at = std::find(kept.watch_weeks.begin(), kept.watch_weeks.end(), warning.week);
    const auto& values =
        kept.watched[static_cast<int>(warning.series)][static_cast<std::size_t>(at - kept.watch_weeks.begin())];
    double warned = 0, paid = 0, open = 0, open_paid = 0;
    for (std::size_t t = 0; t < values.size(); ++t) {
      const float payback = kept[Output::payback_week][t];
      if (payback <= static_cast<float>(warning.week)) continue;
      ++open;
      open_paid += payback < kNever;
      if (!(static_cast<double>(values[t]) < warning.threshold)) continue;
      ++warned;
      paid += payback < kNever;
    }
    // Both are estimates: their difference against the errors of both.
    const auto close = [](const Share& found, double trials, double share, double count) {
      const double p = found.value;
      return std::fabs(p - share) <= 4 * std::sqrt((p * (1 - p) + 1e-4) * (1 / trials + 1 / count));
    };
    const double found_warned = warning.warned.value * static_cast<double>(warning.trials);
    CHECK(close(warning.warning, found_warned, paid / warned, warned));
    CHECK(close(warning.all, static_cast<double>(warning.trials), open_paid / open, open));
    CHECK_FALSE(close(warning.warning, found_warned, open_paid / open, warned));
    CHECK(warning.warning.value < warning.all.value);
    CHECK(warning.all.value < warning.rest.value);
  }
}

TEST_CASE("drivers: information of a two by two table by hand") {
  CHECK(information_of(0, 50, 50, 50) == doctest::Approx(1));
  CHECK(information_of(25, 50, 25, 50) == doctest::Approx(0));
  // H(1/2) - (H(1/4) + H(3/4)) / 2.
  CHECK(information_of(10, 40, 30, 40) == doctest::Approx(1 - 0.8112781).epsilon(1e-6));
}

TEST_CASE("drivers: weeks that are watched lie inside the horizon") {
  CHECK(watch_weeks(30) == std::vector<int>{0, 4, 8, 12, 26});
  CHECK(watch_weeks(12) == std::vector<int>{0, 4});
  CHECK(watch_weeks(208).back() == 104);
  CHECK(watch_weeks(60).back() == 52);
}

TEST_CASE("drivers: keeping inputs changes no result and keeps what was drawn") {
  const Model model = model_of(rich_scenario());
  RunOptions plain = kept(1100), keeping = kept(1100);
  keeping.keep_inputs = true;
  Results without = run(model, plain), with = run(model, keeping);
  CHECK(without.kept.input.empty());
  REQUIRE(with.kept.input.size() == model.compiled.inputs.size());
  CHECK(with.kept.item_least.size() == model.compiled.items.size());
  for (const auto& input : with.kept.input) CHECK(input.size() == 1100);
  for (const auto& series : with.kept.watched) CHECK((series.empty() || series.size() == with.kept.watch_weeks.size()));

  // The draws are those of the engine, in the order of the model's inputs.
  watch(model, 1, 1, [&](int week, const BlockState& state) {
    if (week != 0) return;
    for (std::size_t i = 0; i < with.kept.input.size(); ++i) {
      CHECK(with.kept.input[i][17] == state.param[model.compiled.inputs[i].row].v[17]);
    }
  });
  with.kept.input.clear();
  with.kept.item_least.clear();
  for (auto& series : with.kept.watched) series.clear();
  CHECK(digest(with) == digest(without));
}

TEST_CASE("drivers: the same numbers on any number of threads") {
  const Model model = model_of(rich_scenario());
  std::uint64_t first = 0;
  for (const int threads : {1, 2, 3}) {
    RunOptions options = DrivenRun::options(1500, 1, threads);
    const std::uint64_t now = digest_of(study_drivers(model.programme, model.compiled, run(model, options)));
    if (threads == 1) first = now;
    CHECK(now == first);
  }
  CHECK(digest_of(study_drivers(model.programme, model.compiled, run(model, DrivenRun::options(1500, 2)))) != first);
  CHECK_THROWS_AS(study_drivers(model.programme, model.compiled, run(model, kept(64))), std::logic_error);
}

}  // namespace headrace::test
