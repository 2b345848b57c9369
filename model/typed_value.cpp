#include "model/typed_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "model/toml/parse.hpp"

namespace headrace {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_single_number(const KeyType& type) {
  return type.kind == KeyKind::number || type.kind == KeyKind::whole || type.kind == KeyKind::plain;
}

/// Is it a word, a date, or something in quotes, brackets or braces? What is left is meant to be a number.
bool is_other_value(const std::string& text) {
  if (text.empty() || std::string_view("{[\"'").find(text[0]) != std::string_view::npos) return true;
  const bool letter = (text[0] >= 'a' && text[0] <= 'z') || (text[0] >= 'A' && text[0] <= 'Z');
  const bool digits = std::any_of(text.begin(), text.end(), is_digit);
  const bool date = text.size() >= 10 && text[4] == '-' && text[7] == '-' && is_digit(text[0]);
  return (letter && !digits) || date;
}

Value number_at(const Location& where, double number) {
  // Beyond that a number has no room for its last whole digit.
  constexpr double most_whole = 9e15;
  Value value;
  value.where = where;
  const bool whole = std::fabs(number) < most_whole && number == std::floor(number);
  value.type = whole ? ValueType::whole : ValueType::real;
  value.number = number;
  return value;
}

}  // namespace

bool takes_percent(const KeyType& type) {
  return type.kind != KeyKind::whole && (type.unit.empty() || type.unit.starts_with("share"));
}

bool is_counted(const KeyType& type) {
  constexpr std::array<std::string_view, 5> counted = {"people", "assets", "sites", "insights", "ideas"};
  return type.kind == KeyKind::whole || type.unit.starts_with("money") ||
         std::find(counted.begin(), counted.end(), type.unit) != counted.end();
}

std::optional<Value> read_typed_value(const KeyType& type, const std::string& text, const Location& where,
                                      Decimals decimals, Diagnostics& diagnostics) {
  if (!is_single_number(type) || is_other_value(text)) return toml_text::parse_value(text, where, diagnostics);
  const NumberReading reading = read_number(text, decimals);
  if (!reading.good()) {
    diagnostics.error(where, fmt::format("'{}' {}", text, reading.problem), reading.why, reading.advice);
    return std::nullopt;
  }
  if (reading.percent && !takes_percent(type)) {
    const std::string of = type.kind == KeyKind::whole ? "a whole number" : type.unit;
    diagnostics.error(where, fmt::format("'{}' is a share", text), fmt::format("here stands a number: {}", of),
                      "Write the number itself.");
    return std::nullopt;
  }
  return number_at(where, reading.value);
}

}  // namespace headrace
