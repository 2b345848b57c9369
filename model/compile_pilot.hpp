#pragma once

#include "model/compiled_model.hpp"
#include "model/parameters.hpp"

namespace headrace {

/// Compiles the pilot's conditions and where it runs.
void compile_pilot(const Programme& programme, CompiledModel& model, ParameterTable& parameters);

}  // namespace headrace
