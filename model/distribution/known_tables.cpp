#include "model/distribution/known_tables.hpp"

#include "model/distribution/quantile_function.hpp"

namespace headrace {

double mean(const Distribution& distribution, KnownTables& known) {
  if (const auto value = only_value(distribution)) return *value;
  const auto [found, is_new] = known.means.try_emplace(distribution);
  if (is_new) found->second = mean(distribution);
  return found->second;
}

}  // namespace headrace
