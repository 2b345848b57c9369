#pragma once

#include <cstdint>
#include <limits>
#include <span>

namespace headrace {

/// Standard errors on either side of a 95% interval. Tallies have more digits (kNormal95Exact), which results keep.
inline constexpr double kNormal95 = 1.959964;

/// A mean change with its error.
struct Change {
  std::int64_t trials = 0;  ///< those in which both sides have a value
  double mean = 0, se = 0;
  double low() const { return mean - kNormal95 * se; }  ///< 95% interval of the mean
  double high() const { return mean + kNormal95 * se; }
};

/// Mean of some differences, in their order.
/// @param limit  those from it on have no value
Change change_of(std::span<const double> differences, double limit = std::numeric_limits<double>::infinity());

/// Mean of some numbers, added in the same way.
inline double plain_mean(std::span<const double> differences) { return change_of(differences).mean; }

}  // namespace headrace
