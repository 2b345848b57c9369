#pragma once

#include <optional>
#include <string>

#include "model/language/key.hpp"
#include "model/scenario/quantity.hpp"
#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// A number, exact or uncertain, inside the range of its key. An uncertain number whose tail leaves the range is
/// truncated to it.
/// @param subject  what messages call it: "'people' of teams.ot"
/// @return         nothing when it is no such number (reported)
std::optional<Quantity> read_quantity(const KeyType& type, const Value& value, const std::string& subject,
                                      Diagnostics& diagnostics);

/// Reports a number outside the range of its key. @return whether it is inside
bool check_range(const Range& range, double number, const Location& where, const std::string& subject,
                 Diagnostics& diagnostics);

}  // namespace headrace
