#pragma once

#include <string>

#include "model/scenario.hpp"
#include "sim/study/unlock.hpp"

namespace headrace {

/// What relaxing each limit is worth, largest change in net present value first, and the pairs that help together.
std::string unlock_text(const Scenario& scenario, const UnlockStudy& study);

/// unlock.csv: one row a limit.
std::string unlock_csv(const Scenario& scenario, const UnlockStudy& study);

/// unlock.json: the same, and all pairs (docs/results.md).
std::string unlock_json(const Scenario& scenario, const UnlockStudy& study);

}  // namespace headrace
