#include "model/fields/names.hpp"

#include <fmt/format.h>

#include "model/fields/entity_header.hpp"
#include "model/fields/read_field.hpp"
#include "model/text/suggest.hpp"

namespace headrace {

void Names::add(const Value& holder, const std::string& table) {
  const Value* entities = find(holder, table);
  if (entities == nullptr) return;
  if (entities->type != ValueType::table) unreadable_.insert(table);
  for (const Entry& entry : entities->entries) {
    const bool enabled = entry.value.type != ValueType::table || is_enabled(entry.value);
    bool& there = tables_[table][entry.key];
    there = there || enabled;
  }
}

Presence Names::look_up(const std::string& table, const std::string& id) const {
  if (unreadable_.contains(table)) return Presence::there;
  Presence presence = outer_ == nullptr ? Presence::unknown : outer_->look_up(table, id);
  const auto ids = tables_.find(table);
  if (presence == Presence::there || ids == tables_.end()) return presence;
  const auto found = ids->second.find(id);
  if (found == ids->second.end()) return presence;
  return found->second ? Presence::there : Presence::switched_off;
}

void Names::collect(const std::string& table, std::map<std::string, bool>& ids) const {
  if (outer_ != nullptr) outer_->collect(table, ids);
  const auto found = tables_.find(table);
  if (found == tables_.end()) return;
  for (const auto& [id, enabled] : found->second) {
    bool& there = ids[id];
    there = there || enabled;
  }
}

std::vector<std::string> Names::ids(const std::string& table) const {
  std::map<std::string, bool> all;
  collect(table, all);
  std::vector<std::string> result;
  for (const auto& [id, enabled] : all) {
    if (enabled) result.push_back(id);
  }
  return result;
}

namespace {

void check_reference(const std::string& id, const Location& where, const Key& key, const Names& names,
                     const std::string& subject, Diagnostics& diagnostics) {
  const std::string& table = key.type.refers_to;
  const Presence presence = names.look_up(table, id);
  if (presence == Presence::unknown) {
    const std::vector<std::string> ids = names.ids(table);
    const std::string otherwise =
        ids.empty() ? fmt::format("Add one to [{}].", table) : fmt::format("Known are: {}.", fmt::join(ids, ", "));
    diagnostics.error(where, fmt::format("{} names unknown '{}'", subject, id),
                      fmt::format("it must be one of the {}", table), did_you_mean(id, ids, otherwise));
  } else if (presence == Presence::switched_off && !key.type.may_be_off) {
    diagnostics.error(where, fmt::format("{} names '{}'", subject, id), "it is switched off",
                      "Switch it on, name another, or switch this off too.");
  }
}

}  // namespace

void check_references(const Value& entity, const Table& table, const Names& names, const std::string& path,
                      Diagnostics& diagnostics) {
  for (const Entry& entry : entity.entries) {
    const Key* key = find_key(table, entry.key);
    if (key == nullptr || key->type.refers_to.empty()) continue;
    const std::string subject = subject_of(entry.key, path);
    const Value& value = entry.value;
    if (value.type == ValueType::text && is_id(value.text)) {
      check_reference(value.text, value.where, *key, names, subject, diagnostics);
    }
    for (const Value& element : value.elements) {
      if (element.type != ValueType::text || !is_id(element.text)) continue;
      check_reference(element.text, element.where, *key, names, subject, diagnostics);
    }
    for (const Entry& one : value.entries) {
      check_reference(one.key, one.where, *key, names, subject, diagnostics);
    }
  }
}

}  // namespace headrace
