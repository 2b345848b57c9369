#pragma once

#include "model/compile/compiled_model.hpp"

namespace headrace {

/// Compiles what leaks need of the graph: predecessors of each item, what the go-lives of each site wait for, the cause
/// that an item in hand feeds. Items, milestones, sites and use cases are compiled before.
void compile_leaks(const Programme& programme, CompiledModel& model);

}  // namespace headrace
