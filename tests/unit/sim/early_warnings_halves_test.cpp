// Early warnings are learnt in one half of the futures and told from the other, from trials made by hand.
#include <doctest/doctest.h>

#include <cstddef>
#include <vector>

#include "sim/study/early_warnings.hpp"
#include "tests/support/kept_trials.hpp"

namespace headrace::test {
namespace {

constexpr std::size_t kTrials = 2000;

/// Regular use in week 12, and futures of which so many pay back in each half: of those that use little and of the
/// rest. Even futures are learnt from, odd ones checked.
KeptTrials futures(double learn_low, double learn_high, double check_low, double check_high) {
  KeptTrials kept = MadeTrials(0, kTrials).kept;
  kept.watch_weeks = {12};
  std::vector<float> use;
  for (std::size_t t = 0; t < kTrials; ++t) {
    use.push_back(noise(0, t));
    const bool low = use.back() < 0.5f, learns = t % 2 == 0;
    const double chance = learns ? (low ? learn_low : learn_high) : (low ? check_low : check_high);
    const bool pays = static_cast<double>(noise(1, t)) < chance;
    kept[Output::payback_week][t] = pays ? 80.0f : kNever;
  }
  kept.watched[static_cast<int>(Watched::regular)] = {use};
  return kept;
}

}  // namespace

TEST_CASE("early warnings: what only the half they are learnt from shows is no warning") {
  CHECK(find_warnings(futures(0, 1, 0.5, 0.5)).empty());
  CHECK(find_warnings(futures(0.2, 0.8, 0.8, 0.2)).empty());
  // Where both halves show it, it is one.
  CHECK(find_warnings(futures(0, 1, 0, 1)).size() == 1);
}

TEST_CASE("early warnings: every number is of the other half") {
  const std::vector<EarlyWarning> found = find_warnings(futures(0, 1, 0.3, 0.6));
  REQUIRE(found.size() == 1);
  CHECK(found[0].week == 12);
  CHECK(found[0].trials == kTrials / 2);
  CHECK(found[0].threshold == doctest::Approx(0.5).epsilon(0.1));
  CHECK(found[0].warned.value == doctest::Approx(0.5).epsilon(0.1));
  CHECK(found[0].warning.value == doctest::Approx(0.3).epsilon(0.2));
  CHECK(found[0].rest.value == doctest::Approx(0.6).epsilon(0.1));
}

}  // namespace headrace::test
