#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/study/driver_inputs.hpp"
#include "sim/tally/results.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {

/// A run of a text that keeps all that drivers are found in.
struct DrivenRun {
  DrivenRun(const std::string& toml, std::int64_t trials, std::uint64_t seed = 1, int threads = 1)
      : model(model_of(toml)), results(run(model, options(trials, seed, threads))) {}

  static RunOptions options(std::int64_t trials, std::uint64_t seed = 1, int threads = 1) {
    RunOptions o = kept(trials, seed);
    o.keep_inputs = true;
    o.threads = threads;
    return o;
  }

  Model model;
  Results results;
};

/// Kept trials made by hand: inputs alike from 0 to 1, drawn apart by a splitmix of (column, trial).
struct MadeTrials {
  MadeTrials(std::size_t columns, std::int64_t trials);

  float& npv(std::size_t trial) { return kept.output[static_cast<int>(Output::npv)][trial]; }
  float x(std::size_t column, std::size_t trial) const { return kept.input[column][trial]; }
  /// One row a column, `a/x0`, `a/x1`, ...; no numbers.
  InputDrivers rows() const;

  KeptTrials kept;
};

/// From 0 to 1, apart for every pair.
float noise(std::uint64_t column, std::uint64_t trial);

}  // namespace headrace::test
