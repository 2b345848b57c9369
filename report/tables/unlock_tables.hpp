#pragma once

#include <string>

#include "model/scenario/scenario.hpp"
#include "sim/study/unlock.hpp"
#include "sim/study/verdict.hpp"

namespace headrace {

/// What relaxing each limit is worth, largest change in net present value first, and the pairs that help together.
std::string unlock_text(const Scenario& scenario, const UnlockStudy& study);

/// unlock.csv: one row a limit.
std::string unlock_csv(const Scenario& scenario, const UnlockStudy& study);

/// unlock.json: the same, and all pairs (docs/results.md).
/// @param facts  of the verdict on the plan; null: the file says none
std::string unlock_json(const Scenario& scenario, const UnlockStudy& study, const VerdictFacts* facts = nullptr);

}  // namespace headrace
