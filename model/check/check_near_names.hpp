#pragma once

#include <string>
#include <vector>

#include "model/fields/site_template.hpp"
#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// Warns about names that make a new thing without a word where an old one was meant:
/// - an id that is nearly that of a sibling (model/text/likeness.hpp), unless something names each of the two: at a
///   site against its template, in a variant against its bases, and in one file where letters are missing or swapped;
/// - `enabled = false` for what neither the template nor a base has, so that nothing is switched off;
/// - a site of a variant that no base has and that only says what is different about its template;
/// - a system in `from` or `to` that is nearly that of another link.
/// Walks the tables of the language, so that a kind of entity that is added is covered.
/// @param files  of the document, nearest first
/// @param sites  with their templates laid under them
void check_near_names(const Value& document, const std::vector<std::string>& files,
                      const std::vector<MergedSite>& sites, Diagnostics& diagnostics);

}  // namespace headrace
