#include "report/tables/unlock_tables.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/words/change_text.hpp"
#include "report/words/limit_words.hpp"
#include "report/words/text_table.hpp"
#include "report/words/titles.hpp"
#include "report/words/verdict_text.hpp"

namespace headrace {
namespace {

constexpr std::size_t kPairsShown = 5;

/// "±26.9k": half of the mean's 95% interval.
std::string half_interval(const Change& change, const MoneyScale& scale) {
  if (change.trials < 2) return "";
  return "±" + money(change.high() - change.mean, scale, 2);
}

std::string unlock_table(const Scenario& scenario, const UnlockStudy& study) {
  TextTable table(
      {scenario.money.currency, "one step", "NPV", "± 95%", "last site", "cost", "per", "helps in", "NPV, no"}, 26,
      TooLong::wrapped);
  table.add({"", "", "", "", "weeks", "", "cost", "of 100", "limit"});
  const MoneyScale largest = money_scale({study.unlocks.front().step.npv.mean, study.unlocks.back().step.npv.mean});
  for (const Unlock& unlock : study.unlocks) {
    const Relief& step = unlock.step;
    const MoneyScale scale = scale_of(step.npv, largest);
    table.add({limit_title(scenario, unlock.limit), step_words(unlock.limit), signed_money(step.npv.mean, scale),
               half_interval(step.npv, scale), signed_number(step.last_go_live_weeks, 1),
               signed_money(step.pv_cost.mean, scale_of(step.pv_cost, largest)),
               step.gain ? fmt::format("{:.1f}", *step.gain) : "", in_100(step.p_better),
               unlock.fully ? signed_money(unlock.fully->npv.mean, scale_of(unlock.fully->npv, largest)) : ""});
  }
  return table.text();
}

/// Pairs that are worth more together, and can be told from those that are not.
std::string pair_lines(const Scenario& scenario, const UnlockStudy& study) {
  std::string text;
  std::size_t shown = 0;
  for (const UnlockPair& pair : study.pairs) {
    if (shown == kPairsShown || pair.beyond.low() <= 0 || pair.npv.mean <= 0) continue;
    const auto title = [&](std::size_t k) { return limit_title(scenario, study.unlocks[k].limit); };
    const MoneyScale scale = money_scale({pair.npv.mean, pair.beyond.mean});
    text +=
        wrapped(fmt::format("{} and {}: {} together, {} more than one by one{}.", title(pair.first), title(pair.second),
                            signed_money(pair.npv.mean, scale), money(pair.beyond.mean, scale, 2),
                            pair.only_together ? "; they only help together" : ""),
                kScreenColumns, "  ");
    ++shown;
  }
  if (study.pairs.empty()) return {};
  if (text.empty()) return "\nNo two of the best help each other.\n";
  return "\nLimits that help each other:\n" + text;
}

Json relief_json(const Relief& relief, const std::string& currency) {
  Json result;
  result["npv"] = change_json(relief.npv, currency);
  result["last_go_live"] = change_json(relief.last_go_live_weeks, "weeks");
  result["p_payback"] = change_json(relief.p_payback, "share");
  result["p_sustained"] = change_json(relief.p_sustained, "share");
  result["pv_cost"] = change_json(relief.pv_cost, currency);
  result["return"] = json_number(relief.gain);
  result["p_better"] = json_number(relief.p_better);
  result["p_worse"] = json_number(relief.p_worse);
  return result;
}

Json unlock_entry(const Scenario& scenario, const Unlock& unlock) {
  const Change& npv = unlock.step.npv;
  Json row;
  row["limit"] = unlock.limit.id;
  row["words"] = limit_title(scenario, unlock.limit);
  row["kind"] = name_of(unlock.limit.kind);
  row["step"] = json_number(unlock.limit.step);
  row["unit"] = name_of(unlock.limit.unit);
  row["price"] = json_number(unlock.price);
  row["npv"] = json_number(npv.mean);
  row["se"] = npv.trials < 2 ? Json(nullptr) : json_number(npv.se);
  row["cost"] = json_number(unlock.step.pv_cost.mean);
  row["by_a_step"] = relief_json(unlock.step, scenario.money.currency);
  row["no_limit"] = unlock.fully ? relief_json(*unlock.fully, scenario.money.currency) : Json(nullptr);
  return row;
}

}  // namespace

std::string unlock_text(const Scenario& scenario, const UnlockStudy& study) {
  std::string text = wrapped(fmt::format(
      "What relaxing each limit of {} is worth: the plan with one step more, and without the limit, minus the plan as "
      "it is, in the same futures.",
      title(scenario)));
  if (study.unlocks.empty()) return text + "\nNothing limits it.\n";
  text += "\n" + unlock_table(scenario, study) + pair_lines(scenario, study) + "\n";
  return text +
         wrapped(fmt::format(
             "{}, seed {}. NPV is net of what the step costs in the plan, and of its price where one is given; cost is "
             "the change in present value of all cost, so money saved elsewhere counts. Without a limit nothing is "
             "paid for it: what it would be worth if it cost nothing. Changes do not add up.",
             count_of(study.trials, "future"), study.seed));
}

std::string unlock_csv(const Scenario& scenario, const UnlockStudy& study) {
  std::vector<std::string> header = {"limit", "words", "kind", "step", "unit", "currency", "price"};
  const auto add_header = [&](const std::string& prefix) {
    for (const char* metric : {"npv", "last_go_live_weeks", "p_payback", "p_sustained", "pv_cost"}) {
      for (const char* part : {"_trials", "_change", "_se", "_low", "_high"}) header.push_back(prefix + metric + part);
    }
    for (const char* one : {"return", "p_better", "p_worse"}) header.push_back(prefix + one);
  };
  add_header("");
  add_header("no_limit_");
  Csv csv(header);
  const auto add = [&](const Relief& r) {
    for (const Change* change : {&r.npv, &r.last_go_live_weeks, &r.p_payback, &r.p_sustained, &r.pv_cost}) {
      add_change(csv, *change);
    }
    csv.cell(r.gain).cell(r.p_better).cell(r.p_worse);
  };
  for (const Unlock& unlock : study.unlocks) {
    csv.cell(unlock.limit.id).cell(limit_title(scenario, unlock.limit)).cell(name_of(unlock.limit.kind));
    csv.cell(unlock.limit.step).cell(name_of(unlock.limit.unit)).cell(scenario.money.currency).cell(unlock.price);
    add(unlock.step);
    unlock.fully ? add(*unlock.fully) : static_cast<void>(csv.empty(28));
    csv.end_row();
  }
  return csv.text();
}

std::string unlock_json(const Scenario& scenario, const UnlockStudy& study, const VerdictFacts* facts) {
  Json document = opening_of("headrace-unlock");
  document["scenario"] = scenario.id;
  document["trials"] = study.trials;
  document["seed"] = study.seed;
  document["sign"] = "relaxed minus as it is";
  document["currency"] = scenario.money.currency;
  document["npv"] = json_number(study.npv);
  document["pv_cost"] = json_number(study.pv_cost);
  document["verdict"] = facts == nullptr ? Json(nullptr) : verdict_json(*facts, judge(*facts));
  Json& unlocks = document["unlocks"] = Json::array();
  for (const Unlock& unlock : study.unlocks) unlocks.push_back(unlock_entry(scenario, unlock));
  Json& pairs = document["pairs"] = Json::array();
  for (const UnlockPair& pair : study.pairs) {
    Json row;
    row["limits"] = {study.unlocks[pair.first].limit.id, study.unlocks[pair.second].limit.id};
    row["npv"] = change_json(pair.npv, scenario.money.currency);
    row["beyond"] = change_json(pair.beyond, scenario.money.currency);
    row["only_together"] = pair.only_together;
    pairs.push_back(std::move(row));
  }
  return json_text(document);
}

}  // namespace headrace
