#pragma once

#include <string>
#include <vector>

#include "report/chart/sheet.hpp"
#include "report/words/calendar.hpp"
#include "report/words/words.hpp"

namespace headrace::chart {

/// Maps values to pixels along one axis.
struct Scale {
  double low = 0, high = 1;
  float from = 0, to = 1;  ///< pixels of low and high

  float operator()(double value) const;
  double value(float pixel) const;
};

/// Values at which an axis is labelled: whole multiples of 1, 2 or 5 times a power of ten, within [low, high].
struct Ticks {
  std::vector<double> at;
  double step = 1;
};
Ticks nice_ticks(double low, double high, int at_most);

/// A range that holds both values and, unless it is far away, zero; ends on ticks. Never empty.
struct Range {
  double low = 0, high = 1;
};
Range nice_range(double low, double high, int at_most_ticks);

/// A value as an axis shows it: with as many decimals as the step needs, money in the scale of the largest value.
std::string tick_text(double value, double step, double largest, Measure measure);
/// A value as a label or a tooltip shows it.
std::string value_text(double value, Measure measure);

struct TimeTick {
  double week;
  std::string text;
};
/// Beginnings of months, quarters, half-years or years within [from, to]; weeks where there are no dates.
std::vector<TimeTick> time_ticks(const Calendar& calendar, double from, double to, int at_most);

/// "Nov 2028", or "week 97" without dates.
std::string date_text(const Calendar& calendar, double week);

/// The plot of a chart over time or over numbers: its rectangle inside the axes, and its scales.
struct Plot {
  Rect area;
  Scale x, y;
};

/// What the axes of a chart over weeks show.
struct TimeAxes {
  const Calendar& calendar;
  double first_week, last_week;
  double low, high;  ///< values that must be inside
  Measure measure;
  float room_right = 0;  ///< pixels kept free for labels at the end of curves
  bool zero_line = true;
};
/// Draws the grid and the labels of both axes.
Plot draw_time_axes(Sheet& sheet, const Rect& body, const TimeAxes& axes);

/// Labels and lines of a value axis at the left of `area`, and of a time axis below it, on given scales.
void draw_value_axis(Sheet& sheet, const Rect& area, const Scale& y, Measure measure, bool zero_line);
void draw_time_axis(Sheet& sheet, const Rect& area, const Scale& x, const Calendar& calendar);

/// Grid and labels of a value axis that runs to the right, below `area`.
void draw_value_axis_below(Sheet& sheet, const Rect& area, const Scale& x, Measure measure);

/// Width of the widest label of a value axis.
float value_axis_width(const Sheet& sheet, double low, double high, int at_most, Measure measure);

}  // namespace headrace::chart
