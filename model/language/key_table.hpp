#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "model/language/key.hpp"
#include "model/scenario/scenario.hpp"

namespace headrace {

/// A value of a key once read; nothing when it could not be.
using Field = std::variant<std::monostate, Quantity, std::vector<Quantity>, int, double, bool, std::string,
                           std::vector<std::string>, std::vector<Dependency>, std::vector<Crew>, std::vector<Hire>,
                           std::vector<NumberPair>, Season, std::vector<RiskEffect>, std::vector<Relaxation>,
                           std::vector<StepPrice>>;

/// A field of an enum type: stores the choice with this index.
template <class Entity>
using Pick = std::function<void(Entity&, std::size_t)>;

/// The field of an entity that a key fills.
template <class Entity>
using Target =
    std::variant<Quantity Entity::*, std::vector<Quantity> Entity::*, int Entity::*, std::optional<int> Entity::*,
                 bool Entity::*, std::optional<double> Entity::*, std::string Entity::*,
                 std::vector<std::string> Entity::*, std::vector<Dependency> Entity::*, std::vector<Crew> Entity::*,
                 std::vector<Hire> Entity::*, std::vector<NumberPair> Entity::*, std::optional<Season> Entity::*,
                 std::vector<RiskEffect> Entity::*, double Entity::*, Pick<Entity>>;

/// An enum field with its names; the first is what an absent key means.
template <class Entity>
struct Choice {
  Pick<Entity> pick;
  std::vector<std::string> names;
};

template <class Entity, class Enum>
Choice<Entity> choice(Enum Entity::*field, std::initializer_list<std::pair<const char*, Enum>> options) {
  Choice<Entity> result;
  std::vector<Enum> values;
  for (const auto& [name, value] : options) {
    result.names.emplace_back(name);
    values.push_back(value);
  }
  result.pick = [field, values](Entity& entity, std::size_t index) { entity.*field = values[index]; };
  return result;
}

/// One row: a key and the field it fills.
template <class Entity>
struct KeyRow {
  Key key;
  Target<Entity> target;

  KeyRow(std::string name, Target<Entity> to, KeyType type, std::string help, std::string only = {})
      : key{std::move(name), std::move(type), std::move(help), std::move(only), {}}, target(std::move(to)) {
    key.otherwise = words();
  }
  KeyRow(std::string name, Choice<Entity> options, std::string help)
      : key{std::move(name), choice_of(options.names), std::move(help), {}, options.names.front()},
        target(std::move(options.pick)) {}

 private:
  /// What an absent key means, from the row's own fallback or from the field's own start value.
  std::string words() const {
    const Fallback& fallback = key.type.fallback;
    if (fallback.required) return "required";
    if (!fallback.words.empty()) return fallback.words;
    if (key.type.kind == KeyKind::number) return headrace::describe(fallback.value);
    if constexpr (!std::is_empty_v<Entity>) {
      static const Entity start{};
      if (const auto* field = std::get_if<int Entity::*>(&target)) return fmt::format("{}", start.**field);
      if (const auto* field = std::get_if<std::string Entity::*>(&target)) return start.**field;
      if (const auto* field = std::get_if<bool Entity::*>(&target)) return start.**field ? "true" : "false";
    }
    return {};
  }
};

/// The rows of one kind of entity: the only list of its keys. Drives reading, messages and the reference.
template <class Entity>
struct KeyTable {
  Table table;  ///< its keys are the rows' and then those of every entity
  std::vector<KeyRow<Entity>> rows;

  KeyTable(std::string name, std::string help, std::vector<KeyRow<Entity>> own) : rows(std::move(own)) {
    table.name = std::move(name);
    table.help = std::move(help);
    for (const KeyRow<Entity>& row : rows) table.keys.push_back(row.key);
    for (const Key& key : entity_keys()) table.keys.push_back(key);
  }
};

/// The same for a table that is one entity itself, `[trust]`.
template <class Entity>
KeyTable<Entity> single(KeyTable<Entity> keys) {
  keys.table.by_id = false;
  return keys;
}

/// The key that fills a field.
template <class Entity, class Type>
const Key& key_of(const std::vector<KeyRow<Entity>>& rows, Type Entity::*field) {
  for (const KeyRow<Entity>& row : rows) {
    const auto* own = std::get_if<Type Entity::*>(&row.target);
    if (own != nullptr && *own == field) return row.key;
  }
  throw std::logic_error("no key fills this field");
}

template <class Type>
struct PlainType {
  using type = Type;
};
template <class Type>
struct PlainType<std::optional<Type>> {
  using type = Type;
};
/// A type without its `optional`.
template <class Type>
using Plain = typename PlainType<Type>::type;

/// Stores a field that was read; a field of another type than the target's is left alone.
template <class Entity>
void store(Entity& entity, const Target<Entity>& target, const Field& field) {
  if (const auto* pick = std::get_if<Pick<Entity>>(&target)) {
    if (const auto* index = std::get_if<int>(&field)) (*pick)(entity, static_cast<std::size_t>(*index));
    return;
  }
  std::visit(
      [&](const auto& to) {
        using To = std::decay_t<decltype(to)>;
        if constexpr (std::is_member_object_pointer_v<To>) {
          using Type = Plain<std::decay_t<decltype(entity.*to)>>;
          if (const auto* from = std::get_if<Type>(&field)) entity.*to = *from;
        }
      },
      target);
}

}  // namespace headrace
