#pragma once

#include <string>
#include <vector>

#include "model/language/key.hpp"
#include "model/text/document.hpp"

namespace headrace::test {

/// A numeric key of the language, and where a document could say it: in every entity of its kind that is there.
struct NumberPlaces {
  std::string table;  ///< innermost, "teams"
  const Key* key = nullptr;
  std::vector<std::vector<std::string>> paths;  ///< from the root, the key included

  std::string name() const { return table + "/" + key->name; }
};

/// Every key of the kinds number, whole and plain, in order of the language; a table of the programme and of sites, or
/// of templates and of sites, is one. Those of which the document has no entity have no paths.
std::vector<NumberPlaces> number_places(const Value& document);

/// "teams.ot.people", for --set.
std::string dotted(const std::vector<std::string>& path);

}  // namespace headrace::test
