#include "report/chart/gantt.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "report/chart/axis.hpp"
#include "report/chart/legend.hpp"
#include "report/chart/rows.hpp"
#include "report/words/csv.hpp"
#include "report/words/number_text.hpp"

namespace headrace::chart {
namespace {

using Wait = ::headrace::RowLayout::Wait;

/// A row as drawn: of a site or of an item below its site.
struct Line {
  const Gantt::Row* row;
  bool site;
};

/// Every item where there is room, else the sites, and below the selected one its items.
std::vector<Line> lines_of(const Gantt& gantt, std::size_t room, const std::string& selected) {
  std::size_t items = 0;
  for (const Gantt::Site& site : gantt.sites) items += 1 + site.items.size();
  std::vector<Line> lines;
  for (const Gantt::Site& site : gantt.sites) {
    const bool open = items <= room || gantt.sites.size() <= 2 || site.whole.id == selected ||
                      std::ranges::any_of(site.items, [&](const auto& item) { return item.id == selected; });
    lines.push_back({&site.whole, true});
    if (!open) continue;
    for (const Gantt::Row& item : site.items) lines.push_back({&item, false});
  }
  return lines;
}

/// The part of the lines that has room, around the selected one.
std::vector<Line> window_of(std::vector<Line> lines, std::size_t room, const std::string& selected) {
  if (lines.size() <= room) return lines;
  const auto at = std::ranges::find_if(lines, [&](const Line& line) { return line.row->id == selected; });
  const auto chosen = at == lines.end() ? std::size_t{0} : static_cast<std::size_t>(at - lines.begin());
  const std::size_t first = std::min(chosen > room / 3 ? chosen - room / 3 : 0, lines.size() - room);
  return {lines.begin() + static_cast<std::ptrdiff_t>(first),
          lines.begin() + static_cast<std::ptrdiff_t>(first + room)};
}

Color wait_color(const Palette& palette, std::size_t cause) {
  switch (static_cast<Wait>(cause)) {
    case Wait::gate:
      return palette.series[3];
    case Wait::funds:
      return palette.series[2];
    case Wait::team:
      return palette.loss;
    case Wait::approval:
      return palette.series[1];
    default:
      return palette.neutral;  // its wave, earlier work: as planned
  }
}

/// The more often a row decides the last go-live, the stronger.
Color bar_color(const Palette& palette, const Line& line) {
  const float least = line.site ? 0.55f : 0.35f;
  if (!line.row->criticality) return mixed(palette.background, palette.accent, line.site ? 1.0f : 0.6f);
  return mixed(palette.background, palette.accent,
               least + (1 - least) * static_cast<float>(std::clamp(*line.row->criticality, 0.0, 1.0)));
}

void draw_waits(Sheet& sheet, const Rows& rows, const Scale& x, const Line& line, std::size_t i) {
  if (line.site || !line.row->start) return;
  double end = *line.row->start;
  for (std::size_t cause = line.row->waits.size(); cause-- > 0;) {
    const double begin = std::max(x.low, end - line.row->waits[cause]);
    if (end - begin > 0.05) {
      sheet.canvas().fill(rows.bar(i, x(begin), x(end), 0.24f), wait_color(sheet.palette(), cause));
    }
    end = begin;
  }
}

void draw_line(Sheet& sheet, const Rows& rows, const Scale& x, const Line& line, std::size_t i) {
  const Palette& palette = sheet.palette();
  const Gantt::Row& row = *line.row;
  const Rect whole{sheet.rect().x, rows.row(i).y, sheet.rect().width, rows.height};
  if (sheet.is_under_pointer(whole) || sheet.is_selected(row.id)) {
    sheet.canvas().fill(whole, faded(palette.neutral, 0.3f));
  }
  if (rows.height >= sheet.style().small) {
    write_name(sheet, rows, i, row.name, line.site ? Weight::semibold : Weight::regular);
  }
  sheet.mark(whole, row.tip, row.id);
  if (!row.start) {
    sheet.write_beside({rows.area.x + 4, rows.middle(i)}, "not started in half of the futures", sheet.style().quiet(),
                       rows.area.width - 8);
    return;
  }

  // Waits, whiskers to the horizon where it may never be done, then the bar.
  draw_waits(sheet, rows, x, line, i);
  const float middle = rows.middle(i);
  const Point ends[] = {{x(std::max(x.low, row.early)), middle},
                        {x(std::min(row.late.value_or(x.high), x.high)), middle}};
  sheet.canvas().line(ends, palette.axis, 1.25f, row.late ? Stroke::solid : Stroke::dashed);
  const float from = x(*row.start), to = x(std::min(row.finish.value_or(x.high), x.high));
  if (row.milestone) {
    const float r = std::clamp(rows.height * 0.3f, 2.0f, 6.0f);
    const Point diamond[] = {{to, middle - r}, {to + r, middle}, {to, middle + r}, {to - r, middle}};
    sheet.canvas().polygon(diamond, palette.ink);
    return;
  }
  const Color color = bar_color(palette, line);
  const Rect bar = rows.bar(i, from, to, line.site ? 0.62f : 0.5f);
  sheet.canvas().fill(bar, row.finish ? color : mixed(palette.background, color, 0.35f), 2);
  if (!row.finish) {
    TextStyle style = sheet.style().quiet();
    style.color = palette.ink;
    sheet.write_beside({from + 6, middle}, "not done in half of the futures", style, to - from - 8);
  }
}

/// Causes of waiting that are seen, and what strength means.
std::vector<LegendEntry> legend_of(const Palette& palette, const std::vector<Line>& lines) {
  std::vector<LegendEntry> entries;
  const bool knows = std::ranges::any_of(lines, [](const Line& line) { return line.row->criticality.has_value(); });
  if (knows) entries.push_back({palette.accent, "the stronger, the more often it decides the last go-live"});
  bool planned = false;
  for (std::size_t cause = 0; cause < lines.front().row->waits.size(); ++cause) {
    const bool seen = std::ranges::any_of(
        lines, [&](const Line& line) { return !line.site && line.row->start && line.row->waits[cause] > 0.05; });
    const Color color = wait_color(palette, cause);
    if (!seen) continue;
    if (color != palette.neutral) {
      entries.push_back({color, fmt::format("waits for {}", term(static_cast<Wait>(cause)).title)});
    } else if (!std::exchange(planned, true)) {
      entries.push_back({color, "waits for its wave or earlier work"});
    }
  }
  return entries;
}

}  // namespace

std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Gantt& gantt, const Hover& hover) {
  Sheet sheet(canvas, rect, style, hover);
  Rect body = sheet.head(gantt.heading);
  if (!gantt.missing.empty()) {
    sheet.say_missing(body, gantt.missing);
    return sheet.take_marks();
  }
  const float below = style.small + 6, legend = 3 * style.small;
  const std::size_t room = rows_that_fit(sheet, body.height - below - legend);
  std::vector<Line> lines = lines_of(gantt, room, hover.selected);
  body = draw_legend(sheet, body, legend_of(style.palette, lines));
  body.height = std::max(1.0f, body.height - below);
  const std::size_t all = lines.size();
  lines = window_of(std::move(lines), rows_that_fit(sheet, body.height), hover.selected);

  std::vector<std::string> names;
  for (const Line& line : lines) names.push_back(line.row->name);
  const Rows rows = lay_rows(sheet, body, names, style.small / 2, 0.36f);
  const Rect area{rows.area.x, rows.area.y, rows.area.width, rows.height * static_cast<float>(rows.count)};
  const Scale x{0, gantt.last_week, area.x, area.right()};
  draw_time_axis(sheet, area, x, gantt.calendar);
  if (lines.size() < all) {
    sheet.write({rect.x + style.small / 2, area.bottom() + 5},
                fmt::format("{} more", grouped(static_cast<std::int64_t>(all - lines.size()))), style.quiet());
  }
  for (std::size_t i = 0; i < lines.size(); ++i) draw_line(sheet, rows, x, lines[i], i);
  return sheet.take_marks();
}

std::string csv(const Gantt& gantt) {
  Csv csv({"site", "item", "start_p10", "start_p50", "finish_p50", "finish_p90", "criticality", "wait_wave",
           "wait_gate", "wait_predecessor", "wait_funds", "wait_team", "wait_approval"});
  for (const Gantt::Site& site : gantt.sites) {
    const auto add = [&](const Gantt::Row& row, const std::string& item) {
      csv.cell(site.whole.name).cell(item).cell(row.early).cell(row.start).cell(row.finish).cell(row.late);
      csv.cell(row.criticality);
      for (const double weeks : row.waits) csv.cell(weeks);
      csv.end_row();
    };
    add(site.whole, "");
    for (const Gantt::Row& item : site.items) add(item, item.name);
  }
  return csv.text();
}

}  // namespace headrace::chart
