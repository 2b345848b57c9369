#include "model/quantile_table.hpp"

#include <algorithm>
#include <bit>

#include "model/quantile_function.hpp"

namespace headrace {

namespace {

// Bits of a float below those that number the cells.
constexpr int fraction_bits = 23 - QuantileTable::per_octave_bits;
constexpr float first_position = 0x1p-25f;
static_assert(QuantileTable::octaves == 24, "first_position is 2^-(octaves + 1)");
constexpr std::uint32_t first_cell = std::bit_cast<std::uint32_t>(first_position) >> fraction_bits;

// Knots are kept so small that the difference of two of them is finite too.
constexpr float largest = 1e38f;
float to_knot(double value) { return static_cast<float>(std::clamp<double>(value, -largest, largest)); }

}  // namespace

double knot_position(int i) {
  return std::bit_cast<float>((first_cell + static_cast<std::uint32_t>(i)) << fraction_bits);
}

QuantileTable build_table(const Distribution& distribution) {
  const QuantileFunction q(distribution);
  QuantileTable table;
  for (int side = 0; side < 2; ++side) {
    float* const knots = table.knots.data() + side * QuantileTable::stride;

    // From the middle outwards, each knot found from the one before. Rounding must not make them fall as u rises.
    auto cursor = q.start();
    float last = side == 0 ? largest : -largest;
    for (int i = QuantileTable::cells; i >= 0; --i) {
      const double v = knot_position(i);
      const float knot = to_knot(q(side == 0 ? formula::Tails{v, 1 - v} : formula::Tails{1 - v, v}, cursor));
      knots[i] = last = side == 0 ? std::min(knot, last) : std::max(knot, last);
    }
    knots[QuantileTable::cells + 1] = knots[QuantileTable::cells];
  }
  return table;
}

float look_up(const QuantileTable& table, std::uint32_t word) {
  // Side and distance. Large words round up to v = 0.5, which is the last knot.
  const std::uint32_t side = word >> 31;
  const auto low31 = static_cast<std::int32_t>(word & 0x7fffffff);
  const float distance = (static_cast<float>(low31) + 0.5f) * 0x1p-32f;
  const float v = distance < first_position ? first_position : distance;

  // Cell and place in it, from the bits of v.
  const auto bits = std::bit_cast<std::uint32_t>(v);
  const std::uint32_t cell = (bits >> fraction_bits) - first_cell;
  const float place = static_cast<float>(static_cast<std::int32_t>(bits & ((1u << fraction_bits) - 1))) *
                      (1.0f / (1u << fraction_bits));

  const float* const knots = table.knots.data() + side * QuantileTable::stride + cell;
  return knots[0] + place * (knots[1] - knots[0]);
}

}  // namespace headrace
