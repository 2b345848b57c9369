#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/plan/programme.hpp"
#include "sim/replay/replay.hpp"

namespace headrace {

/// Lines of a replay log, at most.
inline constexpr std::size_t kReplayLines = 40;

/// One future as a log: what it came to and why, the inputs furthest into their tails, then its costliest and most
/// telling events by week. The last line says how many events were left out.
std::string replay_text(const Programme& programme, const CompiledModel& model, const Replay& replay);

/// The costliest and most telling events, at most so many. Indices into Replay::events, by week.
std::vector<std::size_t> telling_events(const CompiledModel& model, const Replay& replay, std::size_t most);

/// All its events, one a row.
std::string replay_csv(const Programme& programme, const CompiledModel& model, const Replay& replay);

}  // namespace headrace
