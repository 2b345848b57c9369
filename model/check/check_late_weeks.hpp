#pragma once

#include "model/scenario/scenario.hpp"
#include "model/text/diagnostics.hpp"

namespace headrace {

/// Warns about weeks that come at or after the horizon, whatever happens: what begins then never does. Finds them by
/// the unit of their keys; of a list, only where all of it is late.
void check_late_weeks(const Scenario& scenario, Diagnostics& diagnostics);

}  // namespace headrace
