#pragma once

#include <optional>
#include <span>
#include <vector>

#include "model/distribution/known_tables.hpp"
#include "model/limits/limits.hpp"
#include "sim/run.hpp"

namespace headrace {

/// A limit and by how many steps it is relaxed.
struct RelaxedLimit {
  const Limit* limit = nullptr;
  double steps = 1;
};

/// What one plan comes to, trial by trial; weeks are kNever where there is none.
struct PlanFutures {
  std::vector<double> npv, last_go_live, payback, sustained, pv_cost;  ///< [trial]
};

/// Runs a plan with some limits relaxed, keeping only what each future comes to.
/// @param scenario  as read: all listed sites
/// @param known     tables of plans that were run before
/// @return          nothing when stopped
/// Errors: as compile_changed() and simulate().
std::optional<PlanFutures> simulate_relaxed(const Scenario& scenario, std::span<const RelaxedLimit> relaxed,
                                            RunOptions options, KnownTables& known);

}  // namespace headrace
