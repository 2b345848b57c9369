#include "report/chart/bars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/chart/axis.hpp"
#include "report/chart/rows.hpp"
#include "report/words/csv.hpp"
#include "report/words/number_text.hpp"
#include "report/words/shown_parts.hpp"

namespace headrace::chart {
namespace {

double largest_of(const Bars& bars) {
  double largest = std::fabs(bars.total);
  for (const Part& part : bars.parts) largest = std::max(largest, std::fabs(part.amount));
  return largest;
}

/// "+1.2m", "-0.4m".
std::string money_with_sign(double amount, const MoneyScale& scale) {
  return (amount > 0 ? "+" : "") + money(amount, scale);
}

/// A bar as drawn: a part, several small ones, or all together.
struct DrawnBar {
  Part part;
  std::string tip;
  bool total = false;
};

DrawnBar step_of(const Part& part, const Bars& bars, const MoneyScale& scale) {
  std::string tip = fmt::format("{}: {} {}", part.name, bars.currency, money_with_sign(part.shown, scale));
  if (part.error > 0) tip += fmt::format(" (±{}, 95% interval of the mean)", money(half_interval95(part.error), scale));
  return {part, tip, false};
}

DrawnBar others_of(const Bars& bars, std::size_t first, const MoneyScale& scale) {
  Part others{count_of(static_cast<std::int64_t>(bars.parts.size() - first), "smaller part"), "", 0, 0, 0};
  std::string list;
  for (std::size_t i = first; i < bars.parts.size(); ++i) {
    others.amount += bars.parts[i].amount;
    others.shown += bars.parts[i].shown;
    if (bars.parts[i].shown == 0) continue;
    list += fmt::format("\n{}: {}", bars.parts[i].name, money_with_sign(bars.parts[i].shown, scale));
  }
  DrawnBar step = step_of(others, bars, scale);
  step.tip += list;
  return step;
}

std::vector<DrawnBar> steps_of(const Bars& bars, std::size_t most) {
  const MoneyScale scale = money_scale({largest_of(bars)});
  const std::size_t room = std::max<std::size_t>(most, 2) - 1;
  const std::size_t shown = bars.parts.size() <= room ? bars.parts.size() : room - 1;
  std::vector<DrawnBar> steps;
  for (std::size_t i = 0; i < shown; ++i) steps.push_back(step_of(bars.parts[i], bars, scale));
  if (shown < bars.parts.size()) steps.push_back(others_of(bars, shown, scale));
  steps.push_back(step_of({"Together", "", bars.total, 0, bars.shown_total}, bars, scale));
  steps.back().total = true;
  return steps;
}

void draw_step(Sheet& sheet, const Rows& rows, const Scale& x, const DrawnBar& step, std::size_t i,
               const MoneyScale& scale) {
  const Palette& palette = sheet.palette();
  const Rect row{sheet.rect().x, rows.row(i).y, sheet.rect().width, rows.height};
  if (sheet.is_under_pointer(row) || sheet.is_selected(step.part.id)) {
    sheet.canvas().fill(row, faded(palette.neutral, 0.3f));
  }
  const double amount = step.part.amount;
  const Color color = amount < 0 ? palette.loss : palette.accent;
  sheet.canvas().fill(rows.bar(i, x(0), x(amount)), step.total ? palette.axis : color, 2);
  if (step.part.error > 0) {
    const double reach = half_interval95(step.part.error);
    sheet.horizontal(x(amount - reach), x(amount + reach), rows.middle(i), palette.ink);
  }
  write_name(sheet, rows, i, step.part.name, step.total ? Weight::semibold : Weight::regular);
  TextStyle style = sheet.style().quiet(Align::right);
  style.color = palette.ink;
  if (step.total) style.weight = Weight::semibold;
  sheet.write_beside({sheet.rect().right() - style.size / 2, rows.middle(i)}, money_with_sign(step.part.shown, scale),
                     style, 5 * style.size);
  sheet.mark(row, step.tip, step.part.id);
}

/// Rounds what is shown: all parts add up to the total.
void add_up(Bars& bars, const MoneyScale& scale) {
  std::vector<double> amounts;
  for (const Part& part : bars.parts) amounts.push_back(part.amount);
  const ShownParts shown = shown_parts(bars.total, amounts, last_digit(scale));
  bars.shown_total = shown.total;
  for (std::size_t i = 0; i < bars.parts.size(); ++i) bars.parts[i].shown = shown.parts[i];
}

}  // namespace

Bars make_bars(const std::string& other, const std::string& base, const std::string& currency,
               std::vector<Part> parts) {
  Bars bars;
  bars.currency = currency;
  std::ranges::stable_sort(parts,
                           [](const Part& a, const Part& b) { return std::fabs(a.amount) > std::fabs(b.amount); });
  for (const Part& part : parts) bars.total += part.amount;
  bars.parts = std::move(parts);
  if (bars.parts.empty()) bars.missing = fmt::format("{} and {} do not differ.", other, base);
  if (bars.parts.empty()) return bars;

  const Part& first = bars.parts.front();
  const MoneyScale scale = money_scale({largest_of(bars)});
  add_up(bars, scale);
  const std::string lead = fmt::format("{} from {}", money_with_sign(first.shown, scale), first.name);
  const bool alone = bars.parts.size() == 1;
  bars.heading = {
      alone ? lead : fmt::format("{}; all changes together {}", lead, money_with_sign(bars.shown_total, scale)),
      fmt::format("What leads from {} to {}: net present value, {}, mean of the same futures", base, other, currency)};
  return bars;
}

std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Bars& bars, const Hover& hover) {
  Sheet sheet(canvas, rect, style, hover);
  const Rect body = sheet.head(bars.heading);
  if (!bars.missing.empty()) {
    sheet.say_missing(body, bars.missing);
    return sheet.take_marks();
  }
  const std::vector<DrawnBar> steps = steps_of(bars, rows_that_fit(sheet, body.height));
  std::vector<std::string> names;
  Range range{0, 0};
  for (const DrawnBar& step : steps) {
    names.push_back(step.part.name);
    const double reach = half_interval95(step.part.error);
    range = {std::min(range.low, step.part.amount - reach), std::max(range.high, step.part.amount + reach)};
  }
  const Rows rows = lay_rows(sheet, body, names, 4.5f * style.small);
  const Scale x{range.low, std::max(range.high, range.low + 1e-9), rows.area.x, rows.area.right()};
  const MoneyScale scale = money_scale({largest_of(bars)});
  for (std::size_t i = 0; i < steps.size(); ++i) draw_step(sheet, rows, x, steps[i], i, scale);
  sheet.vertical(x(0), body.y, rows.row(steps.size()).y, style.palette.axis);
  return sheet.take_marks();
}

std::string csv(const Bars& bars) {
  Csv csv({"name", "words", "amount", "se"});
  for (const Part& part : bars.parts) {
    csv.cell(part.id).cell(part.name).cell(part.amount).cell(part.error).end_row();
  }
  csv.cell("together").cell("Together").cell(bars.total).empty().end_row();
  return csv.text();
}

}  // namespace headrace::chart
