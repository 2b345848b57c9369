#pragma once

#include <string>

#include "model/programme.hpp"
#include "sim/replay.hpp"

namespace headrace {

/// Lines of a replay log, at most.
inline constexpr std::size_t kReplayLines = 36;

/// One future as a log: what it came to, its most telling events by week, and the inputs furthest into their tails.
std::string replay_text(const Programme& programme, const CompiledModel& model, const Replay& replay);

/// All its events, one a row.
std::string replay_csv(const Programme& programme, const CompiledModel& model, const Replay& replay);

}  // namespace headrace
