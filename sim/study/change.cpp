#include "sim/study/change.hpp"

#include <cmath>

namespace headrace {

Change change_of(std::span<const float> differences, float limit) {
  Change change;
  double sum = 0;
  for (const float d : differences) {
    if (!(d < limit)) continue;
    sum += static_cast<double>(d);
    ++change.trials;
  }
  if (change.trials == 0) return change;
  const auto n = static_cast<double>(change.trials);
  change.mean = sum / n;
  double square = 0;
  for (const float d : differences) {
    const double gap = static_cast<double>(d) - change.mean;
    if (d < limit) square += gap * gap;
  }
  if (change.trials > 1) change.se = std::sqrt(square / (n - 1) / n);
  return change;
}

}  // namespace headrace
