// Ranks and what is built on them, against cases worked by hand.
#include "sim/study/ranks.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "sim/block/row.hpp"
#include "tests/support/kept_trials.hpp"
#include "tests/support/statistics.hpp"

namespace headrace::test {
namespace {

double spearman(const std::vector<float>& a, const std::vector<float>& b) {
  return correlation(ranks_of(a), ranks_of(b)).value_or(99);
}

}  // namespace

TEST_CASE("ranks: equal values share the mean of their ranks and never comes last") {
  CHECK(ranks_of(std::vector<float>{3, 1, 2}) == std::vector<float>{3, 1, 2});
  CHECK(ranks_of(std::vector<float>{5, 5, 1, 9}) == std::vector<float>{2.5f, 2.5f, 1, 4});
  CHECK(ranks_of(std::vector<float>{kNever, 80, kNever, 60, kNever}) == std::vector<float>{4, 2, 4, 1, 4});
  CHECK(ranks_of(std::vector<float>{}).empty());
}

TEST_CASE("ranks: Spearman by hand with ties and with never") {
  CHECK(spearman({1, 2, 3, 4, 5}, {2, 4, 6, 8, 100}) == 1);
  CHECK(spearman({1, 2, 3, 4, 5}, {5, 4, 3, 2, 1}) == -1);
  // Ranks 1 2 3 4 5 against 2 1 4 3 5: 1 - 6 x 4 / (5 x 24).
  CHECK(spearman({1, 2, 3, 4, 5}, {20, 10, 40, 30, 50}) == doctest::Approx(0.8));
  // Ranks 1 2.5 2.5 4 against 1 2 3 4: 4.5 / sqrt(4.5 x 5).
  CHECK(spearman({1, 2, 2, 3}, {1, 2, 3, 4}) == doctest::Approx(4.5 / std::sqrt(22.5)));
  // Paying back in weeks 60 and 80 and never twice: ranks 1 2 3.5 3.5.
  CHECK(spearman({1, 2, 3, 4}, {60, 80, kNever, kNever}) == doctest::Approx(4.5 / std::sqrt(22.5)));
  CHECK_FALSE(spearman({1, 2, 3, 4}, {60, 80, kNever, kNever}) == doctest::Approx(1));
  CHECK_FALSE(correlation(std::vector<float>{1, 1, 1}, std::vector<float>{1, 2, 3}).has_value());
  CHECK_FALSE(correlation(std::vector<float>{1}, std::vector<float>{1}).has_value());
}

TEST_CASE("ranks: the standard error is how far estimates scatter") {
  // 300 samples of 50 pairs with a correlation of about a half.
  std::vector<float> estimates;
  double error = 0;
  for (std::uint64_t sample = 0; sample < 300; ++sample) {
    std::vector<float> a, b;
    for (std::uint64_t t = 0; t < 50; ++t) {
      a.push_back(noise(2 * sample, t));
      b.push_back(a.back() + 1.6f * noise(2 * sample + 1, t));
    }
    estimates.push_back(static_cast<float>(spearman(a, b)));
    error += rank_error(spearman(a, b), 50).value_or(0) / 300;
  }
  const Estimate scatter = sd_estimate(estimates);
  CHECK(agrees(scatter, error));
  CHECK_FALSE(agrees(scatter, 1.4 * error));
  CHECK_FALSE(rank_error(0.5, 3).has_value());
  CHECK_FALSE(rank_error(std::nullopt, 100).has_value());
}

TEST_CASE("ranks: partial correlations by hand") {
  // r12 = 0.5, r1y = 0.6, r2y = 0.3: (0.6 - 0.15) / sqrt(0.75 x 0.91), and nothing is left of the second.
  const double among[] = {1, 0.5, 0.5, 1}, with_y[] = {0.6, 0.3};
  const auto partial = partial_correlations(among, with_y);
  REQUIRE(partial.has_value());
  CHECK(partial->with_y[0] == doctest::Approx(0.45 / std::sqrt(0.75 * 0.91)));
  CHECK(partial->with_y[1] == doctest::Approx(0));
  CHECK(partial->explained == doctest::Approx(0.36));
  // One that follows from the other has none.
  const double twins[] = {1, 1, 1, 1};
  CHECK_FALSE(partial_correlations(twins, with_y).has_value());
}

TEST_CASE("ranks: interval of a share by Wilson") {
  const Share share = share_of(10, 100);
  CHECK(share.value == 0.1);
  CHECK(share.low == doctest::Approx(0.05522914));
  CHECK(share.high == doctest::Approx(0.17436566));
  CHECK(share_of(0, 20).low == 0);
  CHECK(share_of(0, 20).high > 0.1);
  CHECK(share_of(0, 0).high == 1);
}

}  // namespace headrace::test
