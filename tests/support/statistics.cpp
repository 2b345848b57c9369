#include "tests/support/statistics.hpp"

#include <algorithm>
#include <numeric>

namespace headrace::test {
namespace {

double moment(std::span<const float> values, double centre, int power) {
  double sum = 0;
  for (const float x : values) sum += std::pow(static_cast<double>(x) - centre, power);
  return sum / static_cast<double>(values.size());
}

std::vector<double> ranks(std::span<const float> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](auto i, auto j) { return values[i] < values[j]; });
  std::vector<double> rank(values.size());
  for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
    while (last < order.size() && values[order[last]] == values[order[first]]) ++last;
    const double shared = 0.5 * static_cast<double>(first + last - 1);
    for (std::size_t k = first; k < last; ++k) rank[order[k]] = shared;
  }
  return rank;
}

}  // namespace

double sd_of(std::span<const float> values) {
  const auto n = static_cast<double>(values.size());
  return std::sqrt(moment(values, moment(values, 0, 1), 2) * n / (n - 1));
}

Estimate mean_of(std::span<const float> values) {
  return {moment(values, 0, 1), sd_of(values) / std::sqrt(static_cast<double>(values.size()))};
}

Estimate sd_estimate(std::span<const float> values) {
  const double mean = moment(values, 0, 1), variance = moment(values, mean, 2);
  const double of_variance = (moment(values, mean, 4) - variance * variance) / static_cast<double>(values.size());
  return {sd_of(values), std::sqrt(of_variance) / (2 * std::sqrt(variance))};
}

Estimate share_below(std::span<const float> values, double x) {
  const auto n = static_cast<double>(values.size());
  const auto below = std::count_if(values.begin(), values.end(), [&](float v) { return static_cast<double>(v) <= x; });
  const double share = static_cast<double>(below) / n;
  return {share, std::sqrt(share * (1 - share) / n)};
}

Estimate rank_correlation(std::span<const float> a, std::span<const float> b) {
  const std::vector<double> x = ranks(a), y = ranks(b);
  const auto n = static_cast<double>(x.size());
  const double middle = 0.5 * (n - 1);
  double xy = 0, xx = 0, yy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xy += (x[i] - middle) * (y[i] - middle);
    xx += (x[i] - middle) * (x[i] - middle);
    yy += (y[i] - middle) * (y[i] - middle);
  }
  const double r = xy / std::sqrt(xx * yy);
  return {r, (1 - r * r) * std::sqrt((1 + 0.5 * r * r) / (n - 3))};
}

}  // namespace headrace::test
