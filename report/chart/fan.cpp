#include "report/chart/fan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "report/chart/axis.hpp"
#include "report/chart/sheet.hpp"
#include "report/chart/traces.hpp"
#include "report/words/csv.hpp"
#include "report/words/number_text.hpp"

namespace headrace::chart {
namespace {

constexpr std::string_view kPlace = "place/";

/// Words beside the ends of the curves.
std::vector<EndLabel> end_labels(const Fan& fan, const Palette& palette) {
  std::vector<EndLabel> labels;
  const auto add = [&](std::string text, double value, Color color, Weight weight) {
    labels.push_back({std::move(text), value, color, weight});
  };
  const auto last = [&](Percentile p) { return fan.level[p].back(); };
  const MoneyScale scale = money_scale({last(P05), last(P95)});
  add("median " + money(last(P50), scale), last(P50), palette.accent, Weight::semibold);
  if (fan.other && !fan.other->value.empty()) {
    const double end = fan.other->value.back();
    add(fmt::format("{} {}", fan.other->name, money(end, scale)), end, palette.other, Weight::regular);
  }
  if (fan.future && !fan.future->value.empty()) {
    add(fan.future->name, fan.future->value.back(), palette.ink, Weight::regular);
  }
  add("1 in 10 above " + money(last(P90), scale), last(P90), palette.muted, Weight::regular);
  add("1 in 10 below " + money(last(P10), scale), last(P10), palette.muted, Weight::regular);
  return labels;
}

/// Lowest and highest value that is drawn.
Range values_of(const Fan& fan) {
  Range range{0, 0};
  const auto take = [&](const std::vector<double>& values) {
    for (const double v : values) range = {std::min(range.low, v), std::max(range.high, v)};
  };
  take(fan.level[P05]);
  take(fan.level[P95]);
  if (fan.other) {
    take(fan.other->value);
    take(fan.other->low);
    take(fan.other->high);
  }
  if (fan.future) take(fan.future->value);
  return range;
}

void draw_payback(Sheet& sheet, const Plot& plot, const Fan& fan) {
  if (!fan.payback_week || *fan.payback_week > fan.week.back()) return;
  const Point at{plot.x(*fan.payback_week), plot.y(0)};
  const Palette& palette = sheet.palette();
  sheet.canvas().circle(at, 6, palette.background);
  sheet.canvas().circle(at, 4.5f, palette.accent);

  // Words where they hide least: below the line to its right, else to its left, else above.
  const TextStyle right = sheet.style().strong(), left = sheet.style().strong(Align::right);
  const float width = sheet.width_of(fan.payback_text, right), y = at.y + 8;
  const bool fits_right = at.x + width < plot.area.right() && y + right.size < plot.area.bottom();
  if (fits_right && sheet.write({at.x + 4, y}, fan.payback_text, right)) return;
  if (at.x - width > plot.area.x) sheet.write({at.x - 6, at.y - 8 - left.size}, fan.payback_text, left);
}

void draw_marked_week(Sheet& sheet, const Plot& plot, const Fan& fan) {
  if (!fan.marked_week) return;
  const float x = plot.x(*fan.marked_week);
  sheet.vertical(x, plot.area.y, plot.area.bottom(), sheet.palette().ink);
  if (!fan.future || fan.future->value.empty()) return;
  const auto last = static_cast<double>(fan.future->value.size() - 1);
  const auto at = static_cast<std::size_t>(std::clamp(*fan.marked_week, 0.0, last));
  sheet.canvas().circle({x, plot.y(fan.future->value[at])}, 6, sheet.palette().background);
  sheet.canvas().circle({x, plot.y(fan.future->value[at])}, 4.5f, sheet.palette().ink);
}

/// Where the pointer is can be clicked: a mark of its own over those of the weeks.
void mark_place(Sheet& sheet, const Plot& plot, const Fan& fan) {
  const auto& at = sheet.hover().at;
  if (fan.offer.empty() || !at || !plot.area.contains(*at)) return;
  const auto away = [&](double week) { return std::fabs(plot.x(week) - at->x); };
  const auto nearest = std::ranges::min_element(fan.week, {}, away) - fan.week.begin();
  const auto k = static_cast<std::size_t>(nearest);
  const float half = 0.5f;
  sheet.mark({at->x - half, at->y - half, 2 * half, 2 * half}, fan.tips[k] + "\n" + fan.offer,
             fmt::format("{}{}/{}", kPlace, fan.week[k], plot.y.value(at->y)));
}

}  // namespace

std::optional<FanPlace> fan_place(std::string_view target) {
  if (!target.starts_with(kPlace)) return std::nullopt;
  target.remove_prefix(kPlace.size());
  const auto slash = target.find('/');
  if (slash == target.npos) return std::nullopt;
  const auto read = [](std::string_view text, double& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
  };
  FanPlace place;
  const bool both = read(target.substr(0, slash), place.week) && read(target.substr(slash + 1), place.value);
  return both ? std::optional(place) : std::nullopt;
}

std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Fan& fan, const Hover& hover) {
  Sheet sheet(canvas, rect, style, hover);
  const Rect body = sheet.head(fan.heading);
  if (!fan.missing.empty() || fan.week.empty()) {
    sheet.say_missing(body, fan.missing);
    return sheet.take_marks();
  }
  const Palette& palette = style.palette;
  const std::vector<EndLabel> labels = end_labels(fan, palette);
  const Range values = values_of(fan);
  const Plot plot = draw_time_axes(sheet, body,
                                   {.calendar = fan.calendar,
                                    .first_week = fan.week.front(),
                                    .last_week = fan.week.back(),
                                    .low = values.low,
                                    .high = values.high,
                                    .measure = Measure::money,
                                    .room_right = room_for(sheet, body, labels)});

  // Three bands over one another, the median on top.
  canvas.push_clip(plot.area);
  if (fan.other && !fan.other->low.empty()) {
    draw_band(canvas, plot, fan.other->week, fan.other->low, fan.other->high, faded(palette.other, 0.22f));
    draw_curve(canvas, plot, fan.other->week, fan.other->low, faded(palette.other, 0.6f), 1);
    draw_curve(canvas, plot, fan.other->week, fan.other->high, faded(palette.other, 0.6f), 1);
  }
  for (const auto& [low, high] : {std::pair(P05, P95), std::pair(P10, P90), std::pair(P25, P75)}) {
    draw_band(canvas, plot, fan.week, fan.level[low], fan.level[high], faded(palette.accent, 0.16f));
  }
  draw_curve(canvas, plot, fan.week, fan.level[P50], palette.accent, 2.5f);
  if (fan.other) draw_curve(canvas, plot, fan.other->week, fan.other->value, palette.other, 2, Stroke::dashed);
  if (fan.future) draw_curve(canvas, plot, fan.future->week, fan.future->value, palette.ink, 1.5f);
  canvas.pop_clip();
  draw_payback(sheet, plot, fan);
  draw_marked_week(sheet, plot, fan);
  write_end_labels(sheet, plot, labels);
  mark_weeks(sheet, plot, fan.week, fan.tips, fan.level[P50]);
  mark_place(sheet, plot, fan);
  return sheet.take_marks();
}

std::string csv(const Fan& fan) {
  std::vector<std::string> header = {"week", "date", "p05", "p10", "p25", "p50", "p75", "p90", "p95"};
  if (fan.other) header.push_back(fan.other->name);
  if (fan.future) header.push_back(fan.future->name);
  Csv csv(header);
  const auto at = [](const std::optional<Curve>& curve, std::size_t k) -> std::optional<double> {
    return k < curve->value.size() ? std::optional(curve->value[k]) : std::nullopt;
  };
  for (std::size_t k = 0; k < fan.week.size(); ++k) {
    csv.cell(fan.week[k]).cell(fan.calendar.iso(fan.week[k]));
    for (const auto& level : fan.level) csv.cell(level[k]);
    if (fan.other) csv.cell(at(fan.other, k));
    if (fan.future) csv.cell(at(fan.future, k));
    csv.end_row();
  }
  return csv.text();
}

}  // namespace headrace::chart
