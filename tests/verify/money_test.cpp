// Money keeps its digits from the file to what is told: a sum that single precision cannot hold is told as it is.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <string>

#include "sim/block/kernels.hpp"
#include "sim/replay/replay.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

/// More than 24 bits.
constexpr double kCost = 123'456'789;

/// One plant that buys something for a sum in its first week, and whatever a test adds; nothing is discounted.
std::string buys(const std::string& cost, const std::string& more = "") {
  return fmt::format(
      "[programme]\nhorizon_weeks = 60\n[money]\ndiscount_rate_per_year = 0\n[sites.ulm]\n"
      "[items]\nmachine = {{ wait_weeks = 1, cost = {} }}\n{}",
      cost, more);
}

/// Told the same as mean, range and every quantile.
void check_exact(const Summary& told, double amount) {
  CHECK(told.mean == amount);
  CHECK(told.sd == 0);
  CHECK(told.min == amount);
  CHECK(told.max == amount);
  for (const QuantileEstimate& quantile : told.quantile) {
    CHECK(quantile.value == amount);
    CHECK(quantile.low == amount);
    CHECK(quantile.high == amount);
  }
}

double total(const Results& results, Cash kind) { return results.cash[static_cast<int>(kind)].mean; }

}  // namespace

TEST_CASE("money: a cost beyond single precision is told to its last digit") {
  for (const std::int64_t kept_trials : {100, 0}) {
    CAPTURE(kept_trials);
    RunOptions options = kept(100);
    options.kept_trials = kept_trials;
    const Results results = run_text(buys("123456789"), options);
    check_exact(results.metrics[static_cast<int>(Output::npv)], -kCost);
    check_exact(results.metrics[static_cast<int>(Output::peak_cash_need)], kCost);
    CHECK(total(results, Cash::purchases) == kCost);
    check_exact(results.weekly[static_cast<int>(Series::cost)].at[0], kCost);
    check_exact(results.weekly[static_cast<int>(Series::net_cash)].at[0], -kCost);
    check_exact(results.weekly[static_cast<int>(Series::cumulative_cash)].at[59], -kCost);
  }
}

TEST_CASE("money: one future told again and what is kept of it say the same") {
  const Model model = model_of(buys("123456789"));
  const Replay told = replay(model.compiled, *find_kernel(""), 1, 5);
  CHECK(told.output[static_cast<int>(Output::npv)] == -kCost);
  CHECK(told.cash[static_cast<int>(Cash::purchases)] == kCost);
  CHECK(told.cumulative_cash.back() == -kCost);
  const Results results = run(model, kept(10));
  CHECK(results.kept.value(Output::npv, 5) == -kCost);
  CHECK(results.kept.value(Output::pv_cost, 5) == kCost);
}

TEST_CASE("money: each way to spend and to earn keeps its digits") {
  const std::string risk = "[risks.storm]\nprobability = 1\nweek = 3\ncost = 123456789\n";
  CHECK(total(run_text(buys("0", risk), kept(10)), Cash::risks) == kCost);
  const std::string team = "[teams.it]\npeople = 3\ncost_per_person_week = 12345678.5\ncharge = \"standing\"\n";
  CHECK(total(run_text(buys("0", team), kept(10)), Cash::standing) == 60 * 3 * 12345678.5);
  const std::string audit = "[audits.first]\nsites = [\"ulm\"]\nweek = 2\ncost = 123456789\n";
  CHECK(total(run_text(buys("0", audit), kept(10)), Cash::monitoring) == kCost);
  const std::string plant =
      "[sites.graz]\nrunning_cost_per_week = 1234567.75\n"
      "[sites.graz.assets.oven]\ncount = 7\nconnected_share = 1\ndata_quality = 1\n"
      "[use_cases.watch]\nassets = [\"oven\"]\nvalue_kind = \"cost\"\n"
      "value_per_asset_week = 123456789\nfollow_through = 1\noutput_reliability = 1\n";
  const Results earns = run_text(buys("0", plant), kept(10));
  CHECK(total(earns, Cash::cost_saved) == 60 * 7 * kCost);
  CHECK(total(earns, Cash::running) == 60 * 1234567.75);
  check_exact(earns.metrics[static_cast<int>(Output::realised_value_per_year)], 52 * 7 * kCost);
}

TEST_CASE("money: two plans that cost nearly the same differ by what they differ") {
  const Model base = model_of(buys("123456789")), other = model_of(buys("123456786"));
  const CompiledModel* const both[] = {&base.compiled, &other.compiled};
  for (const std::int64_t kept_trials : {100, 0}) {
    RunOptions options = kept(100);
    options.kept_trials = kept_trials;
    const auto ensemble = simulate(both, options);
    REQUIRE(ensemble);
    const PairResult& pair = ensemble->pairs.front();
    check_exact(pair.difference[static_cast<int>(Output::npv)], 3);
    CHECK(pair.p_better[static_cast<int>(Output::npv)] == 1);
  }
}

}  // namespace headrace::test
