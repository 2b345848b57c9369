#include "report/tables/run_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "report/tables/leak_files.hpp"
#include "report/tables/user_groups.hpp"
#include "report/words/cells.hpp"
#include "report/words/headline.hpp"
#include "report/words/shown_parts.hpp"
#include "report/words/text_table.hpp"
#include "report/words/titles.hpp"
#include "report/words/verdict_text.hpp"

namespace headrace {
namespace {

/// "... and 90 more sites (see --out)", or nothing.
std::string rest(std::size_t all, std::string_view noun) {
  if (all <= kScreenRows) return "";
  return fmt::format("... and {} (see --out)\n",
                     count_of(static_cast<std::int64_t>(all - kScreenRows), "more " + std::string(noun)));
}

std::string metric_title(Output metric, const std::string& currency) {
  const Term& t = term(metric);
  switch (metric) {
    case Output::payback_week:
    case Output::last_go_live_week:
      return fmt::format("{}, week", t.title);
    case Output::npv:
    case Output::peak_cash_need:
    case Output::promised_value_per_year:
    case Output::realised_value_per_year:
      return fmt::format("{}, {}", t.title, currency);
    default:
      return std::string(t.title);
  }
}

/// One side of the books in words: its total, and the kinds that make it up.
struct Side {
  std::string total, kinds;
};

/// "1.3m" and " (building 0.9m, licences 0.4m)", largest first; they add up as shown, and what rounds to nothing is
/// left out.
Side side_of(const Results& results, int first, int last, const MoneyScale& scale) {
  std::vector<int> order;
  for (int k = first; k < last; ++k) {
    if (results.cash[k].mean != 0) order.push_back(k);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](int a, int b) { return results.cash[a].mean > results.cash[b].mean; });
  std::vector<double> amounts;
  for (const int k : order) amounts.push_back(results.cash[k].mean);
  const double total = std::accumulate(amounts.begin(), amounts.end(), 0.0);
  const ShownParts shown = shown_parts(total, amounts, last_digit(scale));

  std::string text;
  for (std::size_t k = 0; k < order.size(); ++k) {
    if (shown.parts[k] == 0) continue;
    text += fmt::format("{}{} {}", text.empty() ? " (" : ", ", term(static_cast<Cash>(order[k])).title,
                        money(shown.parts[k], scale));
  }
  return {money(shown.total, scale), text.empty() ? text : text + ")"};
}

std::string cash_lines(const RunView& run) {
  double value = 0, cost = 0;
  for (int k = 0; k < kCashKinds; ++k) (k < kFirstCost ? value : cost) += run.results.cash[k].mean;
  const MoneyScale scale = money_scale({value, cost});
  const Scenario& scenario = run.programme.scenario;
  const Side in = side_of(run.results, 0, kFirstCost, scale);
  const Side out = side_of(run.results, kFirstCost, kCashKinds, scale);
  return wrapped(fmt::format("On average over {}, undiscounted, {}: {} of value{} for {} of cost{}.",
                             span_of_weeks(scenario.programme.horizon_weeks), scenario.money.currency, in.total,
                             in.kinds, out.total, out.kinds));
}

/// What the pilot promised beside what scale gave; nothing without a pilot.
std::string promise_line(const RunView& run) {
  const Scenario& scenario = run.programme.scenario;
  if (!scenario.pilot.present) return "";
  const auto mean = [&](Output which) { return run.results.metrics[static_cast<int>(which)].mean; };
  const double promised = mean(Output::promised_value_per_year), given = mean(Output::realised_value_per_year);
  const MoneyScale scale = money_scale({promised, given});
  return wrapped(fmt::format("The pilot promised {} {} of value a year; the last year gave {}.",
                             scenario.money.currency, money(promised, scale), money(given, scale)));
}

/// Mean weeks spent waiting for people and for approval.
double queued(const ItemResult& item) {
  return item.wait_weeks[RowLayout::team].mean + item.wait_weeks[RowLayout::approval].mean;
}

/// Items that are work, those that wait longest for people or approval first.
std::vector<std::size_t> longest_waits(const RunView& run) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < run.results.items.size(); ++i) {
    if (run.model.items[i].kind != NodeKind::live) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return queued(run.results.items[a]) > queued(run.results.items[b]);
  });
  return order;
}

}  // namespace

std::string metrics_table(const RunView& run) {
  const Scenario& scenario = run.programme.scenario;
  const Calendar calendar(scenario.programme.start_date);
  TextTable table({"", "mean", "± 95%", "P10", "P50", "P90", "never"}, 28);
  for (int m = 0; m < kMetrics; ++m) {
    const auto metric = static_cast<Output>(m);
    if (!reports(run, metric)) continue;
    const Cells cells(run.results.metrics[m], term(metric).measure, calendar);
    if (is_yes_or_no(metric)) {
      table.add({metric_title(metric, scenario.money.currency), cells.mean(), cells.error(), "", "", "", ""});
      continue;
    }
    table.add({metric_title(metric, scenario.money.currency), cells.mean(), cells.error(), cells.quantile(P10),
               cells.quantile(P50), cells.quantile(P90), cells.never()});
  }
  return table.text();
}

std::string sites_table(const RunView& run) {
  const auto& sites = run.programme.scenario.sites;
  if (sites.empty()) return "";
  const Calendar calendar(run.programme.scenario.programme.start_date);
  const auto at_end = [&](std::size_t s, SiteSeries which) -> const Summary& {
    return run.results.sites[s].bands[static_cast<int>(which)].at.back();
  };
  MoneyScale scale;
  for (std::size_t s = 0; s < sites.size(); ++s) {
    const MoneyScale own = scale_of(at_end(s, SiteSeries::cumulative_cash));
    if (own.divisor > scale.divisor) scale = own;
  }

  TextTable table({"Site", "live, week", "P10", "P50", "P90", "never", "regular use",
                   "net cash, " + run.programme.scenario.money.currency},
                  18);
  for (std::size_t s = 0; s < std::min(sites.size(), kScreenRows); ++s) {
    const Cells live(run.results.sites[s].go_live_week, Measure::week, calendar);
    const Cells weeks(run.results.sites[s].go_live_week, Measure::week, Calendar());
    const Cells regular(at_end(s, SiteSeries::regular), Measure::share, calendar);
    const Cells cash(at_end(s, SiteSeries::cumulative_cash), Measure::money, calendar, scale);
    table.add({title(sites[s]), live.mean_error(), weeks.quantile(P10), live.quantile(P50), weeks.quantile(P90),
               live.never(), regular.mean(), cash.mean_error()});
  }
  return table.text() + rest(sites.size(), "site");
}

std::string groups_table(const RunView& run) {
  const std::vector<UserGroup> groups = user_groups(run);
  if (groups.size() < 2) return "";
  TextTable table({"User group", "sites", "regular use", "± 95%", "P10", "P50", "P90"}, 28);
  for (std::size_t r = 0; r < std::min(groups.size(), kScreenRows); ++r) {
    const Cells regular(run.results.roles[r].regular.at.back(), Measure::share, Calendar());
    table.add({groups[r].title, std::to_string(groups[r].sites), regular.mean(), regular.error(), regular.quantile(P10),
               regular.quantile(P50), regular.quantile(P90)});
  }
  return table.text() + rest(groups.size(), "user group");
}

std::string items_table(const RunView& run) {
  const std::vector<std::size_t> order = longest_waits(run);
  if (order.empty()) return "";
  const Calendar calendar;
  TextTable table({"Work item", "done, week", "P10", "P50", "P90", "never", "waits: team", "approval", "work"}, 31);
  for (std::size_t k = 0; k < std::min(order.size(), kScreenRows); ++k) {
    const ItemResult& item = run.results.items[order[k]];
    const Cells done(item.finish_week, Measure::week, calendar);
    const auto wait = [&](int cause) { return Cells(item.wait_weeks[cause], Measure::weeks, calendar).mean(); };
    table.add({node_title(run.programme, run.results.item_node[order[k]]), done.mean_error(), done.quantile(P10),
               done.quantile(P50), done.quantile(P90), done.never(), wait(RowLayout::team), wait(RowLayout::approval),
               wait(RowLayout::predecessor)});
  }
  return table.text() + rest(order.size(), "work item");
}

std::string run_text(const RunView& run) {
  const Scenario& scenario = run.programme.scenario;
  const Calendar calendar(scenario.programme.start_date);
  const VerdictFacts facts = verdict_facts(run);
  std::string text = wrapped(verdict_text(facts, judge(facts))) + "\n";
  text += wrapped(headline(run)) + "\n" + metrics_table(run) + "\n" + promise_line(run) + cash_lines(run);
  for (const std::string& table : {leaks_table(run), sites_table(run), groups_table(run), items_table(run)}) {
    if (!table.empty()) text += "\n" + table;
  }
  const std::string from = calendar.has_dates() ? " from " + calendar.start() : "";
  return text + "\n" +
         wrapped(fmt::format("{}, seed {}; {}{}. P10: one future in ten lies below. ±: 95% interval of the mean. "
                             "Waits in weeks.",
                             count_of(run.results.trials, "future"), run.results.seed,
                             count_of(std::int64_t{run.model.weeks}, "week"), from));
}

}  // namespace headrace
