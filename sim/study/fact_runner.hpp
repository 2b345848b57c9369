#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "model/compile/compiled_model.hpp"
#include "sim/tally/trial_block.hpp"

namespace headrace {

/// A mean over trials, or what is made of means, with its standard error.
struct Estimate {
  double value = 0, se = 0;
};

/// Mean of one number a trial.
Estimate mean_of(std::span<const double> trials);

/// Mean of the difference of two numbers a trial.
Estimate mean_difference(std::span<const double> a, std::span<const double> b);

/// Odds of the mean of `a` over odds of the mean of `b`, shares on the same draws; error by the delta method.
Estimate odds_ratio(std::span<const double> a, std::span<const double> b);

/// The same of two samples of their own, such as firms of two kinds: no trial is in both.
Estimate odds_ratio_of_two(std::span<const double> a, std::span<const double> b);

/// Mean of `a` over mean of `b`, numbers a trial on the same draws; error by the delta method.
Estimate ratio_of_means(std::span<const double> a, std::span<const double> b);

class FirmFutures;

/// Runs the scenarios behind the published facts, on one thread.
class FactRunner {
 public:
  FactRunner(std::int64_t trials, std::uint64_t seed, std::stop_token stop = {})
      : trials_(trials), seed_(seed), stop_(std::move(stop)) {}

  std::int64_t trials() const { return trials_; }
  std::uint64_t seed() const { return seed_; }
  bool stopped() const { return stop_.stop_requested(); }

  /// A scenario of data/validation, ready to run.
  /// Errors: std::logic_error when it cannot be read or run with these overrides.
  CompiledModel model(std::string_view name, std::span<const std::string> overrides = {}) const;

  /// Called after each week with the first trial of the block and how many of its lanes count.
  using Observer = std::function<void(int week, std::int64_t first_trial, int lanes, const BlockState& state)>;
  /// Called after the last week, when the outputs of the block's trials are known.
  using Closer = std::function<void(std::int64_t first_trial, int lanes, const TrialBlock& block)>;
  void watch(const CompiledModel& model, const Observer& observe, const Closer& close = {}) const;

  /// One number a trial, from the state at the horizon.
  std::vector<double> at_end(const CompiledModel& model,
                             const std::function<double(const BlockState& state, int lane)>& read) const;

  /// The generic firm's futures, run when first asked for and shared by the facts about firms.
  const FirmFutures& firms() const;

 private:
  std::int64_t trials_;
  std::uint64_t seed_;
  std::stop_token stop_;
  mutable std::shared_ptr<const FirmFutures> firms_;
};

}  // namespace headrace
