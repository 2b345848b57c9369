#pragma once

#include <map>
#include <vector>

#include "model/distribution.hpp"
#include "model/quantile_table.hpp"

namespace headrace {

/// Tables that were built before, so that compiling one plan after another builds each but once. A table depends on its
/// distribution alone, so what was known changes no result. Belongs to one thread.
struct KnownTables {
  std::map<Distribution, QuantileTable> tables;
  std::vector<float> normal_tail;  ///< of CompiledModel; empty: not built yet
};

}  // namespace headrace
