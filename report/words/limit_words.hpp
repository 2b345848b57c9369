#pragma once

#include <string>

#include "model/limits/limits.hpp"

namespace headrace {

/// What a limit is, for people: "People of Integration team", "Connected: Legacy presses".
std::string limit_title(const Scenario& scenario, const Limit& limit);

/// What relaxing it by some steps is: "1 more person", "+10 points", "4 weeks earlier".
std::string step_words(const Limit& limit, int steps = 1);

/// A limit and its steps inside a sentence: "people of Integration team (2 more people)".
std::string unlock_words(const Scenario& scenario, const Limit& limit, int steps);

}  // namespace headrace
