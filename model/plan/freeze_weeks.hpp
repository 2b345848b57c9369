#pragma once

#include <vector>

#include "model/scenario/scenario.hpp"
#include "model/text/diagnostics.hpp"

namespace headrace {

/// Reports frozen weeks that are no whole weeks, or end before they begin.
void check_freeze_weeks(const ProgrammeSettings& programme, Diagnostics& diagnostics);

/// Weeks in which no item may start. @return [weeks] 1: frozen; empty when none is
std::vector<unsigned char> frozen_weeks(const ProgrammeSettings& programme);

}  // namespace headrace
