#pragma once

#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// Checks the changes that steps of a presentation are shown with, as if each step were run: paths that lead nowhere,
/// values of the wrong type or out of range, each at its place in the file.
/// @param document  with its bases, before anything of the command line is applied
void check_views(const Value& document, Diagnostics& diagnostics);

}  // namespace headrace
