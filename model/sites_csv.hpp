#pragma once

#include <filesystem>
#include <string>

#include "model/diagnostics.hpp"
#include "model/document.hpp"

namespace headrace {

/// Lays the sites of the table that `programme.sites_csv` names under those that the document itself holds: what the
/// document says of a site stands over what the table says, key by key.
///
/// The table's first row names its columns: `id`, keys of a site, or paths such as `assets.presses.count`. Each further
/// row is a site; an empty cell is an absent key; values are written as in TOML, texts and ids without quotes.
/// @param folder  that the path is relative to
/// @return        path of the table; empty when none is named. Errors of the table carry its own lines.
std::string lay_sites_under(Value& document, const std::filesystem::path& folder, Diagnostics& diagnostics);

}  // namespace headrace
