#pragma once

#include <string>

#include "report/words/run_view.hpp"

namespace headrace {

/// Most rows of a table on screen; the rest is counted and stands in the result files.
inline constexpr std::size_t kScreenRows = 10;

/// Mean with its 95% interval, P10, P50, P90 and the share of futures without a value, for each metric; below it
/// where the money comes from and goes to.
std::string metrics_table(const RunView& run);

/// Each site: when it is live, regular use and net cash at the horizon, in rollout order.
std::string sites_table(const RunView& run);

/// User groups, those of one id at all sites together: regular use at the horizon. Nothing where there is only one.
std::string groups_table(const RunView& run);

/// Work items that wait longest for people or approval: when they finish and what they wait for.
std::string items_table(const RunView& run);

/// The whole answer on screen: headline, tables, and how it was made.
std::string run_text(const RunView& run);

}  // namespace headrace
