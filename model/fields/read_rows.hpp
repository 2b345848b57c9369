#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "model/fields/read_field.hpp"
#include "model/language/key_table.hpp"

namespace headrace {

/// Reports a key that its table does not have.
void report_unknown_key(const Entry& entry, const std::string& path, const std::vector<std::string>& known,
                        Diagnostics& diagnostics);

/// Reports a key that must be there and is not.
void report_missing_key(const Key& key, const Location& where, const std::string& path, Diagnostics& diagnostics);

template <class Entity>
std::vector<std::string> names_of(const std::vector<KeyRow<Entity>>& rows) {
  std::vector<std::string> names;
  for (const KeyRow<Entity>& row : rows) names.push_back(row.key.name);
  return names;
}

/// Fills an entity from the keys of a table and the fallbacks of absent ones; keys without a row are left to the
/// caller.
/// @param values   receives what is wrong with values
/// @param missing  receives what is missing
template <class Entity>
void read_rows(Entity& entity, const std::vector<KeyRow<Entity>>& rows, const Value& table, const std::string& path,
               Diagnostics& values, Diagnostics& missing) {
  for (const KeyRow<Entity>& row : rows) {
    const Value* value = find(table, row.key.name);
    if (value != nullptr) {
      const Field field = read_field(row.key.type, *value, subject_of(row.key.name, path), values);
      const bool wrong_number = field.index() == 0 && row.key.type.kind == KeyKind::number;
      store(entity, row.target, wrong_number ? Field(stand_in_quantity(row.key.type, table)) : field);
      continue;
    }
    if (row.key.type.kind == KeyKind::number) {
      store(entity, row.target, Field(default_quantity(row.key.type, table)));
    }
    if (row.key.type.fallback.required) report_missing_key(row.key, table.where, path, missing);
  }
}

/// The same for a small table that belongs to nobody else, `{ week = 10, people = 2 }`: unknown keys are reported too.
template <class Entity>
void read_small_table(Entity& entity, const std::vector<KeyRow<Entity>>& rows, const Value& table,
                      const std::string& path, Diagnostics& diagnostics) {
  read_rows(entity, rows, table, path, diagnostics, diagnostics);
  for (const Entry& entry : table.entries) {
    const std::vector<std::string> known = names_of(rows);
    if (std::find(known.begin(), known.end(), entry.key) == known.end()) {
      report_unknown_key(entry, path, known, diagnostics);
    }
  }
}

}  // namespace headrace
