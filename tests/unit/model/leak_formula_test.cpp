// Shapley's value in closed form against all orders, one by one.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>

#include "model/formula/leaks.hpp"

namespace headrace::test {
namespace {

/// Mean over all orders of what each of n players changes when it joins those before it.
/// @param value  of a set of players, one flag each
template <std::size_t n>
std::array<double, n> by_orders(const std::function<double(const std::array<bool, n>&)>& value) {
  std::array<std::size_t, n> order;
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::array<double, n> mean{};
  double orders = 0;
  do {
    std::array<bool, n> there{};
    double before = value(there);
    for (const std::size_t player : order) {
      there[player] = true;
      const double now = value(there);
      mean[player] += now - before;
      before = now;
    }
    orders += 1;
  } while (std::next_permutation(order.begin(), order.end()));
  for (double& each : mean) each /= orders;
  return mean;
}

/// What factors take from 1 once some of them lack what they lack.
template <std::size_t n>
std::array<double, n> product_by_orders(const float (&miss)[n]) {
  return by_orders<n>([&](const std::array<bool, n>& there) {
    double product = 1;
    for (std::size_t i = 0; i < n; ++i) product *= there[i] ? 1 - static_cast<double>(miss[i]) : 1;
    return 1 - product;
  });
}

double d(float x) { return static_cast<double>(x); }

}  // namespace

TEST_CASE("leaks: parts of a product are the mean over all orders") {
  const float cases[][7] = {{0.3f, 0.5f, 0.1f, 0.05f, 0.2f, 0.4f, 0.15f},
                            {1.0f, 0.5f, 0.0f, 0.9f, 0.2f, 0.0f, 0.6f},
                            {0.9f, 0.9f, 0.9f, 0.9f, 0.9f, 0.9f, 0.9f}};
  for (const auto& miss : cases) {
    float leak[7];
    formula::product_leaks(miss, leak);
    const auto expected = product_by_orders(miss);
    double all = 0, product = 1;
    for (std::size_t i = 0; i < 7; ++i) {
      CHECK(d(leak[i]) == doctest::Approx(expected[i]).epsilon(1e-5));
      all += d(leak[i]);
      product *= 1 - d(miss[i]);
    }
    CHECK(all == doctest::Approx(1 - product).epsilon(1e-6));
    // In the order written the first would take all it lacks: not the mean over orders.
    CHECK(d(leak[0]) < 0.9 * d(miss[0]));
  }
}

TEST_CASE("leaks: two that let nothing through share equally and neutral ones take nothing and change no bit") {
  const float both[3] = {1.0f, 1.0f, 0.0f}, one[7] = {0.25f, 0, 0, 0, 0, 0, 0}, alone[1] = {0.25f};
  float leak[3], padded[7], bare[1];
  formula::product_leaks(both, leak);
  CHECK(leak[0] == leak[1]);
  CHECK(d(leak[0]) == doctest::Approx(0.5));
  CHECK(leak[2] == 0);
  formula::product_leaks(one, padded);
  formula::product_leaks(alone, bare);
  CHECK(padded[0] == bare[0]);
  CHECK(d(bare[0]) == doctest::Approx(0.25));
}

TEST_CASE("leaks: three factors in closed form are the mean over all orders") {
  const float miss[3] = {0.7f, 0.2f, 0.9f};
  const auto expected = product_by_orders(miss);
  CHECK(d(formula::triple_leak(miss[0], miss[1], miss[2])) == doctest::Approx(expected[0]).epsilon(1e-6));
  CHECK(d(formula::triple_leak(miss[1], miss[0], miss[2])) == doctest::Approx(expected[1]).epsilon(1e-6));
  CHECK(d(formula::triple_leak(miss[2], miss[0], miss[1])) == doctest::Approx(expected[2]).epsilon(1e-6));
}

TEST_CASE("leaks: why explorers give up is the mean over all orders") {
  const double cases[][4] = {{0.3, 0.1, 0.6, 2.5}, {1, 1, 1, 4}, {0.2, 0, 0, 3}, {0, 0, 0, 3}};
  for (const auto& c : cases) {
    const auto expected = by_orders<4>([&](const std::array<bool, 4>& there) {
      double fit = 1;
      for (std::size_t i = 0; i < 3; ++i) fit *= there[i] ? 1 - c[i] : 1;
      return (1 - fit) * (1 + (there[3] ? c[3] : 0));
    });
    const formula::DropoutParts parts = formula::dropout_parts(static_cast<float>(c[0]), static_cast<float>(c[1]),
                                                               static_cast<float>(c[2]), static_cast<float>(c[3]));
    CHECK(d(parts.help) == doctest::Approx(expected[0]).epsilon(1e-5));
    CHECK(d(parts.freshness) == doctest::Approx(expected[1]).epsilon(1e-5));
    CHECK(d(parts.quality) == doctest::Approx(expected[2]).epsilon(1e-5));
    CHECK(d(parts.trust) == doctest::Approx(expected[3]).epsilon(1e-5));
    CHECK(std::min({parts.help, parts.freshness, parts.quality, parts.trust}) >= 0);
  }
}

}  // namespace headrace::test
