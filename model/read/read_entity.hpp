#pragma once

#include <string>
#include <variant>

#include "model/fields/entity_header.hpp"
#include "model/fields/read_rows.hpp"
#include "model/language/key_table.hpp"
#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// Calls a function with every uncertain number that a field holds: the field itself, or those of its elements.
template <class Entity, class Function>
void each_number_in(Entity& entity, const Target<Entity>& target, const Function& function) {
  if (const auto* one = std::get_if<Quantity Entity::*>(&target)) function(entity.**one);
  const auto each = [&](const auto* list, const auto& numbers_of) {
    if (list == nullptr) return;
    for (auto& element : entity.**list) numbers_of(element);
  };
  each(std::get_if<std::vector<Quantity> Entity::*>(&target), function);
  each(std::get_if<std::vector<Dependency> Entity::*>(&target), [&](Dependency& one) { function(one.lag_weeks); });
  each(std::get_if<std::vector<Crew> Entity::*>(&target), [&](Crew& one) { function(one.people); });
  each(std::get_if<std::vector<RiskEffect> Entity::*>(&target), [&](RiskEffect& one) { function(one.times); });
  each(std::get_if<std::vector<Hire> Entity::*>(&target), [&](Hire& one) {
    function(one.week);
    function(one.people);
  });
}

/// An entity from its table, by the rows of its key table. What is wrong with its values check_document() has reported;
/// here only what is missing is.
/// @param path  of the entity, for messages: "teams.ot"
template <class Entity>
Entity read_entity(const KeyTable<Entity>& keys, const Entry& entry, const std::string& path,
                   Diagnostics& diagnostics) {
  Entity entity;
  Diagnostics already_reported;
  read_rows(entity, keys.rows, entry.value, path, already_reported, diagnostics);

  const EntityHeader header = read_header(entry.value);
  if constexpr (requires { entity.id; }) entity.id = entry.key;
  if constexpr (requires { entity.label; }) entity.label = header.label;
  if constexpr (requires { entity.where; }) entity.where = entry.where;
  for (const KeyRow<Entity>& row : keys.rows) {
    each_number_in(entity, row.target, [&](Quantity& number) { inherit_provenance(number, header, entry.value); });
  }
  return entity;
}

/// Warns about keys that mean nothing for this kind of entity.
void warn_of_idle_keys(const Table& table, const std::string& kind, const Value& entity, const std::string& path,
                       Diagnostics& diagnostics);

}  // namespace headrace
