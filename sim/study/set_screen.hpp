#pragma once

#include <span>
#include <vector>

#include "sim/study/search.hpp"
#include "sim/study/set_climb.hpp"

namespace headrace {

/// Looks for good sets with few futures: each limit alone, what is missed when all is bought and taken away again,
/// pairs, then climbs from the best of each. All that it looked at stays in the runner.
class Screen {
 public:
  Screen(SetRunner& runner, std::span<const Limit> limits, const SearchOptions& options)
      : runner_(runner), limits_(limits), options_(options) {}

  /// @param asked  chances that are to be reached too, as cheaply as can be; null: none
  void run(const VerdictRule* asked);

  /// Were all sets of 1, 2 and 4 steps looked at?
  bool all_sets() const { return all_sets_; }

 private:
  void enumerate();
  void try_alone();
  Purchases take_from_all();
  void choose_active();
  void try_pairs();
  void climb_from(const Purchases& start, const Goal& goal);

  SetRunner& runner_;
  std::span<const Limit> limits_;
  const SearchOptions& options_;
  bool all_sets_ = false;
  std::vector<double> alone_, missed_;  ///< [limit] NPV of its best steps alone; NPV that all others lose without it
  std::vector<int> active_;             ///< limits that moves may add
  std::vector<const SetWorth*> pairs_;
};

}  // namespace headrace
