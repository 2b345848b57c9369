#pragma once

#include <string>
#include <variant>

#include "model/diagnostics.hpp"
#include "model/document.hpp"
#include "model/entity_header.hpp"
#include "model/key_table.hpp"
#include "model/read_rows.hpp"

namespace headrace {

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
    const auto* number = std::get_if<Quantity Entity::*>(&row.target);
    if (number != nullptr) inherit_provenance(entity.**number, header, entry.value);
  }
  return entity;
}

/// Warns about keys that mean nothing for this kind of entity.
void warn_of_idle_keys(const Table& table, const std::string& kind, const Value& entity, const std::string& path,
                       Diagnostics& diagnostics);

}  // namespace headrace
