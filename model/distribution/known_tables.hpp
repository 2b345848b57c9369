#pragma once

#include <map>
#include <vector>

#include "model/distribution/distribution.hpp"
#include "model/distribution/quantile_table.hpp"

namespace headrace {

/// Tables and means that were found before, so that compiling one plan after another finds each but once. They depend
/// on their distribution alone, so what was known changes no result. Belongs to one thread.
struct KnownTables {
  std::map<Distribution, QuantileTable> tables;
  std::map<Distribution, double> means;
  std::vector<float> normal_tail;  ///< of CompiledModel; empty: not built yet
};

/// mean(), kept where it takes an integral.
double mean(const Distribution& distribution, KnownTables& known);

}  // namespace headrace
