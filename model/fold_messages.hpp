#pragma once

#include <string>
#include <vector>

#include "model/diagnostics.hpp"

namespace headrace {

/// Puts messages about a table's rows together where more than three say the same of different rows: the first of them
/// stays, with how many there are and the next lines. Messages about other files stay as they are.
/// @param tables  names of the tables' files
Diagnostics folded(const Diagnostics& all, const std::vector<std::string>& tables);

}  // namespace headrace
