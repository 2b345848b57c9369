#pragma once

#include <string>

#include "model/distribution/distribution.hpp"
#include "model/text/diagnostics.hpp"

namespace headrace {

/// Warns where the mean of an uncertain number is not what its words let one expect: where min, max or the range of its
/// key cut so much off that the mean moves by more than a tenth, and where most of the mean lies in a tail that nobody
/// wrote. Families whose cut or tail is written as such (a Pareto, separate values) are left alone; parts of a mixture
/// are looked at one by one.
/// @param has_max  a largest value is written, so the tail is meant, or the quantity has one of its own
/// @param subject  what messages call it: "'people' of teams.ot"
void warn_of_mean(const Distribution& distribution, bool has_max, const Location& where, const std::string& subject,
                  Diagnostics& diagnostics);

}  // namespace headrace
