#pragma once

#include "model/text/csv_table.hpp"
#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// Makes a table of sites, as if each stood in a scenario, out of the rows of a file.
/// @param table  all of its rows; at least one
/// Errors: no column that names the sites, unknown columns, rows without a name or with too many cells, sites twice,
/// cells that are no value of their key. The same mistake in many rows is reported for each.
Value read_table_sites(const CsvTable& table, char separator, const SharedText& file, Diagnostics& diagnostics);

}  // namespace headrace
