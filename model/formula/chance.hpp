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

/// A count with this mean >= 0 from one uniform in (0, 1): floor(mean + u). Exact mean, no branch; its variance is
/// below a binomial's.
[[gnu::always_inline]] inline float count_of(float mean, float u) {
  return static_cast<float>(static_cast<std::int32_t>(mean + u));
}

}  // namespace headrace::formula
