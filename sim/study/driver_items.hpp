#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/compile/compiled_model.hpp"
#include "sim/study/ranks.hpp"
#include "sim/tally/results.hpp"

namespace headrace {

/// What a work item means for the last go-live, over the trials in which there is one and the item was done.
struct ItemDriver {
  int item = 0;                         ///< index into CompiledModel::items
  std::int64_t trials = 0;              ///< with a last go-live
  double mean_weeks = 0, sd_weeks = 0;  ///< from its start to its finish
  Share criticality;                    ///< share of trials in which it lies on a critical path
  std::optional<double> cruciality;     ///< Pearson's correlation of its weeks with the last go-live
  std::optional<double> rank;           ///< Spearman's
  double sensitivity = 0;               ///< criticality x sd of its weeks / sd of the last go-live
};

/// How much later than its latest predecessor a node is ready on average, since any of them may be the late one.
struct MergeDelay {
  int node = 0;  ///< index into Programme::nodes
  int predecessors = 0;
  std::int64_t trials = 0;  ///< in which all of them were done
  double weeks = 0, se = 0;
};

struct ItemDrivers {
  std::int64_t trials = 0;         ///< with a last go-live
  std::vector<ItemDriver> items;   ///< work items, largest sensitivity first
  std::vector<MergeDelay> merges;  ///< nodes with several predecessors, largest delay first
};

/// Criticality, cruciality, schedule sensitivity and merge delay, from kept trials with items and inputs.
/// Source: docs/model.md, what drives the results.
ItemDrivers drive_items(const CompiledModel& model, const KeptTrials& kept);

}  // namespace headrace
