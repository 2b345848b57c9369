#pragma once

#include <string>

#include "model/limits.hpp"

namespace headrace {

/// What a limit is, for people: "People of Integration team", "Connected: Legacy presses".
std::string limit_title(const Scenario& scenario, const Limit& limit);

/// What one step of relaxing it is: "1 more person", "+10 points", "4 weeks earlier".
std::string step_words(const Limit& limit);

}  // namespace headrace
