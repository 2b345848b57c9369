#include "report/files/results_json.hpp"

#include <algorithm>

#include "report/tables/explain_tables.hpp"
#include "report/tables/input_list.hpp"
#include "report/tables/leak_files.hpp"
#include "report/tables/user_groups.hpp"
#include "report/words/calendar.hpp"
#include "report/words/json_text.hpp"
#include "report/words/number_text.hpp"
#include "report/words/titles.hpp"
#include "report/words/verdict_text.hpp"
#include "report/words/words.hpp"

namespace headrace {
namespace {

std::string quantile_key(std::size_t p) { return std::string(percentile_name(static_cast<Percentile>(p))); }

bool has_values(const Summary& s) { return s.never < s.trials; }

Json value_or_null(const Summary& s, double value) { return has_values(s) ? json_number(value) : Json(nullptr); }

/// Mean, spread and quantiles.
Json figures(const Summary& s) {
  Json result;
  result["mean"] = value_or_null(s, s.mean);
  result["se"] = value_or_null(s, s.se);
  result["sd"] = value_or_null(s, s.sd);
  result["min"] = value_or_null(s, s.min);
  result["max"] = value_or_null(s, s.max);
  for (std::size_t p = 0; p < kPercentileCount; ++p) result[quantile_key(p)] = json_number(s.quantile[p].value);
  result["never"] = json_number(static_cast<double>(s.never) / static_cast<double>(s.trials));
  return result;
}

/// 95% interval of the mean, where there are trials enough to tell.
Json mean_interval(const Summary& s) {
  if (s.trials - s.never < 2) return json_interval(std::nullopt, std::nullopt);
  const double half = half_interval95(s.se);
  return json_interval(s.mean - half, s.mean + half);
}

/// The same with 95% intervals of the mean and the quantiles and how far off counting in bins may put them.
Json full_figures(const Summary& s, const std::string& unit) {
  Json result;
  result["unit"] = unit;
  result.update(figures(s));
  Json& interval = result["interval95"];
  interval["mean"] = mean_interval(s);
  for (std::size_t p = 0; p < kPercentileCount; ++p) {
    interval[quantile_key(p)] = json_interval(s.quantile[p].low, s.quantile[p].high);
  }
  result["bin_width"] = json_number(s.bin_width);
  return result;
}

/// Of what holds in a trial or does not: the share of trials.
Json share_of_trials(const Summary& s) {
  Json result;
  result["unit"] = "share";
  result["mean"] = value_or_null(s, s.mean);
  result["se"] = value_or_null(s, s.se);
  result["interval95"]["mean"] = mean_interval(s);
  return result;
}

Json metric_figures(const Summary& s, Output metric, const std::string& unit) {
  return is_yes_or_no(metric) ? share_of_trials(s) : full_figures(s, unit);
}

/// Columns: one array for each statistic, by week.
Json band(const Band& b, const std::string& unit) {
  Json result;
  result["unit"] = unit;
  result["week"] = b.week;
  Json mean = Json::array(), error = Json::array();
  for (const Summary& s : b.at) {
    mean.push_back(value_or_null(s, s.mean));
    error.push_back(value_or_null(s, s.se));
  }
  result["mean"] = std::move(mean);
  result["se"] = std::move(error);
  for (std::size_t p = 0; p < kPercentileCount; ++p) {
    Json& column = result[quantile_key(p)] = Json::array();
    for (const Summary& s : b.at) column.push_back(json_number(s.quantile[p].value));
  }
  return result;
}

/// How quantiles were found: from the trials themselves while all are kept, else from counts in bins.
const char* quantile_method(const Results& results) {
  return results.kept.trials == results.trials ? "exact" : "binned";
}

Json scenario_json(const Scenario& scenario) {
  Json result;
  result["id"] = scenario.id;
  result["label"] = title(scenario);
  result["question"] = scenario.programme.question;
  Json& files = result["files"] = Json::array();
  for (const std::string& file : scenario.files) files.push_back(file_name(file));
  return result;
}

Json start_date(const Scenario& scenario) {
  const std::string date = Calendar(scenario.programme.start_date).iso(0);
  return date.empty() ? Json(nullptr) : Json(date);
}

Json metrics_json(const RunView& run) {
  Json result;
  for (int m = 0; m < kMetrics; ++m) {
    const auto metric = static_cast<Output>(m);
    if (!reports(run, metric)) continue;
    const Term& t = term(metric);
    result[std::string(t.name)] =
        metric_figures(run.results.metrics[m], metric, unit_name(t.measure, run.programme.scenario.money.currency));
  }
  return result;
}

Json cash_json(const Results& results) {
  Json result;
  for (int k = 0; k < kCashKinds; ++k) {
    const Summary& s = results.cash[k];
    Json& kind = result[std::string(term(static_cast<Cash>(k)).name)];
    kind["mean"] = json_number(s.mean);
    kind["se"] = json_number(s.se);
    kind["sd"] = json_number(s.sd);
    kind["min"] = json_number(s.min);
    kind["max"] = json_number(s.max);
  }
  return result;
}

Json weekly_json(const RunView& run) {
  Json result;
  for (int s = 0; s < kSeries; ++s) {
    const Term& t = term(static_cast<Series>(s));
    result[std::string(t.name)] =
        band(run.results.weekly[s], unit_name(t.measure, run.programme.scenario.money.currency));
  }
  for (std::size_t s = 0; s < run.results.people.size(); ++s) {
    const Term& t = term(static_cast<PeopleSeries>(s));
    result[std::string(t.name)] = band(run.results.people[s], unit_name(t.measure, ""));
  }
  for (std::size_t s = 0; s < run.results.use.size(); ++s) {
    const Term& t = term(static_cast<UseSeries>(s));
    result[std::string(t.name)] = band(run.results.use[s], unit_name(t.measure, ""));
  }
  return result;
}

Json teams_json(const RunView& run, const std::vector<Band>& bands, Measure measure) {
  Json result = Json::array();
  for (std::size_t k = 0; k < bands.size(); ++k) {
    const Team& team = run.programme.scenario.teams[k];
    Json entry;
    entry["team"] = team.id;
    entry["label"] = title(team);
    entry.update(band(bands[k], unit_name(measure, "")));
    result.push_back(std::move(entry));
  }
  return result;
}

/// Id of the team, the hub or the system (`site/system`) that a cause is about.
std::string cause_id(const RunView& run, std::size_t cause) {
  const Scenario& scenario = run.programme.scenario;
  if (cause < 2) return "";
  const std::size_t team = cause - 2;
  if (team < scenario.teams.size()) return scenario.teams[team].id;
  const std::size_t hub = team - scenario.teams.size();
  if (hub < scenario.hubs.size()) return scenario.hubs[hub].id;
  const CompiledSystem& system = run.model.systems[hub - scenario.hubs.size()];
  const Site& site = scenario.sites[static_cast<std::size_t>(system.site)];
  return site.id + "/" + site.systems[static_cast<std::size_t>(system.system)].id;
}

/// Which cause called for a redesign first, in what share of trials.
Json redesign_json(const RunView& run) {
  Json result = Json::array();
  for (std::size_t c = 0; c < run.results.redesign_first.size(); ++c) {
    Json entry;
    entry["cause"] = std::string(cause_name(run.model, static_cast<int>(c)));
    entry["id"] = cause_id(run, c);
    entry["share"] = json_number(run.results.redesign_first[c].mean);
    entry["se"] = json_number(run.results.redesign_first[c].se);
    result.push_back(std::move(entry));
  }
  return result;
}

Json sites_json(const RunView& run) {
  Json result = Json::array();
  for (std::size_t i = 0; i < run.results.sites.size(); ++i) {
    const Site& site = run.programme.scenario.sites[i];
    Json entry;
    entry["id"] = site.id;
    entry["label"] = title(site);
    entry["wave"] = site.wave;
    entry["go_live_week"] = figures(run.results.sites[i].go_live_week);
    Json& weekly = entry["weekly"];
    for (int s = 0; s < kSiteSeries; ++s) {
      const Term& t = term(static_cast<SiteSeries>(s));
      weekly[std::string(t.name)] =
          band(run.results.sites[i].bands[s], unit_name(t.measure, run.programme.scenario.money.currency));
    }
    result.push_back(std::move(entry));
  }
  return result;
}

/// User groups of one id together, wherever they are.
Json groups_json(const RunView& run) {
  Json result = Json::array();
  const std::vector<UserGroup> groups = user_groups(run);
  const Term& regular = term(SiteSeries::regular);
  for (std::size_t r = 0; r < groups.size(); ++r) {
    Json entry;
    entry["id"] = groups[r].id;
    entry["label"] = groups[r].title;
    entry["sites"] = groups[r].sites;
    entry["weekly"][std::string(regular.name)] =
        band(run.results.roles[r].regular, unit_name(regular.measure, run.programme.scenario.money.currency));
    result.push_back(std::move(entry));
  }
  return result;
}

Json gates_json(const RunView& run) {
  Json result = Json::array();
  for (std::size_t g = 0; g < run.results.gates.size(); ++g) {
    const Gate& gate = run.programme.scenario.gates[g];
    const GateResult& found = run.results.gates[g];
    Json entry;
    entry["id"] = gate.id;
    entry["label"] = title(gate);
    entry["opens_wave"] = gate.opens_wave;
    entry["p_passed"] =
        json_number(1 - static_cast<double>(found.passed_week.never) / static_cast<double>(found.passed_week.trials));
    entry["tests"]["mean"] = json_number(found.tests.mean);
    entry["tests"]["se"] = json_number(found.tests.se);
    entry["passed_week"] = figures(found.passed_week);
    result.push_back(std::move(entry));
  }
  return result;
}

Json items_json(const RunView& run) {
  Json result = Json::array();
  for (std::size_t i = 0; i < run.results.items.size(); ++i) {
    const Node& node = run.programme.nodes[static_cast<std::size_t>(run.results.item_node[i])];
    const ItemResult& item = run.results.items[i];
    Json entry;
    entry["name"] = node.name;
    entry["label"] = printable(node.label);
    entry["site"] =
        node.site < 0 ? Json(nullptr) : Json(run.programme.scenario.sites[static_cast<std::size_t>(node.site)].id);
    entry["kind"] = std::string(kind_name(node.kind));
    entry["start_week"] = figures(item.start_week);
    entry["finish_week"] = figures(item.finish_week);
    Json& waits = entry["wait_weeks"];
    for (int cause = 0; cause < RowLayout::kWaits; ++cause) {
      Json& wait = waits[std::string(term(static_cast<RowLayout::Wait>(cause)).name)];
      wait["mean"] = json_number(item.wait_weeks[cause].mean);
      wait["se"] = json_number(item.wait_weeks[cause].se);
    }
    result.push_back(std::move(entry));
  }
  return result;
}

Json risks_json(const RunView& run) {
  Json result = Json::array();
  for (std::size_t r = 0; r < run.results.risks.size(); ++r) {
    const Risk& risk = run.programme.scenario.risks[r];
    const RiskResult& found = run.results.risks[r];
    Json entry;
    entry["id"] = risk.id;
    entry["label"] = title(risk);
    entry["struck"]["mean"] = json_number(found.struck.mean);
    entry["struck"]["se"] = json_number(found.struck.se);
    entry["strikes"]["mean"] = json_number(found.strikes.mean);
    entry["strikes"]["se"] = json_number(found.strikes.se);
    result.push_back(std::move(entry));
  }
  return result;
}

Json inputs_json(const CompiledModel& model) {
  Json result = Json::array();
  for (const InputLine& line : input_lines(model)) {
    Json entry;
    entry["name"] = line.name;
    entry["distribution"] = line.distribution;
    entry["mean"] = json_number(line.mean);
    entry["p10"] = json_number(line.p10);
    entry["p50"] = json_number(line.p50);
    entry["p90"] = json_number(line.p90);
    entry["p99"] = json_number(line.p99);
    entry["largest"] = json_number(line.largest);
    entry["origin"] = line.given ? "scenario" : "default";
    entry["source"] = line.source;
    entry["owner"] = line.owner;
    result.push_back(std::move(entry));
  }
  return result;
}

void add_run(Json& to, const RunView& run) {
  const Scenario& scenario = run.programme.scenario;
  to["trials"] = run.results.trials;
  to["seed"] = run.results.seed;
  to["horizon_weeks"] = scenario.programme.horizon_weeks;
  to["currency"] = scenario.money.currency;
  to["start_date"] = start_date(scenario);
  to["quantile_method"] = quantile_method(run.results);
}

}  // namespace

std::string results_json(const RunView& run) {
  Json document = opening_of("headrace-results", 2);
  document["scenario"] = scenario_json(run.programme.scenario);
  add_run(document, run);
  document["metrics"] = metrics_json(run);
  document["p_npv_positive"] = json_number(run.results.p_npv_positive);
  document["p_payback"] = json_number(run.results.p_payback);
  const VerdictFacts facts = verdict_facts(run);
  document["verdict"] = verdict_json(facts, judge(facts));
  document["ask"] = ask_json(run.programme.scenario);
  document["cash"] = cash_json(run.results);
  document["leaks"] = leaks_json(run);
  document["weekly"] = weekly_json(run);
  document["redesign_first"] = redesign_json(run);
  document["team_load"] = teams_json(run, run.results.team_load, Measure::ratio);
  document["team_queue"] = teams_json(run, run.results.team_queue, Measure::person_weeks);
  document["sites"] = sites_json(run);
  document["groups"] = groups_json(run);
  document["gates"] = gates_json(run);
  document["items"] = items_json(run);
  document["risks"] = risks_json(run);
  document["inputs"] = inputs_json(run.model);
  return json_text(document);
}

std::string comparison_json(const ComparisonView& view) {
  Json document = opening_of("headrace-comparison");
  add_run(document, view.runs.front());
  Json& scenarios = document["scenarios"] = Json::array();
  for (std::size_t i = 0; i < view.runs.size(); ++i) {
    const RunView& run = view.runs[i];
    Json entry = scenario_json(run.programme.scenario);
    if (!view.planned_spend.empty()) entry["planned_spend"] = json_number(view.planned_spend[i]);
    entry["metrics"] = metrics_json(run);
    entry["p_npv_positive"] = json_number(run.results.p_npv_positive);
    entry["p_payback"] = json_number(run.results.p_payback);
    scenarios.push_back(std::move(entry));
  }

  Json& pairs = document["pairs"] = Json::array();
  for (std::size_t i = 0; i < view.pairs.size(); ++i) {
    Json entry;
    entry["base"] = view.runs.front().programme.scenario.id;
    entry["other"] = view.runs[i + 1].programme.scenario.id;
    for (std::size_t m = 0; m < kMetrics; ++m) {
      const auto which = static_cast<Output>(m);
      if (!reports(view.runs.front(), which) || !reports(view.runs[i + 1], which)) continue;
      const Term& t = term(which);
      const std::string unit = t.measure == Measure::week
                                   ? "weeks"
                                   : unit_name(t.measure, view.runs.front().programme.scenario.money.currency);
      Json& metric = entry["metrics"][std::string(t.name)];
      metric = metric_figures(view.pairs[i].difference[m], which, unit);
      metric["p_better"] = json_number(view.pairs[i].p_better[m]);
      metric["p_worse"] = json_number(view.pairs[i].p_worse[m]);
    }
    pairs.push_back(std::move(entry));
  }
  if (!view.explanations.empty()) document["explanations"] = explanations_json(view);
  return json_text(document);
}

}  // namespace headrace
