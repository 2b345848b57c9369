#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/limits/limits.hpp"
#include "sim/run.hpp"
#include "sim/study/unlock.hpp"
#include "sim/study/unlock_sets.hpp"

namespace headrace {

/// A set of unlocks and what it is worth in futures that had no say in choosing it.
struct SearchPoint {
  Purchases set;
  Change npv;        ///< with it minus without it, prices paid
  double spend = 0;  ///< change in the present value of all cost, prices included
  double p_npv_positive = 0, p_sustained = 0;
};

/// The sets of unlocks that pay best for what they cost.
struct SearchStudy {
  double budget = 0;
  std::int64_t trials = 0, screened_trials = 0;
  std::uint64_t seed = 0, fresh_seed = 0;  ///< of the futures for choosing, and for judging
  std::vector<Limit> limits;               ///< on offer; purchases point into it
  std::vector<double> prices;              ///< [limits] of a step, as the planner says: present value
  std::vector<Limit> unpriced;             ///< left out: nothing says what they cost
  std::int64_t sets = 0;                   ///< looked at
  bool all_sets = false;                   ///< every set of 1, 2 and 4 steps was looked at
  bool cut_short = false;                  ///< there was more to look at than may be

  double npv_before = 0;  ///< mean of the plan as it is, in fresh futures
  Chances before;
  SearchPoint chosen;                 ///< the best within the budget; no unlocks: none pays
  double optimism = 0;                ///< change in NPV as it seemed when it was chosen, minus the fresh one
  std::vector<SearchPoint> frontier;  ///< by spend; each is worth more than any that costs less. Nothing spent is first
  std::optional<SearchPoint> go;  ///< the cheapest with which both chances are what is asked; where they are not yet
};

struct SearchOptions {
  RunOptions run;                      ///< trials, seed, threads, kernel, progress over all runs, stop
  double budget = 0;                   ///< present value, at least 0
  bool unpriced = false;               ///< also limits of which nothing says what they cost, as if free
  std::int64_t screened = 256;         ///< trials with which most sets are looked at
  std::int64_t most_sets = 800;        ///< looked at with so few
  std::int64_t thinned = 1024;         ///< trials that say what may be left out of the best set
  std::int64_t most_enumerated = 300;  ///< all sets are looked at where there are no more
};

/// The set of unlocks that pays best within a budget: chosen on one set of futures, judged on fresh ones.
///
/// Source: docs/model.md, section 5, which unlocks to buy.
/// @param scenario  as read: all listed sites
/// @return          nothing when stopped early
/// Errors: as study_unlocks().
std::optional<SearchStudy> search_unlocks(const Scenario& scenario, const SearchOptions& options);

/// Does the plan itself pay for a step of it, such as wages of one person more?
bool is_paid_in_plan(const Limit& limit);

}  // namespace headrace
