#pragma once

#include "model/scenario/scenario.hpp"
#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// Makes a scenario of a document in which bases and overrides are merged: applies templates, reads every entity,
/// resolves references between them, and reports all that is missing or wrong. check_document() has seen the document
/// before.
void read_document(const Value& document, Scenario& scenario, Diagnostics& diagnostics);

}  // namespace headrace
