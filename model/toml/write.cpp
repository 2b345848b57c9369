#include "model/toml/write.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <vector>

#include "model/text/number_reader.hpp"

namespace headrace::toml_text {
namespace {

bool is_bare(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
  });
}

std::string number_text(const Value& value) {
  if (std::isnan(value.number)) return "nan";
  if (std::isinf(value.number)) return value.number > 0 ? "inf" : "-inf";
  if (value.type == ValueType::whole) return fmt::format("{:.0f}", value.number);
  // As it could be typed again, too: not 1.125, which may be read as 1125.
  const std::string shortest = typed_number(value.number);
  return shortest.find_first_of(".e") == std::string::npos ? shortest + ".0" : shortest;
}

std::string table_text(const Value& table) {
  std::vector<const Entry*> entries;
  for (const Entry& entry : table.entries) entries.push_back(&entry);
  std::stable_sort(entries.begin(), entries.end(), [](const Entry* a, const Entry* b) { return a->where < b->where; });
  std::vector<std::string> parts;
  for (const Entry* entry : entries) {
    parts.push_back(fmt::format("{} = {}", key_text({&entry->key, 1}), value_text(entry->value)));
  }
  return parts.empty() ? "{}" : fmt::format("{{ {} }}", fmt::join(parts, ", "));
}

}  // namespace

std::string in_quotes(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (c == '\n') {
      result += "\\n";
    } else if (c == '\t') {
      result += "\\t";
    } else if (c == '\r') {
      result += "\\r";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      result += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    } else {
      result += c;
    }
  }
  return result + '"';
}

std::string key_text(std::span<const std::string> keys) {
  std::string result;
  for (const std::string& key : keys) {
    if (!result.empty()) result += '.';
    result += is_bare(key) ? key : in_quotes(key);
  }
  return result;
}

std::string value_text(const Value& value) {
  switch (value.type) {
    case ValueType::table:
      return table_text(value);
    case ValueType::array: {
      std::vector<std::string> parts;
      for (const Value& element : value.elements) parts.push_back(value_text(element));
      return fmt::format("[{}]", fmt::join(parts, ", "));
    }
    case ValueType::whole:
    case ValueType::real:
      return number_text(value);
    case ValueType::flag:
      return value.flag ? "true" : "false";
    case ValueType::date:
      return value.text;
    case ValueType::text:
    case ValueType::other:
      return in_quotes(value.text);
  }
  return {};
}

}  // namespace headrace::toml_text
