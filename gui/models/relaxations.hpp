#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gui/state/commands.hpp"
#include "model/scenario/scenario.hpp"

namespace headrace::gui {

/// Limits that a plan relaxes are one override, the list `[[relax]]` of a variant.
inline constexpr std::string_view kRelaxPath = "relax";

/// The list as `--set relax=` takes it: `[{ limit = "team/it", steps = 2 }]`.
std::string relaxations_text(std::span<const Relaxation> list);

/// How a limit is relaxed in a plan; null where it is not.
const Relaxation* find_relaxation(std::span<const Relaxation> list, std::string_view limit);

/// Relaxes a limit by one step more.
/// @param now  what the plan relaxes already
Command relax_more(const std::vector<Relaxation>& now, const std::string& limit);

/// Takes back what was relaxed of a limit: all of it.
/// @param overridden  the plan's list is not its file's own
Command take_back(const std::vector<Relaxation>& now, std::string_view limit, bool overridden);

}  // namespace headrace::gui
