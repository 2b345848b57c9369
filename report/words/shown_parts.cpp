#include "report/words/shown_parts.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace headrace {

ShownParts shown_parts(double total, const std::vector<double>& parts, double unit) {
  ShownParts shown;
  const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
  // Parts that are not all of the total add up to their own sum.
  const bool whole = std::fabs(sum - total) < 1.01 * unit;
  const double wanted = std::nearbyint((whole ? total : sum) / unit);
  shown.total = unit * std::nearbyint(total / unit);

  // Down first, then up where most was cut off.
  std::vector<double> steps;
  for (const double part : parts) steps.push_back(std::floor(part / unit));
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return parts[a] / unit - steps[a] > parts[b] / unit - steps[b];
  });
  double missing = wanted - std::accumulate(steps.begin(), steps.end(), 0.0);
  for (std::size_t k = 0; missing >= 1 && k < order.size(); ++k, missing -= 1) steps[order[k]] += 1;
  for (std::size_t k = order.size(); missing <= -1 && k > 0; --k, missing += 1) steps[order[k - 1]] -= 1;
  for (const double step : steps) shown.parts.push_back(unit * step);
  return shown;
}

double last_digit(const MoneyScale& scale, int decimals) {
  return scale.divisor / std::pow(10.0, money_decimals(scale, decimals));
}

}  // namespace headrace
