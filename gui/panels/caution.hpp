#pragma once

#include <string>

#include "gui/state/snapshot.hpp"

namespace headrace::gui {

/// What a plan that runs was warned of, in one line: the first warning with its place, and how many more; empty:
/// nothing.
std::string caution(const Snapshot& snapshot);

}  // namespace headrace::gui
