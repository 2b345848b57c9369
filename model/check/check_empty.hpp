#pragma once

#include "model/plan/programme.hpp"
#include "model/text/diagnostics.hpp"

namespace headrace {

/// Warns about what can never be worth anything, since nobody and nothing is there for it: sites of nothing, groups
/// without people or licences, asset classes that are never connected, use cases without the groups or assets they are
/// for. Zero at some sites is a plan; zero at all that are planned is a mistake.
void check_empty(const Programme& programme, Diagnostics& diagnostics);

}  // namespace headrace
