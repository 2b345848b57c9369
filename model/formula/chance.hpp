#pragma once

#include <cstdint>

/// Uniforms and counts from random words. Pure; inlined into lanes.
namespace headrace::formula {

/// Uniform in (0, 1) from the upper 24 bits of a word: the middle of its cell. The middle of the last cell is no float
/// and would round to 1; the largest float below 1 stands for it.
[[gnu::always_inline]] inline float uniform_of(std::uint32_t word) {
  constexpr float largest = 0x1.fffffep-1f;
  const float u = (static_cast<float>(word >> 8) + 0.5f) * 0x1p-24f;
  return u < largest ? u : largest;
}

/// The whole number below x >= 0. From 2^24 on a float is whole itself, and the conversion is not asked: what is beyond
/// is put back. One minimum and no choice, so that loops with several stay vector code.
[[gnu::always_inline]] inline float whole_of(float x) {
  constexpr float all_whole = 0x1p24f;
  const float held = x < all_whole ? x : all_whole;
  return static_cast<float>(static_cast<std::int32_t>(held)) + (x - held);
}

/// A count with this mean >= 0 from one uniform in (0, 1): floor(mean + u). Exact mean, no branch; its variance is
/// below a binomial's.
[[gnu::always_inline]] inline float count_of(float mean, float u) { return whole_of(mean + u); }

}  // namespace headrace::formula
