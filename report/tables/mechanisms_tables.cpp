#include "report/tables/mechanisms_tables.hpp"

#include <fmt/format.h>

#include <string_view>

#include "report/words/change_text.hpp"
#include "report/words/csv.hpp"
#include "report/words/json_text.hpp"
#include "report/words/number_text.hpp"
#include "report/words/text_table.hpp"
#include "report/words/titles.hpp"

namespace headrace {
namespace {

std::string absent_line(const MechanismStudy& study) {
  if (study.absent.empty()) return "";
  std::string names;
  for (const Mechanism* mechanism : study.absent) {
    names += (names.empty() ? "" : ", ") + std::string(mechanism->id);
  }
  return wrapped("Not in this scenario: " + names + ".");
}

/// Every effect, then every mechanism that is off, handed to a function.
template <class Function>
void each_row(const MechanismStudy& study, Function function) {
  for (const MechanismEffect& effect : study.effects) function(*effect.mechanism, &effect);
  for (const Mechanism* mechanism : study.absent) function(*mechanism, nullptr);
}

}  // namespace

std::string mechanisms_text(const Scenario& scenario, const MechanismStudy& study) {
  std::string text = wrapped(fmt::format(
      "What each mechanism does in {}: with it minus without it, in the same futures, all others left as they are.",
      title(scenario)));
  TextTable table({scenario.money.currency, "change in NPV", "95% interval", "last site", "regular use", "better off"},
                  34);
  table.add({"", "", "", "weeks", "points", "without it"});
  MoneyScale largest;
  if (!study.effects.empty()) largest = money_scale({study.effects.front().npv.mean});
  for (const MechanismEffect& effect : study.effects) {
    const MoneyScale scale = scale_of(effect.npv, largest);
    table.add({std::string(effect.mechanism->id), signed_money(effect.npv.mean, scale), interval(effect.npv, scale),
               signed_number(effect.last_go_live_weeks, 1), signed_number(effect.regular_share, 100),
               percent(effect.p_better_off)});
  }
  text += "\n" + (study.effects.empty() ? std::string("None is at work.\n") : table.text()) + "\n";
  for (const MechanismEffect& effect : study.effects) {
    text += fmt::format("{:<16} {}\n", effect.mechanism->id, effect.mechanism->words);
  }
  if (!study.effects.empty()) text += "\n";
  text += absent_line(study);
  return text + wrapped(fmt::format(
                    "{}, seed {}. Last site: over futures in which it goes live both ways. Effects do not add up: "
                    "mechanisms act through each other. Money already spent on one (a course, a link) stays spent.",
                    count_of(study.trials, "future"), study.seed));
}

std::string mechanisms_csv(const Scenario& scenario, const MechanismStudy& study) {
  std::vector<std::string> header = {"mechanism", "words", "on", "currency"};
  for (const std::string metric : {"npv", "last_go_live_weeks", "regular_share"}) {
    for (const char* part : {"_trials", "_change", "_se", "_low", "_high"}) header.push_back(metric + part);
  }
  header.insert(header.end(), {"p_better_without", "p_worse_without"});
  Csv csv(header);
  each_row(study, [&](const Mechanism& mechanism, const MechanismEffect* effect) {
    csv.cell(mechanism.id).cell(mechanism.words).cell(effect != nullptr ? "yes" : "no").cell(scenario.money.currency);
    if (effect == nullptr) {
      csv.empty(17).end_row();
      return;
    }
    for (const Change* change : {&effect->npv, &effect->last_go_live_weeks, &effect->regular_share}) {
      add_change(csv, *change);
    }
    csv.cell(effect->p_better_off).cell(effect->p_worse_off).end_row();
  });
  return csv.text();
}

std::string mechanisms_json(const Scenario& scenario, const MechanismStudy& study) {
  Json document = opening_of("headrace-mechanisms");
  document["scenario"] = scenario.id;
  document["trials"] = study.trials;
  document["seed"] = study.seed;
  document["sign"] = "with the mechanism minus without it";
  Json& list = document["mechanisms"] = Json::array();
  each_row(study, [&](const Mechanism& mechanism, const MechanismEffect* effect) {
    Json row;
    row["id"] = mechanism.id;
    row["words"] = mechanism.words;
    row["on"] = effect != nullptr;
    if (effect != nullptr) {
      row["npv"] = change_json(effect->npv, scenario.money.currency);
      row["last_go_live"] = change_json(effect->last_go_live_weeks, "weeks");
      row["regular_share"] = change_json(effect->regular_share, "share");
      row["p_better_without"] = json_number(effect->p_better_off);
      row["p_worse_without"] = json_number(effect->p_worse_off);
    }
    list.push_back(std::move(row));
  });
  return json_text(document);
}

}  // namespace headrace
