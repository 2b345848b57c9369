#include "model/fields/overrides.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "model/fields/number_forms.hpp"
#include "model/fields/typed_value.hpp"
#include "model/language/language.hpp"
#include "model/text/ascii.hpp"

namespace headrace {
namespace {

/// The table a path leads to, made where it is missing; nullptr when something on the way is no table.
Value* reach(Value& document, std::span<const std::string> path, const Location& where) {
  Value* here = &document;
  for (const std::string& key : path) {
    if (here->type != ValueType::table) return nullptr;
    Value* next = find(*here, key);
    if (next == nullptr) {
      Value empty;
      empty.where = where;
      next = &put(*here, {key, where, empty}).value;
    }
    here = next;
  }
  return here->type == ValueType::table ? here : nullptr;
}

/// The key that a place leads to.
/// @param at  index of the key in the place, which is known to lead there
const Key& key_at(const DocumentPath& place, std::size_t at) {
  const Table* table = &language();
  for (std::size_t i = 0; i < at; ++i) {
    table = find_table(*table, place[i]);
    if (table->by_id) ++i;
  }
  return *find_key(*table, place[at]);
}

/// What the value at the end of a place looks like: the key's own, or that of one parameter inside its value.
KeyType type_at(const ResolvedPath& resolved) {
  const DocumentPath& place = resolved.places.front();
  const KeyType& type = key_at(place, resolved.key).type;
  if (resolved.key + 1 == place.size()) return type;
  // Inside a number stand numbers, and words about it.
  for (const KeyRow<NumberDetails>& row : number_detail_rows()) {
    const bool words = row.key.type.kind == KeyKind::text || row.key.type.kind == KeyKind::source;
    if (words && row.key.name == place.back()) return row.key.type;
  }
  return number(type.kind == KeyKind::crew ? "people" : type.unit, anywhere, {});
}

class Overrider {
 public:
  Overrider(Value& document, Diagnostics& diagnostics) : document_(document), diagnostics_(diagnostics) {}

  void apply(const std::string& text, int line) {
    const std::optional<OverrideWords> words = split_override(text);
    const Location start{override_file, line, 1};
    if (!words) {
      diagnostics_.error(start, fmt::format("'{}' sets nothing", text), "it has no '='",
                         "Write --set path=value, such as --set teams.ot.people=3.");
      return;
    }
    const std::string& path = words->path;
    const Location value_start{override_file, line, static_cast<int>(text.find('=')) + 2};
    const ResolvedPath resolved = resolve_path(path, document_);
    if (resolved.places.empty()) {
      diagnostics_.error(start, fmt::format("cannot set '{}'", path), resolved.problem, resolved.advice);
      return;
    }
    const std::optional<Value> value = value_of_override(resolved, words->value, value_start, diagnostics_);
    if (!value) return;
    for (const DocumentPath& place : resolved.places) set(place, resolved.key, *value, start, path);
  }

 private:
  void set(const DocumentPath& place, std::size_t key, const Value& value, const Location& start,
           const std::string& path) {
    const std::span<const std::string> all(place);
    Value* table = reach(document_, all.first(key), start);
    bool good = table != nullptr;
    if (good && key + 1 == place.size()) {
      put(*table, {place[key], start, value});
    } else if (good) {
      good = set_inside(*table, place, key, value, start);
    }
    if (good) return;
    diagnostics_.error(start, fmt::format("cannot set '{}'", path),
                       fmt::format("'{}' is not written as a table in the file", place[key]),
                       "Set the number as a whole, such as { p10 = 1, p50 = 2, p90 = 4 }.");
  }

  /// Sets one parameter of an uncertain number, on a copy of the template's when the site has none of its own.
  bool set_inside(Value& table, const DocumentPath& place, std::size_t key, const Value& value, const Location& start) {
    const Value* now = value_at(document_, std::span(place).first(key + 1));
    if (now == nullptr || now->type != ValueType::table) return false;
    Value changed = *now;
    Value* inside = reach(changed, std::span(place).subspan(key + 1, place.size() - key - 2), start);
    if (inside == nullptr) return false;
    put(*inside, {place.back(), start, value});
    put(table, {place[key], start, std::move(changed)});
    return true;
  }

  Value& document_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<OverrideWords> split_override(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) return std::nullopt;
  const auto words = [](std::string_view side) { return std::string(trimmed(side, " \t")); };
  return OverrideWords{words(std::string_view(text).substr(0, equals)),
                       words(std::string_view(text).substr(equals + 1))};
}

std::optional<Value> value_of_override(const ResolvedPath& resolved, const std::string& words, const Location& where,
                                       Diagnostics& diagnostics) {
  return read_typed_value(type_at(resolved), words, where, Decimals::either, diagnostics);
}

void apply_overrides(std::span<const std::string> overrides, Value& document, Diagnostics& diagnostics) {
  Overrider overrider(document, diagnostics);
  int line = 0;
  for (const std::string& text : overrides) overrider.apply(text, ++line);
}

}  // namespace headrace
