#include "model/fields/typed_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "model/text/ascii.hpp"
#include "model/toml/parse.hpp"

namespace headrace {
namespace {

bool is_single_number(const KeyType& type) {
  return type.kind == KeyKind::number || type.kind == KeyKind::whole || type.kind == KeyKind::plain;
}

/// Is it a date, true or false, something in quotes, brackets or braces, or a value with a comment behind? What is left
/// is meant to be a number.
bool is_other_value(const std::string& text) {
  if (text.empty() || text.find('#') != std::string::npos) return true;
  constexpr std::array<std::string_view, 8> quotes = {"{", "[", "\"", "'", "\u201C", "\u201D", "\u201E", "\u00AB"};
  if (std::any_of(quotes.begin(), quotes.end(), [&](auto quote) { return text.starts_with(quote); })) return true;
  const bool date = text.size() >= 10 && text[4] == '-' && text[7] == '-' && is_digit(text[0]);
  return date || text == "true" || text == "false";
}

/// "a whole number", "a number of weeks", "a number a week", "an amount of money".
std::string number_words(const KeyType& type) {
  if (type.kind == KeyKind::whole) return "a whole number";
  if (type.unit.starts_with("money")) return "an amount of " + type.unit;
  if (type.unit == "week") return "a week, counted from the start";
  return (type.unit.starts_with("a ") ? "a number " : "a number of ") + type.unit;
}

/// @param text  as TOML it may be a real number, which then stays one
Value number_at(const Location& where, double number, std::string_view text) {
  // Beyond that a number has no room for its last whole digit.
  constexpr double most_whole = 9e15;
  Value value;
  value.where = where;
  const bool real = text.find_first_not_of("+-0123456789_.eE") == text.npos && text.find_first_of(".eE") != text.npos;
  const bool whole = !real && std::fabs(number) < most_whole && number == std::floor(number);
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
    diagnostics.error(where, fmt::format("'{}' is a share", text), fmt::format("it must be {}", number_words(type)),
                      "Write the number itself.");
    return std::nullopt;
  }
  return number_at(where, reading.value, text);
}

}  // namespace headrace
