#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/diagnostics.hpp"

namespace headrace {

/// One cell with the place of its first character, counted from 1.
struct CsvCell {
  std::string text;
  int line = 0, column = 0;
};

using CsvRow = std::vector<CsvCell>;

/// How a text is divided, and how much of it is kept.
struct CsvFormat {
  char separator = ',';
  int first_line = 1;                                    ///< number of the text's first line in its file
  std::size_t most_rows = static_cast<std::size_t>(-1);  ///< further ones are only counted
};

struct CsvTable {
  std::vector<CsvRow> rows;
  std::size_t further_rows = 0;  ///< beyond CsvFormat::most_rows
  bool complete = true;          ///< false: what follows the rows could not be read (reported)
};

/// Rows of a text of separated cells (RFC 4180): quotes around a cell, doubled inside it, line breaks within, which
/// come out as \n. Lines end with CRLF, LF or CR, one as the other. Blank lines are left out.
/// Errors: a quote that is not closed, text after a closing quote; then the rows ahead of it are returned.
/// @param text  UTF-8 without a byte-order mark, as check_text() leaves it
CsvTable parse_csv(std::string_view text, const CsvFormat& format, const SharedText& file_name,
                   Diagnostics& diagnostics);

}  // namespace headrace
