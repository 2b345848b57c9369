#pragma once

#include <vector>

#include "sim/tally/trial_block.hpp"

namespace headrace {

/// What the pilot's share of its potential would be at all sites, and what a year gave in the end.
/// @param promised, realised  [lane] money a year; written
void promise_and_year(const CompiledModel& model, int weeks, const BlockState& state, WideRow& promised,
                      WideRow& realised);

/// Whether scale was reached, at the horizon: scaled, sustained, what called for a redesign and which cause did first
/// (docs/model.md, what comes out).
/// @param rows  [layout.rows()] of the block; go-lives of sites are there, outputs of scale are written
void keep_scale(const CompiledModel& model, const RowLayout& layout, const BlockState& state, std::vector<Row>& rows);

/// Regular users by those who ever would, above which a site is in use, and above which use is sustained.
inline constexpr float kInUse = 0.1f, kSustained = 0.2f;

/// Do more than this share of those who ever would use it regularly at a site? Yes where nobody needs to.
bool is_used(const CompiledModel& model, const BlockState& state, int site, int lane, float level);

}  // namespace headrace
