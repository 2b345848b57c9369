#pragma once

#include <string>

#include "report/tables/compare_tables.hpp"
#include "report/words/json_text.hpp"

namespace headrace {

/// Why a scenario differs from the base: a sentence, a table of the parts, and how they were found.
///
/// "Of the USD 4.7m gained on average, +2.9m come from training, +2.1m from hubs and -0.3m from licences."
/// @param pair  index into view.pairs and view.explanations
std::string explanation_text(const ComparisonView& view, std::size_t pair);

/// `explanations` of comparison.json and explanations.csv (docs/results.md).
Json explanations_json(const ComparisonView& view);
std::string explanations_csv(const ComparisonView& view);

}  // namespace headrace
