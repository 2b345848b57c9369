#pragma once

#include <filesystem>
#include <string>

#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// The table of sites that a document names.
struct SitesTable {
  std::string file;      ///< its path; empty when none is named
  bool complete = true;  ///< false: it could not be read as a table (reported), so its sites are missing
};

/// Lays the sites of the table that `programme.sites_csv` names under those that the document itself holds: what the
/// document says of a site stands over what the table says, key by key.
///
/// The table's header names its columns: `id`, keys of a site, or paths such as `assets.presses.count`. Each further
/// row is a site; an empty cell is an absent key. What spreadsheets make of such a table is read as far as it is clear:
/// docs/scenario.md lists it. Rows that add others up are left out with a warning.
/// @param folder  that the path is relative to
/// @return        errors of the table carry its own lines
SitesTable lay_sites_under(Value& document, const std::filesystem::path& folder, Diagnostics& diagnostics);

}  // namespace headrace
