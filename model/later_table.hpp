#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/key_table.hpp"

namespace headrace {

/// Stands in for entities that no mechanism reads yet.
struct NotBuilt {};

/// Table of entities by id that the language knows and no mechanism reads yet.
inline Table later_table(std::string name, std::string help, std::vector<KeyRow<NotBuilt>> rows) {
  Table table = KeyTable<NotBuilt>{std::move(name), std::move(help), std::move(rows)}.table;
  table.built = false;
  return table;
}

/// The same for a table that is one entity itself.
inline Table later_single_table(std::string name, std::string help, std::vector<KeyRow<NotBuilt>> rows) {
  Table table = later_table(std::move(name), std::move(help), std::move(rows));
  table.by_id = false;
  return table;
}

/// Tables about how the programme is planned and run.
std::vector<Table> later_plan_tables();

}  // namespace headrace
