#include "model/distribution/quantile_table.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

namespace headrace::test {

namespace {

constexpr int cells = QuantileTable::cells;
constexpr double infinity = Distribution::infinity;

Distribution jqpd(double p10, double p50, double p90, double low, double high) {
  Distribution d{Family::jqpd, p10, p50, p90};
  d.support_low = low;
  d.support_high = high;
  return d;
}

Distribution cut(Distribution d, double min, double max) {
  d.min = min;
  d.max = max;
  return d;
}

std::vector<Distribution> families() {
  return {{Family::pert, 2, 4, 9},
          {Family::pert, 0, 0, 1},
          {Family::pert, 1, 8, 8},
          {Family::triangular, 2, 4, 9},
          {Family::uniform, 2, 9},
          {Family::normal, 40, 3},
          cut({Family::normal, 4, 2}, 0, infinity),
          {Family::lognormal, 2, 0.4},
          {Family::lognormal, 2, 0.6},
          {Family::exponential, 3},
          cut({Family::pert, 2, 4, 9}, 3, 8.5),
          jqpd(1, 2, 4, 0, infinity),
          jqpd(1, 2, 3.5, 0, infinity),
          jqpd(0.1, 0.3, 0.8, 0, 1),
          jqpd(1, 2, 6, -infinity, infinity)};
}

double knot(const QuantileTable& t, int side, int i) {
  return t.knots[static_cast<std::size_t>(side * QuantileTable::stride + i)];
}

// Quantile at distance v from an end, by the slow road.
double exact_quantile(const Distribution& d, int side, double v) { return quantile(d, side == 0 ? v : 1 - v); }

// The word whose distance is v; exact where v is a multiple of 2^-32 plus a half and has no more than 24 bits.
std::uint32_t word_at(int side, double v) {
  return (static_cast<std::uint32_t>(side) << 31) | static_cast<std::uint32_t>(v * 0x1p32);
}

// Moments of the exact distribution by the midpoint rule over quarter cells.
double standard_deviation(const Distribution& d) {
  const double m = mean(d);
  double sum = 0;
  for (int side = 0; side < 2; ++side)
    for (int i = 0; i < cells; ++i)
      for (int k = 0; k < 4; ++k) {
        const double width = knot_position(i + 1) - knot_position(i);
        const double x = exact_quantile(d, side, knot_position(i) + width * (k + 0.5) / 4) - m;
        sum += x * x * width / 4;
      }
  return std::sqrt(sum);
}

// Mean of what the look-ups give: straight lines between knots, the first knot's value below it.
double table_mean(const QuantileTable& t) {
  double sum = 0;
  for (int side = 0; side < 2; ++side) {
    sum += knot(t, side, 0) * knot_position(0);
    for (int i = 0; i < cells; ++i)
      sum += 0.5 * (knot(t, side, i) + knot(t, side, i + 1)) * (knot_position(i + 1) - knot_position(i));
  }
  return sum;
}

// Largest error of the look-ups between P0.1 and P99.9, in units of the quantity.
double worst_look_up(const Distribution& d, const QuantileTable& t, double shift = 0) {
  double worst = 0;
  for (int side = 0; side < 2; ++side)
    for (double v = 0.001; v < 0.5; v *= 1.0017) {
      const std::uint32_t word = word_at(side, v);
      const double at = ((word & 0x7fffffff) + 0.5) * 0x1p-32;
      const double error = std::fabs(look_up(t, word) + shift - exact_quantile(d, side, at));
      if (error > worst || std::isnan(error)) worst = error;
    }
  return worst;
}

}  // namespace

TEST_CASE("knots stand in octaves of 32 equal cells") {
  CHECK(knot_position(0) == 0x1p-25);
  CHECK(knot_position(cells) == 0.5);
  for (int i = 0; i < cells; ++i) {
    const int octave = i / QuantileTable::per_octave;
    CHECK(knot_position(i + 1) - knot_position(i) == std::ldexp(1.0, octave - 25 - QuantileTable::per_octave_bits));
  }
}

TEST_CASE("knots are the quantiles as floats") {
  for (const auto& d : families()) {
    CAPTURE(describe(d));
    REQUIRE(!invalid_reason(d));
    const QuantileTable t = build_table(d);
    for (int side = 0; side < 2; ++side) {
      for (int i = 0; i <= cells; i += 7) {
        const auto expected = static_cast<float>(exact_quantile(d, side, knot_position(i)));
        CHECK(knot(t, side, i) == doctest::Approx(expected).epsilon(1.2e-7));
      }
      CHECK(knot(t, side, cells + 1) == knot(t, side, cells));
    }
    CHECK(knot(t, 0, cells) == knot(t, 1, cells));
  }
}

TEST_CASE("words land on the knots that the layout says") {
  // A table whose knots are their own numbers shows cell and place.
  QuantileTable t;
  for (int side = 0; side < 2; ++side)
    for (int i = 0; i <= cells + 1; ++i)
      t.knots[static_cast<std::size_t>(side * QuantileTable::stride + i)] =
          static_cast<float>(side * 1000 + (i < cells ? i : cells));

  for (int side = 0; side < 2; ++side) {
    CAPTURE(side);
    const auto place = [&](std::uint32_t low31) {
      return look_up(t, (static_cast<std::uint32_t>(side) << 31) | low31) - static_cast<float>(side * 1000);
    };

    // Below the first octave the first knot's value stands; the first knot is v = 2^-25, low31 = 127.5.
    CHECK(place(0) == 0);
    CHECK(place(127) == 0);
    CHECK(place(128) == doctest::Approx(32 * 0.5 / 128));

    // Every cell from there: v = position + half a unit in 2^-32, so the place is a little beyond the knot.
    for (int i = 1; i < cells; ++i) {
      const double v = knot_position(i);
      const auto low31 = static_cast<std::uint32_t>(v * 0x1p32);
      const double width = knot_position(i + 1) - v;
      const double expected = i + ((low31 + 0.5) * 0x1p-32 - v) / width;
      CHECK(place(low31) == doctest::Approx(expected).epsilon(1e-6));
      CHECK(place(low31 - 1) < static_cast<float>(i) + 1e-3f);
      CHECK(place(low31 + 1) >= static_cast<float>(i));
    }

    // The largest words round up to v = 0.5 and read the last knot, with the guard beside it.
    CHECK(place(0x7fffffff) == cells);
    CHECK(place(0x7fffffc0) == cells);
    CHECK(place(0x7ff00000) < cells);
  }
}

TEST_CASE("look ups never fall as the distance grows and stay between their knots") {
  for (const auto& d : families()) {
    CAPTURE(describe(d));
    const QuantileTable t = build_table(d);
    float below = -INFINITY, above = INFINITY;
    int falls = 0;
    for (std::uint32_t low31 = 0; low31 < 0x7fff0000u; low31 += 1 + low31 / 997) {
      const float lower = look_up(t, low31), upper = look_up(t, 0x80000000u | low31);
      falls += lower < below || upper > above;
      below = lower;
      above = upper;
    }
    CHECK(falls == 0);
    CHECK(look_up(t, 0x7fffffff) == look_up(t, 0xffffffff));
    CHECK(look_up(t, 0x7fffffff) >= below);
    CHECK(look_up(t, 0xffffffff) <= above);
    CHECK(look_up(t, 0) >= static_cast<float>(quantile(d, 0)));
    CHECK(look_up(t, 0x80000000) <= static_cast<float>(quantile(d, 1)));
  }
}

TEST_CASE("interpolation keeps means and quantiles") {
  const auto check = [](const Distribution& d, double tolerance) {
    CAPTURE(describe(d));
    const QuantileTable t = build_table(d);
    const double sd = standard_deviation(d);
    const double mean_error = std::fabs(table_mean(t) - mean(d)) / sd;
    const double quantile_error = worst_look_up(d, t) / sd;
    constexpr double mean_tolerance = 5e-5;
    CHECK(mean_error < mean_tolerance);
    CHECK(quantile_error < tolerance);

    // A table that is off by three times the tolerance is found out.
    CHECK(std::fabs(table_mean(t) + 3 * mean_tolerance * sd - mean(d)) / sd > mean_tolerance);
    CHECK(worst_look_up(d, t, 3 * tolerance * sd) / sd > tolerance);
  };
  for (const auto& d : families()) check(d, 2e-4);

  // Strong skew puts more of the range into the tail, where the lines are longest.
  for (const auto& d : {Distribution{Family::lognormal, 2, 1}, jqpd(1, 2, 6, 0, infinity), jqpd(1, 2, 12, 0, infinity),
                        jqpd(0.6, 0.9, 0.95, 0, 1), jqpd(0.01, 0.02, 0.3, 0, 1)})
    check(d, 1e-3);
}

TEST_CASE("an exact number is that number at every word") {
  const QuantileTable t = build_table(exact(0.1));
  for (const std::uint32_t word : {0u, 1u, 128u, 0x12345678u, 0x7fffffffu, 0x80000000u, 0xdeadbeefu, 0xffffffffu})
    CHECK(look_up(t, word) == 0.1f);
}

TEST_CASE("the widest distributions have finite tables") {
  for (const auto& d : {Distribution{Family::lognormal, 1e30, 10}, Distribution{Family::normal, 0, 1e30},
                        jqpd(1e-11, 1, 9, 0, infinity), jqpd(1e-6, 1, 1 + 2e-4, 0, infinity)}) {
    CAPTURE(describe(d));
    REQUIRE(!invalid_reason(d));
    const QuantileTable t = build_table(d);
    for (const std::uint32_t word : {0u, 99999u, 0x7fffffffu, 0x80000000u, 0x80012345u, 0xffffffffu})
      CHECK(std::isfinite(look_up(t, word)));
  }
}

TEST_CASE("whatever passes the check has finite knots that never fall and stay inside min and max") {
  std::mt19937_64 engine(7);
  const auto share = [&] { return static_cast<double>(engine() >> 11) * 0x1p-53; };
  const auto number = [&] { return (engine() % 2 ? 1 : -0.3) * std::exp(engine() % 3 ? share() : 60 * share() - 30); };

  int passed = 0;
  for (int i = 0; i < 3000; ++i) {
    // Ordered more often than not, with close neighbours and supports of every kind.
    Distribution d{static_cast<Family>(engine() % 8), number(), number(), number()};
    if (engine() % 4) d.c = d.a + std::fabs(d.c);
    if (engine() % 2) d.b = d.a + (d.c - d.a) * std::exp(-9 * share());
    if (engine() % 2) d.support_low = d.a - std::fabs(number());
    if (engine() % 2) d.support_high = d.c + std::fabs(number());
    if (engine() % 3 == 0) d.min = number();
    if (engine() % 3 == 0) d.max = number();
    if (invalid_reason(d)) continue;
    ++passed;

    CAPTURE(describe(d));
    const QuantileTable t = build_table(d);
    bool fine = !std::isnan(mean(d));
    for (int k = 0; k < cells; ++k) {
      fine = fine && knot(t, 0, k) <= knot(t, 0, k + 1) && knot(t, 1, k) >= knot(t, 1, k + 1);
      fine = fine && std::fabs(knot(t, 0, k)) <= 1e38f && std::fabs(knot(t, 1, k)) <= 1e38f;
    }
    fine = fine && knot(t, 0, 0) >= static_cast<float>(d.min) && knot(t, 1, 0) <= static_cast<float>(d.max);
    CHECK(fine);
  }
  CHECK(passed > 500);
}

// Any compiler, any processor: the same knots. If this fails, results differ between machines.
TEST_CASE("tables have the bits they always had") {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const auto& d : families()) {
    for (const float k : build_table(d).knots) hash = (hash ^ std::bit_cast<std::uint32_t>(k)) * 0x100000001b3;
    hash = (hash ^ std::bit_cast<std::uint64_t>(mean(d))) * 0x100000001b3;
  }
  CHECK(hash == 17372333629844507129u);
}

}  // namespace headrace::test
