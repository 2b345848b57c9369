#pragma once

#include <string_view>

#include "model/compile/compiled_model.hpp"
#include "model/distribution/known_tables.hpp"

namespace headrace {

/// A scenario that a study has changed, ready to run. Correlations may name numbers that went with the change: the
/// scenario was checked before.
/// @param how  it was changed, for messages: "without adoption"
/// Errors: std::logic_error when what is left cannot run (never for a scenario that could).
CompiledModel compile_changed(const Scenario& scenario, std::string_view how, KnownTables& known);

}  // namespace headrace
