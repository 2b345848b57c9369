#pragma once

#include <string>
#include <vector>

#include "model/language/key_table.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// What every entity may say about itself, whatever it is.
struct EntityHeader {
  std::string label;
  bool enabled = true;
  std::string source, owner, note;
};

const std::vector<KeyRow<EntityHeader>>& header_rows();

/// Header of an entity's table; values of the wrong type are left out (check_document() reports them).
EntityHeader read_header(const Value& entity);

/// Whether an entity is switched on: the `enabled` of its header alone.
bool is_enabled(const Value& entity);

/// Gives a number the source and the owner that its entity states, where it has none of its own.
void inherit_provenance(Quantity& quantity, const EntityHeader& header, const Value& entity);

}  // namespace headrace
