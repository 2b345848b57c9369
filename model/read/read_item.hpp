#pragma once

#include <string>

#include "model/language/key_table.hpp"
#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// A work item; its kind is inferred from which of its numbers is given.
/// Errors: no number or numbers of two kinds, effort without a team, numbers per asset without assets.
WorkItem read_item(const KeyTable<WorkItem>& keys, const Entry& entry, const std::string& path,
                   Diagnostics& diagnostics);

}  // namespace headrace
