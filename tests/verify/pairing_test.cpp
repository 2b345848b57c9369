// Two scenarios on the same futures: differences trial by trial.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/support/rich_scenario.hpp"
#include "tests/support/statistics.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

constexpr int kNpv = static_cast<int>(Output::npv), kPayback = static_cast<int>(Output::payback_week);

std::string dearer(const std::string& amount) {
  std::string text = plan_scenario();
  return text.replace(text.find("cost = 20000"), 12, "cost = " + amount);
}

Ensemble together(const Model& a, const Model& b, std::int64_t trials) {
  const CompiledModel* const models[] = {&a.compiled, &b.compiled};
  auto ensemble = simulate(models, kept(trials));
  REQUIRE(ensemble.has_value());
  return std::move(*ensemble);
}

}  // namespace

TEST_CASE("pairing: a scenario against itself differs in nothing") {
  const Model model = model_of(plan_scenario());
  const Ensemble both = together(model, model, 1100);
  REQUIRE(both.pairs.size() == 1);
  for (int m = 0; m < kMetrics; ++m) {
    CHECK(both.pairs[0].difference[m].mean == 0);
    CHECK(both.pairs[0].difference[m].sd == 0);
    CHECK(both.pairs[0].p_better[m] == 0);
    CHECK(both.pairs[0].p_worse[m] == 0);
  }
}

TEST_CASE("pairing: differences are those of the kept trials") {
  const Model base = model_of(plan_scenario()), other = model_of(dearer("60000"));
  const Ensemble both = together(base, other, 1100);
  const PairResult& pair = both.pairs[0];
  std::vector<float> difference;
  double worse = 0;
  const auto &a = both.results[0].kept[Output::npv], &b = both.results[1].kept[Output::npv];
  for (std::size_t t = 0; t < a.size(); ++t) {
    difference.push_back(b[t] - a[t]);
    worse += b[t] < a[t];
  }
  CHECK(pair.difference[kNpv].mean == doctest::Approx(mean_of(difference).value).epsilon(1e-6));
  // The kept trials have seven digits; the difference was taken with all of them.
  CHECK(pair.difference[kNpv].se == doctest::Approx(mean_of(difference).se).epsilon(1e-3).scale(0.2));
  CHECK(pair.p_worse[kNpv] == worse / 1100);
  CHECK(pair.p_worse[kNpv] == 1);
  CHECK(pair.p_better[kNpv] == 0);
  // The contract is paid in week 0, so the difference is known and paired futures leave no error.
  CHECK(pair.difference[kNpv].mean == doctest::Approx(-40000).epsilon(1e-4));
  CHECK(pair.difference[kNpv].sd < 1);
  CHECK(sd_of(a) > 1000);
}

TEST_CASE("pairing: never is worst and the two ways round mirror each other") {
  const Model base = model_of(plan_scenario()), other = model_of(dearer("90000"));
  const Ensemble there = together(base, other, 700), back = together(other, base, 700);
  for (int m = 0; m < kMetrics; ++m) {
    CHECK(there.pairs[0].p_better[m] == back.pairs[0].p_worse[m]);
    CHECK(there.pairs[0].p_worse[m] == back.pairs[0].p_better[m]);
    CHECK(there.pairs[0].difference[m].mean == doctest::Approx(-back.pairs[0].difference[m].mean).epsilon(1e-9));
  }
  double later = 0, never = 0;
  const auto &a = there.results[0].kept[Output::payback_week], &b = there.results[1].kept[Output::payback_week];
  for (std::size_t t = 0; t < a.size(); ++t) {
    later += b[t] > a[t];
    never += a[t] < kNever && b[t] >= kNever;
  }
  CHECK(never > 0);
  CHECK(there.pairs[0].p_worse[kPayback] == later / 700);
}

}  // namespace headrace::test
