#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/chart/mark.hpp"
#include "report/chart/style.hpp"
#include "report/words/calendar.hpp"
#include "report/words/run_view.hpp"

namespace headrace::chart {

/// One line over weeks.
struct Curve {
  std::string name;
  std::vector<double> week, value;
  std::vector<double> low, high;  ///< [week] what holds 8 of 10 futures; empty: the line alone
};

/// Net cash so far over time: how all futures spread.
struct Fan {
  Heading heading;
  std::string missing;  ///< what is missing for a chart; empty: nothing
  Calendar calendar;
  std::string currency;
  std::vector<double> week;
  std::array<std::vector<double>, kPercentileCount> level;  ///< [percentile][week]
  std::vector<std::string> tips;                            ///< [week]
  std::optional<double> payback_week;                       ///< median; none where half of the futures never pay back
  std::string payback_text;                                 ///< beside its marker
  std::optional<Curve> other;                               ///< another scenario's median
  std::optional<Curve> future;                              ///< one of the futures
  std::optional<double> marked_week;                        ///< a line there, with a dot on the future
  std::string offer;  ///< what a click on the plot opens, last line of its tips; empty: it opens nothing
};

/// A point of the plot.
struct FanPlace {
  double week = 0;   ///< one of Fan::week
  double value = 0;  ///< net cash so far
};

/// The place that a click on a fan with an offer names as its target; nothing for any other target.
std::optional<FanPlace> fan_place(std::string_view target);

Fan make_fan(const RunView& run);
/// Adds another scenario's median.
void add_other(Fan& fan, const RunView& other);
/// Adds another scenario's median and the band of 8 of 10 futures, under a short name.
void add_other_fan(Fan& fan, const RunView& other, const std::string& name);
/// Adds one future. @param cumulative_cash  [week]
void add_future(Fan& fan, const std::string& name, std::span<const double> cumulative_cash);

std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Fan& fan, const Hover& hover = {});
std::string csv(const Fan& fan);

}  // namespace headrace::chart
