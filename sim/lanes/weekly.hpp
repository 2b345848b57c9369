#pragma once

#include "model/formula/chance.hpp"
#include "sim/block/block_state.hpp"
#include "sim/lanes/lanes.hpp"
#include "sim/lanes/philox_lanes.hpp"

namespace headrace::HEADRACE_ISA {

/// This week's uniform of a stream, in (0, 1): word week % 4 of the counter with index week / 4 + 1.
/// The words of four weeks are made at once, when the first of them is asked for.
HEADRACE_INLINE void weekly_uniform(const CompiledModel& m, BlockState& s, int stream, int week, float* __restrict u) {
  IntRow* const words = s.words + stream * 4;
  if (s.drawn[stream] != week / 4) {
    s.drawn[stream] = week / 4;
    philox_rows(s.seed, *s.trial, m.streams.data()[stream].key, static_cast<std::uint32_t>(week / 4 + 1), words);
  }
  const std::int32_t* __restrict word = words[week % 4].v;
  HEADRACE_EACH_LANE(l) u[l] = formula::uniform_of(static_cast<std::uint32_t>(word[l]));
}

}  // namespace headrace::HEADRACE_ISA
