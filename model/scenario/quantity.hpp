#pragma once

#include <string>

#include "model/distribution/distribution.hpp"
#include "model/scenario/time_pattern.hpp"
#include "model/text/diagnostics.hpp"

namespace headrace {

/// A number as a planner wrote it: exact or uncertain, with where it stands and who says so.
struct Quantity {
  Distribution distribution = exact(0);
  bool shared = false;             ///< in a template: one draw for all sites
  double between_sites_rho = 0.3;  ///< in a template, not shared: rank correlation of the draws of two sites
  bool from_template = false;      ///< read from a template, so drawn once a site with a common part
  bool given = false;              ///< false: the default of the key table
  TimePattern pattern{};           ///< how it changes over time
  std::string source{};            ///< id of a row of data/evidence.csv, "assumption" or free words; may be empty
  std::string owner{};
  std::string note{};
  Location where{};
};

}  // namespace headrace
