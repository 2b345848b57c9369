#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "model/distribution/distribution.hpp"

namespace headrace {

/// A quantile function as knots, so that any distribution costs one look-up.
///
/// Knots stand in octaves of the distance v from the nearer end (u or 1 - u), so that both tails are as fine,
/// relatively, as the middle: octave k = 0..octaves-1 is [2^(k-25), 2^(k-24)), in `per_octave` cells of equal width.
///
/// Layout: knots[side * stride + i]; side 0 for u < 0.5 (v = u), side 1 for u >= 0.5 (v = 1 - u). Knot i = 0 is v =
/// 2^-25, i rises with v, i = cells is v = 0.5 (the same value on both sides), i = cells + 1 is a guard equal to it.
///
/// Look-up, all in float and without a branch, for 32 random bits `word`:
///
///     side  = word >> 31, low31 = word & 0x7fffffff
///     v     = (float(low31) + 0.5f) * 2^-32            // low31 from 0x7fffffc0 up rounds to v = 0.5
///     v     = v < 2^-25 ? 2^-25 : v                    // below the first knot its value stands
///     cell  = (bits(v) >> 18) - (bits(2^-25) >> 18)    // 0..cells; 18 = 23 - per_octave_bits
///     place = float(bits(v) & 0x3ffff) * 2^-18         // 0 <= place < 1, exact
///     value = k0 + place * (k1 - k0)                   // k0, k1 = knots[side * stride + cell], and the next; no FMA
///
/// v = 0.5 is cell = cells and place 0, which reads the last knot and the guard. The value never leaves [k0, k1], so a
/// share stays a share; it never falls as u rises. An unbounded distribution ends at v = 2^-25 (1 in 34 million):
/// accepted.
///
/// Where the function jumps or stands still (separate values, a cap, a gap between two parts) a straight line would
/// draw what cannot be. Each such place is a step: below it values are held down to `below`, from it on up to `above`,
/// so that its probability is exact to 3e-8. Most tables have none.
struct TableStep {
  std::int32_t place;  ///< place_of() its share
  float below;
  float above;
};

struct QuantileTable {
  static constexpr int octaves = 24;
  static constexpr int per_octave_bits = 5;
  static constexpr int per_octave = 1 << per_octave_bits;
  static constexpr int cells = octaves * per_octave;
  static constexpr int stride = cells + 2;  ///< knots of a side and its guard, so that cell + 1 may be read

  std::array<float, 2 * stride> knots{};
  std::vector<TableStep> steps{};  ///< in order of place
};

/// Where a share stands among all, exactly: a whole number that rises with it, 0 in the middle.
/// @param v  distance from the nearer end, in bits of a float; upper: 1 where the end is 1
[[gnu::always_inline]] constexpr std::int32_t place_of(std::int32_t v_bits, std::int32_t upper) {
  constexpr std::int32_t middle = 0x3f000000;  // bits of 0.5f
  return upper != 0 ? middle - v_bits : v_bits - middle;
}

/// Distance v from the nearer end at knot i, 0 <= i <= cells; exact in float.
double knot_position(int i);

/// Table of a distribution that invalid_reason() accepts; knots are the quantiles rounded to float, within +-1e38.
/// Interpolation error (tests/unit/model/quantile_table_test.cpp): means within 5e-5 sd; quantiles between P0.1 and
/// P99.9 within 2e-4 sd, for strong skew (lognormal with sigma 1, P10 1 / P50 2 / P90 12) within 1e-3 sd. Cost: 0.02 to
/// 0.25 ms, PERT 0.5 ms: each PERT knot is found from its neighbour with one beta function.
QuantileTable build_table(const Distribution& distribution);

/// One look-up, as the lanes do it: the reference that the engine's vector code is tested against, bit for bit.
/// @param word  32 random bits: the top bit picks the side, the other 31 the distance v = (low31 + 0.5) / 2^32
float look_up(const QuantileTable& table, std::uint32_t word);

/// The same at a distance v from the nearer end. @param upper  1: the end is 1
float look_up_at(const QuantileTable& table, float v, int upper);

}  // namespace headrace
