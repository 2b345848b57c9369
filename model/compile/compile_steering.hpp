#pragma once

#include "model/compile/parameters.hpp"
#include "model/plan/programme.hpp"

namespace headrace {

/// Funding envelopes and stage gates. Items and sites must have been laid out.
void compile_steering(const Programme& programme, CompiledModel& model, ParameterTable& parameters);

}  // namespace headrace
