#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace headrace::test {

/// An estimate with its standard error.
struct Estimate {
  double value = 0;
  double se = 0;
};

/// Is the estimate within 4 standard errors of the expected value? Wrong in 1 of 16,000 honest cases; seeds are fixed.
inline bool agrees(const Estimate& estimate, double expected) {
  return std::fabs(estimate.value - expected) <= 4 * estimate.se;
}

Estimate mean_of(std::span<const float> values);
double sd_of(std::span<const float> values);
/// Standard deviation, with the error that follows from the fourth moment.
Estimate sd_estimate(std::span<const float> values);
/// Share of values at or below x.
Estimate share_below(std::span<const float> values, double x);
/// Spearman's rank correlation; error by Bonett and Wright (2000).
Estimate rank_correlation(std::span<const float> a, std::span<const float> b);

}  // namespace headrace::test
