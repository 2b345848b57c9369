#include "model/sites_csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "model/csv_table.hpp"
#include "model/keys.hpp"
#include "model/language.hpp"
#include "model/split.hpp"
#include "model/suggest.hpp"
#include "model/text_file.hpp"
#include "model/torn_numbers.hpp"
#include "model/typed_value.hpp"
#include "model/variant.hpp"

namespace headrace {
namespace {

constexpr const char* id_column = "id";

/// What a column fills: a path of keys inside a site.
struct Column {
  std::vector<std::string> path;
  const Key* key = nullptr;  ///< null: the id, or a column that is wrong (reported)
  Location where;
};

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t"), last = text.find_last_not_of(" \t");
  return first == std::string::npos ? "" : text.substr(first, last - first + 1);
}

/// Kinds whose values are words: a cell holds them without quotes.
bool is_text(const Key& key) {
  switch (key.type.kind) {
    case KeyKind::text:
    case KeyKind::source:
    case KeyKind::date:
    case KeyKind::choice:
    case KeyKind::id:
      return true;
    default:
      return false;
  }
}

Value table_at(const Location& where) {
  Value value;
  value.where = where;
  return value;
}

/// Makes a table of sites out of the rows of a file.
class SitesReader {
 public:
  explicit SitesReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  Value read(const std::vector<std::vector<CsvCell>>& rows) {
    Value sites = table_at(rows.front().front().where);
    read_header(rows.front());
    const auto id = std::find_if(columns_.begin(), columns_.end(),
                                 [](const Column& c) { return c.path == std::vector<std::string>{id_column}; });
    if (id == columns_.end()) {
      const bool semicolons = rows.front().front().text.find(';') != std::string::npos;
      diagnostics_.error(rows.front().front().where, "the table has no column 'id'",
                         semicolons ? "its columns seem to be separated by semicolons" : "each row is a site",
                         semicolons ? "Save it with commas." : "Add a column of ids.");
      return sites;
    }
    for (std::size_t r = 1; r < rows.size(); ++r)
      add_site(sites, rows[r], static_cast<std::size_t>(id - columns_.begin()));
    std::vector<const Key*> keys;
    for (const Column& column : columns_) keys.push_back(column.key);
    warn_of_torn_waves(std::span(rows).subspan(1), keys, diagnostics_);
    return sites;
  }

 private:
  void read_header(const std::vector<CsvCell>& row) {
    std::set<std::string> seen;
    for (const CsvCell& cell : row) {
      const std::string name = trimmed(cell.text);
      Column column{split(name, '.'), nullptr, cell.where};
      if (!seen.insert(name).second) {
        diagnostics_.error(cell.where, fmt::format("the table has two columns '{}'", name), "", "Remove one of them.");
      } else if (name != id_column) {
        column.key = find_column(column);
      }
      columns_.push_back(std::move(column));
    }
  }

  /// The key that a path ends at: keys and tables of a site in turn, ids of any spelling between.
  const Key* find_column(const Column& column) {
    const Table* table = &site_language();
    for (std::size_t i = 0; i < column.path.size(); ++i) {
      const std::string& part = column.path[i];
      const Key* key = find_key(*table, part);
      if (key != nullptr && i + 1 == column.path.size()) return key;
      const Table* inner = find_table(*table, part);
      if (inner == nullptr) {
        std::vector<std::string> known;
        for (const Key& one : table->keys) known.push_back(one.name);
        for (const Table& one : table->tables) known.push_back(one.name);
        diagnostics_.error(column.where, fmt::format("unknown column '{}'", fmt::join(column.path, ".")),
                           fmt::format("a site has no '{}' there", part),
                           did_you_mean(part, known, fmt::format("Known are: {}.", fmt::join(known, ", "))));
        return nullptr;
      }
      table = inner;
      if (inner->by_id) ++i;
    }
    diagnostics_.error(column.where, fmt::format("column '{}' is no single value", fmt::join(column.path, ".")), "",
                       "Go on with an id and a key: assets.presses.count.");
    return nullptr;
  }

  void add_site(Value& sites, const std::vector<CsvCell>& row, std::size_t id_index) {
    const bool blank = std::all_of(row.begin(), row.end(), [](const CsvCell& c) { return trimmed(c.text).empty(); });
    if (blank) return;
    if (row.size() != columns_.size()) {
      const std::string torn = row.size() > columns_.size() ? torn_number(row) : "";
      const std::string number = torn.empty() ? "" : fmt::format(", and {} may be one number", torn);
      diagnostics_.error(row.front().where, fmt::format("the row has {} cells", row.size()),
                         fmt::format("the first row names {} columns{}", columns_.size(), number),
                         torn.empty() ? "Put quotes around a cell that holds a comma."
                                      : "Write decimals with a point, or put quotes around the number.");
      return;
    }
    const CsvCell& id = row[id_index];
    const std::string name = trimmed(id.text);
    if (name.empty() || find(sites, name) != nullptr) {
      diagnostics_.error(id.where, name.empty() ? "the row has no id" : fmt::format("site '{}' has two rows", name), "",
                         name.empty() ? "Give the site an id." : "Remove one of them.");
      return;
    }
    Value site = table_at(id.where);
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (columns_[i].key != nullptr) add_value(site, columns_[i], row[i]);
    }
    put(sites, {name, id.where, std::move(site)});
  }

  void add_value(Value& site, const Column& column, const CsvCell& cell) {
    const std::string text = trimmed(cell.text);
    if (text.empty()) return;
    Location where = cell.where;
    where.column += static_cast<int>(cell.text.find_first_not_of(" \t"));
    std::optional<Value> value;
    if (is_text(*column.key)) {
      value = table_at(where);
      value->type = ValueType::text;
      value->text = text;
    } else {
      value = read_typed_value(column.key->type, text, where, Decimals::either, diagnostics_);
    }
    if (!value) return;
    Value* table = &site;
    for (std::size_t i = 0; i + 1 < column.path.size(); ++i) {
      Value* inner = find(*table, column.path[i]);
      table = inner != nullptr ? inner : &put(*table, {column.path[i], where, table_at(where)}).value;
    }
    put(*table, {column.path.back(), where, std::move(*value)});
  }

  Diagnostics& diagnostics_;
  std::vector<Column> columns_;
};

std::optional<Value> read_sites(const std::filesystem::path& file, const Location& blame, Diagnostics& diagnostics) {
  std::optional<std::string> text = read_text_file(file, blame, diagnostics);
  if (!text || !check_text(*text, file.string(), diagnostics)) return std::nullopt;
  const auto rows = parse_csv(*text, file.string(), diagnostics);
  if (!rows || rows->empty()) return std::nullopt;
  return SitesReader(diagnostics).read(*rows);
}

}  // namespace

std::string lay_sites_under(Value& document, const std::filesystem::path& folder, Diagnostics& diagnostics) {
  const Value* programme = find(document, programme_keys().table.name);
  const std::string& key = key_of(programme_keys().rows, &ProgrammeSettings::sites_csv).name;
  const Value* named = programme == nullptr ? nullptr : find(*programme, key);
  if (named == nullptr || named->type != ValueType::text) return {};
  const std::filesystem::path file = (folder / named->text).lexically_normal();
  std::optional<Value> table = read_sites(file, named->where, diagnostics);
  if (!table) return file.string();

  // The table lies lowest, the document's own sites over it.
  const std::string& sites_name = site_keys().table.name;
  Value under;
  put(under, {sites_name, table->where, std::move(*table)});
  if (const Value* own = find(document, sites_name)) {
    Value over;
    put(over, {sites_name, own->where, *own});
    merge_over(under, over, language());
  }
  put(document, std::move(under.entries.front()));
  return file.string();
}

}  // namespace headrace
