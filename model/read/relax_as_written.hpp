#pragma once

#include "model/scenario/scenario.hpp"
#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// Reads both lists of a document, `[[relax]]` and `[[price]]`, and relaxes the scenario, in the order written.
/// Errors: names that are no limit of this scenario, a limit named twice. What is wrong with values check_document()
/// has reported.
void relax_as_written(const Value& document, Scenario& scenario, Diagnostics& diagnostics);

}  // namespace headrace
