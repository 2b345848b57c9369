#pragma once

#include <string>
#include <vector>

#include "report/files/results_csv.hpp"
#include "report/words/run_view.hpp"
#include "sim/study/drivers.hpp"

namespace headrace {

/// drivers.json (docs/results.md).
std::string drivers_json(const RunView& run, const DriverStudy& study);

/// driver_inputs.csv, driver_items.csv, driver_merges.csv, driver_rules.csv, driver_warnings.csv.
std::vector<NamedText> drivers_csv(const RunView& run, const DriverStudy& study);

}  // namespace headrace
