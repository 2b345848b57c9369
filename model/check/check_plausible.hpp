#pragma once

#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// Warns of numbers of a document that hardly are what was meant: more than ten times outside the common range of
/// their key, such as a year's number in a week's field. Says what it would mean a year, what is common, and what to
/// write if one of the usual mistakes explains it.
///
/// Uncertain numbers are judged by their P50, numbers over time by every point. Zero is never asked about, nor is
/// little money. Common money is in dollars: other money is compared with what the plan's own wages and people cost
/// (model/language/money_scale.hpp).
/// @param document  bases merged, overrides applied; what is wrong in it is left to check_document()
void check_plausible(const Value& document, Diagnostics& diagnostics);

}  // namespace headrace
