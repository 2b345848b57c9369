#pragma once

#include <optional>
#include <span>
#include <vector>

namespace headrace {

/// Columns of numbers that a box may bound. [column][trial]
using PrimColumns = std::vector<std::vector<float>>;

/// One side or both of a box: above < x, x < below.
struct PrimBound {
  int column = 0;
  std::optional<float> above, below;
};

/// The trials that meet all bounds; without bounds every trial.
struct PrimBox {
  std::vector<PrimBound> bounds;

  bool holds(const PrimColumns& columns, int trial) const;
};

struct PrimOptions {
  double peel = 0.05;          ///< share of a box's trials that one step takes off or adds
  int most_bounds = 3;         ///< columns a box may bound
  double fewest_share = 0.02;  ///< of the trials in the smallest box
  double least_worth = 0.02;   ///< share of F that a bound must be worth to stay
};

/// The box in which marked trials are most common: patient rule induction.
///
/// Peels off the share at one end of one column that leaves the highest density, for each trial taken off; of all
/// boxes on the way takes the one with the best balance of coverage and density, F = 2 marked / (trials + all marked);
/// keeps the columns that F needs most, peels again with those alone, and pastes back what raises the density.
/// @param marked  [trial] 1: sought
/// @param trials  those to learn from
/// @return without bounds where no box is better than all trials
/// Source: Friedman and Fisher 1999; gain for each trial taken off: Kwakkel and Jaxa-Rozen 2016.
PrimBox find_box(const PrimColumns& columns, std::span<const unsigned char> marked, std::span<const int> trials,
                 const PrimOptions& options = {});

}  // namespace headrace
