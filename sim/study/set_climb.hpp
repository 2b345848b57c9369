#pragma once

#include <functional>
#include <span>
#include <vector>

#include "sim/study/unlock_sets.hpp"
#include "sim/study/verdict.hpp"

namespace headrace {

/// Most steps of one limit; ten steps of ten points take any share to its end.
inline constexpr int kMostSteps = 10;
/// Steps in which limits are bought at first.
inline constexpr int kFirstSteps[] = {1, 2, 4};

/// Most steps of a limit that make a difference.
int most_steps(const Limit& limit);

/// How a set stands to a goal: less short is better, then worth more, then fewer unlocks.
struct Score {
  double shortfall = 0;  ///< of what it must keep to
  double worth = 0;
  std::size_t unlocks = 0;
};
bool is_better(const Score& a, const Score& b);
using Goal = std::function<Score(const SetWorth&)>;

/// Highest net present value for at most that spend.
Goal most_value(double budget);

/// Least spend, at most the budget, with which both chances are what a verdict asks.
Goal cheapest_go(const VerdictRule& asked, double budget);

/// Is it within a budget, but for rounding?
bool is_within(const SetWorth& worth, double budget);

/// The set of those tried that is best for a goal.
const SetWorth& best_tried(const SetRunner& runner, const Goal& goal);

/// Sets one move away: one unlock more (of `active`), one fewer, one swapped, one by other steps, or a step of one for
/// a step of another.
std::vector<Purchases> neighbours(const Purchases& set, std::span<const int> active, std::span<const Limit> limits);

/// Best move after best move until none is better, or no more sets may be run. First of equals in order.
Purchases climb(SetRunner& runner, Purchases start, std::span<const int> active, std::span<const Limit> limits,
                const Goal& goal);

/// What is left when unlocks that are missed least are taken away from a set one by one, while that gains or the set
/// is over the budget.
/// @param missed  if not null, gets by limit what NPV loses without it, at the start
Purchases take_away(SetRunner& runner, Purchases from, double budget, std::vector<double>* missed);

}  // namespace headrace
