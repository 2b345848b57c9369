#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/csv_table.hpp"
#include "model/diagnostics.hpp"
#include "model/key.hpp"

namespace headrace {

/// Two cells of a row that most likely are one number, torn apart at its comma: "1,5". Empty when there are none.
/// @param row  of a table whose cells are separated by commas
std::string torn_number(const std::vector<CsvCell>& row);

/// Warns of rows of a comma-separated table that have the right number of cells because a number was torn and a cell
/// behind it is missing: a wave far behind all others, right behind another number.
/// @param rows  below the header
/// @param keys  [column] null where a column fills none
void warn_of_torn_waves(std::span<const std::vector<CsvCell>> rows, std::span<const Key* const> keys,
                        Diagnostics& diagnostics);

}  // namespace headrace
