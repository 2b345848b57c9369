#include "report/chart/waterfall.hpp"

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

/// Causes below this share of the potential are drawn as one.
constexpr double kSmall = 0.01;

/// A bar as drawn: a cause, several small ones, or one of the ends.
struct Step {
  enum class Kind { start, loss, planned, others, end };
  Kind kind;
  std::string name, id, tip;
  double from, to;
  double shown, share;  ///< as written beside it
};

/// The share of the potential as it adds up; in words where it rounds to nothing.
std::string share_text(const Waterfall& waterfall, double share, double amount) {
  if (share == 0 && waterfall.start > 0) return percent(amount / waterfall.start);
  return percent(share, 0);
}

std::string amount_text(const Waterfall& waterfall, double shown, double share, double amount) {
  return fmt::format("{} {}, {} of the potential", waterfall.currency,
                     money(shown, money_scale({waterfall.start}), kPartDecimals), share_text(waterfall, share, amount));
}

/// The smallest losses as one step that says what is in it.
Step others_of(const Waterfall& waterfall, std::size_t first, double level) {
  const auto count = static_cast<std::int64_t>(waterfall.losses.size() - first);
  double sum = 0, shown = 0, share = 0;
  std::string list;
  for (std::size_t i = first; i < waterfall.losses.size(); ++i) {
    const Waterfall::Loss& loss = waterfall.losses[i];
    sum += loss.amount;
    shown += loss.shown;
    share += loss.shown_share;
    // What rounds to nothing is counted, not listed.
    if (loss.shown == 0) continue;
    list += fmt::format("\n{}: {}", loss.name, money(loss.shown, money_scale({waterfall.start}), kPartDecimals));
  }
  const std::string name = count_of(count, "smaller cause");
  return {Step::Kind::others, name,  "",   name + ": " + amount_text(waterfall, shown, share, sum) + list, level,
          level - sum,        shown, share};
}

/// @param most   rows
/// @param wide   room for names in full
std::vector<Step> steps_of(const Waterfall& waterfall, std::size_t most, bool wide) {
  // With potential and realised, and one step for what has no row of its own.
  const std::size_t room = std::max<std::size_t>(most, 3) - 2;
  const auto large = static_cast<std::size_t>(std::ranges::count_if(
      waterfall.losses, [&](const Waterfall::Loss& loss) { return loss.amount >= kSmall * waterfall.start; }));
  const std::size_t wished = large + 1 >= waterfall.losses.size() ? waterfall.losses.size() : large;
  const std::size_t shown = wished == waterfall.losses.size() && wished <= room ? wished : std::min(wished, room - 1);
  std::vector<Step> steps;
  const auto end_of = [&](Step::Kind kind, const char* name, double amount, double written, double share) {
    const std::string tip = fmt::format("{} value: {}", name, amount_text(waterfall, written, share, amount));
    steps.push_back({kind, name, "", tip, 0, amount, written, share});
  };
  end_of(Step::Kind::start, "Potential", waterfall.start, waterfall.shown_start, waterfall.start > 0 ? 1 : 0);
  double level = waterfall.start;
  for (std::size_t i = 0; i < shown; ++i) {
    const Waterfall::Loss& loss = waterfall.losses[i];
    steps.push_back({loss.planned ? Step::Kind::planned : Step::Kind::loss, wide ? loss.name : loss.label, loss.id,
                     loss.name + ": " + amount_text(waterfall, loss.shown, loss.shown_share, loss.amount), level,
                     level - loss.amount, loss.shown, loss.shown_share});
    level -= loss.amount;
  }
  if (shown < waterfall.losses.size()) {
    steps.push_back(others_of(waterfall, shown, level));
    level = steps.back().to;
  }
  end_of(Step::Kind::end, "Realised", waterfall.end, waterfall.shown_end, waterfall.shown_end_share);
  return steps;
}

Color color_of(const Palette& palette, Step::Kind kind) {
  switch (kind) {
    case Step::Kind::loss:
      return palette.loss;
    case Step::Kind::others:
      return mixed(palette.loss, palette.background, 0.45f);
    case Step::Kind::end:
      return palette.accent;
    default:
      return palette.neutral;
  }
}

void draw_step(Sheet& sheet, const Rows& rows, const Scale& x, const Step& step, std::size_t i,
               const Waterfall& waterfall) {
  const Palette& palette = sheet.palette();
  const bool is_end = step.kind == Step::Kind::start || step.kind == Step::Kind::end;
  const Rect row{sheet.rect().x, rows.row(i).y, sheet.rect().width, rows.height};
  if (sheet.is_under_pointer(row) || sheet.is_selected(step.id)) {
    sheet.canvas().fill(row, faded(palette.neutral, 0.3f));
  }
  sheet.canvas().fill(rows.bar(i, x(step.from), x(step.to)), color_of(palette, step.kind), 2);
  write_name(sheet, rows, i, step.name, is_end ? Weight::semibold : Weight::regular);

  // How much, as money and as a share, at the right edge.
  TextStyle style = sheet.style().quiet(Align::right);
  style.color = palette.ink;
  if (is_end) style.weight = Weight::semibold;
  const double sign = is_end ? 1 : -1;
  const float right = sheet.rect().right() - sheet.style().small / 2, share_width = 3.4f * style.size;
  const std::string share = share_text(waterfall, step.share, std::fabs(step.to - step.from));
  sheet.write_beside({right, rows.middle(i)}, share, style, share_width);
  sheet.write_beside({right - share_width, rows.middle(i)},
                     money(sign * step.shown, money_scale({waterfall.start}), kPartDecimals), style, 5 * style.size);
  sheet.mark(row, step.tip, step.id);
}

}  // namespace

std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Waterfall& waterfall,
                       const Hover& hover) {
  Sheet sheet(canvas, rect, style, hover);
  const Rect body = sheet.head(waterfall.heading);
  if (!waterfall.missing.empty()) {
    sheet.say_missing(body, waterfall.missing);
    return sheet.take_marks();
  }
  const std::vector<Step> steps = steps_of(waterfall, rows_that_fit(sheet, body.height), body.width > 45 * style.small);
  std::vector<std::string> names;
  for (const Step& step : steps) names.push_back(step.name);
  const Rows rows = lay_rows(sheet, body, names, 7 * style.small);

  const Scale x{0, std::max(waterfall.start, 1e-9), rows.area.x, rows.area.right()};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    draw_step(sheet, rows, x, steps[i], i, waterfall);
    if (i + 1 < steps.size()) {
      sheet.vertical(x(steps[i].to), rows.middle(i), rows.middle(i + 1), style.palette.axis);
    }
  }
  return sheet.take_marks();
}

namespace {

/// Rounds what is shown: realised value and all losses add up to the potential, in money and in hundredths.
void add_up(Waterfall& waterfall) {
  std::vector<double> amounts = {waterfall.end}, shares;
  for (const Waterfall::Loss& loss : waterfall.losses) amounts.push_back(loss.amount);
  for (const double amount : amounts) shares.push_back(amount / waterfall.start);
  const ShownParts shown =
      shown_parts(waterfall.start, amounts, last_digit(money_scale({waterfall.start}), kPartDecimals));
  const ShownParts hundredths = shown_parts(1, shares, 0.01);
  waterfall.shown_start = shown.total;
  waterfall.shown_end = shown.parts[0];
  waterfall.shown_end_share = hundredths.parts[0];
  for (std::size_t i = 0; i < waterfall.losses.size(); ++i) {
    waterfall.losses[i].shown = shown.parts[i + 1];
    waterfall.losses[i].shown_share = hundredths.parts[i + 1];
  }
}

}  // namespace

Waterfall make_waterfall(const RunView& run) {
  return make_waterfall(run, run.results.leaks, cause_names(run.programme));
}

Waterfall make_waterfall(const RunView& run, const LeakResults& leaks, std::span<const CauseName> causes) {
  Waterfall waterfall;
  const Scenario& scenario = run.programme.scenario;
  const std::string span = span_of_weeks(scenario.programme.horizon_weeks);
  waterfall.currency = scenario.money.currency;
  waterfall.start = leaks.potential.mean;
  waterfall.end = leaks.realised.mean;
  waterfall.heading = {"",
                       fmt::format("Value over {}, {}, mean of all futures, not discounted", span, waterfall.currency)};
  if (waterfall.start <= 0)
    waterfall.missing = "The scenario has no use case with a value, so there is nothing to lose.";

  const Waterfall::Loss* worst = nullptr;
  for (const std::size_t i : by_size(leaks)) {
    waterfall.losses.push_back({capital(causes[i].words), capital(causes[i].label), causes[i].id, leaks.causes[i].mean,
                                i == static_cast<std::size_t>(LeakCause::wave)});
  }
  if (waterfall.start > 0) add_up(waterfall);
  waterfall.heading.title = fmt::format("{} of the potential value is realised",
                                        share_text(waterfall, waterfall.shown_end_share, waterfall.end));
  for (const Waterfall::Loss& loss : waterfall.losses) {
    if (worst == nullptr && !loss.planned) worst = &loss;
  }
  if (worst == nullptr) return waterfall;
  const std::size_t cause = by_size(leaks)[static_cast<std::size_t>(worst - waterfall.losses.data())];
  waterfall.heading.title = fmt::format("{} of the value is lost because {}",
                                        share_text(waterfall, worst->shown_share, worst->amount), causes[cause].reason);
  return waterfall;
}

std::string csv(const Waterfall& waterfall) {
  Csv csv({"name", "words", "amount", "share"});
  const auto add = [&](const std::string& id, const std::string& words, double amount) {
    csv.cell(id).cell(words).cell(amount).cell(waterfall.start > 0 ? amount / waterfall.start : 0.0);
    csv.end_row();
  };
  add("potential", "Potential", waterfall.start);
  for (const Waterfall::Loss& loss : waterfall.losses) add(loss.id, loss.name, -loss.amount);
  add("realised", "Realised", waterfall.end);
  return csv.text();
}

}  // namespace headrace::chart
