#include "model/limits/adjust.hpp"

#include <algorithm>

namespace headrace {

void adjust(Quantity& quantity, const Adjustment& by) {
  quantity.distribution = adjusted(quantity.distribution, by);
  for (NumberPair& point : quantity.pattern.over_time) point.second = adjusted(by, point.second);
}

void raise(Quantity& quantity, double plus, const Range& range) { adjust(quantity, {1, plus, range.low, range.high}); }

void stretch(Quantity& quantity, double times, const Range& range) {
  if (times <= 0) return fix(quantity, std::clamp(0.0, range.low, range.high));
  adjust(quantity, {times, 0, range.low, range.high});
}

void fix(Quantity& quantity, double value) {
  quantity.distribution = exact(value);
  quantity.pattern = {};
}

bool differs(const Quantity& quantity, double value) {
  return quantity.pattern.varies() || quantity.distribution != exact(value);
}

}  // namespace headrace
