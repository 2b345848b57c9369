#pragma once

#include <string>

#include "model/edit/scenario_difference.hpp"
#include "model/scenario/scenario.hpp"

namespace headrace {

/// A group of changes for people: "OT engineers", "training", "Build the integration platform, links and 3 more".
/// Labels are those of the other scenario, else of the base.
std::string change_title(const ChangeGroup& group, const Scenario& base, const Scenario& other);

}  // namespace headrace
