#pragma once

#include <vector>

#include "model/distribution/known_tables.hpp"
#include "model/plan/programme.hpp"

namespace headrace {

/// The one order in which delivery visits its nodes in all trials, and which nodes it visits.
struct DeliveryOrder {
  std::vector<int> delivered;  ///< nodes, in order: all work items, and go-lives that something waits for
};

/// Order: (wave raised to its predecessors', priority raised likewise, topological index), so it extends the graph's
/// order. Priority: the item's own, else its latest finish on mean durations with learning, without resource limits.
/// @param known  means of plans that were compiled before
/// Source: docs/model.md, delivery; latest finish first: Davis and Patterson (1975).
DeliveryOrder delivery_order(const Programme& programme, KnownTables& known);

}  // namespace headrace
