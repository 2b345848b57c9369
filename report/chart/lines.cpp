#include "report/chart/lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "report/chart/axis.hpp"
#include "report/chart/traces.hpp"
#include "report/words/csv.hpp"
#include "report/words/number_text.hpp"

namespace headrace::chart {
namespace {

Color color_of(const Palette& palette, std::size_t line) { return palette.series[line % palette.series.size()]; }

Range values_of(const Lines& lines) {
  Range range{0, lines.measure == Measure::share ? 1.0 : 0.0};
  for (const Lines::Line& line : lines.lines) {
    for (const double v : line.low) range.low = std::min(range.low, v);
    for (const double v : line.high) range.high = std::max(range.high, v);
  }
  // A hair above all is all.
  if (lines.measure == Measure::share && range.high < 1.02) range.high = 1;
  return range;
}

}  // namespace

std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Lines& lines, const Hover& hover) {
  Sheet sheet(canvas, rect, style, hover);
  Rect body = sheet.head(lines.heading);
  if (!lines.missing.empty()) {
    sheet.say_missing(body, lines.missing);
    return sheet.take_marks();
  }
  std::vector<EndLabel> labels;
  for (std::size_t i = 0; i < lines.lines.size(); ++i) {
    const Lines::Line& line = lines.lines[i];
    // The number first: where there is little room, the name is cut.
    labels.push_back({value_text(line.middle.back(), lines.measure) + " " + line.name, line.middle.back(),
                      style.palette.ink, Weight::regular, color_of(style.palette, i)});
  }
  const Range values = values_of(lines);
  body = legend_instead(sheet, body, labels);
  const Plot plot = draw_time_axes(sheet, body,
                                   {.calendar = lines.calendar,
                                    .first_week = lines.week.front(),
                                    .last_week = lines.week.back(),
                                    .low = values.low,
                                    .high = values.high,
                                    .measure = lines.measure,
                                    .room_right = room_for(sheet, body, labels)});

  // Ranges first, so that no line is hidden; a selected line stands out.
  canvas.push_clip(plot.area);
  for (std::size_t i = 0; i < lines.lines.size(); ++i) {
    const float strength = sheet.is_selected(lines.lines[i].id) ? 0.3f : 0.13f;
    draw_band(canvas, plot, lines.week, lines.lines[i].low, lines.lines[i].high,
              faded(color_of(style.palette, i), strength));
  }
  for (std::size_t i = 0; i < lines.lines.size(); ++i) {
    const float width = sheet.is_selected(lines.lines[i].id) ? 3.5f : 2.25f;
    draw_curve(canvas, plot, lines.week, lines.lines[i].middle, color_of(style.palette, i), width);
  }
  canvas.pop_clip();
  write_end_labels(sheet, plot, labels);
  mark_weeks(sheet, plot, lines.week, lines.tips, {});
  return sheet.take_marks();
}

Lines::Line make_line(const Band& band, std::string name, std::string id) {
  Lines::Line line{std::move(name), std::move(id), {}, {}, {}};
  for (const Summary& at : band.at) {
    line.low.push_back(at.quantile[P10].value.value_or(at.mean));
    line.middle.push_back(at.quantile[P50].value.value_or(at.mean));
    line.high.push_back(at.quantile[P90].value.value_or(at.mean));
  }
  return line;
}

void write_tips(Lines& lines) {
  for (std::size_t k = 0; k < lines.week.size(); ++k) {
    std::string tip = date_text(lines.calendar, lines.week[k]);
    for (const Lines::Line& line : lines.lines) {
      tip += fmt::format("\n{}: {} (8 of 10: {} to {})", line.name, percent(line.middle[k]), percent(line.low[k]),
                         percent(line.high[k]));
    }
    lines.tips.push_back(tip);
  }
}

std::string csv(const Lines& lines) {
  std::vector<std::string> header = {"week", "date"};
  for (const Lines::Line& line : lines.lines) {
    for (const char* level : {"_p10", "_p50", "_p90"}) header.push_back(line.id + level);
  }
  Csv csv(header);
  for (std::size_t k = 0; k < lines.week.size(); ++k) {
    csv.cell(lines.week[k]).cell(lines.calendar.iso(lines.week[k]));
    for (const Lines::Line& line : lines.lines) csv.cell(line.low[k]).cell(line.middle[k]).cell(line.high[k]);
    csv.end_row();
  }
  return csv.text();
}

}  // namespace headrace::chart
