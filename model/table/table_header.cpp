#include "model/table/table_header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "model/language/language.hpp"
#include "model/table/table_words.hpp"
#include "model/text/ascii.hpp"
#include "model/text/split.hpp"
#include "model/text/suggest.hpp"

namespace headrace {
namespace {

constexpr std::array<std::string_view, 3> id_names = {"id", "site_id", "site"};
constexpr std::array<std::string_view, 4> label_names = {"label", "name", "site_name", "site"};
constexpr std::size_t rows_to_look_at = 20;

std::string column_name(std::string_view cell) {
  std::string name = small_letters(trimmed_cell(cell));
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

bool is_among(std::string_view name, std::span<const std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Where a path of keys leads inside a site: keys and tables of a site in turn, ids of any spelling between.
struct PathEnd {
  const Key* key = nullptr;      ///< null: it leads to no single value
  const Table* table = nullptr;  ///< with a key missing: the table that lacks it
  std::string missing;           ///< the part that table lacks; empty: the path ends too early
};

PathEnd follow(const std::vector<std::string>& path) {
  PathEnd end{nullptr, &site_language(), {}};
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (i + 1 == path.size()) end.key = find_key(*end.table, path[i]);
    if (end.key != nullptr) return end;
    const Table* inner = find_table(*end.table, path[i]);
    if (inner == nullptr) {
      end.missing = path[i];
      return end;
    }
    end.table = inner;
    if (inner->by_id) ++i;
  }
  return end;
}

bool is_column(std::string_view cell) {
  const std::string name = column_name(cell);
  if (name.empty()) return false;
  return is_among(name, id_names) || is_among(name, label_names) || follow(split(name, '.')).key != nullptr;
}

/// Names of columns that a row holds.
std::size_t columns_in(const CsvRow& row) {
  return static_cast<std::size_t>(
      std::count_if(row.begin(), row.end(), [](const CsvCell& cell) { return is_column(cell.text); }));
}

/// The most names of columns in one of the first rows, were this the separator.
std::size_t most_columns(std::string_view text, char separator) {
  Diagnostics ignored;
  const CsvTable table = parse_csv(text, {separator, 1, rows_to_look_at}, {}, ignored);
  std::size_t most = 0;
  for (const CsvRow& row : table.rows) most = std::max(most, columns_in(row));
  return most;
}

void report_unknown(const TableColumn& column, const PathEnd& end, const Location& where, Diagnostics& diagnostics) {
  if (end.missing.empty()) {
    diagnostics.error(where, fmt::format("column '{}' is no single value", column.name), "",
                      "Go on with an id and a key: assets.presses.count.");
    return;
  }
  std::vector<std::string> known;
  for (const Key& one : end.table->keys) known.push_back(one.name);
  for (const Table& one : end.table->tables) known.push_back(one.name);
  diagnostics.error(where, fmt::format("unknown column '{}'", column.name),
                    fmt::format("a site has no '{}' there", end.missing),
                    did_you_mean(end.missing, known, fmt::format("Known are: {}.", fmt::join(known, ", "))));
}

/// The first of these names that the table has, in a column that is not taken.
std::optional<std::size_t> find_named(const std::vector<TableColumn>& columns, std::span<const std::string_view> names,
                                      std::optional<std::size_t> taken = {}) {
  for (const std::string_view name : names) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].name == name && taken != i) return i;
    }
  }
  return std::nullopt;
}

}  // namespace

TableLayout find_layout(std::string_view text) {
  // The line with which spreadsheets tell each other.
  const std::size_t line_end = std::min(text.find_first_of("\r\n"), text.size());
  std::string_view first = text.substr(0, line_end);
  if (first.starts_with('"')) first.remove_prefix(1);
  if (first.size() > 4 && small_letters(first.substr(0, 4)) == "sep=") {
    const std::size_t next = line_end + (text.substr(line_end).starts_with("\r\n") ? 2 : 1);
    return {first[4], std::min(next, text.size()), 2};
  }

  constexpr std::size_t bytes_to_look_at = 1 << 16;
  TableLayout layout;
  std::size_t most = 0;
  for (const char separator : {',', ';', '\t', '|'}) {
    const std::size_t columns = most_columns(text.substr(0, bytes_to_look_at), separator);
    if (columns > most) layout.separator = separator;
    most = std::max(most, columns);
  }
  return layout;
}

std::size_t find_header(const std::vector<CsvRow>& rows) {
  std::size_t best = 0, most = 0;
  for (std::size_t r = 0; r < std::min(rows.size(), rows_to_look_at); ++r) {
    const std::size_t columns = columns_in(rows[r]);
    if (columns > most) best = r;
    most = std::max(most, columns);
  }
  while (most == 0 && best + 1 < rows.size() && is_comment(rows[best])) ++best;
  return best;
}

TableHeader read_header_row(const CsvRow& row, const SharedText& file, Diagnostics& diagnostics) {
  TableHeader header;
  for (const CsvCell& cell : row) {
    const std::string name = column_name(cell.text);
    header.columns.push_back({name, split(name, '.'), nullptr});
  }
  header.id = find_named(header.columns, id_names);
  header.label = find_named(header.columns, label_names, header.id);

  std::set<std::string> seen;
  for (std::size_t i = 0; i < header.columns.size(); ++i) {
    TableColumn& column = header.columns[i];
    if (column.name.empty()) continue;
    const Location where{file, row[i].line, row[i].column};
    if (!seen.insert(column.name).second) {
      diagnostics.error(where, fmt::format("the table has two columns '{}'", column.name), "", "Remove one of them.");
      continue;
    }
    if (header.id == i) continue;
    if (header.label == i) column.path = {std::string(label_names.front())};
    const PathEnd end = follow(column.path);
    column.key = end.key;
    if (end.key == nullptr) report_unknown(column, end, where, diagnostics);
  }
  return header;
}

bool is_comment(const CsvRow& row) {
  const std::string_view first = trimmed_cell(row.front().text);
  return first.starts_with('#') && !means_nothing(first) && !is_spreadsheet_error(first);
}

}  // namespace headrace
