#pragma once

#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// Walks a document against the language, before templates are applied, so that everything is found once and where it
/// was written: unknown keys and tables, ids that are no ids, values of the wrong type or out of range; a warning for
/// each key whose mechanism is not built yet.
void check_document(const Value& document, Diagnostics& diagnostics);

}  // namespace headrace
