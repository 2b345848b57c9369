#pragma once

#include <vector>

#include "sim/tally/tally.hpp"

namespace headrace {

/// Potential value, what of it is realised, and where the rest goes: undiscounted, in the scenario's currency. In every
/// trial and week potential = realised + all causes.
struct LeakResults {
  Summary potential, realised;  ///< totals over the horizon
  std::vector<Summary> causes;  ///< [leak_count] totals over the horizon; mean and se

  /// Means over trials by week, of all sites.
  std::vector<double> weekly_potential, weekly_realised;  ///< [weeks]
  std::vector<std::vector<double>> weekly;                ///< [cause][week]

  /// Means over trials by site, summed over spans of kLeakSpan weeks (the last may be shorter).
  int spans = 0;
  std::vector<double> site_potential, site_realised;  ///< [site x spans + span]
  std::vector<std::vector<double>> sites;             ///< [cause][site x spans + span]
};

/// Weeks of a span; a year has 13 of them.
inline constexpr int kLeakSpan = 4;

}  // namespace headrace
