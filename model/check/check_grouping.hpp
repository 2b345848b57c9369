#pragma once

#include <string>

#include "model/language/key.hpp"
#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// Asks about things and money that a file writes with exactly three decimals: there the point is decimal, and whoever
/// wrote 1.200 people may have meant 1200.
/// @param subject  what messages call the value
/// Errors: none; each such number is a warning.
void ask_about_grouping(const KeyType& type, const Value& value, const std::string& subject, Diagnostics& diagnostics);

}  // namespace headrace
