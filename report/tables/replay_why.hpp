#pragma once

#include <string>

#include "model/plan/programme.hpp"
#include "sim/replay/replay.hpp"

namespace headrace {

/// Why one future came out as it did, in two or three sentences: value against potential, what it cost and for what,
/// and where most of the missing value went. Wrapped to the screen.
std::string replay_why(const Programme& programme, const Replay& replay);

}  // namespace headrace
