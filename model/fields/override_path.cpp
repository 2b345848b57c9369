#include "model/fields/override_path.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "model/fields/site_template.hpp"
#include "model/language/keys.hpp"
#include "model/language/language.hpp"
#include "model/language/relax_keys.hpp"
#include "model/text/suggest.hpp"

namespace headrace {
namespace {

const std::string& sites_name() { return site_keys().table.name; }
const std::string& templates_name() { return template_keys().table.name; }

DocumentPath segments_of(const std::string& path) {
  DocumentPath segments(1);
  for (const char c : path) {
    if (c == '.' || c == '/') {
      segments.emplace_back();
    } else {
      segments.back() += c;
    }
  }
  return segments;
}

/// Is it a list of the document itself?
bool is_root_list(const std::string& key) { return key == relax_key().name || key == price_key().name; }

/// Template that a site is made from; null when it has none.
const Value* template_table(const Value& document, const std::string& site_id) {
  const Value* sites = find(document, sites_name());
  const Entry* site = sites == nullptr ? nullptr : find_entry(*sites, site_id);
  if (site == nullptr) return nullptr;
  Diagnostics reported_later;
  return template_of(document, *site, reported_later).table;
}

std::vector<std::string> keys_of(const Value* table) {
  std::vector<std::string> keys;
  if (table == nullptr) return keys;
  for (const Entry& entry : table->entries) keys.push_back(entry.key);
  return keys;
}

/// Follows a path from the root, table by table, and says where it leaves what exists.
class PathFollower {
 public:
  PathFollower(const Value& document, const DocumentPath& path) : document_(document), path_(path) {}

  /// @return index of the key; nothing when the path leads nowhere
  bool follow(ResolvedPath& result) {
    const Table* table = &language();
    // Where the path stands: in the document, and in the template laid under it.
    std::vector<const Value*> here = {&document_};
    for (std::size_t i = 0; i < path_.size(); ++i) {
      if (find_key(*table, path_[i]) != nullptr && (i > 0 || is_root_list(path_[i]))) {
        result.key = i;
        return true;
      }
      const Table* inner = find_table(*table, path_[i]);
      if (inner == nullptr) return fail(result, i, known_in(*table));
      descend(here, path_[i]);
      table = inner;
      if (!inner->by_id) continue;
      if (++i == path_.size()) break;
      const std::vector<std::string> ids = ids_in(here);
      if (std::find(ids.begin(), ids.end(), path_[i]) == ids.end()) return fail(result, i, ids);
      descend(here, path_[i]);
      if (inner->name == sites_name() && i == 1) here.push_back(template_table(document_, path_[i]));
    }
    result.problem = fmt::format("'{}' is no single value", fmt::join(path_, "."));
    result.advice = fmt::format("Go on with one of its keys: {}.", fmt::join(known_in(*table), ", "));
    return false;
  }

 private:
  static void descend(std::vector<const Value*>& here, const std::string& key) {
    for (const Value*& table : here) table = child(table, key);
  }

  static std::vector<std::string> ids_in(const std::vector<const Value*>& here) {
    std::vector<std::string> ids;
    for (const Value* table : here) {
      for (std::string& id : keys_of(table)) ids.push_back(std::move(id));
    }
    return ids;
  }

  static std::vector<std::string> known_in(const Table& table) {
    std::vector<std::string> known;
    for (const Key& key : table.keys) known.push_back(key.name);
    for (const Table& inner : table.tables) known.push_back(inner.name);
    return known;
  }

  bool fail(ResolvedPath& result, std::size_t at, const std::vector<std::string>& known) const {
    const std::string before =
        fmt::format("{}", fmt::join(path_.begin(), path_.begin() + static_cast<std::ptrdiff_t>(at), "."));
    result.problem = before.empty() ? fmt::format("there is no '{}'", path_[at])
                                    : fmt::format("there is no '{}' in '{}'", path_[at], before);
    result.advice = known.empty()
                        ? "It holds none."
                        : did_you_mean(path_[at], known, fmt::format("Known are: {}.", fmt::join(known, ", ")));
    return false;
  }

  const Value& document_;
  const DocumentPath& path_;
};

/// Finds entities by the name that draws and reports use.
class NameFinder {
 public:
  explicit NameFinder(const Value& document) : document_(document) {}

  /// The paths by document that a name may stand for; empty when its first word names nothing.
  std::vector<DocumentPath> find_places(const DocumentPath& name) const {
    if (find_table(language(), name.front()) != nullptr || is_root_list(name.front())) return {name};
    if (child(find(document_, sites_name()), name.front()) != nullptr) return {at_site(name)};
    for (const Table& table : language().tables) {
      const bool entities = table.by_id && table.name != templates_name();
      if (entities && child(find(document_, table.name), name.front()) != nullptr) return {under({table.name}, name)};
    }
    return in_templates(name);
  }

  /// Every first word that means something, for suggestions.
  std::vector<std::string> first_words() const {
    std::set<std::string> words;
    for (const Table& table : language().tables) {
      words.insert(table.name);
      if (!table.by_id) continue;
      for (std::string& id : keys_of(find(document_, table.name))) words.insert(std::move(id));
    }
    for (const std::string& id : keys_of(find(document_, templates_name()))) {
      for (const Table& table : template_language().tables) {
        for (std::string& inner : keys_of(child(child(find(document_, templates_name()), id), table.name))) {
          words.insert(std::move(inner));
        }
      }
    }
    return {words.begin(), words.end()};
  }

 private:
  static DocumentPath under(DocumentPath prefix, std::span<const std::string> rest) {
    prefix.insert(prefix.end(), rest.begin(), rest.end());
    return prefix;
  }

  /// `ulm/survey/...` is an entity of the site when it has one of that id, else one of its own keys or tables.
  DocumentPath at_site(const DocumentPath& name) const {
    if (name.size() > 1) {
      for (const Table& table : site_language().tables) {
        const DocumentPath place = {sites_name(), name[0], table.name, name[1]};
        if (table.by_id && value_at(document_, place) != nullptr) return under(place, std::span(name).subspan(2));
      }
    }
    return under({sites_name()}, name);
  }

  std::vector<DocumentPath> in_templates(const DocumentPath& name) const {
    std::vector<DocumentPath> places;
    const Value* templates = find(document_, templates_name());
    for (const std::string& id : keys_of(templates)) {
      const Value* one = child(templates, id);
      for (const Table& table : template_language().tables) {
        if (table.by_id && child(child(one, table.name), name.front()) != nullptr) {
          places.push_back(under({templates_name(), id, table.name}, name));
        }
      }
      if (id == name.front()) places.push_back(under({templates_name()}, name));
    }
    return places;
  }

  const Value& document_;
};

}  // namespace

const Value* value_at(const Value& document, std::span<const std::string> path) {
  const auto follow = [](const Value* from, std::span<const std::string> keys) {
    for (const std::string& key : keys) from = child(from, key);
    return from;
  };
  const Value* own = follow(&document, path);
  const bool at_site = path.size() > 2 && path.front() == sites_name();
  return own != nullptr || !at_site ? own : follow(template_table(document, path[1]), path.subspan(2));
}

ResolvedPath resolve_path(const std::string& path, const Value& document) {
  const DocumentPath name = segments_of(path);
  const NameFinder finder(document);
  ResolvedPath result;
  const std::vector<DocumentPath> places = finder.find_places(name);
  if (places.empty()) {
    const std::vector<std::string> known = finder.first_words();
    result.problem = fmt::format("there is no '{}'", name.front());
    result.advice =
        did_you_mean(name.front(), known, fmt::format("Paths start with one of: {}.", fmt::join(known, ", ")));
    return result;
  }
  for (const DocumentPath& place : places) {
    if (!PathFollower(document, place).follow(result)) return result;
  }
  result.places = places;
  return result;
}

}  // namespace headrace
