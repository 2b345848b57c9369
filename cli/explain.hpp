#pragma once

#include "cli/arguments.hpp"
#include "cli/interrupt.hpp"
#include "report/tables/compare_tables.hpp"

namespace headrace {

/// Explains each scenario of a comparison against its base, with a progress bar.
/// @return  false when interrupted
/// Errors: Fault.
bool add_explanations(ComparisonView& view, const Arguments& arguments, const InterruptWatch& interrupt);

}  // namespace headrace
