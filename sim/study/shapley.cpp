#include "sim/study/shapley.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "model/compile/compiled_model.hpp"
#include "sim/block/philox.hpp"

namespace headrace {
namespace {

constexpr Coalition one(int player) { return Coalition{1} << player; }

/// A random order: Fisher and Yates, one draw a place.
std::vector<int> order_of(int players, std::uint64_t seed, std::uint64_t number) {
  static const std::uint64_t name = name_key("study/explain/order");
  std::vector<int> order(static_cast<std::size_t>(players));
  std::iota(order.begin(), order.end(), 0);
  for (std::uint32_t left = static_cast<std::uint32_t>(players); left > 1; --left) {
    const std::uint64_t draw = random_word(seed, number, name, left);
    std::swap(order[left - 1], order[static_cast<std::size_t>(draw * left >> 32)]);
  }
  return order;
}

void add_coalitions(const std::vector<int>& order, std::vector<Coalition>& coalitions) {
  Coalition arrived = 0;
  for (const int player : order) coalitions.push_back(arrived |= one(player));
}

ShapleyShares exact_shares(const ShapleyPlan& plan, std::span<const double> value) {
  // Weight of a coalition of size s that a player joins: s! (n - s - 1)! / n!.
  const auto n = static_cast<std::size_t>(plan.players);
  if (n == 0) return {};
  std::vector<double> weight(n, 0);
  weight[0] = 1 / static_cast<double>(n);
  for (std::size_t s = 1; s < n; ++s) weight[s] = weight[s - 1] * static_cast<double>(s) / static_cast<double>(n - s);

  ShapleyShares shares{std::vector<double>(n, 0), std::vector<double>(n, 0)};
  for (const Coalition before : plan.coalitions) {
    const double w = weight[std::min(n - 1, static_cast<std::size_t>(std::popcount(before)))];
    for (int player = 0; player < plan.players; ++player) {
      if ((before & one(player)) != 0) continue;
      const double gain =
          value[static_cast<std::size_t>(before | one(player))] - value[static_cast<std::size_t>(before)];
      shares.part[static_cast<std::size_t>(player)] += w * gain;
    }
  }
  return shares;
}

/// What each player adds to those before it in one order.
void add_gains(const ShapleyPlan& plan, const std::vector<int>& order, std::span<const double> value,
               std::vector<double>& gains) {
  Coalition arrived = 0;
  double before = value.front();
  for (const int player : order) {
    arrived |= one(player);
    const auto at = std::lower_bound(plan.coalitions.begin(), plan.coalitions.end(), arrived);
    const double now = value[static_cast<std::size_t>(at - plan.coalitions.begin())];
    gains[static_cast<std::size_t>(player)] += now - before;
    before = now;
  }
}

ShapleyShares sampled_shares(const ShapleyPlan& plan, std::span<const double> value) {
  const auto n = static_cast<std::size_t>(plan.players), pairs = plan.orders.size() / 2;
  const auto count = static_cast<double>(pairs);
  std::vector<std::vector<double>> pair_gains(pairs, std::vector<double>(n, 0));
  for (std::size_t k = 0; k < plan.orders.size(); ++k) add_gains(plan, plan.orders[k], value, pair_gains[k / 2]);

  // An order and its reverse depend on each other, pairs do not.
  ShapleyShares shares{std::vector<double>(n, 0), std::vector<double>(n, 0)};
  for (std::size_t p = 0; p < n; ++p) {
    for (const auto& gains : pair_gains) shares.part[p] += gains[p] / 2 / count;
    double square = 0;
    for (const auto& gains : pair_gains) square += (gains[p] / 2 - shares.part[p]) * (gains[p] / 2 - shares.part[p]);
    if (pairs > 1) shares.sampling_se[p] = std::sqrt(square / (count - 1) / count);
  }
  return shares;
}

}  // namespace

ShapleyPlan plan_shapley(int players, std::uint64_t seed, int pairs, int most_exact) {
  ShapleyPlan plan{players, {}, {0}};
  if (players <= most_exact) {
    for (Coalition c = 1; c < one(players); ++c) plan.coalitions.push_back(c);
    return plan;
  }
  for (int pair = 0; pair < pairs; ++pair) {
    plan.orders.push_back(order_of(players, seed, static_cast<std::uint64_t>(pair)));
    plan.orders.emplace_back(plan.orders.back().rbegin(), plan.orders.back().rend());
  }
  for (const auto& order : plan.orders) add_coalitions(order, plan.coalitions);
  std::sort(plan.coalitions.begin(), plan.coalitions.end());
  plan.coalitions.erase(std::unique(plan.coalitions.begin(), plan.coalitions.end()), plan.coalitions.end());
  return plan;
}

ShapleyShares shapley(const ShapleyPlan& plan, std::span<const double> value) {
  return plan.orders.empty() ? exact_shares(plan, value) : sampled_shares(plan, value);
}

}  // namespace headrace
