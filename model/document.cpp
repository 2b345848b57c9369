#include "model/document.hpp"

#include <algorithm>
#include <cmath>
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

bool same_meaning(const Value& a, const Value& b) {
  const bool both_nan = std::isnan(a.number) && std::isnan(b.number);
  const bool same_text = a.text == b.text || a.type == ValueType::real;  // 1.0 is 1.00
  const bool plain = a.type == b.type && same_text && a.flag == b.flag && (a.number == b.number || both_nan);
  return plain &&
         std::equal(a.elements.begin(), a.elements.end(), b.elements.begin(), b.elements.end(), same_meaning) &&
         std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(),
                    [](const Entry& x, const Entry& y) { return x.key == y.key && same_meaning(x.value, y.value); });
}

void mark_from_template(Value& value) {
  value.from_template = true;
  for (Value& element : value.elements) mark_from_template(element);
  for (Entry& entry : value.entries) mark_from_template(entry.value);
}

}  // namespace headrace
