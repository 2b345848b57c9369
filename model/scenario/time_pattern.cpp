#include "model/scenario/time_pattern.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "model/formula/elementary.hpp"

namespace headrace {

double value_at_week(const std::vector<NumberPair>& points, double week) {
  const auto next =
      std::find_if(points.begin(), points.end(), [&](const NumberPair& point) { return week < point.first; });
  if (next == points.begin()) return points.front().second;
  if (next == points.end()) return points.back().second;
  const NumberPair& last = *(next - 1);
  return last.second + (next->second - last.second) * ((week - last.first) / (next->first - last.first));
}

double season_factor(const Season& season, double week) {
  constexpr double pi = 3.14159265358979323846;
  // A cosine is the same on both sides of its peak: fold the phase onto half a period, where sin() is good.
  const double periods = (week - season.peak_week) / season.period_weeks;
  const double phase = periods - std::floor(periods);
  return 1 + season.amplitude * formula::sin(0.5 * pi - 2 * pi * std::min(phase, 1 - phase));
}

std::vector<float> weekly_factors(const TimePattern& pattern, int weeks) {
  std::vector<float> factors;
  factors.reserve(static_cast<std::size_t>(weeks));
  for (int week = 0; week < weeks; ++week) {
    double factor = pattern.over_time.empty() ? 1 : value_at_week(pattern.over_time, week);
    if (!pattern.times.empty()) factor *= value_at_week(pattern.times, week);
    if (pattern.season) factor *= season_factor(*pattern.season, week);
    factors.push_back(static_cast<float>(factor));
  }
  return factors;
}

}  // namespace headrace
