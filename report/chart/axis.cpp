#include "report/chart/axis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include "report/words/calendar.hpp"
#include "report/words/number_text.hpp"

namespace headrace::chart {
namespace {

int ticks_for(float pixels, float each) { return std::clamp(static_cast<int>(pixels / each), 3, 12); }

int value_ticks(const Sheet& sheet, float height) { return ticks_for(height, 3 * sheet.style().small); }

/// Decimals that tell multiples of a step apart.
int decimals_of(double step) {
  int decimals = 0;
  for (double rest = step; decimals < 6 && std::fabs(rest - std::round(rest)) > 1e-6 * rest; rest *= 10) ++decimals;
  return decimals;
}

std::vector<TimeTick> week_ticks(double from, double to, int at_most) {
  constexpr std::array steps = {1, 2, 4, 13, 26, 52, 104, 260, 520, 1040};
  int step = steps.back();
  for (const int s : steps) {
    if ((to - from) / s < at_most) {
      step = s;
      break;
    }
  }
  std::vector<TimeTick> ticks;
  for (double week = std::ceil(from / step) * step; week <= to; week += step) {
    ticks.push_back({week, (ticks.empty() ? "week " : "") + grouped(week)});
  }
  return ticks;
}

/// "2028" for steps of years; "Apr", with the year at first and in January, for shorter ones.
std::string month_text(std::chrono::year_month month, int step, bool first) {
  const int year = int(month.year());
  const std::string_view name = month_name(month.month());
  if (step % 12 == 0) return fmt::format("{}", year);
  return first || month.month() == std::chrono::January ? fmt::format("{} {}", name, year) : std::string(name);
}

std::vector<TimeTick> month_ticks(std::chrono::sys_days start, double from, double to, int step) {
  using namespace std::chrono;
  const year_month_day first{start + days(static_cast<int>(7 * from))};
  std::vector<TimeTick> ticks;
  for (year_month month = first.year() / first.month();; month += months(1)) {
    const int number = int(month.year()) * 12 + static_cast<int>(unsigned(month.month())) - 1;
    const double week = static_cast<double>((sys_days(month / 1) - start).count()) / 7.0;
    if (week > to) return ticks;
    if (week >= from && number % step == 0) ticks.push_back({week, month_text(month, step, ticks.empty())});
  }
}

}  // namespace

float Scale::operator()(double value) const {
  if (high == low) return from;
  return from + static_cast<float>((value - low) / (high - low)) * (to - from);
}

double Scale::value(float pixel) const {
  if (to == from) return low;
  return low + static_cast<double>((pixel - from) / (to - from)) * (high - low);
}

Ticks nice_ticks(double low, double high, int at_most) {
  const double rough = std::max((high - low) / std::max(1, at_most), 1e-12);
  double power = 1;
  while (power > rough) power /= 10;
  while (power * 10 <= rough) power *= 10;
  double step = 10 * power;
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= rough * (1 - 1e-9)) {
      step = factor * power;
      break;
    }
  }
  Ticks ticks{{}, step};
  const double first = std::ceil(low / step - 1e-9), last = std::floor(high / step + 1e-9);
  for (double k = first; k <= last; k += 1) ticks.at.push_back(k == 0 ? 0 : k * step);
  return ticks;
}

Range nice_range(double low, double high, int at_most_ticks) {
  if (low > 0 && low < 0.6 * high) low = 0;
  if (high < 0 && high > 0.6 * low) high = 0;
  if (!(high > low)) {
    const double around = std::max(1e-3, std::fabs(low) * 0.1);
    if (low > 0) low -= around;
    high += around;
  }
  const double step = nice_ticks(low, high, at_most_ticks).step;
  return {std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step};
}

std::string tick_text(double value, double step, double largest, Measure measure) {
  if (measure == Measure::share) return percent(value, decimals_of(100 * step));
  if (measure != Measure::money) return grouped(value, decimals_of(step));
  if (value == 0) return "0";
  const MoneyScale scale = money_scale({largest});
  return grouped(value / scale.divisor, decimals_of(step / scale.divisor)) + std::string(scale.suffix);
}

std::string value_text(double value, Measure measure) {
  if (measure == Measure::money) return money(value);
  if (measure == Measure::share) return percent(value);
  const bool whole = std::fabs(value) >= 20 || value == std::round(value);
  return grouped(value, whole ? 0 : 1);
}

std::vector<TimeTick> time_ticks(const Calendar& calendar, double from, double to, int at_most) {
  if (!calendar.has_dates()) return week_ticks(from, to, at_most);
  constexpr std::array steps = {1, 3, 6, 12, 24, 60, 120};
  int step = steps.back();
  for (const int s : steps) {
    if ((to - from) * 12 / 52.18 / s < at_most) {
      step = s;
      break;
    }
  }
  return month_ticks(*calendar.first_day(), from, to, step);
}

std::string date_text(const Calendar& calendar, double week) {
  return calendar.has_dates() ? calendar.month(week) : fmt::format("week {}", shown_week(week));
}

void draw_value_axis(Sheet& sheet, const Rect& area, const Scale& y, Measure measure, bool zero_line) {
  const Ticks ticks = nice_ticks(y.low, y.high, value_ticks(sheet, area.height));
  const TextStyle style = sheet.style().quiet(Align::right);
  const double largest = std::max(std::fabs(y.low), std::fabs(y.high));
  for (const double value : ticks.at) {
    const bool zero = zero_line && value == 0;
    sheet.horizontal(area.x, area.right(), y(value), zero ? sheet.palette().axis : sheet.palette().hairline);
    sheet.write_beside({area.x - style.size / 2, y(value)}, tick_text(value, ticks.step, largest, measure), style,
                       area.x - sheet.rect().x);
  }
}

void draw_time_axis(Sheet& sheet, const Rect& area, const Scale& x, const Calendar& calendar) {
  const TextStyle style = sheet.style().quiet(Align::center);
  const int most = ticks_for(area.width, 4.6f * style.size);
  for (const TimeTick& tick : time_ticks(calendar, x.low, x.high, most)) {
    sheet.vertical(x(tick.week), area.bottom(), area.bottom() + 4, sheet.palette().axis);
    const float half = sheet.width_of(tick.text, style) / 2;
    const float middle =
        std::clamp(x(tick.week), sheet.rect().x + half, std::max(sheet.rect().x + half, sheet.rect().right() - half));
    sheet.write({middle, area.bottom() + 5}, tick.text, style);
  }
  sheet.horizontal(area.x, area.right(), area.bottom(), sheet.palette().axis);
}

void draw_value_axis_below(Sheet& sheet, const Rect& area, const Scale& x, Measure measure) {
  const Ticks ticks = nice_ticks(x.low, x.high, ticks_for(area.width, 5 * sheet.style().small));
  const TextStyle style = sheet.style().quiet(Align::center);
  const double largest = std::max(std::fabs(x.low), std::fabs(x.high));
  for (const double value : ticks.at) {
    sheet.vertical(x(value), area.y, area.bottom(), value == 0 ? sheet.palette().axis : sheet.palette().hairline);
    const std::string text = tick_text(value, ticks.step, largest, measure);
    const float half = sheet.width_of(text, style) / 2;
    const float middle =
        std::clamp(x(value), sheet.rect().x + half, std::max(sheet.rect().x + half, sheet.rect().right() - half));
    sheet.write({middle, area.bottom() + 5}, text, style);
  }
}

float value_axis_width(const Sheet& sheet, double low, double high, int at_most, Measure measure) {
  const Ticks ticks = nice_ticks(low, high, at_most);
  const double largest = std::max(std::fabs(low), std::fabs(high));
  float width = 0;
  for (const double value : ticks.at) {
    width = std::max(width, sheet.width_of(tick_text(value, ticks.step, largest, measure), sheet.style().quiet()));
  }
  return width;
}

Plot draw_time_axes(Sheet& sheet, const Rect& body, const TimeAxes& axes) {
  const float below = sheet.style().small + 6, above = sheet.style().small / 2;
  Rect area{body.x, body.y + above, body.width, std::max(1.0f, body.height - below - above)};
  const int most = value_ticks(sheet, area.height);
  const Range range = nice_range(axes.low, axes.high, most);

  // Room for the labels of values at the left.
  const float left = value_axis_width(sheet, range.low, range.high, most, axes.measure) + sheet.style().small / 2;
  area.x += left;
  area.width = std::max(1.0f, area.width - left - axes.room_right);

  const Plot plot{area,
                  {axes.first_week, std::max(axes.last_week, axes.first_week + 1), area.x, area.right()},
                  {range.low, range.high, area.bottom(), area.y}};
  draw_value_axis(sheet, area, plot.y, axes.measure, axes.zero_line);
  draw_time_axis(sheet, area, plot.x, axes.calendar);
  return plot;
}

}  // namespace headrace::chart
