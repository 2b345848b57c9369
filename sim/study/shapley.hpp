#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace headrace {

/// A set of players: bit i stands for player i.
using Coalition = std::uint64_t;

/// Up to so many players every coalition is valued; above, those of sampled orders.
inline constexpr int kMostExactPlayers = 8;

/// Which coalitions must be valued to share out what all players gain together.
struct ShapleyPlan {
  int players = 0;
  std::vector<std::vector<int>> orders;  ///< sampled orders of arrival, each followed by its reverse; empty: exact
  std::vector<Coalition> coalitions;     ///< distinct, in order: the first is nobody, the last is everybody
};

/// Plans the shares of so many players: all 2^players coalitions, or those that `pairs` sampled orders and their
/// reverses pass through (antithetic: Mitchell et al., "Sampling permutations for Shapley value estimation", 2022).
/// Draws: Philox of the seed, a name of its own. Errors: none; at most 62 players.
ShapleyPlan plan_shapley(int players, std::uint64_t seed, int pairs = 12, int most_exact = kMostExactPlayers);

struct ShapleyShares {
  std::vector<double> part;         ///< [player] adds up to everybody's value minus nobody's
  std::vector<double> sampling_se;  ///< [player] standard error of the sampled orders; 0 where exact
};

/// Shapley's shares: what a player adds to those before it, in the mean over all orders of arrival, or over the plan's.
/// @param value  [coalition of the plan]
/// Source: Shapley, "A value for n-person games" (1953).
ShapleyShares shapley(const ShapleyPlan& plan, std::span<const double> value);

}  // namespace headrace
