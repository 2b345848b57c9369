#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/language/key.hpp"
#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

enum class Presence { unknown, switched_off, there };

/// Ids that a reference may name, by table.
class Names {
 public:
  Names() = default;
  /// Ids beside those of an outer scope, which must stay where it is.
  explicit Names(const Names* outer) : outer_(outer) {}

  /// Adds the entities of a table of a document (nothing when it has no such table). An id that is there once is there;
  /// of a table that is none (check_document() reports it) anything may be.
  void add(const Value& holder, const std::string& table);

  Presence look_up(const std::string& table, const std::string& id) const;
  std::vector<std::string> ids(const std::string& table) const;

 private:
  void collect(const std::string& table, std::map<std::string, bool>& ids) const;

  const Names* outer_ = nullptr;
  std::map<std::string, std::map<std::string, bool>> tables_;
  std::set<std::string> unreadable_;
};

/// Reports ids of an entity's keys that name nothing, or something switched off where that cannot be ignored.
/// @param table  the entity's own
void check_references(const Value& entity, const Table& table, const Names& names, const std::string& path,
                      Diagnostics& diagnostics);

}  // namespace headrace
