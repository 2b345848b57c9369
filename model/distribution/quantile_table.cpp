#include "model/distribution/quantile_table.hpp"

#include <algorithm>
#include <bit>

#include "model/distribution/quantile_function.hpp"

namespace headrace {

namespace {

// Bits of a float below those that number the cells.
constexpr int fraction_bits = 23 - QuantileTable::per_octave_bits;
constexpr float first_position = 0x1p-25f;
static_assert(QuantileTable::octaves == 24, "first_position is 2^-(octaves + 1)");
constexpr std::uint32_t first_cell = std::bit_cast<std::uint32_t>(first_position) >> fraction_bits;

// Knots are kept so small that the difference of two of them is finite too.
constexpr float largest_knot = 1e38f;
float to_knot(double value) { return static_cast<float>(std::clamp<double>(value, -largest_knot, largest_knot)); }

TableStep to_step(const QuantileStep& step) {
  const bool upper = step.share.below > step.share.above;
  const auto v = static_cast<float>(upper ? step.share.above : step.share.below);
  return {place_of(std::bit_cast<std::int32_t>(v), upper), to_knot(step.below), to_knot(step.above)};
}

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
    float last = side == 0 ? largest_knot : -largest_knot;
    for (int i = QuantileTable::cells; i >= 0; --i) {
      const double v = knot_position(i);
      const float knot = to_knot(q(side == 0 ? formula::Tails{v, 1 - v} : formula::Tails{1 - v, v}, cursor));
      knots[i] = last = side == 0 ? std::min(knot, last) : std::max(knot, last);
    }
    knots[QuantileTable::cells + 1] = knots[QuantileTable::cells];
  }
  for (const QuantileStep& step : q.steps()) table.steps.push_back(to_step(step));
  return table;
}

float look_up(const QuantileTable& table, std::uint32_t word) {
  // Side and distance. Large words round up to v = 0.5, which is the last knot.
  const auto low31 = static_cast<std::int32_t>(word & 0x7fffffff);
  return look_up_at(table, (static_cast<float>(low31) + 0.5f) * 0x1p-32f, static_cast<int>(word >> 31));
}

float look_up_at(const QuantileTable& table, float v, int upper) {
  // Cell and place in it, from the bits of v.
  const auto bits = std::bit_cast<std::uint32_t>(v < first_position ? first_position : v);
  const std::uint32_t cell = (bits >> fraction_bits) - first_cell;
  const float place = static_cast<float>(static_cast<std::int32_t>(bits & ((1u << fraction_bits) - 1))) *
                      (1.0f / (1u << fraction_bits));
  const float* const knots = table.knots.data() + upper * QuantileTable::stride + cell;
  float value = knots[0] + place * (knots[1] - knots[0]);

  const std::int32_t here = place_of(std::bit_cast<std::int32_t>(v), upper);
  for (const TableStep& step : table.steps) {
    const float held_down = value < step.below ? value : step.below, held_up = value > step.above ? value : step.above;
    value = here < step.place ? held_down : held_up;
  }
  return value;
}

}  // namespace headrace
