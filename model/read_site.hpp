#pragma once

#include <vector>

#include "model/diagnostics.hpp"
#include "model/document.hpp"
#include "model/names.hpp"
#include "model/scenario.hpp"
#include "model/site_template.hpp"

namespace headrace {

/// A site with its template laid under it, not read yet.
struct MergedSite {
  Entry entry;
  SiteTemplate from;
};

/// Reads a site and all its entities; those that are switched off are only named, and their stand-ins returned.
/// @param programme  ids of the programme, for references to teams
/// @param stand_ins  receives what keeps the place of switched-off work (model/switched_off.hpp)
Site read_site(const MergedSite& merged, const Names& programme, std::vector<WorkItem>& stand_ins,
               Diagnostics& diagnostics);

}  // namespace headrace
