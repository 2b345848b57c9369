#pragma once

#include <cstdint>
#include <vector>

#include "sim/study/ranks.hpp"
#include "sim/tally/results.hpp"

namespace headrace {

/// What a series in an early week says about paying back by the horizon, among the trials that have not by that week.
///
/// Found in one half of the trials; every number here is of the other half.
struct EarlyWarning {
  Watched series = Watched::regular;
  int week = 0;
  double threshold = 0;      ///< below it is the worse side: of everything that is watched little is bad
  std::int64_t trials = 0;   ///< not paid back by then
  Share warned;              ///< share of them on the worse side
  Share all, warning, rest;  ///< chance of paying back: of all, on the worse side, on the better
  double information = 0;    ///< bits that the side tells about paying back
};

/// The most telling early warnings, at most five, in order of week, most information first in each.
///
/// For each series and each week of 12, 26 and 52 that is kept: of thresholds at every tenth of the values the one that
/// tells most, with at least a tenth of the trials on either side and fewer of those below it that pay back (much help
/// or much cash is no bad sign, though those who never asked or never spent have both); kept where the other half
/// confirms the difference beyond three standard errors and the chance falls by five points or more. None below 400
/// trials. Source: docs/model.md, what drives the results.
std::vector<EarlyWarning> find_warnings(const KeptTrials& kept);

/// Bits that two groups tell about a yes or no: the mutual information of a two by two table.
double information_of(std::int64_t hits, std::int64_t trials, std::int64_t other_hits, std::int64_t other_trials);

}  // namespace headrace
