#include "report/compare_tables.hpp"

#include <fmt/format.h>

#include "report/cells.hpp"
#include "report/headline.hpp"
#include "report/text_table.hpp"
#include "report/titles.hpp"

namespace headrace {
namespace {

std::string row_title(Output metric, const std::string& currency) {
  const Term& t = term(metric);
  if (t.measure == Measure::money) return fmt::format("{}, {}", t.title, currency);
  return t.measure == Measure::week ? fmt::format("{}, week", t.title) : std::string(t.title);
}

}  // namespace

std::string pair_table(const RunView& base, const RunView& other, const PairResult& pair) {
  const Calendar calendar;
  const std::string& currency = other.programme.scenario.money.currency;
  const auto [theirs_title, mine_title] = titles_apart(base.programme.scenario, other.programme.scenario);
  TextTable table({"", fitted(theirs_title, 14), fitted(mine_title, 14), "difference", "± s.e.", "P10", "P50", "P90",
                   "better", "worse"},
                  24);
  for (int m = 0; m < kMetrics; ++m) {
    const auto metric = static_cast<Output>(m);
    const Measure measure = term(metric).measure;
    const Summary &mine = other.results.metrics[m], &theirs = base.results.metrics[m];
    const MoneyScale wide = money_scale({mine.mean, theirs.mean, pair.difference[m].mean});
    const Cells left(theirs, measure, calendar, wide), right(mine, measure, calendar, wide);
    const Cells change(pair.difference[m], measure, calendar, wide);
    table.add({row_title(metric, currency), left.mean(), right.mean(), change.mean(), change.error(),
               change.duration(P10), change.duration(P50), change.duration(P90), percent(pair.p_better[m]),
               percent(pair.p_worse[m])});
    if (mine.never + theirs.never == 0) continue;
    const auto never = [](const Summary& s) {
      return percent(static_cast<double>(s.never) / static_cast<double>(s.trials));
    };
    table.add({"  never", never(theirs), never(mine), "", "", "", "", "", "", ""});
  }
  return table.text();
}

std::string comparison_text(const ComparisonView& view) {
  const RunView& base = view.runs.front();
  std::string text;
  for (std::size_t i = 0; i < view.pairs.size(); ++i) {
    const RunView& other = view.runs[i + 1];
    text += wrapped(headline(base, other, view.pairs[i])) + "\n" + pair_table(base, other, view.pairs[i]) + "\n";
  }
  return text + wrapped(fmt::format(
                    "{}, seed {}, the same for all. Means; a difference is taken future by future, over those in "
                    "which both have a value; without a value (never) is worst.",
                    count_of(base.results.trials, "future"), base.results.seed));
}

}  // namespace headrace
