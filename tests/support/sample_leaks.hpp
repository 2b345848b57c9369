#pragma once

#include <string>
#include <vector>

#include "report/chart/leak_names.hpp"
#include "sim/tally/leak_results.hpp"

namespace headrace::test {

/// Leaks made by hand that add up everywhere: each site and week has a potential of 100, of which cause i takes
/// shares[i] and the rest is realised.
LeakResults sample_leaks(int sites, int weeks, const std::vector<double>& shares);

/// Names for that many causes: `cause-0` "losses of kind 0", "kind 0", "of kind 0" and so on.
std::vector<chart::CauseName> sample_causes(std::size_t count);

}  // namespace headrace::test
