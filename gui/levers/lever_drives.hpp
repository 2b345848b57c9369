#pragma once

#include <string>
#include <string_view>

#include "model/scenario/scenario.hpp"

namespace headrace::gui {

/// What the numbers of an entity act on first: the work that a team does, the use cases that an asset feeds. Read from
/// the plan's own links; for tables without any, what their mechanism moves.
/// @param table  of the entity: "teams"
/// @param id     of the entity, in any site that has it; empty for tables that stand once
/// @return  "Link the historian, Train the plant's people and 3 more"; empty: nothing is known to
std::string drives(const Scenario& scenario, std::string_view table, std::string_view id);

}  // namespace headrace::gui
