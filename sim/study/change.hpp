#pragma once

#include <cstdint>
#include <limits>
#include <span>

namespace headrace {

/// A mean change with its error.
struct Change {
  std::int64_t trials = 0;  ///< those in which both sides have a value
  double mean = 0, se = 0;
  double low() const { return mean - 1.959964 * se; }  ///< 95% interval of the mean
  double high() const { return mean + 1.959964 * se; }
};

/// Mean of some differences, in their order.
/// @param limit  those from it on have no value
Change change_of(std::span<const double> differences, double limit = std::numeric_limits<double>::infinity());

}  // namespace headrace
