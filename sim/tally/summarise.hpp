#pragma once

#include "sim/tally/results.hpp"

namespace headrace {

/// Turns what a run gathered into results; which trials it was is the caller's to say.
Results summarise(const CompiledModel& model, const RowLayout& layout, const Tally& tally, KeptTrials kept);

}  // namespace headrace
