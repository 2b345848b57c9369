#pragma once

#include "model/scenario/scenario.hpp"
#include "model/text/diagnostics.hpp"

namespace headrace {

/// Reports crews that their teams can never bring together, so that the work would wait for ever; as a warning where
/// that is so at the medians of the numbers only.
void check_crews(const Scenario& scenario, Diagnostics& diagnostics);

}  // namespace headrace
