#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/text/document.hpp"

namespace headrace {

/// A place in a document as the path of its keys from the root: {"teams", "ot", "people"}.
using DocumentPath = std::vector<std::string>;

/// What a path on the command line means.
struct ResolvedPath {
  std::vector<DocumentPath> places;  ///< several when templates share an id; empty: it leads nowhere
  std::size_t key = 0;               ///< index of the key in each place; what follows it lies inside the key's value
  std::string problem;               ///< why it leads nowhere
  std::string advice;
};

/// Finds what a path names: by document (`teams.ot.people`) or by the name that draws and reports use
/// (`ulm/survey/effort_person_weeks`, `ot/people`, `survey/effort_person_weeks` for the template's); dots and slashes
/// are the same. Every entity on the way must exist, at a site also in its template.
ResolvedPath resolve_path(const std::string& path, const Value& document);

/// What stands at a path, at a site also what its template gives it; nullptr when nothing does.
const Value* value_at(const Value& document, std::span<const std::string> path);

}  // namespace headrace
