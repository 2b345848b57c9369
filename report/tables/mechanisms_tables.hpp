#pragma once

#include <string>

#include "model/plan/programme.hpp"
#include "sim/study/mechanisms.hpp"

namespace headrace {

/// What each mechanism does in a scenario, largest change in net present value first: a table, and which are off.
std::string mechanisms_text(const Scenario& scenario, const MechanismStudy& study);

/// mechanisms.csv: one row a mechanism, those that are off with empty cells.
std::string mechanisms_csv(const Scenario& scenario, const MechanismStudy& study);

/// mechanisms.json: the same (docs/results.md).
std::string mechanisms_json(const Scenario& scenario, const MechanismStudy& study);

}  // namespace headrace
