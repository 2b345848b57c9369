#include "report/tables/compare_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/tables/explain_tables.hpp"
#include "report/words/cells.hpp"
#include "report/words/headline.hpp"
#include "report/words/text_table.hpp"
#include "report/words/titles.hpp"

namespace headrace {
namespace {

/// Short, since ten columns stand beside it; money is in the currency at the table's corner.
std::string row_title(Output metric) {
  switch (metric) {
    case Output::payback_week:
      return "Pays back, week";
    case Output::last_go_live_week:
      return "Last site, week";
    case Output::regular_share:
      return "Regular use";
    default:
      return std::string(term(metric).title);
  }
}

/// A title over a narrow column: two lines at most, the last one always filled.
std::array<std::string, 2> two_lines(const std::string& title) {
  constexpr int width = 11;
  const std::string lines = wrapped(title, width);
  const std::size_t end = lines.find('\n');
  std::string first = fitted(lines.substr(0, end), width), rest = lines.substr(end + 1);
  if (rest.empty()) return {"", first};
  rest.pop_back();
  std::replace(rest.begin(), rest.end(), '\n', ' ');
  return {first, fitted(rest, width)};
}

/// "Spend as planned, before uncertainty: USD 4.10m against 4.12m (-0.5%)."
std::string spend_line(const ComparisonView& view, std::size_t other) {
  if (view.planned_spend.empty()) return {};
  const double mine = view.planned_spend[other], theirs = view.planned_spend.front();
  const MoneyScale scale = money_scale({mine, theirs});
  std::string change = theirs > 0 ? fmt::format(" ({:+.1f}%)", 100 * (mine / theirs - 1)) : "";
  if (change == " (+0.0%)" || change == " (-0.0%)") change = mine == theirs ? ", the same" : "";
  return fmt::format("Spend as planned, before uncertainty: {} {} against {}{}.\n",
                     view.runs.front().programme.scenario.money.currency, money(mine, scale, 2),
                     money(theirs, scale, 2), change);
}

std::string never_cell(const Summary& s) {
  return percent(static_cast<double>(s.never) / static_cast<double>(s.trials));
}

}  // namespace

std::string pair_table(const RunView& base, const RunView& other, const PairResult& pair) {
  const Calendar calendar;
  const auto [theirs_title, mine_title] = titles_apart(base.programme.scenario, other.programme.scenario);
  const auto left_title = two_lines(theirs_title), right_title = two_lines(mine_title);
  const bool one_line = left_title[0].empty() && right_title[0].empty();
  TextTable table({"", left_title[0], right_title[0], "", "", "", "", "", ""}, 24);
  table.add({other.programme.scenario.money.currency, left_title[1], right_title[1], "difference", "P10", "P50", "P90",
             "better", "worse"});
  for (int m = 0; m < kMetrics; ++m) {
    const auto metric = static_cast<Output>(m);
    if (!reports(base, metric) || !reports(other, metric)) continue;
    const Measure measure = term(metric).measure;
    const Summary &mine = other.results.metrics[m], &theirs = base.results.metrics[m];
    const MoneyScale wide = money_scale({mine.mean, theirs.mean, pair.difference[m].mean});
    const Cells left(theirs, measure, calendar, wide), right(mine, measure, calendar, wide);
    const Cells change(pair.difference[m], measure, calendar, wide);
    if (is_yes_or_no(metric)) {
      table.add({row_title(metric), left.mean(), right.mean(), change.mean_error(), "", "", "",
                 percent(pair.p_better[m]), percent(pair.p_worse[m])});
      continue;
    }
    table.add({row_title(metric), left.mean(), right.mean(), change.mean_error(), change.duration(P10),
               change.duration(P50), change.duration(P90), percent(pair.p_better[m]), percent(pair.p_worse[m])});
    if (mine.never + theirs.never == 0) continue;
    table.add({"  never", never_cell(theirs), never_cell(mine), "", "", "", "", "", ""});
  }
  const std::string text = table.text();
  return one_line ? text.substr(text.find('\n') + 1) : text;
}

std::string comparison_text(const ComparisonView& view) {
  const RunView& base = view.runs.front();
  std::string text;
  for (std::size_t i = 0; i < view.pairs.size(); ++i) {
    const RunView& other = view.runs[i + 1];
    text += wrapped(headline(base, other, view.pairs[i])) + "\n" + pair_table(base, other, view.pairs[i]);
    text += spend_line(view, i + 1) + "\n";
    if (!view.explanations.empty()) text += explanation_text(view, i) + "\n";
  }
  return text + wrapped(fmt::format(
                    "{}, seed {}, the same for all. Means; a difference is taken future by future, over those in "
                    "which both have a value, ± its mean's 95% interval; without a value (never) is worst.",
                    count_of(base.results.trials, "future"), base.results.seed));
}

}  // namespace headrace
