#pragma once

#include <optional>
#include <string_view>

#include "model/language/key.hpp"
#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// Reads a cell of a table as the value of a key.
///
/// Texts, ids and dates stand without quotes; yes and no in the words of model/table/table_words.hpp; numbers as
/// model/text/number_reader.hpp reads them, 20% included; uncertain numbers and lists as in TOML.
/// @param text   without blanks around it, not empty
/// @param where  of its first character
/// @return       nothing where the cell is wrong (reported)
/// Errors: what is no value of the kind, a formula, what a spreadsheet writes where a formula fails.
std::optional<Value> read_table_cell(const Key& key, std::string_view text, const Location& where,
                                     Diagnostics& diagnostics);

/// Whether a cell says that there is nothing, where the key leaves it no other meaning.
bool is_left_open(const Key& key, std::string_view text);

}  // namespace headrace
