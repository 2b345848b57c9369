#pragma once

#include <string>

#include "model/fields/number_forms.hpp"
#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// Where an uncertain number ends: at what is written as min and max, at the natural ends of its key, and at a mere
/// bound where it would reach beyond.
/// @param value         the number as written
/// @param subject       what messages call it
/// @param distribution  with its parameters; receives its ends, a J-QPD its support
/// @param found         what was found of the number so far, and receives: ends of an exact number, ends out of range,
///                      ends that the quantiles written leave no room for
void set_ends(const KeyType& type, const Value& value, const NumberDetails& details, const std::string& subject,
              Distribution& distribution, Diagnostics& found);

}  // namespace headrace
