#pragma once

#include "model/compile/compiled_model.hpp"
#include "model/compile/parameters.hpp"

namespace headrace {

/// What the plan believes of the asset classes, who audits them, which sensors they lack; and which items buy
/// something. Items, sites and asset classes are compiled already.
void compile_assets(const Programme& programme, CompiledModel& model, ParameterTable& parameters);

}  // namespace headrace
