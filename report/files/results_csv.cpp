#include "report/files/results_csv.hpp"

#include "report/tables/input_list.hpp"
#include "report/tables/leak_files.hpp"
#include "report/tables/user_groups.hpp"
#include "report/words/calendar.hpp"
#include "report/words/csv.hpp"
#include "report/words/titles.hpp"
#include "report/words/words.hpp"

namespace headrace {
namespace {

using Names = std::vector<std::string>;

Names with_percentiles(Names names) {
  for (std::string& name : percentile_names()) names.push_back(std::move(name));
  return names;
}

Names with_summary(Names names) {
  names.insert(names.end(), {"trials", "never", "mean", "se", "sd", "min", "max"});
  return with_percentiles(std::move(names));
}

double never_share(const Summary& s) { return static_cast<double>(s.never) / static_cast<double>(s.trials); }

/// Cells of with_summary(); those of the values empty where no trial has one.
void add_summary(Csv& csv, const Summary& s) {
  csv.cell(s.trials).cell(never_share(s));
  if (s.never == s.trials) {
    csv.empty(5 + kPercentileCount);
    return;
  }
  csv.cell(s.mean).cell(s.se).cell(s.sd).cell(s.min).cell(s.max);
  for (const QuantileEstimate& q : s.quantile) csv.cell(q.value);
}

std::string metrics_csv(const RunView& run) {
  Csv csv(with_summary({"metric", "unit"}));
  for (int m = 0; m < kMetrics; ++m) {
    const Term& t = term(static_cast<Output>(m));
    if (!reports(run, static_cast<Output>(m))) continue;
    csv.cell(t.name).cell(unit_name(t.measure, run.programme.scenario.money.currency));
    add_summary(csv, run.results.metrics[m]);
    csv.end_row();
  }
  return csv.text();
}

/// Whose a weekly series is: by id, all empty for the whole programme.
struct Whose {
  std::string_view site{}, team{}, group{};
};

/// Weekly bands of the programme, its teams, sites and user groups, told apart by the columns site, team and group.
class WeeklyCsv {
 public:
  explicit WeeklyCsv(const Scenario& scenario)
      : scenario_(scenario),
        calendar_(scenario.programme.start_date),
        csv_(with_percentiles({"site", "team", "group", "series", "unit", "week", "date", "mean", "se"})) {}

  void add(const Whose& whose, std::string_view series, Measure measure, const Band& band) {
    for (std::size_t k = 0; k < band.week.size(); ++k) {
      csv_.cell(whose.site)
          .cell(whose.team)
          .cell(whose.group)
          .cell(series)
          .cell(unit_name(measure, scenario_.money.currency));
      const bool none = band.at[k].never == band.at[k].trials;
      csv_.cell(band.week[k]).cell(calendar_.iso(band.week[k]));
      none ? csv_.empty(2) : csv_.cell(band.at[k].mean).cell(band.at[k].se);
      for (const QuantileEstimate& q : band.at[k].quantile) csv_.cell(q.value);
      csv_.end_row();
    }
  }
  const std::string& text() const { return csv_.text(); }

 private:
  const Scenario& scenario_;
  Calendar calendar_;
  Csv csv_;
};

std::string weekly_csv(const RunView& run) {
  const Scenario& scenario = run.programme.scenario;
  WeeklyCsv csv(scenario);
  for (int s = 0; s < kSeries; ++s) {
    const Term& t = term(static_cast<Series>(s));
    csv.add({}, t.name, t.measure, run.results.weekly[s]);
  }
  for (std::size_t s = 0; s < run.results.people.size(); ++s) {
    const Term& t = term(static_cast<PeopleSeries>(s));
    csv.add({}, t.name, t.measure, run.results.people[s]);
  }
  for (std::size_t s = 0; s < run.results.use.size(); ++s) {
    const Term& t = term(static_cast<UseSeries>(s));
    csv.add({}, t.name, t.measure, run.results.use[s]);
  }
  for (std::size_t k = 0; k < run.results.team_load.size(); ++k) {
    csv.add({.team = scenario.teams[k].id}, kTeamLoad, Measure::ratio, run.results.team_load[k]);
  }
  for (std::size_t k = 0; k < run.results.team_queue.size(); ++k) {
    csv.add({.team = scenario.teams[k].id}, kTeamQueue, Measure::person_weeks, run.results.team_queue[k]);
  }
  for (std::size_t i = 0; i < run.results.sites.size(); ++i) {
    for (int s = 0; s < kSiteSeries; ++s) {
      const Term& t = term(static_cast<SiteSeries>(s));
      csv.add({.site = scenario.sites[i].id}, t.name, t.measure, run.results.sites[i].bands[s]);
    }
  }
  const std::vector<UserGroup> groups = user_groups(run);
  const Term& regular = term(SiteSeries::regular);
  for (std::size_t r = 0; r < groups.size(); ++r) {
    csv.add({.group = groups[r].id}, regular.name, regular.measure, run.results.roles[r].regular);
  }
  return csv.text();
}

std::string sites_csv(const RunView& run) {
  const Scenario& scenario = run.programme.scenario;
  Csv csv(with_summary({"site", "label", "wave", "metric", "unit"}));
  for (std::size_t i = 0; i < run.results.sites.size(); ++i) {
    const Site& site = scenario.sites[i];
    const auto add = [&](std::string_view metric, Measure measure, const Summary& summary) {
      csv.cell(site.id)
          .cell(title(site))
          .cell(site.wave)
          .cell(metric)
          .cell(unit_name(measure, scenario.money.currency));
      add_summary(csv, summary);
      csv.end_row();
    };
    const SiteResult& result = run.results.sites[i];
    const auto at_end = [&](SiteSeries which) -> const Summary& {
      return result.bands[static_cast<int>(which)].at.back();
    };
    add("go_live_week", Measure::week, result.go_live_week);
    add("net_cash_at_end", Measure::money, at_end(SiteSeries::cumulative_cash));
    add("regular_share_at_end", Measure::share, at_end(SiteSeries::regular));
  }
  return csv.text();
}

std::string items_csv(const RunView& run) {
  Csv csv(with_summary({"item", "label", "site", "kind", "wave", "repetition", "metric", "unit"}));
  for (std::size_t i = 0; i < run.results.items.size(); ++i) {
    const Node& node = run.programme.nodes[static_cast<std::size_t>(run.results.item_node[i])];
    const std::string site = node.site < 0 ? "" : run.programme.scenario.sites[static_cast<std::size_t>(node.site)].id;
    const auto begin = [&](std::string_view metric, std::string_view unit) {
      csv.cell(node.name).cell(node.label).cell(site).cell(kind_name(node.kind)).cell(node.wave).cell(node.repetition);
      csv.cell(metric).cell(unit);
    };
    const ItemResult& item = run.results.items[i];
    begin("start_week", "week");
    add_summary(csv, item.start_week);
    csv.end_row();
    begin("finish_week", "week");
    add_summary(csv, item.finish_week);
    csv.end_row();
    for (int cause = 0; cause < RowLayout::kWaits; ++cause) {
      begin("wait_" + std::string(term(static_cast<RowLayout::Wait>(cause)).name), "weeks");
      add_summary(csv, item.wait_weeks[cause]);
      csv.end_row();
    }
  }
  return csv.text();
}

std::string cash_csv(const RunView& run) {
  Csv csv({"kind", "side", "unit", "mean", "se", "sd", "min", "max"});
  for (int k = 0; k < kCashKinds; ++k) {
    const Summary& s = run.results.cash[k];
    csv.cell(term(static_cast<Cash>(k)).name).cell(k < kFirstCost ? "value" : "cost");
    csv.cell(run.programme.scenario.money.currency)
        .cell(s.mean)
        .cell(s.se)
        .cell(s.sd)
        .cell(s.min)
        .cell(s.max)
        .end_row();
  }
  return csv.text();
}

std::string trials_csv(const RunView& run) {
  Names header = {"trial"};
  std::vector<int> metrics;
  for (int m = 0; m < kMetrics; ++m) {
    if (!reports(run, static_cast<Output>(m))) continue;
    metrics.push_back(m);
    header.emplace_back(term(static_cast<Output>(m)).name);
  }
  Csv csv(header);
  const KeptTrials& kept = run.results.kept;
  for (std::int64_t t = 0; t < kept.trials; ++t) {
    csv.cell(t);
    for (const int m : metrics) {
      const double value = kept.value(static_cast<Output>(m), static_cast<std::size_t>(t));
      const bool never = term(static_cast<Output>(m)).measure != Measure::money && value >= 0.5 * double{kNever};
      never ? csv.empty() : csv.cell(value);
    }
    csv.end_row();
  }
  return csv.text();
}

}  // namespace

std::vector<NamedText> results_csv(const RunView& run) {
  return {{"metrics.csv", metrics_csv(run)}, {"weekly.csv", weekly_csv(run)}, {"sites.csv", sites_csv(run)},
          {"items.csv", items_csv(run)},     {"cash.csv", cash_csv(run)},     {"inputs.csv", inputs_csv(run.model)},
          {"leaks.csv", leaks_csv(run)},     {"trials.csv", trials_csv(run)}};
}

std::string comparison_csv(const ComparisonView& view) {
  Names header = with_summary({"base", "other", "metric", "unit"});
  for (const char* name : {"p_better", "p_worse"}) header.emplace_back(name);
  Csv csv(header);
  const Scenario& base = view.runs.front().programme.scenario;
  for (std::size_t i = 0; i < view.pairs.size(); ++i) {
    for (std::size_t m = 0; m < kMetrics; ++m) {
      const auto metric = static_cast<Output>(m);
      if (!reports(view.runs.front(), metric) || !reports(view.runs[i + 1], metric)) continue;
      const Term& t = term(metric);
      const std::string unit = t.measure == Measure::week ? "weeks" : unit_name(t.measure, base.money.currency);
      csv.cell(base.id).cell(view.runs[i + 1].programme.scenario.id).cell(t.name).cell(unit);
      add_summary(csv, view.pairs[i].difference[m]);
      csv.cell(view.pairs[i].p_better[m]).cell(view.pairs[i].p_worse[m]).end_row();
    }
  }
  return csv.text();
}

}  // namespace headrace
