#include "report/files/driver_files.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "report/words/csv.hpp"
#include "report/words/driver_words.hpp"
#include "report/words/input_title.hpp"
#include "report/words/json_text.hpp"
#include "report/words/titles.hpp"

namespace headrace {
namespace {

std::string output_name(int o) { return std::string(term(kDriven[o]).name); }

Json end_json(const TornadoEnd& end) {
  Json result;
  result["trials"] = end.trials;
  result["mean"] = end.trials > 0 ? json_number(end.mean) : Json(nullptr);
  result["se"] = end.trials > 1 ? json_number(end.se) : Json(nullptr);
  return result;
}

Json share_json(const Share& share) {
  Json result;
  result["value"] = json_number(share.value);
  result["interval95"] = json_interval(share.low, share.high);
  return result;
}

Json input_json(const RunView& run, const InputDriver& row) {
  Json result;
  result["name"] = row.name;
  result["label"] = input_title(run.programme, row.name);
  result["inputs"] = std::max<std::size_t>(1, row.inputs.size());
  result["sourcing"] = std::string(sourcing_name(row.sourcing));
  for (int o = 0; o < kDrivenOutputs; ++o) {
    Json& rank = result["rank_correlation"][output_name(o)];
    rank["r"] = json_number(row.rank[o]);
    rank["se"] = json_number(row.error[o]);
    rank["partial"] = json_number(row.partial[o]);
  }
  result["npv_at_lowest_tenth"] = end_json(row.lowest);
  result["npv_at_highest_tenth"] = end_json(row.highest);
  for (const InputDriver& site : row.sites) result["sites"].push_back(input_json(run, site));
  return result;
}

const std::string& node_name(const RunView& run, int node) {
  return run.programme.nodes[static_cast<std::size_t>(node)].name;
}
int node_of(const RunView& run, const ItemDriver& item) {
  return run.model.items[static_cast<std::size_t>(item.item)].node;
}

Json items_json(const RunView& run, const DriverStudy& study) {
  Json result = Json::array();
  for (const ItemDriver& item : study.items.items) {
    Json entry;
    entry["name"] = node_name(run, node_of(run, item));
    entry["label"] = node_title(run.programme, node_of(run, item));
    entry["trials"] = item.trials;
    entry["weeks"]["mean"] = json_number(item.mean_weeks);
    entry["weeks"]["sd"] = json_number(item.sd_weeks);
    entry["criticality"] = share_json(item.criticality);
    entry["cruciality"] = json_number(item.cruciality);
    entry["cruciality_rank"] = json_number(item.rank);
    entry["schedule_sensitivity"] = json_number(item.sensitivity);
    result.push_back(std::move(entry));
  }
  return result;
}

Json merges_json(const RunView& run, const DriverStudy& study) {
  Json result = Json::array();
  for (const MergeDelay& merge : study.items.merges) {
    Json entry;
    entry["name"] = node_name(run, merge.node);
    entry["label"] = node_title(run.programme, merge.node);
    entry["predecessors"] = merge.predecessors;
    entry["trials"] = merge.trials;
    entry["delay_weeks"]["mean"] = json_number(merge.weeks);
    entry["delay_weeks"]["se"] = json_number(merge.se);
    result.push_back(std::move(entry));
  }
  return result;
}

Json fit_json(const RuleFit& fit) {
  Json result;
  result["trials"] = fit.trials;
  result["inside"] = fit.inside;
  result["coverage"] = share_json(fit.coverage);
  result["density"] = share_json(fit.density);
  return result;
}

Json worst_json(const RunView& run, const DriverStudy& study) {
  Json result;
  result["npv_below"] = json_number(study.worst.npv_below);
  result["together_coverage"] = share_json(study.worst.together);
  Json& rules = result["rules"] = Json::array();
  for (const Rule& rule : study.worst.rules) {
    Json entry;
    entry["words"] = rule_conditions(run.programme, study.inputs, rule);
    for (const RuleCondition& condition : rule.conditions) {
      Json one;
      one["input"] = study.inputs.rows[static_cast<std::size_t>(condition.row)].name;
      one["above"] = json_number(condition.above);
      one["below"] = json_number(condition.below);
      entry["conditions"].push_back(std::move(one));
    }
    entry["checked"] = fit_json(rule.checked);
    entry["learned"] = fit_json(rule.learned);
    rules.push_back(std::move(entry));
  }
  return result;
}

Json warnings_json(const RunView& run, const DriverStudy& study) {
  Json result = Json::array();
  for (const EarlyWarning& warning : study.warnings) {
    Json entry;
    entry["words"] = warning_text(run.programme, warning);
    entry["series"] = std::string(term(warning.series).name);
    entry["week"] = warning.week;
    entry["threshold"] = json_number(warning.threshold);
    entry["side"] = "below";
    entry["trials"] = warning.trials;
    entry["warned"] = share_json(warning.warned);
    entry["p_payback"] = share_json(warning.all);
    entry["p_payback_warned"] = share_json(warning.warning);
    entry["p_payback_otherwise"] = share_json(warning.rest);
    entry["information_bits"] = json_number(warning.information);
    result.push_back(std::move(entry));
  }
  return result;
}

void add_end(Csv& csv, const TornadoEnd& end) {
  csv.cell(end.trials);
  end.trials > 0 ? csv.cell(end.mean) : csv.empty();
  end.trials > 1 ? csv.cell(end.se) : csv.empty();
}

void add_input(Csv& csv, const RunView& run, const InputDriver& row, const std::string& group) {
  csv.cell(row.name).cell(group).cell(input_title(run.programme, row.name));
  csv.cell(static_cast<std::int64_t>(std::max<std::size_t>(1, row.inputs.size()))).cell(sourcing_name(row.sourcing));
  for (int o = 0; o < kDrivenOutputs; ++o) csv.cell(row.rank[o]).cell(row.error[o]).cell(row.partial[o]);
  add_end(csv, row.lowest);
  add_end(csv, row.highest);
  csv.end_row();
  for (const InputDriver& site : row.sites) add_input(csv, run, site, row.name);
}

std::string inputs_csv(const RunView& run, const DriverStudy& study) {
  std::vector<std::string> header = {"input", "group", "label", "inputs", "sourcing"};
  for (int o = 0; o < kDrivenOutputs; ++o) {
    const std::string name = output_name(o);
    header.insert(header.end(), {"rank_" + name, "se_" + name, "partial_" + name});
  }
  for (const std::string end : {"npv_lowest_tenth", "npv_highest_tenth"}) {
    header.insert(header.end(), {end + "_trials", end + "_mean", end + "_se"});
  }
  Csv csv(header);
  for (const InputDriver& row : study.inputs.rows) add_input(csv, run, row, "");
  return csv.text();
}

std::string items_csv(const RunView& run, const DriverStudy& study) {
  Csv csv({"item", "label", "trials", "weeks_mean", "weeks_sd", "criticality", "criticality_low", "criticality_high",
           "cruciality", "cruciality_rank", "schedule_sensitivity"});
  for (const ItemDriver& item : study.items.items) {
    csv.cell(node_name(run, node_of(run, item))).cell(node_title(run.programme, node_of(run, item)));
    csv.cell(item.trials).cell(item.mean_weeks).cell(item.sd_weeks);
    csv.cell(item.criticality.value).cell(item.criticality.low).cell(item.criticality.high);
    csv.cell(item.cruciality).cell(item.rank).cell(item.sensitivity).end_row();
  }
  return csv.text();
}

std::string merges_csv(const RunView& run, const DriverStudy& study) {
  Csv csv({"node", "label", "predecessors", "trials", "delay_weeks_mean", "delay_weeks_se"});
  for (const MergeDelay& merge : study.items.merges) {
    csv.cell(node_name(run, merge.node)).cell(node_title(run.programme, merge.node)).cell(merge.predecessors);
    csv.cell(merge.trials).cell(merge.weeks).cell(merge.se).end_row();
  }
  return csv.text();
}

std::string rules_csv(const RunView& run, const DriverStudy& study) {
  std::vector<std::string> header = {"rule", "words"};
  for (const std::string half : {"checked", "learned"}) {
    for (const char* part : {"_trials", "_inside", "_coverage", "_density", "_density_low", "_density_high"}) {
      header.push_back(half + part);
    }
  }
  Csv csv(header);
  for (std::size_t k = 0; k < study.worst.rules.size(); ++k) {
    const Rule& rule = study.worst.rules[k];
    csv.cell(static_cast<std::int64_t>(k + 1)).cell(rule_conditions(run.programme, study.inputs, rule));
    for (const RuleFit* fit : {&rule.checked, &rule.learned}) {
      csv.cell(fit->trials).cell(fit->inside).cell(fit->coverage.value);
      csv.cell(fit->density.value).cell(fit->density.low).cell(fit->density.high);
    }
    csv.end_row();
  }
  return csv.text();
}

std::string warnings_csv(const DriverStudy& study) {
  Csv csv({"series", "week", "side", "threshold", "trials", "warned_share", "p_payback", "p_payback_warned",
           "p_payback_warned_low", "p_payback_warned_high", "p_payback_otherwise", "p_payback_otherwise_low",
           "p_payback_otherwise_high", "information_bits"});
  for (const EarlyWarning& w : study.warnings) {
    csv.cell(term(w.series).name).cell(w.week).cell("below").cell(w.threshold);
    csv.cell(w.trials).cell(w.warned.value).cell(w.all.value);
    for (const Share* share : {&w.warning, &w.rest}) csv.cell(share->value).cell(share->low).cell(share->high);
    csv.cell(w.information).end_row();
  }
  return csv.text();
}

}  // namespace

std::string drivers_json(const RunView& run, const DriverStudy& study) {
  Json document = opening_of("headrace-drivers", 2);
  document["scenario"] = run.programme.scenario.id;
  document["currency"] = run.programme.scenario.money.currency;
  document["trials"] = study.trials;
  document["seed"] = study.seed;
  document["strongest"] = study.strongest ? Json(study.strongest->name) : Json(nullptr);
  for (int o = 0; o < kDrivenOutputs; ++o) {
    document["explained"][output_name(o)] = json_number(study.inputs.explained[o]);
  }
  Json& inputs = document["inputs"] = Json::array();
  for (const InputDriver& row : study.inputs.rows) inputs.push_back(input_json(run, row));
  document["items"] = items_json(run, study);
  document["merges"] = merges_json(run, study);
  document["worst"] = worst_json(run, study);
  document["warnings"] = warnings_json(run, study);
  return json_text(document);
}

std::vector<NamedText> drivers_csv(const RunView& run, const DriverStudy& study) {
  return {{"driver_inputs.csv", inputs_csv(run, study)},
          {"driver_items.csv", items_csv(run, study)},
          {"driver_merges.csv", merges_csv(run, study)},
          {"driver_rules.csv", rules_csv(run, study)},
          {"driver_warnings.csv", warnings_csv(study)}};
}

}  // namespace headrace
