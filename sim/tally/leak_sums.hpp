#pragma once

#include <vector>

#include "sim/block/block_state.hpp"
#include "sim/block/kernels.hpp"

namespace headrace {

struct LeakResults;

/// Leaks, potential and realised value summed over trials, by week and by site and span. Blocks are added in their
/// order, so that sums do not depend on threads.
class LeakSums {
 public:
  explicit LeakSums(const CompiledModel& model);

  void clear();

  /// Adds a week of a block.
  /// @param lanes  how many of its trials count
  void add_week(const BlockState& state, const Kernel& kernel, int week, int lanes);
  void add(const LeakSums& other);

  /// Means of what was summed; totals are left alone.
  void put_means(double trials, LeakResults& results) const;

 private:
  double& weekly(int row, int week) { return weekly_[static_cast<std::size_t>(row * weeks_ + week)]; }
  double& site(int row, int site, int span) {
    return sites_[static_cast<std::size_t>((row * site_count_ + site) * spans_ + span)];
  }

  int causes_, weeks_, site_count_, spans_;
  std::vector<double> weekly_;  ///< [causes + 2][weeks]; the last two: potential and realised
  std::vector<double> sites_;   ///< [causes + 2][sites][spans]
};

}  // namespace headrace
