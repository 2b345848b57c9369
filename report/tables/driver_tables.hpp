#pragma once

#include <string>

#include "report/words/run_view.hpp"
#include "sim/study/drivers.hpp"

namespace headrace {

/// Why some futures end better than others, for the screen: what matters most, the strongest inputs, work items and
/// merges, what the worst futures have in common, early warnings.
std::string drivers_text(const RunView& run, const DriverStudy& study);

/// One sentence: the number that matters most and whether it has a source; or that none stands out.
std::string strongest_text(const RunView& run, const DriverStudy& study);

}  // namespace headrace
