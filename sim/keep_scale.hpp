#pragma once

#include <vector>

#include "sim/trial_block.hpp"

namespace headrace {

/// Whether scale was reached, at the horizon: promised and realised value, scaled, sustained, what called for a
/// redesign and which cause did first (docs/model.md, what comes out).
/// @param rows  [layout.rows()] of the block; go-lives of sites are there, outputs of scale are written
void keep_scale(const CompiledModel& model, const RowLayout& layout, const BlockState& state, std::vector<Row>& rows);

}  // namespace headrace
