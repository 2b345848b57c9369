#include "model/table/table_sites.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/fields/read_field.hpp"
#include "model/table/table_cell.hpp"
#include "model/table/table_header.hpp"
#include "model/table/table_total.hpp"
#include "model/table/table_words.hpp"

namespace headrace {
namespace {

Value table_at(const Location& where) {
  Value value;
  value.where = where;
  return value;
}

bool is_empty(const CsvCell& cell) { return trimmed_cell(cell.text).empty(); }

bool is_blank(const CsvRow& row) { return std::all_of(row.begin(), row.end(), is_empty); }

class TableReader {
 public:
  TableReader(const CsvTable& table, char separator, const SharedText& file, Diagnostics& diagnostics)
      : rows_(table.rows), separator_(separator), file_(file), diagnostics_(diagnostics) {}

  Value read() {
    const std::size_t header = find_header(rows_);
    header_ = read_header_row(rows_[header], file_, diagnostics_);
    Value sites = table_at(place(rows_[header].front()));
    if (!header_.id && !header_.label) {
      diagnostics_.error(sites.where, "the table has no column 'id'", "each row is a site", "Add a column of ids.");
      return sites;
    }
    warn_of_rows_above(header);
    std::vector<const CsvRow*> rows;
    for (std::size_t r = header + 1; r < rows_.size(); ++r) {
      if (!is_blank(rows_[r]) && !is_comment(rows_[r])) rows.push_back(&rows_[r]);
    }
    drop_totals(rows);
    for (const CsvRow* row : rows) add_site(*row);
    warn_of_made_ids();
    warn_of_open_cells();
    std::sort(found_.begin(), found_.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
    sites.entries = std::move(found_);
    return sites;
  }

 private:
  Location place(const CsvCell& cell) const { return {file_, cell.line, cell.column}; }

  /// A title is one cell; more than that may have been meant as sites.
  void warn_of_rows_above(std::size_t header) {
    for (std::size_t r = 0; r < header; ++r) {
      const auto filled =
          rows_[r].size() - static_cast<std::size_t>(std::count_if(rows_[r].begin(), rows_[r].end(), is_empty));
      if (filled < 2 || is_comment(rows_[r])) continue;
      diagnostics_.warning(place(rows_[r].front()), "a row above the names of the columns is not read",
                           fmt::format("they stand in line {}", rows_[header].front().line),
                           "Remove it, or move it down.");
    }
  }

  void drop_totals(std::vector<const CsvRow*>& rows) {
    std::set<const CsvRow*> dropped;
    for (const TotalRow& total : find_totals(header_, rows)) {
      const CsvRow& row = *rows[total.row];
      if (total.certain) dropped.insert(&row);
      diagnostics_.warning(place(row.front()),
                           total.certain ? "a row that adds the others up is left out"
                                         : "this row may add the others up, and is read as a site",
                           total.why, total.certain ? "Remove it." : "Remove it if it is no site.");
    }
    std::erase_if(rows, [&](const CsvRow* row) { return dropped.contains(row); });
  }

  void add_site(const CsvRow& row) {
    if (!fits(row)) return;
    const CsvCell* named = naming_cell(row);
    if (named == nullptr) {
      diagnostics_.error(place(row.front()), "the row has no id", "", "Give the site an id.");
      return;
    }
    const std::string words(trimmed_cell(named->text));
    const Location where = place(*named);
    const std::string id = is_id(words) ? words : id_from(words);
    if (id.empty()) {
      diagnostics_.error(where, fmt::format("no id can be made of '{}'", words),
                         "an id starts with a-z and goes on with a-z, 0-9, _ and -",
                         "Add a column 'id', and keep the name as the label.");
      return;
    }
    if (!seen_.insert(id).second) {
      diagnostics_.error(where, fmt::format("site '{}' has two rows", id),
                         id == words ? "" : "so its name reads as an id",
                         "Remove one of them, or give them ids that differ.");
      return;
    }
    if (id != words) made_.emplace_back(words, id, where);

    Value site = table_at(where);
    for (std::size_t i = 0; i < std::min(row.size(), header_.columns.size()); ++i) {
      if (header_.columns[i].key != nullptr) add_value(site, header_.columns[i], row[i]);
    }
    if (id != words && find(std::as_const(site), "label") == nullptr) {
      Value label = table_at(where);
      label.type = ValueType::text;
      label.text = words;
      put(site, {"label", where, std::move(label)});
    }
    found_.push_back({id, where, std::move(site)});
  }

  /// Cells may be missing at the end of a row; what stands beyond the last column belongs to none.
  bool fits(const CsvRow& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (is_empty(row[i]) || (i < header_.columns.size() && !header_.columns[i].name.empty())) continue;
      if (i < header_.columns.size()) {
        diagnostics_.error(place(row[i]), fmt::format("column {} has no name", i + 1),
                           fmt::format("but it holds '{}'", trimmed_cell(row[i].text)), "Name it, or empty it.");
        return false;
      }
      const bool curly = std::any_of(row.begin(), row.end(), [](const CsvCell& cell) {
        return cell.text.find("\xE2\x80\x9C") != cell.text.npos || cell.text.find("\xE2\x80\x9E") != cell.text.npos;
      });
      const std::string advice = curly ? "Put straight quotes, not curly ones, around a cell that holds a {}."
                                       : "Put quotes around a cell that holds a {}, a number with a decimal comma too.";
      diagnostics_.error(place(row.front()), fmt::format("the row has {} cells", row.size()),
                         fmt::format("there are {} columns", header_.columns.size()),
                         fmt::format(fmt::runtime(advice), separator_ == ',' ? "comma" : "separator"));
      return false;
    }
    return true;
  }

  /// The id, else the label.
  const CsvCell* naming_cell(const CsvRow& row) const {
    for (const auto& column : {header_.id, header_.label}) {
      if (column && *column < row.size() && !is_empty(row[*column])) return &row[*column];
    }
    return nullptr;
  }

  void add_value(Value& site, const TableColumn& column, const CsvCell& cell) {
    const std::string_view text = trimmed_cell(cell.text);
    if (text.empty()) return;
    Location where = place(cell);
    where.column += static_cast<int>(cell.text.find_first_not_of(" \t"));
    if (is_left_open(*column.key, text)) {
      open_.emplace_back(text, where);
      return;
    }
    std::optional<Value> value = read_table_cell(*column.key, text, where, diagnostics_);
    if (!value) return;
    Value* table = &site;
    for (std::size_t i = 0; i + 1 < column.path.size(); ++i) {
      Value* inner = find(*table, column.path[i]);
      table = inner != nullptr ? inner : &put(*table, {column.path[i], where, table_at(where)}).value;
    }
    put(*table, {column.path.back(), where, std::move(*value)});
  }

  void warn_of_made_ids() {
    if (made_.empty()) return;
    std::string examples;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, made_.size()); ++i) {
      examples += fmt::format("{}'{}' is {}", i == 0 ? "" : ", ", made_[i].words, made_[i].id);
    }
    diagnostics_.warning(made_.front().where,
                         made_.size() == 1
                             ? "an id is made of what the table says"
                             : fmt::format("the ids of {} sites are made of what the table says", made_.size()),
                         examples, "To choose them, give the table a column 'id': a-z first, then a-z, 0-9, _ and -.");
  }

  void warn_of_open_cells() {
    if (open_.empty()) return;
    const auto& [text, where] = open_.front();
    diagnostics_.warning(where,
                         open_.size() == 1
                             ? fmt::format("'{}' counts as an empty cell", text)
                             : fmt::format("'{}' and {} more such cells count as empty", text, open_.size() - 1),
                         "so the template or the default says the number", "Write the number where it is another.");
  }

  struct MadeId {
    MadeId(std::string from, std::string made, Location place)
        : words(std::move(from)), id(std::move(made)), where(std::move(place)) {}
    std::string words, id;
    Location where;
  };

  const std::vector<CsvRow>& rows_;
  char separator_;
  const SharedText& file_;
  Diagnostics& diagnostics_;
  TableHeader header_;
  std::vector<Entry> found_;
  std::set<std::string> seen_;
  std::vector<MadeId> made_;
  std::vector<std::pair<std::string, Location>> open_;  ///< cells that say there is nothing
};

}  // namespace

Value read_table_sites(const CsvTable& table, char separator, const SharedText& file, Diagnostics& diagnostics) {
  return TableReader(table, separator, file, diagnostics).read();
}

}  // namespace headrace
