#pragma once

#include "model/scenario/scenario.hpp"
#include "model/text/diagnostics.hpp"

namespace headrace {

/// Checks that concern several entities at once: crews against their teams, hours saved against wages, waves in order,
/// something to simulate at all.
void check_scenario(const Scenario& scenario, Diagnostics& diagnostics);

}  // namespace headrace
