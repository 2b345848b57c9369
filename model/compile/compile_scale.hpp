#pragma once

#include "model/compile/compiled_model.hpp"
#include "model/compile/parameters.hpp"

namespace headrace {

/// Compiles the pilot's conditions, and systems that limit their integrations. Sites and integrations are compiled
/// before.
void compile_scale(const Programme& programme, CompiledModel& model, ParameterTable& parameters);

}  // namespace headrace
