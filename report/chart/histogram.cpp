#include "report/chart/histogram.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/chart/axis.hpp"
#include "report/words/csv.hpp"
#include "report/words/number_text.hpp"

namespace headrace::chart {
namespace {

constexpr std::string_view kNeverBar = "bar/never";

std::string bar_name(std::size_t bin) { return fmt::format("bar/{}", bin); }

/// A bar with futures in it can be clicked where that is offered.
void mark_bar(Sheet& sheet, const Histogram& histogram, const Rect& area, const std::string& tip, std::int64_t count,
              std::string target) {
  const bool opens = !histogram.offer.empty() && count > 0;
  sheet.mark(area, opens ? tip + "\n" + histogram.offer : tip, opens ? std::move(target) : std::string());
}

double share_of(const Histogram& histogram, std::int64_t count) {
  return static_cast<double>(count) / static_cast<double>(std::max<std::int64_t>(1, histogram.futures));
}

std::string edge_text(const Histogram& histogram, double value) {
  return histogram.measure == Measure::week ? date_text(histogram.calendar, value) : money(value);
}

/// "1m to 2m", "9m and more", "-3m and less".
std::string span_text(const Histogram& histogram, std::size_t i) {
  const std::string low = edge_text(histogram, histogram.bins[i].low),
                    high = edge_text(histogram, histogram.bins[i].high);
  if (i == 0 && histogram.open_below) return high + " and less";
  if (i + 1 == histogram.bins.size() && histogram.open_above) return low + " and more";
  return low + " to " + high;
}

std::string tip_of(const Histogram& histogram, std::size_t i) {
  const std::int64_t count = histogram.bins[i].count;
  return fmt::format("{}\n{} of the futures ({})", span_text(histogram, i), percent(share_of(histogram, count)),
                     grouped(count));
}

/// Where the bins and the bar of "never" stand.
struct Layout {
  Plot plot;
  Rect never;  ///< no width: none
};

Layout lay_out(Sheet& sheet, const Rect& body, const Histogram& histogram) {
  const float small = sheet.style().small;
  Rect area{body.x, body.y + 1.6f * small, body.width, std::max(1.0f, body.height - 1.6f * small - (small + 6))};
  double most = share_of(histogram, histogram.never);
  for (const Histogram::Bin& bin : histogram.bins) most = std::max(most, share_of(histogram, bin.count));
  const int ticks = 5;
  const Range range = nice_range(0, std::max(most, 0.01), ticks);
  const float left = value_axis_width(sheet, range.low, range.high, ticks, Measure::share) + small / 2;
  area.x += left;
  area.width = std::max(1.0f, area.width - left);

  Layout layout;
  Rect bins = area;
  if (histogram.never > 0) {
    const float width = std::max(3 * small, area.width * 0.08f);
    layout.never = {area.right() - width, area.y, width, area.height};
    bins.width = std::max(1.0f, area.width - width - small);
  }
  const Scale y{range.low, range.high, area.bottom(), area.y};
  layout.plot = {bins, {histogram.bins.front().low, histogram.bins.back().high, bins.x, bins.right()}, y};
  draw_value_axis(sheet, area, y, Measure::share, true);
  return layout;
}

void draw_bins(Sheet& sheet, const Plot& plot, const Histogram& histogram) {
  const Palette& palette = sheet.palette();
  for (std::size_t i = 0; i < histogram.bins.size(); ++i) {
    const Histogram::Bin& bin = histogram.bins[i];
    const float left = plot.x(bin.low), right = plot.x(bin.high), top = plot.y(share_of(histogram, bin.count));
    const Rect column{left, plot.area.y, right - left, plot.area.height};
    const bool below_zero = histogram.measure == Measure::money && bin.high <= 0;
    Color color = below_zero ? palette.loss : palette.accent;
    if (sheet.is_under_pointer(column)) color = mixed(color, palette.ink, 0.35f);
    const float gap = right - left > 6 ? 1.0f : 0.0f;
    sheet.canvas().fill({left + gap, top, std::max(0.5f, right - left - 2 * gap), plot.area.bottom() - top}, color);
    mark_bar(sheet, histogram, column, tip_of(histogram, i), bin.count, bar_name(i));
  }
}

void draw_never(Sheet& sheet, const Layout& layout, const Histogram& histogram) {
  const double share = share_of(histogram, histogram.never);
  const float top = layout.plot.y(share), middle = layout.never.x + layout.never.width / 2;
  sheet.canvas().fill({layout.never.x + 1, top, layout.never.width - 2, layout.never.bottom() - top},
                      sheet.palette().loss);
  TextStyle style = sheet.style().quiet(Align::center);
  style.color = sheet.palette().loss;
  style.weight = Weight::semibold;
  sheet.write({middle, top - style.size - 1}, percent(share), style);
  sheet.write({middle, layout.never.bottom() + 5}, "never", style);
  const std::string tip =
      fmt::format("Not within the horizon\n{} of the futures ({})", percent(share), grouped(histogram.never));
  mark_bar(sheet, histogram, layout.never, tip, histogram.never, std::string(kNeverBar));
}

void draw_markers(Sheet& sheet, const Plot& plot, const Histogram& histogram) {
  for (const Histogram::Marker& marker : histogram.markers) {
    if (marker.value < plot.x.low || marker.value > plot.x.high) continue;
    const float x = plot.x(marker.value), size = sheet.style().small;
    const Point ends[] = {{x, plot.area.y - 2}, {x, plot.area.bottom()}};
    sheet.canvas().line(ends, sheet.palette().ink, 1.25f, Stroke::dashed);

    // Beside the top of the line, on the side with more room.
    const bool right = x < plot.area.x + plot.area.width / 2;
    TextStyle style = sheet.style().quiet(right ? Align::left : Align::right);
    style.color = sheet.palette().ink;
    const float room = right ? sheet.rect().right() - x : x - sheet.rect().x;
    sheet.write({right ? x + 5 : x - 5, plot.area.y - 4 - size}, marker.text, style, room - 8);
  }
}

}  // namespace

bool is_in_bar(const Histogram& histogram, std::string_view target, double value) {
  if (histogram.bins.empty()) return false;
  // Money may be any size; a week may be never.
  if (histogram.measure == Measure::week && value >= 0.5 * static_cast<double>(kNever)) return target == kNeverBar;
  const Histogram::Bin& first = histogram.bins.front();
  const double at = std::floor((value - first.low) / (first.high - first.low));
  const double last = static_cast<double>(histogram.bins.size()) - 1;
  return target == bar_name(static_cast<std::size_t>(std::clamp(at, 0.0, last)));
}

std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Histogram& histogram,
                       const Hover& hover) {
  Sheet sheet(canvas, rect, style, hover);
  const Rect body = sheet.head(histogram.heading);
  if (!histogram.missing.empty() || histogram.bins.empty()) {
    sheet.say_missing(body, histogram.missing);
    return sheet.take_marks();
  }
  const Layout layout = lay_out(sheet, body, histogram);
  if (histogram.measure == Measure::week) {
    draw_time_axis(sheet, layout.plot.area, layout.plot.x, histogram.calendar);
  } else {
    draw_value_axis_below(sheet, layout.plot.area, layout.plot.x, histogram.measure);
  }
  draw_bins(sheet, layout.plot, histogram);
  if (histogram.never > 0) draw_never(sheet, layout, histogram);
  draw_markers(sheet, layout.plot, histogram);
  return sheet.take_marks();
}

std::string csv(const Histogram& histogram) {
  Csv csv({"from", "to", "futures", "share"});
  for (const Histogram::Bin& bin : histogram.bins) {
    csv.cell(bin.low).cell(bin.high).cell(bin.count).cell(share_of(histogram, bin.count)).end_row();
  }
  if (histogram.never > 0) {
    csv.cell("never").empty().cell(histogram.never).cell(share_of(histogram, histogram.never)).end_row();
  }
  return csv.text();
}

}  // namespace headrace::chart
