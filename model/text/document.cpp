#include "model/text/document.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace headrace {
namespace {

/// Where a key stands in a table, or would.
std::size_t entry_place(const Value& table, std::string_view key) {
  const auto before = [](const Entry& entry, std::string_view wanted) { return entry.key < wanted; };
  const auto& entries = table.entries;
  return static_cast<std::size_t>(std::lower_bound(entries.begin(), entries.end(), key, before) - entries.begin());
}

bool is_at(const Value& table, std::size_t at, std::string_view key) {
  return at < table.entries.size() && table.entries[at].key == key;
}

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

bool is_number(const Value& value) { return value.type == ValueType::whole || value.type == ValueType::real; }

const Entry* find_entry(const Value& table, std::string_view key) {
  const std::size_t at = entry_place(table, key);
  return is_at(table, at, key) ? &table.entries[at] : nullptr;
}

const Value* find(const Value& table, std::string_view key) {
  const Entry* entry = find_entry(table, key);
  return entry == nullptr ? nullptr : &entry->value;
}

Value* find(Value& table, std::string_view key) {
  const std::size_t at = entry_place(table, key);
  return is_at(table, at, key) ? &table.entries[at].value : nullptr;
}

const Value* child(const Value* table, std::string_view key) { return table == nullptr ? nullptr : find(*table, key); }

Entry& put(Value& table, Entry entry) {
  const std::size_t at = entry_place(table, entry.key);
  if (is_at(table, at, entry.key)) {
    table.entries.replace(at, std::move(entry));
  } else {
    table.entries.insert(at, std::move(entry));
  }
  return table.entries[at];
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
