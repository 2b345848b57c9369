#pragma once

#include <string>
#include <utility>
#include <vector>

#include "report/tables/compare_tables.hpp"
#include "report/words/run_view.hpp"

namespace headrace {

/// A file to be written: name and content.
using NamedText = std::pair<std::string, std::string>;

/// The tidy CSV files of a run, one observation a row: metrics, weekly, sites, items, cash, inputs, leaks, trials
/// (docs/results.md).
std::vector<NamedText> results_csv(const RunView& run);

/// comparison.csv: one row for each pair and metric.
std::string comparison_csv(const ComparisonView& view);

}  // namespace headrace
