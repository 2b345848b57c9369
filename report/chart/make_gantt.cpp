#include <fmt/format.h>

#include <algorithm>

#include "report/chart/axis.hpp"
#include "report/chart/gantt.hpp"
#include "report/words/number_text.hpp"
#include "report/words/titles.hpp"

namespace headrace::chart {
namespace {

/// "half by Jun 2028, 8 in 10 between Mar 2028 and Jan 2029".
std::string when(const Summary& week, const Calendar& calendar) {
  const auto date = [&](Percentile p) {
    const auto& value = week.quantile[p].value;
    return value ? date_text(calendar, *value) : "never";
  };
  return fmt::format("half by {}, 8 in 10 between {} and {}", date(P50), date(P10), date(P90));
}

std::string tip_of(const Gantt::Row& row, const Summary& start, const Summary& finish, const Calendar& calendar) {
  std::string tip = row.name + "\nstarts: " + when(start, calendar) + "\ndone: " + when(finish, calendar);
  for (std::size_t cause = 0; cause < row.waits.size(); ++cause) {
    if (row.waits[cause] < 0.05) continue;
    tip += fmt::format("\nwaits {} weeks for {}", grouped(row.waits[cause], 1),
                       term(static_cast<::headrace::RowLayout::Wait>(cause)).title);
  }
  if (row.criticality) tip += fmt::format("\ndecides the last go-live {}", how_often(*row.criticality));
  return tip;
}

Gantt::Row row_of(const RunView& run, std::size_t i, std::span<const double> criticality, const Calendar& calendar) {
  const ItemResult& item = run.results.items[i];
  const Node& node = run.programme.nodes[static_cast<std::size_t>(run.results.item_node[i])];
  Gantt::Row row;
  row.name = printable(node.label);
  row.id = "node/" + node.name;
  row.start = item.start_week.quantile[P50].value;
  row.finish = item.finish_week.quantile[P50].value;
  row.early = item.start_week.quantile[P10].value.value_or(row.start.value_or(0));
  row.late = item.finish_week.quantile[P90].value;
  for (std::size_t cause = 0; cause < row.waits.size(); ++cause) row.waits[cause] = item.wait_weeks[cause].mean;
  if (i < criticality.size()) row.criticality = criticality[i];
  row.milestone = node.kind == NodeKind::live;
  row.tip = tip_of(row, item.start_week, item.finish_week, calendar);
  return row;
}

/// From the first start of its items to its go-live, or their last finish.
Gantt::Row whole_of(const RunView& run, int site, const std::vector<Gantt::Row>& items, const Calendar& calendar) {
  Gantt::Row row;
  row.name = site < 0 ? "The programme" : site_title(run.programme, site);
  row.id = site < 0 ? "programme" : "site/" + run.programme.scenario.sites[static_cast<std::size_t>(site)].id;
  bool all_done = true, all_late = true;
  for (const Gantt::Row& item : items) {
    if (item.start && (!row.start || *item.start < *row.start)) {
      row.start = item.start;
      row.early = item.early;
    }
    all_done = all_done && item.finish;
    all_late = all_late && item.late;
    if (item.finish) row.finish = std::max(row.finish.value_or(0), *item.finish);
    if (item.late) row.late = std::max(row.late.value_or(0), *item.late);
    if (item.criticality) row.criticality = std::max(row.criticality.value_or(0), *item.criticality);
  }
  if (!all_done) row.finish.reset();
  if (!all_late) row.late.reset();
  row.tip = row.name;
  if (site >= 0) {
    const Summary& live = run.results.sites[static_cast<std::size_t>(site)].go_live_week;
    row.finish = live.quantile[P50].value;
    row.late = live.quantile[P90].value;
    row.tip += "\nlive: " + when(live, calendar);
  }
  if (row.start) row.tip += "\nstarts: half by " + date_text(calendar, *row.start);
  return row;
}

std::string last_site(const RunView& run) {
  return run.programme.scenario.sites.size() == 1 ? site_title(run.programme, 0) : "The last site";
}

std::string finding(const RunView& run, const Gantt& gantt) {
  // The item that most often decides, where that is known.
  const Gantt::Row* first = nullptr;
  std::string where;
  for (const Gantt::Site& site : gantt.sites) {
    for (const Gantt::Row& item : site.items) {
      if (item.milestone || !item.criticality || (first != nullptr && *item.criticality <= *first->criticality))
        continue;
      first = &item;
      where = site.whole.name;
    }
  }
  if (first != nullptr && *first->criticality > 0) {
    return fmt::format("{}: {} decides the last go-live {}", where, first->name, how_often(*first->criticality));
  }
  const Summary& last = run.results.metrics[static_cast<int>(Output::last_go_live_week)];
  const std::string span = span_of_weeks(run.programme.scenario.programme.horizon_weeks);
  const auto& median = last.quantile[P50].value;
  if (median)
    return fmt::format("{} is live by {} in half of the futures", last_site(run), date_text(gantt.calendar, *median));
  if (last.never >= last.trials) return fmt::format("Not every site is live within {} in any future", span);
  const double share = 1 - static_cast<double>(last.never) / static_cast<double>(last.trials);
  return fmt::format("Every site is live within {} only {}", span, how_often(share));
}

/// A little after the last whisker; the horizon where something may never be done.
double end_of(const Gantt& gantt, double horizon) {
  double last = 0;
  for (const Gantt::Site& site : gantt.sites) {
    last = std::max(last, site.whole.late.value_or(horizon));
    for (const Gantt::Row& item : site.items) last = std::max(last, item.late.value_or(horizon));
  }
  return std::clamp(1.05 * last, 1.0, std::max(1.0, horizon));
}

}  // namespace

Gantt make_gantt(const RunView& run, std::span<const double> criticality) {
  const Scenario& scenario = run.programme.scenario;
  Gantt gantt;
  gantt.calendar = Calendar(scenario.programme.start_date);
  gantt.heading.subtitle =
      "Bars: start to finish in the middle future; whiskers: from the earliest to the latest tenth";
  const int sites = static_cast<int>(scenario.sites.size());
  for (int s = -1; s < sites; ++s) {
    Gantt::Site site;
    for (std::size_t i = 0; i < run.results.items.size(); ++i) {
      const Node& node = run.programme.nodes[static_cast<std::size_t>(run.results.item_node[i])];
      if (node.site == s && node.due) site.items.push_back(row_of(run, i, criticality, gantt.calendar));
    }
    if (site.items.empty() && (s < 0 || run.results.sites.empty())) continue;
    std::ranges::stable_sort(site.items, {},
                             [&](const Gantt::Row& r) { return r.start.value_or(scenario.programme.horizon_weeks); });
    site.whole = whole_of(run, s, site.items, gantt.calendar);
    gantt.sites.push_back(std::move(site));
  }
  if (gantt.sites.empty()) gantt.missing = "The scenario plans no work and no sites, so there is no timeline.";
  gantt.heading.title = finding(run, gantt);
  gantt.last_week = end_of(gantt, scenario.programme.horizon_weeks);
  return gantt;
}

}  // namespace headrace::chart
