#include "report/tables/search_tables.hpp"

#include <fmt/format.h>

#include <cmath>

#include "model/text/number_reader.hpp"
#include "report/words/change_text.hpp"
#include "report/words/limit_words.hpp"
#include "report/words/text_table.hpp"
#include "report/words/titles.hpp"
#include "report/words/verdict_text.hpp"

namespace headrace {
namespace {

std::string and_list(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t k = 0; k < words.size(); ++k) {
    text += (k == 0 ? "" : k + 1 == words.size() ? " and " : ", ") + words[k];
  }
  return text;
}

const Limit& limit_of(const SearchStudy& study, const Purchase& one) {
  return study.limits[static_cast<std::size_t>(one.limit)];
}

std::string chosen_words(const Scenario& scenario, const SearchStudy& study) {
  const SearchPoint& chosen = study.chosen;
  const std::string& currency = scenario.money.currency;
  if (chosen.set.empty()) {
    const char* why = study.limits.empty() ? "nothing that limits it has a price."
                      : study.budget <= 0  ? "a budget of nothing buys nothing."
                                           : "no set within it that was found pays.";
    return wrapped(fmt::format("Buy nothing: {}", why));
  }
  const auto plus = [](double amount) { return signed_money(amount, money_scale({amount})); };
  std::string text = fmt::format("Buy {}.", set_words(scenario, study, chosen.set));
  text +=
      fmt::format(" That changes cost by {} {} and net present value by {} (95% interval {}), from {} to {}.", currency,
                  plus(chosen.spend), plus(chosen.npv.mean), interval(chosen.npv, money_scale({chosen.npv.mean})),
                  money(study.npv_before), money(study.npv_before + chosen.npv.mean));
  return wrapped(text + fmt::format(" In the futures in which it was chosen it seemed worth {}.",
                                    money(chosen.npv.mean + study.optimism)));
}

std::string frontier_table(const Scenario& scenario, const SearchStudy& study) {
  const MoneyScale scale =
      money_scale({study.frontier.back().npv.mean, study.frontier.back().spend, study.frontier.front().spend});
  std::string text = fmt::format("\nMost net present value for each spend, {}:\n", scenario.money.currency);
  TextTable table({"cost", "NPV", "95% interval", "pays in", "lasts in", "unlocks"}, 12);
  table.left_from(5);
  for (const SearchPoint& point : study.frontier) {
    const bool chosen = point.set == study.chosen.set && !point.set.empty();
    const std::string words = set_words(scenario, study, point.set) + (chosen ? " <- chosen" : "");
    table.add({signed_money(point.spend, scale), signed_money(point.npv.mean, scale),
               point.set.empty() ? "" : interval(point.npv, scale), in_100(point.p_npv_positive),
               in_100(point.p_sustained), words});
  }
  return text + table.text();
}

std::string closing(const SearchStudy& study) {
  std::string text = fmt::format(
      "{} of unlocks looked at with {}, the best chosen with {} of seed {} and judged in as many of seed {}, which had "
      "no say in choosing. Cost is the change in present value of all cost, prices included. Out of 100 futures, the "
      "plan is worth more than it costs in so many, and lasts in so many.",
      study.all_sets ? "All sets" : count_of(study.sets, "set"), count_of(study.screened_trials, "future"),
      grouped(study.trials), study.seed, study.fresh_seed);
  if (study.cut_short) text += " More could have been looked at: a better set may be left.";
  text = "\n" + wrapped(text);
  if (study.unpriced.empty()) return text;
  std::vector<std::string> names;
  for (const Limit& limit : study.unpriced) names.push_back(limit.id);
  return text + wrapped(fmt::format("Left out, as nothing says what they cost: {}. Give them a [[price]], or look at "
                                    "them as if they were free with --unpriced.",
                                    and_list(names)));
}

Json purchases_json(const Scenario& scenario, const SearchStudy& study, const Purchases& set) {
  Json list = Json::array();
  for (const Purchase& one : set) {
    const Limit& limit = limit_of(study, one);
    Json row;
    row["limit"] = limit.id;
    row["words"] = limit_title(scenario, limit);
    row["steps"] = one.steps;
    row["step"] = json_number(limit.step);
    row["unit"] = name_of(limit.unit);
    row["price"] = json_number(study.prices[static_cast<std::size_t>(one.limit)] * one.steps);
    list.push_back(std::move(row));
  }
  return list;
}

Json point_json(const Scenario& scenario, const SearchStudy& study, const SearchPoint& point) {
  Json row;
  row["unlocks"] = purchases_json(scenario, study, point.set);
  row["spend"] = json_number(point.spend);
  row["npv"] = json_number(study.npv_before + point.npv.mean);
  row["change"] = change_json(point.npv, scenario.money.currency);
  row["p_npv_positive"] = json_number(point.p_npv_positive);
  row["p_sustained"] = json_number(point.p_sustained);
  return row;
}

/// "team/ot 2; links 1": names and steps.
std::string plain_set(const SearchStudy& study, const Purchases& set) {
  std::string text;
  for (const Purchase& one : set) {
    text += fmt::format("{}{} {}", text.empty() ? "" : "; ", limit_of(study, one).id, one.steps);
  }
  return text;
}

}  // namespace

std::string set_words(const Scenario& scenario, const SearchStudy& study, const Purchases& set) {
  std::vector<std::string> words;
  for (const Purchase& one : set) words.push_back(unlock_words(scenario, limit_of(study, one), one.steps));
  return words.empty() ? "nothing" : and_list(words);
}

std::optional<std::vector<UnlockSet>> unlock_sets(const Scenario& scenario, const SearchStudy& study) {
  if (study.sets == 0) return std::nullopt;
  std::vector<UnlockSet> sets;
  if (study.go) {
    sets.push_back(
        {set_words(scenario, study, study.go->set), study.go->spend, study.go->p_npv_positive, study.go->p_sustained});
  }
  return sets;
}

std::vector<UnlockSet> unlock_sets(const Scenario& scenario, const UnlockStudy& study) {
  std::vector<UnlockSet> sets;
  const auto words = [&](std::size_t k) { return unlock_words(scenario, study.unlocks[k].limit, 1); };
  for (std::size_t k = 0; k < study.unlocks.size(); ++k) {
    const Relief& step = study.unlocks[k].step;
    sets.push_back({words(k), step.pv_cost.mean, step.chances.p_npv_positive, step.chances.p_sustained});
  }
  for (const UnlockPair& pair : study.pairs) {
    sets.push_back({words(pair.first) + " and " + words(pair.second), pair.cost, pair.chances.p_npv_positive,
                    pair.chances.p_sustained});
  }
  return sets;
}

std::string search_text(const Scenario& scenario, const SearchStudy& study) {
  std::string text = wrapped(fmt::format("Which unlocks to buy for {} within {} {}.", title(scenario),
                                         scenario.money.currency, typed_amount(study.budget)));
  text += chosen_words(scenario, study);
  if (study.frontier.size() > 1) text += frontier_table(scenario, study);
  return text + closing(study);
}

std::string search_csv(const Scenario& scenario, const SearchStudy& study) {
  Csv csv({"point", "currency", "spend", "npv", "npv_trials", "npv_change", "npv_se", "npv_low", "npv_high",
           "p_npv_positive", "p_sustained", "unlocks"});
  const auto add = [&](const char* what, const SearchPoint& point) {
    csv.cell(what).cell(scenario.money.currency).cell(point.spend).cell(study.npv_before + point.npv.mean);
    add_change(csv, point.npv);
    csv.cell(point.p_npv_positive).cell(point.p_sustained).cell(plain_set(study, point.set)).end_row();
  };
  add("chosen", study.chosen);
  for (const SearchPoint& point : study.frontier) add("frontier", point);
  return csv.text();
}

std::string search_json(const Scenario& scenario, const SearchStudy& study, const VerdictFacts& facts) {
  Json document = opening_of("headrace-search");
  document["scenario"] = scenario.id;
  document["currency"] = scenario.money.currency;
  document["budget"] = json_number(study.budget);
  document["trials"] = study.trials;
  document["seed"] = study.seed;
  document["fresh_seed"] = study.fresh_seed;
  document["sets"] = study.sets;
  document["screened_trials"] = study.screened_trials;
  document["all_sets"] = study.all_sets;
  document["cut_short"] = study.cut_short;
  document["chosen"] = purchases_json(scenario, study, study.chosen.set);
  document["spend"] = json_number(study.chosen.spend);
  document["npv_before"] = json_number(study.npv_before);
  document["npv_after"] = json_number(study.npv_before + study.chosen.npv.mean);
  document["se"] = study.trials < 2 ? Json(nullptr) : json_number(study.chosen.npv.se);
  document["optimism"] = json_number(study.optimism);
  Json& frontier = document["frontier"] = Json::array();
  for (const SearchPoint& point : study.frontier) frontier.push_back(point_json(scenario, study, point));
  document["go"] = study.go ? point_json(scenario, study, *study.go) : Json(nullptr);
  document["verdict"] = verdict_json(facts, judge(facts));
  Json& unpriced = document["unpriced"] = Json::array();
  for (const Limit& limit : study.unpriced) unpriced.push_back(limit.id);
  return json_text(document);
}

}  // namespace headrace
