#pragma once

#include <string>

#include "gui/levers/levers.hpp"

namespace headrace::gui {

/// What a planner typed as a lever's value: parse_typed() within what the lever takes, and a share such as 40% only
/// where a share or a factor stands.
/// Errors: in `problem`.
Typed read_typed(const Lever& lever, const std::string& text);

/// The value as it may be typed: "5", "2 / 3 / 5". The quantiles have six digits at most.
std::string typed_text(const LeverValue& value);

}  // namespace headrace::gui
