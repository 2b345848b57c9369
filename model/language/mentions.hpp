#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/language/key.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// Ids that a document names somewhere, by any key that refers to entities: dependencies, teams, crews, paths of
/// numbers.
class Mentions {
 public:
  /// Takes in what a table of the document says, by its shape in the language.
  void collect(const Value& value, const Table& shape);

  bool contains(const std::string& id) const { return ids_.contains(id); }

  /// A system as `from` or `to` of an integration says it.
  struct System {
    std::string id;
    Location where;
  };
  const std::vector<System>& systems() const { return systems_; }

 private:
  void take(const Value& value, KeyKind kind);
  void take_path(std::string_view path);

  std::set<std::string> ids_;
  std::vector<System> systems_;
};

}  // namespace headrace
