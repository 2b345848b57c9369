#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/limits/limits.hpp"
#include "sim/run.hpp"
#include "sim/study/change.hpp"

namespace headrace {

/// Shares of all futures of a plan that is paid for.
struct Chances {
  double p_npv_positive = 0, p_sustained = 0;
};

/// What relaxing a limit changes: relaxed minus as it is, in the same futures.
struct Relief {
  Change npv;                 ///< less the planner's price
  Change last_go_live_weeks;  ///< over futures in which the last site goes live both ways
  Change p_payback;           ///< share of futures that pay back by the horizon; the planner's price left out
  Change p_sustained;
  Change pv_cost;       ///< present value of all cost, the planner's price included
  double p_better = 0;  ///< share of futures with a higher NPV
  double p_worse = 0;
  std::optional<double> gain;  ///< change in NPV for each unit of cost; nothing where it costs nothing more
  Chances chances = {};        ///< of the plan then
};

/// One limit of the plan and what it is worth to relax it.
struct Unlock {
  Limit limit;
  double price = 0;             ///< of one step, as the planner says: present value
  Relief step;                  ///< by one step, paid for
  std::optional<Relief> fully;  ///< no limit at all, nothing paid for it; nothing where a step is all there is
};

/// Two limits relaxed together, one step each.
struct UnlockPair {
  std::size_t first = 0, second = 0;  ///< into UnlockStudy::unlocks
  Change npv;                         ///< of both, paid for
  Change beyond;                      ///< npv of both - npv of the first - npv of the second
  bool only_together = false;         ///< neither is worth much alone, and both together are
  double cost = 0;                    ///< of both: change in the present value of all cost, prices included
  Chances chances = {};               ///< of the plan with both
};

struct UnlockStudy {
  std::int64_t trials = 0;
  std::uint64_t seed = 0;
  double npv = 0, pv_cost = 0;    ///< means of the plan as it is
  std::vector<Unlock> unlocks;    ///< largest change in mean NPV by a step first
  std::vector<UnlockPair> pairs;  ///< among the first few; largest `beyond` first
};

struct UnlockOptions {
  RunOptions run;           ///< trials, seed, threads, kernel, progress over all runs, stop
  bool with_lifted = true;  ///< run each without a limit too
  std::size_t paired = 10;  ///< pairs are sought among so many; 0: none
};

/// What holds a plan back, in money: every limit relaxed by a step and lifted, on the same random numbers, one plan
/// after another; then the best in pairs.
///
/// @param scenario  as read: all listed sites
/// @return          nothing when stopped early
/// Errors: as study_mechanisms().
std::optional<UnlockStudy> study_unlocks(const Scenario& scenario, const UnlockOptions& options);

/// Present value of relaxing a limit by one step at the planner's price, at the mean discount rate; 0 without a price.
double price_of_step(const Scenario& scenario, const Limit& limit);

}  // namespace headrace
