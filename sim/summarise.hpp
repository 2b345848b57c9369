#pragma once

#include "sim/results.hpp"
#include "sim/run.hpp"

namespace headrace {

/// Turns what a run gathered into results.
Results summarise(const CompiledModel& model, const RowLayout& layout, const Tally& tally, KeptTrials kept,
                  const RunOptions& options);

}  // namespace headrace
