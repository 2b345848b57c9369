#pragma once

#include <cstddef>
#include <vector>

#include "sim/tally/results.hpp"

namespace headrace {

/// Weeks at which early warnings are sought, as far as they lie inside the horizon.
inline constexpr int kWarningWeeks[] = {12, 26, 52};

/// Weeks at which KeptTrials::watched is kept: every fourth up to half the horizon, and the warning weeks inside it.
std::vector<int> watch_weeks(int horizon_weeks);

/// Appends the first trials of a block to what is kept of inputs, least times and early series.
///
/// Memory: 64 KiB a number at 16,384 trials; 611 inputs, 222 items and 5 series at 29 weeks are 61 MB.
/// @param count  trials taken, at most those of the block
void keep_inputs(const TrialBlock& block, std::ptrdiff_t count, KeptTrials& kept);

}  // namespace headrace
