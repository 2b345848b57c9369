// Shares of a game: by hand, by enumerating every order, and by sampling orders.
#include "sim/study/shapley.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <vector>

#include "sim/block/philox.hpp"

namespace headrace::test {
namespace {

using Game = std::function<double(Coalition)>;

std::vector<double> values_of(const ShapleyPlan& plan, const Game& game) {
  std::vector<double> values;
  for (const Coalition c : plan.coalitions) values.push_back(game(c));
  return values;
}

ShapleyShares exact(int players, const Game& game) {
  const ShapleyPlan plan = plan_shapley(players, 1, 1, players);
  return shapley(plan, values_of(plan, game));
}

ShapleyShares sampled(int players, const Game& game, int pairs, std::uint64_t seed = 1) {
  const ShapleyPlan plan = plan_shapley(players, seed, pairs, 0);
  return shapley(plan, values_of(plan, game));
}

bool has(Coalition c, int player) { return (c >> player & 1) != 0; }

/// Any number for any coalition, none for nobody.
double tangled(Coalition c) { return c == 0 ? 0 : random_word(7, c, 11, 0) * 0x1p-32 - 0.3; }

/// Three that are worth 10, 20 and 30 alone; the first two together 6 more, the last two 4 less.
double three(Coalition c) {
  const bool a = has(c, 0), b = has(c, 1), d = has(c, 2);
  return 10 * a + 20 * b + 30 * d + 6 * (a && b) - 4 * (b && d);
}

std::vector<double> by_every_order(int players, const Game& game) {
  std::vector<int> order(static_cast<std::size_t>(players));
  std::iota(order.begin(), order.end(), 0);
  std::vector<double> part(order.size(), 0);
  double orders = 0;
  do {
    Coalition arrived = 0;
    for (const int p : order) {
      const double before = game(arrived);
      arrived |= Coalition{1} << p;
      part[static_cast<std::size_t>(p)] += game(arrived) - before;
    }
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  for (double& each : part) each /= orders;
  return part;
}

}  // namespace

TEST_CASE("shapley: interactions of opposite sign are split in halves") {
  const ShapleyShares shares = exact(3, three);
  CHECK(shares.part[0] == doctest::Approx(10 + 3).epsilon(1e-12));
  CHECK(shares.part[1] == doctest::Approx(20 + 3 - 2).epsilon(1e-12));
  CHECK(shares.part[2] == doctest::Approx(30 - 2).epsilon(1e-12));
  CHECK(shares.sampling_se[0] == 0);
}

TEST_CASE("shapley: one left and two right gloves") {
  const auto gloves = [](Coalition c) { return has(c, 0) && (has(c, 1) || has(c, 2)) ? 1.0 : 0.0; };
  const ShapleyShares shares = exact(3, gloves);
  CHECK(shares.part[0] == doctest::Approx(2.0 / 3).epsilon(1e-12));
  CHECK(shares.part[1] == doctest::Approx(1.0 / 6).epsilon(1e-12));
  CHECK(shares.part[2] == doctest::Approx(1.0 / 6).epsilon(1e-12));
}

TEST_CASE("shapley: exact shares are the mean over every order and add up") {
  for (const int players : {1, 2, 5, 7}) {
    const ShapleyShares shares = exact(players, tangled);
    const std::vector<double> enumerated = by_every_order(players, tangled);
    double sum = 0;
    for (std::size_t p = 0; p < enumerated.size(); ++p) {
      CHECK(shares.part[p] == doctest::Approx(enumerated[p]).epsilon(1e-12));
      sum += shares.part[p];
    }
    const double all = tangled((Coalition{1} << players) - 1);
    CHECK(std::fabs(sum - all) < 1e-12);
  }
  CHECK(plan_shapley(8, 1).coalitions.size() == 256);
  CHECK(plan_shapley(8, 1).orders.empty());
  CHECK(plan_shapley(0, 1).coalitions.size() == 1);
  CHECK(exact(0, tangled).part.empty());
}

TEST_CASE("shapley: shares go with the player and not with its number") {
  const auto turned = [](Coalition c) {
    Coalition reversed = 0;
    for (int p = 0; p < 5; ++p) reversed |= has(c, p) ? Coalition{1} << (4 - p) : 0;
    return tangled(reversed);
  };
  const ShapleyShares shares = exact(5, tangled), mirrored = exact(5, turned);
  for (std::size_t p = 0; p < 5; ++p) CHECK(shares.part[p] == doctest::Approx(mirrored.part[4 - p]).epsilon(1e-12));
}

TEST_CASE("shapley: sampled shares add up and lie within their error") {
  constexpr int players = 9;
  const ShapleyShares truth = exact(players, tangled), found = sampled(players, tangled, 400);
  double sum = 0;
  for (std::size_t p = 0; p < players; ++p) {
    CHECK(found.sampling_se[p] > 0);
    CHECK(std::fabs(found.part[p] - truth.part[p]) < 4 * found.sampling_se[p]);
    // Half a part more would be seen.
    CHECK(found.sampling_se[p] < 0.02);
    sum += found.part[p];
  }
  CHECK(std::fabs(sum - tangled((Coalition{1} << players) - 1)) < 1e-12);
  CHECK(sampled(players, tangled, 12).part == sampled(players, tangled, 12).part);
  CHECK(sampled(players, tangled, 12).part != sampled(players, tangled, 12, 2).part);
}

TEST_CASE("shapley: an order and its reverse settle pairs exactly") {
  const ShapleyShares found = sampled(3, three, 2);
  CHECK(found.part[1] == doctest::Approx(21).epsilon(1e-12));
  CHECK(found.sampling_se[1] < 1e-12);
  const ShapleyPlan plan = plan_shapley(12, 1);
  CHECK(plan.orders.size() == 24);
  CHECK(plan.coalitions.front() == 0);
  CHECK(plan.coalitions.back() == (Coalition{1} << 12) - 1);
  CHECK(plan.coalitions.size() <= 2 + 24 * 11);
}

}  // namespace headrace::test
