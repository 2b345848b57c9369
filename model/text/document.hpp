#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/text/diagnostics.hpp"
#include "model/text/shared_list.hpp"

namespace headrace {

enum class ValueType { table, array, text, whole, real, flag, date, other };

struct Entry;

/// A value of a scenario document with the place it was written at: a tree of our own, so that no TOML library is
/// needed to read it.
struct Value {
  ValueType type = ValueType::table;
  Location where;
  std::string text;             ///< text; a date as yyyy-mm-dd; a real number as it was written, if it was
  double number = 0;            ///< whole, real
  bool flag = false;            ///< flag
  bool from_template = false;   ///< written in a template and not overridden by the site
  std::vector<Value> elements;  ///< array
  SharedList<Entry> entries;    ///< table, in order of key
};

/// A key of a table and its value.
struct Entry {
  std::string key;
  Location where;
  Value value;
};

/// "a table", "a list", "text" ... for messages.
std::string_view type_words(ValueType type);

/// Whether it is a whole or a real number.
bool is_number(const Value& value);

/// A key and its value; nullptr when the table has no such key, or the value is no table.
const Entry* find_entry(const Value& table, std::string_view key);

/// Value of a key; nullptr when the table has no such key, or the value is no table.
const Value* find(const Value& table, std::string_view key);
Value* find(Value& table, std::string_view key);

/// The same of a table that may be missing (nullptr).
const Value* child(const Value* table, std::string_view key);

/// Adds a key in its place, or replaces its value.
Entry& put(Value& table, Entry entry);

/// Whether two values say the same, wherever they stand.
bool same_meaning(const Value& a, const Value& b);

/// Sets `from_template` in a whole subtree.
void mark_from_template(Value& value);

}  // namespace headrace
