#pragma once

#include <cstdint>

#include "sim/run.hpp"

namespace headrace {

/// The same model with every uncertain number at its median: the plan before uncertainty.
CompiledModel at_medians(const CompiledModel& model);

/// What the plan spends over the horizon, undiscounted, before uncertainty: the mean cost of futures in which every
/// number is at its median. Incidents, outages and other losses are not spending.
/// @param options  seed, threads, kernel and stop are used
/// @return         in the scenario's currency; nothing when stopped
/// Draws: those of chance events only. Errors: EngineFault.
std::optional<double> planned_spend(const CompiledModel& model, const RunOptions& options);

/// Is a kind of cash money that a planner decides to spend?
bool is_spending(Cash kind);

}  // namespace headrace
