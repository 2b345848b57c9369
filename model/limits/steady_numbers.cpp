#include "model/limits/steady_numbers.hpp"

#include <variant>

#include "model/language/keys.hpp"

namespace headrace {
namespace {

/// Hands the numbers of an entity to a function.
template <class Keys, class Entity, class Function>
void each_number(const KeyTable<Keys>& keys, Entity& entity, Function function) {
  for (const auto& row : keys.rows) {
    if (const auto* field = std::get_if<Quantity Keys::*>(&row.target)) function(entity.*(*field));
  }
}

template <class Keys, class Entities, class Function>
void each_number_of(const KeyTable<Keys>& keys, Entities& entities, Function function) {
  for (auto& entity : entities) each_number(keys, entity, function);
}

/// All numbers of the tables that hold numbers which the engine reads every week.
template <class Scenario_, class Function>
void each_weekly_number(Scenario_& s, Function function) {
  each_number(programme_keys(), s.programme, function);
  each_number(money_keys(), s.money, function);
  each_number(adoption_keys(), s.adoption, function);
  each_number(support_keys(), s.support, function);
  each_number(knowledge_keys(), s.knowledge, function);
  each_number(trust_keys(), s.trust, function);
  each_number(governance_keys(), s.governance, function);
  each_number_of(team_keys(), s.teams, function);
  each_number_of(hub_keys(), s.hubs, function);
  each_number_of(use_case_keys(), s.use_cases, function);
  each_number_of(integration_keys(), s.integrations, function);
  each_number_of(site_keys(), s.sites, function);
  for (auto& site : s.sites) {
    each_number_of(group_keys(), site.groups, function);
    each_number_of(integration_keys(), site.integrations, function);
  }
}

}  // namespace

bool any_number_varies(const Scenario& scenario) {
  bool found = false;
  each_weekly_number(scenario, [&](const Quantity& number) { found = found || number.pattern.varies(); });
  return found;
}

void hold_numbers_steady(Scenario& scenario) {
  each_weekly_number(scenario, [](Quantity& number) {
    const auto& points = number.pattern.over_time;
    if (!points.empty()) number.distribution = exact(value_at_week(points, 0));
    number.pattern = {};
  });
}

}  // namespace headrace
