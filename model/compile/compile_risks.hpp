#pragma once

#include "model/compile/compiled_model.hpp"
#include "model/compile/parameters.hpp"

namespace headrace {

/// Lays the risks out and tells the parameter table which numbers they change; call it before any number is added.
void compile_risks(const Programme& programme, CompiledModel& model, ParameterTable& parameters);

/// Do futures differ in whether, how often or when a risk strikes?
bool strikes_by_chance(const Risk& risk);

}  // namespace headrace
