#pragma once

#include "model/compile/compiled_model.hpp"
#include "model/compile/parameters.hpp"

namespace headrace {

/// Compiles hubs, support, knowledge, trust and governance, and their weekly streams. Sites and groups are compiled
/// before.
void compile_people(const Programme& programme, CompiledModel& model, ParameterTable& parameters);

}  // namespace headrace
