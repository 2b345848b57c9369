#pragma once

#include "sim/lanes/lanes.hpp"

namespace headrace::HEADRACE_ISA {

/// What a year's change comes to by a week: (1 + change)^(week / 52); exactly 1 for no change. Change at least -1.
HEADRACE_INLINE float compound(float change, float week) {
  const float years = week * (1.0f / 52);
  return exp2_lane(within(years * log2_lane(larger(1.0f + change, 1e-6f)), -120.0f, 120.0f));
}

}  // namespace headrace::HEADRACE_ISA
