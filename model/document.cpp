#include "model/document.hpp"

#include <algorithm>
#include <utility>

namespace headrace {
namespace {

constexpr auto by_key = [](const Entry& entry, std::string_view key) { return entry.key < key; };

}  // namespace

std::string_view type_words(ValueType type) {
  switch (type) {
    case ValueType::table:
      return "a table";
    case ValueType::array:
      return "a list";
    case ValueType::text:
      return "text";
    case ValueType::whole:
    case ValueType::real:
      return "a number";
    case ValueType::flag:
      return "true or false";
    case ValueType::date:
      return "a date";
    case ValueType::other:
      return "a time";
  }
  return "a value";
}

const Entry* find_entry(const Value& table, std::string_view key) {
  const auto at = std::lower_bound(table.entries.begin(), table.entries.end(), key, by_key);
  return at != table.entries.end() && at->key == key ? &*at : nullptr;
}

const Value* find(const Value& table, std::string_view key) {
  const Entry* entry = find_entry(table, key);
  return entry == nullptr ? nullptr : &entry->value;
}

Value* find(Value& table, std::string_view key) { return const_cast<Value*>(find(std::as_const(table), key)); }

Entry& put(Value& table, Entry entry) {
  const auto at = std::lower_bound(table.entries.begin(), table.entries.end(), std::string_view(entry.key), by_key);
  if (at != table.entries.end() && at->key == entry.key) {
    *at = std::move(entry);
    return *at;
  }
  return *table.entries.insert(at, std::move(entry));
}

void mark_from_template(Value& value) {
  value.from_template = true;
  for (Value& element : value.elements) mark_from_template(element);
  for (Entry& entry : value.entries) mark_from_template(entry.value);
}

}  // namespace headrace
