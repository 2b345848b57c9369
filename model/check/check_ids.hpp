#pragma once

#include <vector>

#include "model/fields/site_template.hpp"
#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// Reports ids that are used twice where draws and dependencies must tell them apart: among teams, items, integrations,
/// use cases and sites of the programme (whose tables' names are taken too), and inside each site.
void check_ids(const Value& document, const std::vector<MergedSite>& sites, Diagnostics& diagnostics);

}  // namespace headrace
