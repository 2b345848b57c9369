#include "report/chart/heat.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "report/chart/axis.hpp"
#include "report/chart/legend.hpp"
#include "report/chart/rows.hpp"
#include "report/words/csv.hpp"

namespace headrace::chart {
namespace {

/// Those of the areas of lost value, in the same order, so that a cause has one colour on a page. Pale and strong
/// shades of these stay apart: the first colour of the series, of which sky blue would be a pale shade, is not among
/// them.
constexpr std::array<std::size_t, kHeatColors> kHues = {1, 2, 3, 4, 5};

std::vector<Color> colors_of(const Heat& heat, const Palette& palette) {
  std::vector<Color> colors;
  std::size_t next = 0;
  for (const Heat::Cause& cause : heat.causes) {
    colors.push_back(cause.tone == Heat::Tone::series    ? palette.series[kHues.at(next++ % kHues.size())]
                     : cause.tone == Heat::Tone::planned ? palette.neutral
                                                         : palette.axis);
  }
  return colors;
}

/// As many names as do not touch.
void write_names(Sheet& sheet, const Rows& rows, const Heat& heat) {
  const auto every = static_cast<std::size_t>(std::ceil(1.05f * sheet.style().small / std::max(0.1f, rows.height)));
  for (std::size_t s = 0; s < heat.sites.size(); s += std::max<std::size_t>(1, every)) {
    write_name(sheet, rows, s, heat.sites[s], sheet.is_selected(heat.targets[s]) ? Weight::semibold : Weight::regular);
  }
}

void draw_cells(Sheet& sheet, const Rows& rows, const Scale& x, const Heat& heat) {
  const std::vector<Color> colors = colors_of(heat, sheet.palette());
  const auto spans = static_cast<std::size_t>(heat.spans);
  const Color background = sheet.palette().background;
  const float gap = rows.height > 8 ? 1.0f : 0.0f;
  for (std::size_t s = 0; s < heat.sites.size(); ++s) {
    for (std::size_t k = 0; k < spans; ++k) {
      const Heat::Cell& cell = heat.cells[s * spans + k];
      // Whole pixels, so that neighbours neither overlap nor leave a seam.
      const float left = std::round(x(static_cast<double>(k) * kLeakSpan));
      const float right = std::round(x(std::min<double>(heat.weeks, static_cast<double>(k + 1) * kLeakSpan)));
      const Rect box{left, rows.row(s).y, right - left, rows.height};
      if (cell.cause >= 0) {
        // A little lost is still seen, all lost is the full colour.
        const auto strength = static_cast<float>(0.25 + 0.75 * cell.share);
        sheet.canvas().fill({box.x, box.y + gap / 2, box.width, std::max(0.5f, box.height - gap)},
                            mixed(background, colors[static_cast<std::size_t>(cell.cause)], strength));
      }
      if (sheet.is_under_pointer(box)) sheet.canvas().outline(box, sheet.palette().ink, 1.5f);
      sheet.mark(box, cell.tip, heat.targets[s]);
    }
  }
}

}  // namespace

std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Heat& heat, const Hover& hover) {
  Sheet sheet(canvas, rect, style, hover);
  Rect body = sheet.head(heat.heading);
  if (!heat.missing.empty()) {
    sheet.say_missing(body, heat.missing);
    return sheet.take_marks();
  }
  std::vector<LegendEntry> entries;
  const std::vector<Color> colors = colors_of(heat, style.palette);
  for (std::size_t i = 0; i < heat.causes.size(); ++i) entries.push_back({colors[i], heat.causes[i].name});
  body = draw_legend(sheet, body, entries);

  body.height = std::max(1.0f, body.height - (style.small + 6));
  const Rows rows = lay_rows(sheet, body, heat.sites, style.small / 2, 0.3f);
  const Rect area{rows.area.x, rows.area.y, rows.area.width, rows.height * static_cast<float>(rows.count)};
  const Scale x{0, static_cast<double>(heat.weeks), area.x, area.right()};
  draw_cells(sheet, rows, x, heat);
  write_names(sheet, rows, heat);
  draw_time_axis(sheet, area, x, heat.calendar);
  return sheet.take_marks();
}

std::string csv(const Heat& heat) {
  Csv csv({"site", "week", "date", "main_cause", "lost_share"});
  const auto spans = static_cast<std::size_t>(heat.spans);
  for (std::size_t c = 0; c < heat.cells.size(); ++c) {
    const Heat::Cell& cell = heat.cells[c];
    const int week = static_cast<int>(c % spans) * kLeakSpan;
    csv.cell(heat.sites[c / spans]).cell(week).cell(heat.calendar.iso(week));
    csv.cell(cell.cause < 0 ? "" : heat.causes[static_cast<std::size_t>(cell.cause)].id).cell(cell.share).end_row();
  }
  return csv.text();
}

}  // namespace headrace::chart
