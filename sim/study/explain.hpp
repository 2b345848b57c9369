#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "sim/run.hpp"
#include "sim/study/shapley.hpp"

namespace headrace {

/// Figures of net present value whose change is explained.
enum class NpvFigure { mean, p10, p50, p90, count };
inline constexpr int kNpvFigures = static_cast<int>(NpvFigure::count);

/// What one group of changes contributes.
struct ExplainedPart {
  double value[kNpvFigures] = {};        ///< in the scenario's currency
  double sampling_se[kNpvFigures] = {};  ///< of sampled orders; 0 where exact
  double mean_se = 0;                    ///< of the mean, from the futures
};

/// Why one scenario's net present value differs from another's. Each figure's parts add up to its change.
struct Explanation {
  std::int64_t trials = 0;
  std::uint64_t seed = 0;
  int runs = 0;
  int orders = 0;  ///< sampled; 0: all of them, exact
  double base[kNpvFigures] = {}, other[kNpvFigures] = {};
  double change_se = 0;              ///< of the mean change, from the futures
  std::vector<ExplainedPart> parts;  ///< [group of changes]
};

/// Shares the difference between two scenarios out to the groups of changes between them: Shapley's shares of the game
/// in which a set of groups is worth the mean, or the quantile, of the net present value of the scenario with that set
/// changed, in the same futures.
/// @param model_of  the scenario with a set of groups changed; nobody: the base, everybody: the other
/// @param options   trials (at most kept_trials are looked at), seed, threads, kernel, progress over all runs, stop
/// @return          nothing when stopped early
/// Draws: those of the runs. Errors: EngineFault.
std::optional<Explanation> explain(const ShapleyPlan& plan, const std::function<CompiledModel(Coalition)>& model_of,
                                   const RunOptions& options);

}  // namespace headrace
