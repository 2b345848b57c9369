// Rules for the worst futures: a planted box is found, and noise has none.
#include "sim/study/worst_futures.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "sim/study/prim.hpp"
#include "tests/support/kept_trials.hpp"

namespace headrace::test {
namespace {

constexpr std::int64_t kTrials = 10'000;
constexpr std::size_t kColumns = 12;

/// Net present values of noise; futures in the box x3 > 0.7 and x7 < 0.35 (a tenth of all) are worth 10 less.
MadeTrials planted(float depth) {
  MadeTrials made(kColumns, kTrials);
  for (std::size_t t = 0; t < static_cast<std::size_t>(kTrials); ++t) {
    const bool inside = made.x(3, t) > 0.7f && made.x(7, t) < 0.35f;
    made.npv(t) = noise(99, t) - (inside ? depth : 0.0f);
  }
  return made;
}

}  // namespace

TEST_CASE("worst futures: a planted box is found and holds in the other half") {
  const MadeTrials made = planted(10);
  const WorstFutures worst = find_worst(made.rows(), made.kept);
  REQUIRE(worst.rules.size() == 1);
  const Rule& rule = worst.rules.front();
  REQUIRE(rule.conditions.size() == 2);
  CHECK(rule.conditions[0].row == 3);
  CHECK(rule.conditions[0].above.value_or(0) == doctest::Approx(0.7).epsilon(0.03));
  CHECK_FALSE(rule.conditions[0].below.has_value());
  CHECK(rule.conditions[1].row == 7);
  CHECK(rule.conditions[1].below.value_or(1) == doctest::Approx(0.35).epsilon(0.05));
  CHECK(rule.checked.trials == kTrials / 2);
  CHECK(rule.checked.density.value > 0.9);
  CHECK(rule.checked.coverage.value > 0.85);
  CHECK(worst.together.value == rule.checked.coverage.value);
  CHECK(rule.checked.density.low < rule.checked.density.value);
}

TEST_CASE("worst futures: two planted boxes are found one after the other") {
  MadeTrials made = planted(0);
  for (std::size_t t = 0; t < static_cast<std::size_t>(kTrials); ++t) {
    const bool first = made.x(3, t) > 0.75f && made.x(7, t) < 0.25f, second = made.x(5, t) < 0.04f;
    made.npv(t) -= first || second ? 10.0f : 0.0f;
  }
  const WorstFutures worst = find_worst(made.rows(), made.kept);
  REQUIRE(worst.rules.size() == 2);
  CHECK(worst.together.value > 0.85);
  CHECK(worst.rules[1].checked.trials < worst.rules[0].checked.trials);
  CHECK(worst.rules[0].checked.coverage.value + worst.rules[1].checked.coverage.value ==
        doctest::Approx(worst.together.value));
}

TEST_CASE("worst futures: noise has no rules") {
  int found = 0;
  for (int sample = 0; sample < 5; ++sample) {
    MadeTrials made(kColumns, 2'000);
    for (std::size_t t = 0; t < 2'000; ++t) made.npv(t) = noise(200 + static_cast<std::uint64_t>(sample), t);
    found += static_cast<int>(find_worst(made.rows(), made.kept).rules.size());
    CHECK(find_worst(made.rows(), made.kept).npv_below == doctest::Approx(0.1).epsilon(0.2));
  }
  CHECK(found == 0);
}

TEST_CASE("worst futures: too few trials and trials all alike have no rules") {
  MadeTrials few = planted(10);
  few.kept.trials = 300;
  CHECK(find_worst(few.rows(), few.kept).rules.empty());
  MadeTrials alike(2, 1'000);
  CHECK(find_worst(alike.rows(), alike.kept).rules.empty());
}

TEST_CASE("worst futures: a box bounds at most three columns and tells of ties") {
  // A yes or no decides: half of its yeses are marked.
  MadeTrials made(6, 4'000);
  PrimColumns columns = made.kept.input;
  std::vector<unsigned char> marked;
  std::vector<int> trials;
  for (int t = 0; t < 4'000; ++t) {
    const auto at = static_cast<std::size_t>(t);
    float& yes = columns[0][at];
    yes = yes > 0.8f ? 1.0f : 0.0f;
    marked.push_back(yes > 0 && columns[1][at] > 0.3f && columns[2][at] > 0.3f && columns[3][at] > 0.3f);
    trials.push_back(t);
  }
  const PrimBox box = find_box(columns, marked, trials);
  CHECK(box.bounds.size() <= 3);
  CHECK(box.bounds.size() >= 2);
  for (const PrimBound& bound : box.bounds) {
    CHECK(bound.column < 4);
    if (bound.column == 0) CHECK(bound.above.value_or(9) == doctest::Approx(0.5));
  }
  PrimOptions one;
  one.most_bounds = 1;
  const PrimBox narrow = find_box(columns, marked, trials, one);
  REQUIRE(narrow.bounds.size() == 1);
  CHECK(narrow.bounds.front().column == 0);
}

}  // namespace headrace::test
