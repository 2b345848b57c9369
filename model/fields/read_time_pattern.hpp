#pragma once

#include <string>

#include "model/fields/number_forms.hpp"
#include "model/language/key.hpp"
#include "model/language/key_table.hpp"
#include "model/scenario/quantity.hpp"
#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// Keys of a season.
const std::vector<KeyRow<Season>>& season_rows();

/// Gives a number that was read the way it changes over time, from the details beside its parameters. Errors: the
/// number is read only once, weeks that do not rise, a point outside the range of the key, two ways at once.
/// @param value  the number as written, for the places of messages
void read_time_pattern(const KeyType& type, const Value& value, const NumberDetails& details,
                       const std::string& subject, Quantity& quantity, Diagnostics& diagnostics);

}  // namespace headrace
