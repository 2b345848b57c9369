#pragma once

#include <cstdint>
#include <vector>

namespace headrace {

/// Trials in two halves: what is found in the first is held against the second.
struct Halves {
  explicit Halves(std::int64_t trials) {
    for (int t = 0; t < trials; ++t) (t % 2 == 0 ? learn : check).push_back(t);
  }

  std::vector<int> learn, check;  ///< even trials, odd trials
};

/// Below so many trials nothing is looked for.
inline constexpr std::int64_t kFewestTrials = 400;

/// What is found in one half counts where the other shows it beyond this many standard errors.
inline constexpr double kConfirmed = 3;

}  // namespace headrace
