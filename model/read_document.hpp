#pragma once

#include "model/diagnostics.hpp"
#include "model/document.hpp"
#include "model/scenario.hpp"

namespace headrace {

/// Makes a scenario of a document in which bases and overrides are merged: applies templates, reads every entity,
/// resolves references between them, and reports all that is missing or wrong. check_document() has seen the document
/// before.
void read_document(const Value& document, Scenario& scenario, Diagnostics& diagnostics);

}  // namespace headrace
