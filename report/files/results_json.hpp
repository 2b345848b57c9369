#pragma once

#include <string>

#include "report/tables/compare_tables.hpp"
#include "report/words/run_view.hpp"

namespace headrace {

/// results.json: everything a run found, under stable names (docs/results.md). The same bytes for the same scenario,
/// seed and trials wherever it runs: nothing about time, threads, host or folders is in it; what is no number is null.
std::string results_json(const RunView& run);

/// comparison.json: each scenario's metrics and the paired differences against the first.
std::string comparison_json(const ComparisonView& view);

}  // namespace headrace
