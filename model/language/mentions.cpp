#include "model/language/mentions.hpp"

#include <algorithm>

#include "model/language/keys.hpp"

namespace headrace {
namespace {

/// Kinds of keys whose values name entities, or numbers of entities.
bool refers(KeyKind kind) {
  switch (kind) {
    case KeyKind::id:
    case KeyKind::ids:
    case KeyKind::dependencies:
    case KeyKind::crew:
    case KeyKind::names:
    case KeyKind::effects:
      return true;
    default:
      return false;
  }
}

bool is_system_key(const Table& shape, const std::string& key) {
  if (shape.name != integration_keys().table.name) return false;
  const auto& rows = integration_keys().rows;
  return key == key_of(rows, &Integration::from).name || key == key_of(rows, &Integration::to).name;
}

}  // namespace

void Mentions::collect(const Value& value, const Table& shape) {
  for (const Entry& entry : value.entries) {
    if (const Key* key = find_key(shape, entry.key)) {
      if (refers(key->type.kind)) take(entry.value, key->type.kind);
      if (is_system_key(shape, entry.key) && entry.value.type == ValueType::text) {
        take_path(entry.value.text);
        systems_.push_back({entry.value.text, entry.value.where});
      }
    } else if (const Table* inner = find_table(shape, entry.key)) {
      if (!inner->by_id) collect(entry.value, *inner);
      for (const Entry& one : entry.value.entries) {
        if (inner->by_id) collect(one.value, *inner);
      }
    }
  }
}

void Mentions::take(const Value& value, KeyKind kind) {
  if (value.type == ValueType::text) take_path(value.text);
  for (const Value& element : value.elements) take(element, kind);
  for (const Entry& entry : value.entries) {
    if (kind == KeyKind::crew) take_path(entry.key);
    // A dependency and an effect say `on` what.
    if (entry.value.type == ValueType::text) take_path(entry.value.text);
  }
}

void Mentions::take_path(std::string_view path) {
  while (true) {
    const std::size_t end = std::min(path.find_first_of("./"), path.size());
    if (end > 0) ids_.emplace(path.substr(0, end));
    if (end == path.size()) return;
    path.remove_prefix(end + 1);
  }
}

}  // namespace headrace
