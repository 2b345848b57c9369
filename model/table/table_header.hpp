#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/language/key.hpp"
#include "model/text/csv_table.hpp"
#include "model/text/diagnostics.hpp"

namespace headrace {

/// How a table of sites is laid out in its text.
struct TableLayout {
  char separator = ',';
  std::size_t start = 0;  ///< where its first row begins: behind a line such as `sep=;`
  int first_line = 1;     ///< number of the line there
};

/// Finds the separator of a table of sites: what a line `sep=;` ahead of it says, else that one of comma, semicolon,
/// tab and upright stroke with which some of the first rows names the most columns that sites have.
TableLayout find_layout(std::string_view text);

/// A column and what it fills.
struct TableColumn {
  std::string name;               ///< in small letters, without blanks around it; empty: it has none
  std::vector<std::string> path;  ///< keys inside a site
  const Key* key = nullptr;       ///< null: the id, or a column that is not read (reported where it is wrong)
};

struct TableHeader {
  std::vector<TableColumn> columns;
  std::optional<std::size_t> id, label;  ///< columns that name the sites
};

/// The row that names the columns: that one of the first rows which names the most that sites have.
std::size_t find_header(const std::vector<CsvRow>& rows);

/// Reads the row of names. Capitals do not count, and blanks inside a name stand for `_`. `site_id` and `site` may
/// stand for `id`, and `name`, `site_name` or `site` for `label`, where those are missing.
/// Errors: columns of no known name, or of one that is there twice.
TableHeader read_header_row(const CsvRow& row, const SharedText& file, Diagnostics& diagnostics);

/// Rows that say something to the reader of the sheet only: their first cell begins with #.
bool is_comment(const CsvRow& row);

}  // namespace headrace
