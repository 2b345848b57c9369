#pragma once

#include <vector>

#include "model/document.hpp"
#include "model/key_table.hpp"

namespace headrace {

/// Keys of a document that hold lists: `[[relax]]` and `[[price]]`.
Key relax_key();
Key price_key();

/// Keys of one element of each.
const std::vector<KeyRow<Relaxation>>& relaxation_rows();
const std::vector<KeyRow<StepPrice>>& price_rows();

/// Reads both lists of a document and relaxes the scenario, in the order written.
/// Errors: names that are no limit of this scenario, a limit named twice. What is wrong with values check_document()
/// has reported.
void relax_as_written(const Value& document, Scenario& scenario, Diagnostics& diagnostics);

}  // namespace headrace
