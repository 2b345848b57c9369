#include "model/edit/scenario_difference.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "model/language/keys.hpp"
#include "model/language/language.hpp"
#include "model/language/relax_keys.hpp"

namespace headrace {
namespace {

/// Keys that explain a number or an entity and change no result, wherever they stand.
bool is_remark(const std::string& key) {
  static const std::set<std::string> remarks = {"label", "source", "owner", "note"};
  return remarks.contains(key);
}

bool is_same(const Value& a, const Value& b) {
  if (is_number(a) && is_number(b)) return a.number == b.number;
  if (a.type != b.type || a.text != b.text || a.flag != b.flag || a.elements.size() != b.elements.size()) return false;
  for (std::size_t i = 0; i < a.elements.size(); ++i) {
    if (!is_same(a.elements[i], b.elements[i])) return false;
  }
  const auto covers = [](const Value& one, const Value& other) {
    return std::all_of(one.entries.begin(), one.entries.end(), [&](const Entry& entry) {
      const Value* twin = find(other, entry.key);
      return is_remark(entry.key) || (twin != nullptr && is_same(entry.value, *twin));
    });
  };
  return covers(a, b) && covers(b, a);
}

/// Keys of either table, in order, without remarks.
std::set<std::string> keys_of(const Value* a, const Value* b) {
  std::set<std::string> keys;
  for (const Value* table : {a, b}) {
    if (table == nullptr) continue;
    for (const Entry& entry : table->entries) {
      if (!is_remark(entry.key)) keys.insert(entry.key);
    }
  }
  return keys;
}

std::string first_word(const std::string& key) { return key.substr(0, key.find('_')); }

class Differ {
 public:
  std::vector<ChangeGroup> find_groups(const Value& from, const Value& to) {
    documents_[0] = &from;
    documents_[1] = &to;
    compare_relaxations(from, to);
    for (const Table& table : language().tables) {
      // These say what is asked, what is enough and how it is shown; a plan is the same with others.
      if (table.name == ask_keys().table.name || table.name == verdict_keys().table.name) continue;
      if (table.name == view_keys().table.name) continue;
      compare_table(find(from, table.name), find(to, table.name), table, {table.name});
    }
    return std::move(groups_);
  }

 private:
  /// Limits that are relaxed, as one list.
  void compare_relaxations(const Value& from, const Value& to) {
    const std::string key = relax_key().name;
    const Value *mine = find(from, key), *theirs = find(to, key);
    if (mine == nullptr && theirs == nullptr) return;
    if (mine == nullptr || theirs == nullptr || !is_same(*mine, *theirs)) add({key}, {key, ""});
  }

  static bool is_site_like(const std::string& name) {
    return name == site_keys().table.name || name == template_keys().table.name;
  }

  void compare_table(const Value* from, const Value* to, const Table& table, const DocumentPath& path) {
    if (from == nullptr && to == nullptr) return;
    const bool is_programme = table.name == programme_keys().table.name;
    if (!table.by_id) {
      if (!is_programme && (from == nullptr || to == nullptr)) return add(path, {table.name, ""});
      return compare_keys(from, to, table, path);
    }
    for (const std::string& id : keys_of(from, to)) {
      compare_entity(child(from, id), child(to, id), table, extended(path, id));
    }
  }

  void compare_entity(const Value* from, const Value* to, const Table& table, const DocumentPath& path) {
    const bool inside = path.size() > 2;
    const bool only_one = from == nullptr || to == nullptr;
    if (only_one && !changes_template(path)) return add(path, whole_entity(table.name, path.back(), inside));
    compare_keys(from, to, table, path);
    for (const Table& inner : table.tables) {
      compare_table(child(from, inner.name), child(to, inner.name), inner, extended(path, inner.name));
    }
  }

  /// Is a site's entity one that its template may have, so that the site only changes keys of it?
  bool changes_template(const DocumentPath& path) const {
    if (path.size() != 4 || path.front() != site_keys().table.name) return false;
    return std::any_of(std::begin(documents_), std::end(documents_), [&](const Value* document) {
      const Value* templates = find(*document, template_keys().table.name);
      if (templates == nullptr) return false;
      return std::any_of(templates->entries.begin(), templates->entries.end(),
                         [&](const Entry& one) { return child(child(&one.value, path[2]), path[3]) != nullptr; });
    });
  }

  void compare_keys(const Value* from, const Value* to, const Table& table, const DocumentPath& path) {
    for (const std::string& key : keys_of(from, to)) {
      if (find_table(table, key) != nullptr) continue;
      const Value *mine = child(from, key), *theirs = child(to, key);
      if (mine != nullptr && theirs != nullptr && is_same(*mine, *theirs)) continue;
      const bool by_entity = table.by_id && path.size() >= 2;
      add(extended(path, key), part_of_key(table.name, by_entity ? path.back() : "", key, path.size() > 2));
    }
  }

  /// @param inside  of a site or a template
  static ChangePart whole_entity(const std::string& table, const std::string& id, bool inside) {
    if (table == site_keys().table.name) return {table, ""};
    if (table == group_keys().table.name) return {table, ""};
    return entity_part(table, id, inside);
  }

  static ChangePart entity_part(const std::string& table, const std::string& id, bool inside) {
    const bool named = table == team_keys().table.name || table == use_case_keys().table.name ||
                       table == site_item_keys().table.name || table == asset_keys().table.name ||
                       table == template_keys().table.name || (table == integration_keys().table.name && !inside);
    return {table, named ? id : ""};
  }

  static ChangePart part_of_key(const std::string& table, const std::string& id, const std::string& key, bool inside) {
    const std::string& sites = site_keys().table.name;
    if (table == programme_keys().table.name) {
      if (key == key_of(programme_keys().rows, &ProgrammeSettings::sites).name) return {sites, ""};
      const bool waves = key == key_of(programme_keys().rows, &ProgrammeSettings::wave_start_weeks).name;
      return waves ? ChangePart{sites, "wave"} : ChangePart{table, key};
    }
    if (table == group_keys().table.name) return {table, key == "enabled" ? "" : first_word(key)};
    if (!is_site_like(table)) return entity_part(table, id, inside);
    if (key == "enabled" || key == "template") return {sites, ""};
    return {sites, key == "rank" ? "wave" : key};
  }

  static DocumentPath extended(DocumentPath path, const std::string& key) {
    path.push_back(key);
    return path;
  }

  /// What is only said, and a table of sites that has been read already.
  static bool is_said_only(const DocumentPath& path) {
    if (path.front() != programme_keys().table.name) return false;
    return path.back() == key_of(programme_keys().rows, &ProgrammeSettings::question).name ||
           path.back() == key_of(programme_keys().rows, &ProgrammeSettings::sites_csv).name;
  }

  void add(const DocumentPath& path, const ChangePart& part) {
    if (is_said_only(path)) return;
    auto group = std::find_if(groups_.begin(), groups_.end(),
                              [&](const ChangeGroup& each) { return each.parts.front() == part; });
    if (group == groups_.end()) group = groups_.insert(group, ChangeGroup{{part}, {}, false});
    group->changes.push_back(path);
  }

  const Value* documents_[2] = {};
  std::vector<ChangeGroup> groups_;
};

const Value* value_by(const Value& document, const DocumentPath& path) {
  const Value* here = &document;
  for (const std::string& key : path) here = child(here, key);
  return here;
}

/// Table that holds the last key of a path, made where it is missing.
Value& parent_of(Value& document, const DocumentPath& path) {
  Value* here = &document;
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    Value* next = find(*here, path[i]);
    here = next != nullptr ? next : &put(*here, {path[i], here->where, Value{}}).value;
  }
  return *here;
}

}  // namespace

std::vector<ChangeGroup> changed_groups(const Value& from, const Value& to) { return Differ().find_groups(from, to); }

Value hybrid(const Value& from, const Value& to, std::span<const ChangeGroup> groups, std::uint64_t taken) {
  Value document = from;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if ((taken >> g & 1) == 0) continue;
    for (const DocumentPath& path : groups[g].changes) {
      Value& parent = parent_of(document, path);
      const Value* value = value_by(to, path);
      if (value == nullptr) {
        parent.entries.erase_if([&](const Entry& entry) { return entry.key == path.back(); });
      } else {
        put(parent, {path.back(), value->where, *value});
      }
    }
  }
  return document;
}

}  // namespace headrace
