#pragma once

#include <cstdint>

namespace headrace {

/// Trials in a block: a constant of the product, since results are merged block by block.
inline constexpr int kLanes = 64;

/// One number for each trial of a block. Plain memory: code that works on rows is compiled for several instruction
/// sets.
struct alignas(64) Row {
  float v[kLanes];
};
struct alignas(64) WideRow {
  double v[kLanes];
};
struct alignas(64) IntRow {
  std::int32_t v[kLanes];
};

/// A time that never comes. Large against any horizon, small enough to add to.
inline constexpr float kNever = 1e9f;

}  // namespace headrace
