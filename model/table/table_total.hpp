#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "model/table/table_header.hpp"
#include "model/text/csv_table.hpp"

namespace headrace {

/// A row that adds others up.
struct TotalRow {
  std::size_t row = 0;  ///< index of the rows
  bool certain = true;  ///< it is no site; false: it may be one, called or counted like a total
  std::string why;      ///< "50 is the sum of groups.makers.headcount above it"
};

/// Finds the rows of a table of sites that add up others, in order.
///
/// Called "total", "sum", "Summe" and the like, a row is one where one of its numbers is the sum of those above it (all
/// of them, or those since the last total), or where it has none. Called otherwise, it may be one where it is the last
/// and all its numbers are such sums; it certainly is where it has no name at all.
/// @param rows  those below the header, without comments and empty ones
std::vector<TotalRow> find_totals(const TableHeader& header, std::span<const CsvRow* const> rows);

}  // namespace headrace
