#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "sim/study/change.hpp"
#include "sim/study/relaxed_futures.hpp"

namespace headrace {

/// Steps of one limit that are bought.
struct Purchase {
  int limit = 0;  ///< index into the limits on offer
  int steps = 1;  ///< at least 1

  auto operator<=>(const Purchase&) const = default;
};

/// A set of unlocks: ascending by limit, each once.
using Purchases = std::vector<Purchase>;

/// A set without one of its purchases.
Purchases without(const Purchases& set, std::size_t k);

/// What a set of unlocks is worth over some futures.
struct SetWorth {
  Purchases set;
  Change npv;                                  ///< with it minus without it, prices paid
  double spend = 0;                            ///< change in the present value of all cost, prices included: the mean
  double p_npv_positive = 0, p_sustained = 0;  ///< of the plan with it
  std::vector<double> gain;                    ///< [trial] change in NPV, prices paid
};

/// Runs a plan with set after set, on the same futures, and remembers what each came to.
class SetRunner {
 public:
  /// @param prices     [limit] present value of one step
  /// @param most_sets  runs no more sets than that
  SetRunner(const Scenario& scenario, std::span<const Limit> limits, std::span<const double> prices, RunOptions options,
            std::int64_t most_sets);

  /// Calls after each run.
  std::function<void(std::int64_t trials)> ran;

  /// What a set comes to; null when stopped or where no more sets may be run.
  const SetWorth* worth(const Purchases& set);
  /// The plan as it is; null when stopped. The first to be asked for.
  const SetWorth* as_it_is();

  double npv() const { return npv_; }                    ///< mean of the plan as it is
  bool stopped() const { return stopped_; }              ///< by the stop token
  bool is_full() const { return sets() >= most_sets_; }  ///< no more sets are run
  std::int64_t sets() const { return static_cast<std::int64_t>(tried_.size()); }
  const std::map<Purchases, SetWorth>& tried() const { return tried_; }

 private:
  const SetWorth* run(const Purchases& set);

  const Scenario& scenario_;
  std::span<const Limit> limits_;
  std::span<const double> prices_;
  RunOptions options_;
  std::int64_t most_sets_;
  bool stopped_ = false;
  double npv_ = 0;
  PlanFutures base_;
  std::map<Purchases, SetWorth> tried_;
  KnownTables known_;
};

}  // namespace headrace
