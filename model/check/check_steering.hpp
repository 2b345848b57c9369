#pragma once

#include "model/scenario/scenario.hpp"

namespace headrace {

/// Reports envelopes that never open and gates that hold nothing.
void check_steering(const Scenario& scenario, Diagnostics& diagnostics);

}  // namespace headrace
