#include "model/fields/entity_header.hpp"

#include "model/fields/read_rows.hpp"

namespace headrace {

const std::vector<KeyRow<EntityHeader>>& header_rows() {
  static const std::vector<KeyRow<EntityHeader>> rows = [] {
    std::vector<KeyRow<EntityHeader>> list = {
        {"label", &EntityHeader::label, of(KeyKind::text), "Name to show instead of the id."},
        {"enabled", &EntityHeader::enabled, of(KeyKind::flag),
         "false switches it off: nothing waits for it and nothing is paid for it."},
        {"source", &EntityHeader::source, of(KeyKind::source),
         "Where its numbers come from, for those that do not say it themselves."},
        {"owner", &EntityHeader::owner, of(KeyKind::text),
         "Who answers for its numbers, for those that do not say it themselves."},
        {"note", &EntityHeader::note, of(KeyKind::text), "Free words for whoever reads the file."},
    };
    list.front().key.otherwise = "the id";
    return list;
  }();
  return rows;
}

const std::vector<Key>& entity_keys() {
  static const std::vector<Key> keys = [] {
    std::vector<Key> list;
    for (const KeyRow<EntityHeader>& row : header_rows()) list.push_back(row.key);
    return list;
  }();
  return keys;
}

EntityHeader read_header(const Value& entity) {
  EntityHeader header;
  Diagnostics already_reported;
  read_rows(header, header_rows(), entity, {}, already_reported, already_reported);
  return header;
}

bool is_enabled(const Value& entity) {
  static const std::string& key = key_of(header_rows(), &EntityHeader::enabled).name;
  const Value* value = find(entity, key);
  return value == nullptr || value->type != ValueType::flag || value->flag;
}

void inherit_provenance(Quantity& quantity, const EntityHeader& header, const Value& entity) {
  if (!quantity.given) return;
  // A template's words do not speak for a number that the site has changed.
  const auto from_same_side = [&](std::string EntityHeader::*field) {
    const Value* value = find(entity, key_of(header_rows(), field).name);
    return value != nullptr && value->from_template == quantity.from_template;
  };
  if (quantity.source.empty() && from_same_side(&EntityHeader::source)) quantity.source = header.source;
  if (quantity.owner.empty() && from_same_side(&EntityHeader::owner)) quantity.owner = header.owner;
}

}  // namespace headrace
