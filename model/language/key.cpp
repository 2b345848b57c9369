#include "model/language/key.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace headrace {

std::string typed_back(double number) {
  if (!std::isfinite(number) || std::fabs(number) < 1e6) return fmt::format("{}", number);
  std::string text = fmt::format("{:e}", number);
  // 1.500000e+06 is 1.5e6.
  const std::size_t power = text.find('e');
  std::string digits = text.substr(0, power);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.ends_with('.')) digits.pop_back();
  return fmt::format("{}e{}", digits, std::stoi(text.substr(power + 1)));
}

std::string describe(const Range& range) {
  const bool from = std::isfinite(range.low);
  const bool to = std::isfinite(range.high);
  if (from && to) return fmt::format("between {} and {}", typed_back(range.low), typed_back(range.high));
  if (from) return fmt::format("at least {}", typed_back(range.low));
  if (to) return fmt::format("at most {}", typed_back(range.high));
  return "any";
}

std::string describe_missed(const Range& range, double number) {
  if (!range.bounded) return describe(range);
  Range end;
  (number < range.low ? end.low : end.high) = number < range.low ? range.low : range.high;
  return describe(end);
}

KeyType KeyType::commonly(double low, double high) const {
  KeyType type = *this;
  type.common = {low, high};
  return type;
}

KeyType KeyType::weekly() const {
  KeyType type = *this;
  type.read_weekly = true;
  return type;
}

Fallback required() {
  Fallback fallback;
  fallback.required = true;
  return fallback;
}

KeyType of(KeyKind kind) {
  KeyType type;
  type.kind = kind;
  return type;
}

KeyType number(std::string unit, Range range, Fallback fallback, std::string evidence) {
  KeyType type = of(KeyKind::number);
  type.unit = std::move(unit);
  type.range = range;
  type.fallback = std::move(fallback);
  type.evidence = std::move(evidence);
  return type;
}

KeyType or_negative(KeyType number) {
  number.or_negative = true;
  return number;
}

KeyType numbers(std::string unit, Range range) {
  KeyType type = number(std::move(unit), range, {});
  type.kind = KeyKind::numbers;
  return type;
}

KeyType whole(Range range) {
  KeyType type = of(KeyKind::whole);
  type.range = range;
  return type;
}

KeyType plain() { return of(KeyKind::plain); }

KeyType plain(std::string unit, Range range) {
  KeyType type = plain();
  type.unit = std::move(unit);
  type.range = range;
  return type;
}

KeyType choice_of(std::vector<std::string> names) {
  KeyType type = of(KeyKind::choice);
  type.choices = std::move(names);
  return type;
}

namespace {

KeyType referring(KeyKind kind, std::string table) {
  KeyType type = of(kind);
  type.refers_to = std::move(table);
  return type;
}

}  // namespace

KeyType id_in(std::string table) { return referring(KeyKind::id, std::move(table)); }
KeyType ids_in(std::string table) { return referring(KeyKind::ids, std::move(table)); }
KeyType ids_in_or_off(std::string table) {
  KeyType type = ids_in(std::move(table));
  type.may_be_off = true;
  return type;
}

KeyType crew_of(std::string table) { return referring(KeyKind::crew, std::move(table)); }

const Key* find_key(const Table& table, const std::string& name) {
  const auto at = std::find_if(table.keys.begin(), table.keys.end(), [&](const Key& k) { return k.name == name; });
  return at == table.keys.end() ? nullptr : &*at;
}

const Table* find_table(const Table& table, const std::string& name) {
  const auto at =
      std::find_if(table.tables.begin(), table.tables.end(), [&](const Table& t) { return t.name == name; });
  return at == table.tables.end() ? nullptr : &*at;
}

bool is_money(const KeyType& type) { return type.unit.starts_with("money"); }

std::string common_words(const KeyType& type) {
  if (!std::isfinite(type.common.high)) return "";
  return fmt::format("{} to {}{}", typed_back(type.common.low), typed_back(type.common.high),
                     is_money(type) ? " USD" : "");
}

std::string type_words(const KeyType& type) {
  switch (type.kind) {
    case KeyKind::number:
      return "number";
    case KeyKind::numbers:
      return "list of numbers";
    case KeyKind::whole:
      return "whole number";
    case KeyKind::plain:
      return "exact number";
    case KeyKind::text:
    case KeyKind::source:
      return "text";
    case KeyKind::texts:
      return "list of texts";
    case KeyKind::names:
      return "list of names of numbers";
    case KeyKind::date:
      return "date";
    case KeyKind::flag:
      return "true or false";
    case KeyKind::choice:
      return fmt::format("\"{}\"", fmt::join(type.choices, "\" or \""));
    case KeyKind::id:
      return "id";
    case KeyKind::ids:
      return "list of ids";
    case KeyKind::dependencies:
      return "list of dependencies";
    case KeyKind::crew:
      return "crew";
    case KeyKind::hires:
      return "list of hires";
    case KeyKind::pairs:
      return "list of pairs";
    case KeyKind::season:
      return "season";
    case KeyKind::effects:
      return "list of effects";
    case KeyKind::relaxations:
      return "list of limits";
    case KeyKind::prices:
      return "list of prices";
  }
  return "value";
}

}  // namespace headrace
