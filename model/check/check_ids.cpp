#include "model/check/check_ids.hpp"

#include <fmt/format.h>

#include <map>
#include <string>

#include "model/language/keys.hpp"
#include "model/language/language.hpp"

namespace headrace {
namespace {

struct Owner {
  std::string table;
  Location where;
};

/// Ids of one scope, each with who has it.
class Scope {
 public:
  explicit Scope(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void reserve(const std::string& id) { owners_.emplace(id, Owner{}); }

  void add(const Value& holder, const std::string& table) {
    const Value* entities = find(holder, table);
    if (entities == nullptr) return;
    for (const Entry& entry : entities->entries) add(entry, table);
  }

 private:
  void add(const Entry& entry, const std::string& table) {
    const auto [at, is_new] = owners_.emplace(entry.key, Owner{table, entry.where});
    const Owner& owner = at->second;
    if (is_new) return;
    if (owner.table.empty()) {
      diagnostics_.error(entry.where, fmt::format("id '{}' in [{}] is the name of a table", entry.key, table),
                         "paths could mean either", "Choose another id.");
    } else if (owner.table != table) {
      diagnostics_.error(entry.where, fmt::format("id '{}' in [{}] is used twice", entry.key, table),
                         fmt::format("[{}] has it too, at {}:{}:{}", owner.table, owner.where.file.text(),
                                     owner.where.line, owner.where.column),
                         "Rename one of the two.");
    }
  }

  Diagnostics& diagnostics_;
  std::map<std::string, Owner> owners_;
};

}  // namespace

void check_ids(const Value& document, const std::vector<MergedSite>& sites, Diagnostics& diagnostics) {
  Scope programme(diagnostics);
  for (const Table& table : language().tables) programme.reserve(table.name);
  for (const Table& table : language().tables) {
    if (table.by_id && table.name != template_keys().table.name) programme.add(document, table.name);
  }
  for (const MergedSite& site : sites) {
    Scope inside(diagnostics);
    for (const Table& table : site_language().tables) inside.reserve(table.name);
    inside.add(document, use_case_keys().table.name);
    for (const Table& table : site_language().tables) {
      if (table.by_id) inside.add(site.entry.value, table.name);
    }
  }
}

}  // namespace headrace
