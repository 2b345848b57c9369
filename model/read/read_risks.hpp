#pragma once

#include "model/scenario/scenario.hpp"
#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// Finds the numbers that the effects of a scenario's risks name, and checks the risks. Errors: paths that lead nowhere
/// (the nearest is named) or to no number, a number named twice, a risk that may strike later but changes what is read
/// once, keys that contradict each other.
void settle_risks(const Value& document, Scenario& scenario, Diagnostics& diagnostics);

}  // namespace headrace
