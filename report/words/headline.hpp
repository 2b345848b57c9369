#pragma once

#include <string>

#include "report/words/run_view.hpp"

namespace headrace {

/// What a run says, in two sentences that a director can read aloud, and what is asked for. Facts only: no verdict.
///
/// "Taking Vision inspection to ten sites is worth USD 4.1m on average (80% of futures between -1.2m and 9.8m). It pays
/// back by week 97 (Nov 2028) in half of the futures; in 23 of 100 it does not pay back within three years."
std::string headline(const RunView& run);

/// How another scenario does against the base in the same futures, in one sentence.
///
/// "Ten sites beats One site in 83 of 100 futures; on average by USD 3.2m (80% range 0.4m to 6.1m)."
std::string headline(const RunView& base, const RunView& other, const PairResult& pair);

}  // namespace headrace
