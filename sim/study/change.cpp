#include "sim/study/change.hpp"

#include <cmath>

namespace headrace {

Change change_of(std::span<const double> differences, double limit) {
  Change change;
  double sum = 0;
  for (const double d : differences) {
    if (!(d < limit)) continue;
    sum += d;
    ++change.trials;
  }
  if (change.trials == 0) return change;
  const auto n = static_cast<double>(change.trials);
  change.mean = sum / n;
  double square = 0;
  for (const double d : differences) {
    const double gap = d - change.mean;
    if (d < limit) square += gap * gap;
  }
  if (change.trials > 1) change.se = std::sqrt(square / (n - 1) / n);
  return change;
}

}  // namespace headrace
