#pragma once

#include <algorithm>

#include "sim/block/block_state.hpp"

namespace headrace {

/// One trial of a block at the end of a week: plain numbers out of its lane.
struct LaneWeek {
  const CompiledModel& model;
  const BlockState& state;
  std::size_t lane;
  int week;

  double at(const Row& row) const { return static_cast<double>(row.v[lane]); }
  double at(const WideRow& row) const { return row.v[lane]; }
  double param(Param p) const { return at(state.param[p]); }

  /// Share of the week for which something that began at `from` has been there.
  double since(double from) const { return std::clamp(week + 1 - from, 0.0, 1.0); }
};

}  // namespace headrace
