#include "model/check/check_near_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "model/fields/entity_header.hpp"
#include "model/language/keys.hpp"
#include "model/language/language.hpp"
#include "model/language/mentions.hpp"
#include "model/text/likeness.hpp"
#include "model/text/suggest.hpp"

namespace headrace {
namespace {

constexpr int kTemplate = 1 << 20;  ///< layer below every file
constexpr const char* kIfBoth = "If both are meant, give one of them a name of its own.";

/// An entity of a list, and which of the files and templates that lie over one another it comes from.
struct Named {
  std::string id;
  Location where;
  int layer = 0;     ///< smaller lies higher
  bool row = false;  ///< of a table of sites
  bool off = false;
  bool named = false;  ///< by something
  std::uint32_t letters = 0;
};

/// The letters that are in an id, one bit each.
std::uint32_t letters_of(const std::string& id) {
  std::uint32_t letters = 0;
  for (const char c : id) letters |= c >= 'a' && c <= 'z' ? 1u << (c - 'a') : 0u;
  return letters;
}

/// Is it switched off, and is that all that is said of it?
bool only_switches_off(const Value& entity) {
  if (entity.type != ValueType::table || read_header(entity).enabled) return false;
  const std::vector<Key>& own = entity_keys();
  return std::all_of(entity.entries.begin(), entity.entries.end(), [&](const Entry& entry) {
    return std::any_of(own.begin(), own.end(), [&](const Key& key) { return key.name == entry.key; });
  });
}

std::vector<std::string> ids_of(const std::vector<Named>& list) {
  std::vector<std::string> ids;
  for (const Named& one : list) ids.push_back(one.id);
  return ids;
}

class NearNames {
 public:
  NearNames(const Value& document, const std::vector<std::string>& files, const std::vector<MergedSite>& sites,
            Diagnostics& diagnostics)
      : document_(document), sites_(sites), diagnostics_(diagnostics) {
    for (std::size_t i = 0; i < files.size(); ++i) {
      // Tables of sites lie below the files that name them.
      const bool rows = i > 0 && std::filesystem::path(files[i]).extension() != ".toml";
      if (!rows) last_layer_ = std::max(last_layer_, static_cast<int>(i));
      layers_.emplace(files[i], std::pair{static_cast<int>(i), rows});
    }
    // What is wrong there is told already.
    for (const Diagnostic& each : diagnostics.sorted()) {
      if (each.severity == Severity::error) said_.insert(each.where);
    }
    mentions_.collect(document, language());
  }

  void run() {
    for (const Table& table : language().tables) {
      const Entry* entry = find_entry(document_, table.name);
      if (entry == nullptr || entry->value.type != ValueType::table) continue;
      if (table.by_id) {
        check_list(entry->value, table, table.name, {});
      } else {
        check_single(*entry, table.name, {});
      }
    }
    check_templates();
    check_new_sites();
    for (const MergedSite& site : sites_) check_site(site);
    report();
    check_systems();
  }

 private:
  std::pair<int, bool> layer_of(const Location& where) const {
    const auto found = layers_.find(where.file);
    return found == layers_.end() ? std::pair{-1, false} : found->second;
  }

  bool is_in_variant(const Location& where) const {
    const auto [layer, row] = layer_of(where);
    return !row && layer >= 0 && layer < last_layer_;
  }

  void check_templates() {
    const Value* templates = find(document_, template_keys().table.name);
    if (templates == nullptr) return;
    for (const Entry& one : templates->entries) {
      for (const Table& table : template_language().tables) {
        const Value* list = find(one.value, table.name);
        if (list == nullptr || list->type != ValueType::table || !table.by_id) continue;
        check_list(*list, table, fmt::format("{}.{}.{}", template_keys().table.name, one.key, table.name), {});
      }
    }
  }

  void check_site(const MergedSite& site) {
    const std::string path = fmt::format("{}.{}", site_keys().table.name, site.entry.key);
    for (const Table& table : site_language().tables) {
      const Entry* entry = find_entry(site.entry.value, table.name);
      if (entry == nullptr || entry->value.type != ValueType::table) continue;
      const std::string inside = path + "." + table.name;
      if (!table.by_id) {
        if (!entry->value.from_template) check_single(*entry, inside, &site);
        continue;
      }
      const bool own = std::any_of(entry->value.entries.begin(), entry->value.entries.end(),
                                   [](const Entry& one) { return !one.value.from_template; });
      if (own) check_list(entry->value, table, inside, &site);
    }
  }

  /// Entities of one table, at one place.
  void check_list(const Value& list, const Table& table, const std::string& path, const MergedSite* site) {
    std::vector<Named> there, here;
    for (const Entry& entry : list.entries) {
      if (entry.value.type != ValueType::table) continue;
      Named one{entry.key, entry.where, 0, false, !read_header(entry.value).enabled};
      std::tie(one.layer, one.row) = layer_of(entry.value.where);
      one.named = mentions_.contains(one.id);
      one.letters = letters_of(one.id);
      if (site != nullptr && entry.value.from_template) one.layer = kTemplate;
      if (one.off && switches_nothing_off(entry, table, one, site)) {
        here.push_back(std::move(one));
      } else {
        there.push_back(std::move(one));
      }
    }
    for (const Named& one : here) warn_of_switch(one, path, ids_of(there), site);
    // Rows of a table are compared with what is no row only: there may be very many.
    const auto rows = std::stable_partition(there.begin(), there.end(), [](const Named& one) { return !one.row; });
    // And only those of the same digits: a long series costs no more than its length.
    std::map<std::string, std::vector<std::size_t>> alike;
    for (std::size_t i = 0; i < there.size(); ++i) alike[digits_of(there[i].id)].push_back(i);
    const auto first_row = static_cast<std::size_t>(rows - there.begin());
    for (const auto& [digits, places] : alike) {
      for (std::size_t a = 0; a < places.size() && places[a] < first_row; ++a) {
        for (std::size_t b = a + 1; b < places.size(); ++b) compare(there[places[a]], there[places[b]], path, site);
      }
    }
  }

  bool switches_nothing_off(const Entry& entry, const Table& table, const Named& one, const MergedSite* site) const {
    if (one.layer == kTemplate || !only_switches_off(entry.value)) return false;
    if (site != nullptr || is_in_variant(entry.value.where)) return true;
    // A site or template needs no key of its own, so in a plan without bases it is one that waits; what something names
    // is told where that is.
    const bool may_be_bare = table.name == site_keys().table.name || table.name == template_keys().table.name;
    return !may_be_bare && !mentions_.contains(one.id);
  }

  void warn_of_switch(const Named& one, const std::string& path, const std::vector<std::string>& ids,
                      const MergedSite* site) {
    const std::string known = ids.empty() ? "Remove it." : fmt::format("There are: {}.", fmt::join(ids, ", "));
    add({Severity::warning, one.where, fmt::format("'{}' in [{}] switches nothing off", one.id, path),
         site != nullptr && site->from.table != nullptr
             ? fmt::format("template '{}' has no such entry, nor has the site", site->from.id)
             : "there is no such entry",
         did_you_mean(one.id, ids, known)},
        one.id, path, site);
  }

  /// A table that is one entity itself, `[pilot]`.
  void check_single(const Entry& entry, const std::string& path, const MergedSite* site) {
    if (!only_switches_off(entry.value) || (site == nullptr && !is_in_variant(entry.value.where))) return;
    add({Severity::warning, entry.where, fmt::format("[{}] switches nothing off", path),
         site == nullptr ? "no base has it" : "the template has none", "Remove it."},
        entry.key, path, site);
  }

  void compare(const Named& a, const Named& b, const std::string& path, const MergedSite* site) {
    if (a.layer == b.layer && (a.layer == kTemplate || a.off || b.off)) return;
    if (a.named && b.named) return;
    // Two slips of the finger change four letters of the set at most.
    if (std::popcount(a.letters ^ b.letters) > 4) return;
    const Likeness alike = likeness(a.id, b.id);
    if (alike == Likeness::none || (a.layer == b.layer && alike == Likeness::remote && a.named == b.named)) return;

    // To blame is what lies higher, then what nothing names, then what stands further down.
    const bool later = a.named != b.named ? b.named : b.where < a.where;
    const bool first = a.layer != b.layer ? a.layer < b.layer : later;
    const Named &slip = first ? a : b, &meant = first ? b : a;
    const std::string& file = meant.where.file;
    const std::string home = meant.layer == kTemplate && site != nullptr
                                 ? fmt::format("template '{}' has that one", site->from.id)
                                 : fmt::format("that one is at {}:{}", file, meant.where.line);
    const std::string used = slip.named ? "" : ", and nothing names this one";
    add({Severity::warning, slip.where, fmt::format("'{}' in [{}] is nearly '{}'", slip.id, path, meant.id),
         home + used, fmt::format("Did you mean '{}'? {}", meant.id, kIfBoth)},
        slip.id, path, site);
  }

  /// What a variant says is different about a site, and there is no such site.
  void check_new_sites() {
    const Value* sites = find(document_, site_keys().table.name);
    if (sites == nullptr) return;
    for (const Entry& entry : sites->entries) {
      if (!is_in_variant(entry.value.where) || said_.contains(entry.where)) continue;
      const auto& inside = entry.value.entries;
      const bool bare = std::all_of(inside.begin(), inside.end(),
                                    [](const Entry& one) { return find_table(site_language(), one.key) != nullptr; });
      if (inside.empty() || !bare) continue;
      std::vector<std::string> others;
      for (const Entry& other : sites->entries) {
        if (other.key != entry.key) others.push_back(other.key);
      }
      diagnostics_.warning(entry.where, fmt::format("site '{}' is in no base", entry.key),
                           "so it is one more site, and all that is said of it is how it differs from its template",
                           did_you_mean(entry.key, others, "If it is a new one, give it a label or a wave."));
    }
  }

  /// Two spellings of a system are two systems.
  void check_systems() {
    std::set<std::pair<std::string, std::string>> told;
    const auto& systems = mentions_.systems();
    std::map<std::string, int> uses;
    for (const auto& one : systems) ++uses[one.id];
    for (const auto& one : systems) {
      for (const auto& [other, count] : uses) {
        const bool rarer = uses[one.id] < count || (uses[one.id] == count && other < one.id);
        if (!rarer || likeness(one.id, other) != Likeness::close || said_.contains(one.where)) continue;
        if (!told.insert({one.id, other}).second) continue;
        diagnostics_.warning(one.where, fmt::format("system '{}' is nearly '{}'", one.id, other),
                             "two spellings are two systems", fmt::format("Did you mean '{}'? {}", other, kIfBoth));
      }
    }
  }

  /// The same slip at many sites is told once.
  struct Found {
    Diagnostic first;
    std::string last_site;
    int more_sites = 0;
  };

  void add(Diagnostic diagnostic, const std::string& id, const std::string& path, const MergedSite* site) {
    if (site == nullptr) {
      if (said_.insert(diagnostic.where).second) diagnostics_.add(std::move(diagnostic));
      return;
    }
    if (said_.contains(diagnostic.where)) return;
    const std::string table = path.substr(path.rfind('.') + 1);
    const std::string& here = site->entry.key;
    const auto [found, is_new] = found_.try_emplace({site->from.id, table, id}, Found{std::move(diagnostic), here});
    if (!is_new && std::exchange(found->second.last_site, here) != here) ++found->second.more_sites;
  }

  void report() {
    for (auto& [key, found] : found_) {
      if (const int more = found.more_sites; more > 0) {
        found.first.why += fmt::format("; the same at {} more site{}", more, more == 1 ? "" : "s");
      }
      said_.insert(found.first.where);
      diagnostics_.add(std::move(found.first));
    }
  }

  const Value& document_;
  const std::vector<MergedSite>& sites_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::pair<int, bool>> layers_;  ///< by file: which lies how high, and is it a table of sites
  int last_layer_ = 0;                                  ///< of the last base
  Mentions mentions_;
  std::set<Location> said_;
  std::map<std::tuple<std::string, std::string, std::string>, Found> found_;
};

}  // namespace

void check_near_names(const Value& document, const std::vector<std::string>& files,
                      const std::vector<MergedSite>& sites, Diagnostics& diagnostics) {
  NearNames(document, files, sites, diagnostics).run();
}

}  // namespace headrace
