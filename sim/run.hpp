#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stdexcept>
#include <stop_token>
#include <vector>

#include "model/compile/compiled_model.hpp"
#include "sim/tally/results.hpp"

namespace headrace {

struct RunOptions {
  std::int64_t trials = 10'000;
  std::uint64_t seed = 1;
  int threads = 0;                    ///< 0: as many as the machine has; the results do not depend on it
  std::int64_t kept_trials = 16'384;  ///< outputs of that many trials are kept
  bool keep_items = false;            ///< and starts and finishes of their items
  bool keep_inputs = false;           ///< and inputs and early series: 4 bytes a number and trial (keep_inputs.hpp)
  Detail detail = Detail::full;       ///< outputs: no weeks, items, leaks or inputs; what a future comes to is the same
  const Kernel* kernel = nullptr;     ///< null: the fastest this processor has; the results do not depend on it
  std::function<void(std::int64_t done, std::int64_t total)>
      progress;  ///< one call a block, in order, never two at once
  std::stop_token stop;
  std::int64_t faulty_trial = -1;  ///< is taken for one that breaks a law: for tests of what follows from one
};

/// A result that cannot be: our own fault, never the planner's. Says how to replay the trial.
class EngineFault : public std::runtime_error {
 public:
  EngineFault(std::int64_t trial, std::uint64_t seed, const std::string& what);
  std::int64_t trial;
};

/// Histogram ranges are fixed by this many first trials.
inline constexpr std::int64_t kPilotTrials = 1024;

struct Ensemble {
  std::vector<Results> results;   ///< by model
  std::vector<PairResult> pairs;  ///< models 1, 2, ... against model 0
};

/// Simulates the same futures of one or more scenarios.
///
/// Draws belong to (seed, trial, name, index), so what two scenarios share by name is the same in both (common random
/// numbers).
/// @return  nothing when stopped early
/// Errors: EngineFault when a result is not a number or a conservation law is broken.
std::optional<Ensemble> simulate(std::span<const CompiledModel* const> models, const RunOptions& options);

/// One scenario.
std::optional<Results> simulate(const CompiledModel& model, const RunOptions& options);

}  // namespace headrace
