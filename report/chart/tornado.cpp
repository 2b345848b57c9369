#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/chart/axis.hpp"
#include "report/chart/bars.hpp"
#include "report/chart/leak_names.hpp"
#include "report/chart/rows.hpp"
#include "report/words/csv.hpp"
#include "report/words/number_text.hpp"

namespace headrace::chart {
namespace {

double swing(const Tornado::Row& row) { return std::fabs(row.high - row.low); }

Color low_color(const Palette& palette) { return mixed(palette.accent, palette.background, 0.55f); }

/// Two colours need two words, at the right above the bars.
void draw_key(Sheet& sheet, const Rect& line) {
  const TextStyle style = sheet.style().quiet();
  float x = line.x;
  const std::pair<Color, std::string_view> keys[] = {{low_color(sheet.palette()), "input at its lowest tenth"},
                                                     {sheet.palette().accent, "at its highest"}};
  for (const auto& [color, words] : keys) {
    const float width = sheet.width_of(words, style);
    if (x + style.size + width > line.right()) return;
    const float side = std::round(0.6f * style.size);
    sheet.canvas().fill({x, line.y + (style.size - side) / 2, side, side}, color, 2);
    sheet.write({x + style.size, line.y}, words, style);
    x += width + 2.2f * style.size;
  }
}

void draw_row(Sheet& sheet, const Rows& rows, const Scale& x, const Tornado& tornado, std::size_t i) {
  const Palette& palette = sheet.palette();
  const Tornado::Row& input = tornado.rows[i];
  const Rect row{sheet.rect().x, rows.row(i).y, sheet.rect().width, rows.height};
  if (sheet.is_under_pointer(row) || sheet.is_selected(input.id)) {
    sheet.canvas().fill(row, faded(palette.neutral, 0.3f));
  }

  // The shorter of two bars on one side lies on top, so that both are seen.
  struct End {
    double value;
    Color color;
  };
  End ends[] = {{input.low, low_color(palette)}, {input.high, palette.accent}};
  if (std::fabs(ends[0].value - tornado.mean) < std::fabs(ends[1].value - tornado.mean)) std::swap(ends[0], ends[1]);
  for (const End& end : ends) sheet.canvas().fill(rows.bar(i, x(tornado.mean), x(end.value)), end.color);
  write_name(sheet, rows, i, input.name);

  // Values at both ends, outside the bars.
  const MoneyScale scale = money_scale({x.low, x.high});
  const float gap = sheet.style().small / 3;
  const auto [low, high] = std::minmax(input.low, input.high);
  sheet.write_beside({x(low) - gap, rows.middle(i)}, money(low, scale), sheet.style().quiet(Align::right), 99);
  sheet.write_beside({x(high) + gap, rows.middle(i)}, money(high, scale), sheet.style().quiet(), 99);
  sheet.mark(row,
             fmt::format("{}\nat its lowest tenth: {} {}\nat its highest tenth: {} {}{}{}", input.name,
                         tornado.currency, money(input.low, scale), tornado.currency, money(input.high, scale),
                         input.hint.empty() ? "" : "\n", input.hint),
             input.id);
}

}  // namespace

Tornado make_tornado(double mean, const std::string& currency, std::vector<Tornado::Row> rows) {
  Tornado tornado;
  tornado.currency = currency;
  tornado.mean = mean;
  std::ranges::stable_sort(rows, [](const Tornado::Row& a, const Tornado::Row& b) { return swing(a) > swing(b); });
  tornado.rows = std::move(rows);
  if (tornado.rows.empty()) {
    tornado.missing = "No input of the scenario is uncertain, so none drives the result.";
    return tornado;
  }
  const Tornado::Row& first = tornado.rows.front();
  tornado.heading = {fmt::format("{} swings the value by {} {}", capital(first.name), currency, money(swing(first))),
                     fmt::format("Mean net present value, {}; over all futures it is {}", currency, money(mean))};
  return tornado;
}

std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Tornado& tornado,
                       const Hover& hover) {
  Sheet sheet(canvas, rect, style, hover);
  Rect body = sheet.head(tornado.heading);
  if (!tornado.missing.empty()) {
    sheet.say_missing(body, tornado.missing);
    return sheet.take_marks();
  }
  const float key = 1.5f * style.small;
  draw_key(sheet, {body.x, body.y, body.width, key});
  body.y += key;
  body.height = std::max(1.0f, body.height - key);

  // The last row says how many there was no room for.
  const std::size_t room = std::min(rows_that_fit(sheet, body.height), tornado.most);
  const std::size_t shown = tornado.rows.size() <= room ? tornado.rows.size() : std::max<std::size_t>(room, 2) - 1;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < shown; ++i) names.push_back(tornado.rows[i].name);
  const std::size_t more = tornado.rows.size() - shown;
  if (more > 0) names.push_back(fmt::format("and {} smaller", grouped(static_cast<std::int64_t>(more))));
  const Rows rows = lay_rows(sheet, body, names, 0, 0.54f);

  Range range{tornado.mean, tornado.mean};
  for (std::size_t i = 0; i < shown; ++i) {
    range = {std::min({range.low, tornado.rows[i].low, tornado.rows[i].high}),
             std::max({range.high, tornado.rows[i].low, tornado.rows[i].high})};
  }
  const float value_room = std::min(4 * style.small, rows.area.width / 4);
  const Scale x{range.low, std::max(range.high, range.low + 1e-9), rows.area.x + value_room,
                rows.area.right() - value_room};
  for (std::size_t i = 0; i < shown; ++i) draw_row(sheet, rows, x, tornado, i);
  if (more > 0) write_name(sheet, rows, shown, names.back());
  sheet.vertical(x(tornado.mean), body.y, rows.row(shown).y, style.palette.ink);
  return sheet.take_marks();
}

std::string csv(const Tornado& tornado) {
  Csv csv({"name", "words", "low", "high", "mean"});
  for (const Tornado::Row& row : tornado.rows) {
    csv.cell(row.id).cell(row.name).cell(row.low).cell(row.high).cell(tornado.mean).end_row();
  }
  return csv.text();
}

}  // namespace headrace::chart
