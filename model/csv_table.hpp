#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/diagnostics.hpp"

namespace headrace {

/// One cell with the place of its first character.
struct CsvCell {
  std::string text;
  Location where;
};

/// Rows of a comma-separated text (RFC 4180): quotes around a cell, doubled inside it, line breaks within; CRLF or LF.
/// Blank lines are left out. Errors: a quote that is not closed, text after a closing quote; then nothing is returned.
/// @param text  UTF-8 without a byte-order mark, as check_text() leaves it
std::optional<std::vector<std::vector<CsvCell>>> parse_csv(std::string_view text, const std::string& file_name,
                                                           Diagnostics& diagnostics);

}  // namespace headrace
