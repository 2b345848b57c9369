#pragma once

#include <string>
#include <vector>

#include "report/words/run_view.hpp"

namespace headrace {

/// Something that called for a redesign before the planned sites were live.
struct RedesignCause {
  std::string words;  ///< "Integration team: more work than it gets done"
  double share = 0;   ///< of futures in which it came first
};

/// What called for a redesign first, most frequent first; a system that sites have in common counts once.
std::vector<RedesignCause> redesign_causes(const RunView& run);

}  // namespace headrace
