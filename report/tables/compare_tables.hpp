#pragma once

#include <string>
#include <vector>

#include "model/edit/scenario_difference.hpp"
#include "report/words/run_view.hpp"
#include "sim/study/explain.hpp"

namespace headrace {

/// Why a scenario differs from the base.
struct ExplainedPair {
  std::vector<ChangeGroup> groups;
  Explanation explanation;  ///< its parts are of these groups
};

/// The first run is the base; pairs[i] compares runs[i + 1] with it.
struct ComparisonView {
  std::vector<RunView> runs;
  const std::vector<PairResult>& pairs;
  std::vector<double> planned_spend{};  ///< of each run, before uncertainty (sim/study/planned_spend.hpp); may be empty
  std::vector<ExplainedPair> explanations{};  ///< of each pair; empty unless asked for
};

/// Metrics of base and other side by side, and the paired difference: mean with 95% interval, P10, P50, P90, and in
/// how many futures the other is better or worse.
std::string pair_table(const RunView& base, const RunView& other, const PairResult& pair);

/// The whole comparison on screen: for each other scenario a headline and a table.
std::string comparison_text(const ComparisonView& view);

}  // namespace headrace
