#include "report/chart/spans.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/chart/axis.hpp"
#include "report/chart/rows.hpp"
#include "report/words/csv.hpp"
#include "report/words/number_text.hpp"
#include "report/words/titles.hpp"

namespace headrace::chart {
namespace {

void draw_row(Sheet& sheet, const Rows& rows, const Scale& x, const Spans& spans, std::size_t i) {
  const Palette& palette = sheet.palette();
  const Spans::Row& row = spans.rows[i];
  const Rect whole{sheet.rect().x, rows.row(i).y, sheet.rect().width, rows.height};
  if (sheet.is_under_pointer(whole) || sheet.is_selected(row.id)) {
    sheet.canvas().fill(whole, faded(palette.neutral, 0.3f));
  }
  write_name(sheet, rows, i, row.name);
  sheet.canvas().fill(rows.bar(i, x(0), x(row.middle), 0.5f), palette.accent, 2);
  const Point ends[] = {{x(row.low), rows.middle(i)}, {x(row.high), rows.middle(i)}};
  sheet.canvas().line(ends, palette.ink, 1.25f);
  sheet.write_beside({x(std::max(row.high, row.middle)) + 6, rows.middle(i)}, value_text(row.middle, spans.measure),
                     sheet.style().quiet(), 99);
  sheet.mark(whole, row.tip, row.id);
}

/// "Regular use ends between 3% at Ulm and 61% at Graz".
std::string finding(const std::vector<Spans::Row>& rows) {
  const auto [least, most] = std::ranges::minmax_element(rows, {}, &Spans::Row::middle);
  if (rows.size() == 1)
    return fmt::format("{} of the people at {} use it in the end", percent(most->middle), most->name);
  if (percent(least->middle) == percent(most->middle)) {
    return fmt::format("{} of the people use it in the end, at every site alike", percent(most->middle));
  }
  return fmt::format("In the end {} use it at {}, but only {} at {}", percent(most->middle), most->name,
                     percent(least->middle), least->name);
}

}  // namespace

Spans make_site_use(const RunView& run) {
  Spans spans;
  spans.heading = {"Who uses it in the end", "Share of each site's people, middle future; lines: 8 of 10 futures"};
  for (std::size_t s = 0; s < run.results.sites.size(); ++s) {
    const Band& band = run.results.sites[s].bands[static_cast<int>(SiteSeries::regular)];
    if (band.at.empty()) continue;
    const Summary& end = band.at.back();
    const auto level = [&](Percentile p) { return end.quantile[p].value.value_or(end.mean); };
    Spans::Row row{site_title(run.programme, static_cast<int>(s)),
                   "site/" + run.programme.scenario.sites[s].id,
                   "",
                   level(P10),
                   level(P50),
                   level(P90)};
    row.tip = fmt::format("{}\nIn regular use at the end: {}\n8 in 10 futures between {} and {}", row.name,
                          percent(row.middle), percent(row.low), percent(row.high));
    spans.rows.push_back(std::move(row));
  }
  if (spans.rows.empty()) {
    spans.missing = "No weeks have been simulated yet, so there is no use to show.";
  } else {
    spans.heading.title = finding(spans.rows);
  }
  return spans;
}

std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Spans& spans, const Hover& hover) {
  Sheet sheet(canvas, rect, style, hover);
  Rect body = sheet.head(spans.heading);
  if (!spans.missing.empty()) {
    sheet.say_missing(body, spans.missing);
    return sheet.take_marks();
  }
  body.height = std::max(1.0f, body.height - style.small - 6);

  // The last row says how many there was no room for.
  const std::size_t room = rows_that_fit(sheet, body.height);
  const std::size_t shown = spans.rows.size() <= room ? spans.rows.size() : std::max<std::size_t>(room, 2) - 1;
  std::vector<std::string> names;
  double largest = 0;
  for (std::size_t i = 0; i < shown; ++i) {
    names.push_back(spans.rows[i].name);
    largest = std::max({largest, spans.rows[i].high, spans.rows[i].middle});
  }
  const std::size_t more = spans.rows.size() - shown;
  if (more > 0) names.push_back(fmt::format("and {} more", grouped(static_cast<std::int64_t>(more))));
  const Rows rows = lay_rows(sheet, body, names, 4 * style.small);
  const Range range = nice_range(0, std::max(largest, 1e-3), 4);
  const Scale x{range.low, range.high, rows.area.x, rows.area.right()};
  const Rect area{rows.area.x, rows.area.y, rows.area.width, rows.height * static_cast<float>(rows.count)};
  draw_value_axis_below(sheet, area, x, spans.measure);
  for (std::size_t i = 0; i < shown; ++i) draw_row(sheet, rows, x, spans, i);
  if (more > 0) write_name(sheet, rows, shown, names.back());
  return sheet.take_marks();
}

std::string csv(const Spans& spans) {
  Csv csv({"name", "words", "p10", "p50", "p90"});
  for (const Spans::Row& row : spans.rows) {
    csv.cell(row.id).cell(row.name).cell(row.low).cell(row.middle).cell(row.high).end_row();
  }
  return csv.text();
}

}  // namespace headrace::chart
