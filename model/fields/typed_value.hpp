#pragma once

#include <optional>
#include <string>

#include "model/language/key.hpp"
#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"
#include "model/text/number_reader.hpp"

namespace headrace {

/// Reads what a person typed as the value of a key: behind --set, or in a cell of a table. Numbers come from
/// read_number(); tables, lists, texts, dates and true or false are written as in TOML.
/// @param where  of the text's first character
/// @return       nothing when it is no value (reported); what is one may still be out of the key's range
std::optional<Value> read_typed_value(const KeyType& type, const std::string& text, const Location& where,
                                      Decimals decimals, Diagnostics& diagnostics);

/// Is a share of something, written 40%, a value of this kind? Not where things are counted, paid or timed.
bool takes_percent(const KeyType& type);

/// Are these things or money, of which nobody has three decimals? There 1.200 most likely is 1200.
bool is_counted(const KeyType& type);

}  // namespace headrace
