#pragma once

#include "model/compile/compiled_model.hpp"
#include "model/compile/parameters.hpp"

namespace headrace {

/// Compiles what use is worth: proficiency, dip, delay and delegation of the use cases, compute and ideas. Use cases
/// and groups with their hubs are compiled before.
void compile_use(const Programme& programme, CompiledModel& model, ParameterTable& parameters);

}  // namespace headrace
