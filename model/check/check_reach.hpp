#pragma once

#include "model/plan/programme.hpp"
#include "model/text/diagnostics.hpp"

namespace headrace {

/// Reports what can never go: teams of nobody with work, work in frozen weeks only or without funds, gates that wait
/// for what they hold back, use cases that no luck brings live before the horizon. Errors where nothing at all can go
/// live, warnings where a part cannot, and where that is so at the medians of the numbers.
void check_reach(const Programme& programme, Diagnostics& diagnostics);

}  // namespace headrace
