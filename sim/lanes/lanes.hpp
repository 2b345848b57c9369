#pragma once

#include <cstdint>

#include "model/formula/chance.hpp"
#include "sim/block/row.hpp"

#ifndef HEADRACE_ISA
#error "files of lanes are compiled once for each instruction set, by sim/CMakeLists.txt"
#endif

/// Runs the statement that follows for every lane l; the compiler turns it into vector code.
#define HEADRACE_EACH_LANE(l) _Pragma("GCC ivdep") for (int l = 0; l < kLanes; ++l)

namespace headrace::HEADRACE_ISA {

/// Must be inlined: a copy left standing could be picked by the linker for code of another instruction set.
#define HEADRACE_INLINE [[gnu::always_inline]] inline

HEADRACE_INLINE float smaller(float a, float b) { return a < b ? a : b; }
HEADRACE_INLINE float larger(float a, float b) { return a > b ? a : b; }
HEADRACE_INLINE float within(float x, float low, float high) { return smaller(larger(x, low), high); }

/// Share of week w for which something that began at `from` has been there.
HEADRACE_INLINE float share_of_week(float from, float week) { return within(week + 1.0f - from, 0.0f, 1.0f); }

/// Number of the first week that starts at or after a time >= 0; at most kNever.
HEADRACE_INLINE float week_from(float time) {
  const float floor = smaller(formula::whole_of(time), kNever);
  return floor < time ? floor + 1.0f : floor;
}

/// Do all lanes hold at least `value`?
HEADRACE_INLINE bool all_reach(const Row& row, float value) {
  std::int32_t below = 0;
  HEADRACE_EACH_LANE(l) below |= row.v[l] < value;
  return below == 0;
}
/// Does any lane hold more than `value`?
HEADRACE_INLINE bool any_above(const Row& row, float value) {
  std::int32_t above = 0;
  HEADRACE_EACH_LANE(l) above |= row.v[l] > value;
  return above != 0;
}
HEADRACE_INLINE bool any_set(const IntRow& mask) {
  std::int32_t any = 0;
  HEADRACE_EACH_LANE(l) any |= mask.v[l];
  return any != 0;
}
struct LaneBits {
  std::uint32_t bit[32];
};
constexpr LaneBits lane_bits = [] {
  LaneBits all{};
  for (int l = 0; l < 32; ++l) all.bit[l] = 1u << l;
  return all;
}();

/// Bit l: is lane l set? Lanes hold 0 or 1.
HEADRACE_INLINE std::uint64_t bits_of(const IntRow& mask) {
  static_assert(kLanes == 64);
  std::uint32_t low = 0, high = 0;
  for (int l = 0; l < 32; ++l) low |= (0u - static_cast<std::uint32_t>(mask.v[l])) & lane_bits.bit[l];
  for (int l = 0; l < 32; ++l) high |= (0u - static_cast<std::uint32_t>(mask.v[l + 32])) & lane_bits.bit[l];
  return static_cast<std::uint64_t>(high) << 32 | low;
}
/// And back.
HEADRACE_INLINE void lanes_of(std::uint64_t bits, IntRow& mask) {
  const std::uint32_t low = static_cast<std::uint32_t>(bits), high = static_cast<std::uint32_t>(bits >> 32);
  for (int l = 0; l < 32; ++l) mask.v[l] = (low & lane_bits.bit[l]) != 0;
  for (int l = 0; l < 32; ++l) mask.v[l + 32] = (high & lane_bits.bit[l]) != 0;
}
HEADRACE_INLINE void fill(Row& row, float value) { HEADRACE_EACH_LANE(l) row.v[l] = value; }
HEADRACE_INLINE void fill(WideRow& row, double value) { HEADRACE_EACH_LANE(l) row.v[l] = value; }
HEADRACE_INLINE void fill(IntRow& row, std::int32_t value) { HEADRACE_EACH_LANE(l) row.v[l] = value; }

/// log2 of a positive number; relative error 3e-7. Series of atanh after reduction to [sqrt 1/2, sqrt 2).
HEADRACE_INLINE float log2_lane(float x) {
  const std::int32_t bits = __builtin_bit_cast(std::int32_t, x) - 0x3f3504f3;
  const std::int32_t exponent = bits >> 23;
  const float m = __builtin_bit_cast(float, (bits & 0x007fffff) + 0x3f3504f3);
  const float s = (m - 1.0f) / (m + 1.0f), q = s * s;
  const float series = 1.0f + q * (1.0f / 3 + q * (1.0f / 5 + q * (1.0f / 7 + q * (1.0f / 9))));
  return static_cast<float>(exponent) + 2.8853900817779268f * s * series;
}

/// 2^x; relative error 2e-7. Taylor series on [-1/2, 1/2]. Below -126.5 it is 0, and never above 2^127.
HEADRACE_INLINE float exp2_lane(float x) {
  const float held = within(x, -127.0f, 127.0f);
  const std::int32_t whole = static_cast<std::int32_t>(held + (held < 0 ? -0.5f : 0.5f));
  const float y = (held - static_cast<float>(whole)) * 0.69314718055994531f;
  const float series =
      1.0f +
      y * (1.0f + y * (1.0f / 2 + y * (1.0f / 6 + y * (1.0f / 24 + y * (1.0f / 120 + y * (1.0f / 720 + y / 5040))))));
  return series * __builtin_bit_cast(float, (whole + 127) << 23);
}

}  // namespace headrace::HEADRACE_ISA
