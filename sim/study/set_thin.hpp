#pragma once

#include "sim/study/unlock_sets.hpp"

namespace headrace {

/// Leaves out of a set what cannot be told from no gain.
///
/// A few futures say how much each unlock is missed; as many of the least missed go at once as all futures cannot tell
/// from no gain either, and so on with what is left. So its runs with all futures grow with the logarithm of the set.
/// @param all     runs with all futures
/// @param few     runs with fewer of the same futures, or as many
/// @param now     of `all`; null: none
/// @param budget  what is left costs no more, unless nothing could be left out
/// @return        of `all`; null when stopped or where no more sets may be run
const SetWorth* thinned(SetRunner& all, SetRunner& few, const SetWorth* now, double budget);

}  // namespace headrace
