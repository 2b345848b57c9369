#pragma once

#include <optional>
#include <vector>

#include "model/text/diagnostics.hpp"

namespace headrace {

/// Two numbers that belong together: a week and a value, or the first week and the week after the last.
struct NumberPair {
  double first = 0, second = 0;
  Location where{};
};

/// A number that swings with the year: factor 1 + amplitude cos(2 pi (week - peak_week) / period_weeks).
struct Season {
  double period_weeks = 52;
  double amplitude = 0;
  double peak_week = 0;
};

/// How a number changes from week to week. Absent parts leave it as it is.
struct TimePattern {
  std::vector<NumberPair> over_time;  ///< week and value, weeks rising: stands instead of the number itself
  std::vector<NumberPair> times;      ///< week and factor, weeks rising
  std::optional<Season> season;
  double low = 0, high = 0;  ///< range of the number's key: what comes out is kept inside it

  bool varies() const { return !over_time.empty() || !times.empty() || season.has_value(); }
};

/// Linear between points, constant before the first and after the last.
/// @param points  at least one, weeks rising
double value_at_week(const std::vector<NumberPair>& points, double week);

/// Factor of a season in a week; its mean over a whole period of weeks is 1.
double season_factor(const Season& season, double week);

/// What the number is multiplied by in each week, at the week's start; where `over_time` stands, the number itself.
/// @return  [weeks]
std::vector<float> weekly_factors(const TimePattern& pattern, int weeks);

}  // namespace headrace
