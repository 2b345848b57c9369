#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "model/limits/mechanisms.hpp"
#include "sim/run.hpp"
#include "sim/study/change.hpp"

namespace headrace {

/// What one mechanism does: with it minus without it, trial by trial on the same draws.
struct MechanismEffect {
  const Mechanism* mechanism = nullptr;
  Change npv;
  Change last_go_live_weeks;  ///< over trials in which the last site goes live both with and without it
  Change regular_share;
  double p_better_off = 0;  ///< share of trials with a higher NPV without it
  double p_worse_off = 0;
};

struct MechanismStudy {
  std::int64_t trials = 0;
  std::uint64_t seed = 0;
  std::vector<MechanismEffect> effects;  ///< of those at work, largest change in mean NPV first
  std::vector<const Mechanism*> absent;  ///< off in the scenario already
};

/// Runs a scenario with and without each mechanism that is at work in it, on the same futures.
///
/// A few models at a time, so that memory does not grow with the number of mechanisms.
/// @param scenario  as read: all listed sites
/// @param options   trials, seed, threads, kernel, progress over all runs, stop; kept trials are not needed
/// @return          nothing when stopped early
/// Errors: EngineFault, as simulate(); std::logic_error when what is left cannot be expanded (never for a scenario that
/// can be run).
std::optional<MechanismStudy> study_mechanisms(const Scenario& scenario, const RunOptions& options);

}  // namespace headrace
