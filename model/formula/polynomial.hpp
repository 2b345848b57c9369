#pragma once

#include <cstddef>

namespace headrace::formula {

/// c[0] + c[1] x + c[2] x^2 + ..., by Horner's rule; always in the same order of operations.
template <std::size_t n>
constexpr double polynomial(double x, const double (&c)[n]) {
  double sum = c[n - 1];
  for (std::size_t i = n - 1; i-- > 0;) sum = sum * x + c[i];
  return sum;
}

}  // namespace headrace::formula
