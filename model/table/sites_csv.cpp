#include "model/table/sites_csv.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "model/fields/merge_over.hpp"
#include "model/language/keys.hpp"
#include "model/language/language.hpp"
#include "model/language/site_limit.hpp"
#include "model/table/table_header.hpp"
#include "model/table/table_sites.hpp"
#include "model/table/table_text.hpp"
#include "model/text/csv_table.hpp"

namespace headrace {
namespace {

std::optional<Value> read_sites(const std::filesystem::path& file, const Location& blame, Diagnostics& diagnostics) {
  const std::optional<std::string> text = read_table_text(file, blame, diagnostics);
  if (!text) return std::nullopt;
  const SharedText name(file.string());
  const TableLayout layout = find_layout(*text);
  const std::string_view rows = std::string_view(*text).substr(layout.start);
  // A few more rows than sites: titles, names of columns, totals.
  constexpr std::size_t most_rows = std::size_t{most_sites} + 100;
  const CsvTable table = parse_csv(rows, {layout.separator, layout.first_line, most_rows}, name, diagnostics);
  if (!table.complete) return std::nullopt;
  if (table.rows.empty()) {
    diagnostics.error({name}, "the table is empty", "its first row names the columns", "Start it with: id,label,size");
    return std::nullopt;
  }
  if (table.further_rows > 0) {
    report_too_many_sites({name}, table.rows.size() - 1 + table.further_rows, diagnostics);
    return std::nullopt;
  }
  return read_table_sites(table, layout.separator, name, diagnostics);
}

}  // namespace

SitesTable lay_sites_under(Value& document, const std::filesystem::path& folder, Diagnostics& diagnostics) {
  const Value* programme = find(std::as_const(document), programme_keys().table.name);
  const std::string& key = key_of(programme_keys().rows, &ProgrammeSettings::sites_csv).name;
  const Value* named = child(programme, key);
  if (named == nullptr || named->type != ValueType::text) return {};
  const std::filesystem::path file = (folder / named->text).lexically_normal();
  std::optional<Value> table = read_sites(file, named->where, diagnostics);
  if (!table) return {file.string(), false};

  // The table lies lowest, the document's own sites over it.
  const std::string& sites_name = site_keys().table.name;
  Value under;
  put(under, {sites_name, table->where, std::move(*table)});
  if (const Value* own = find(std::as_const(document), sites_name)) {
    Value over;
    put(over, {sites_name, own->where, *own});
    merge_over(under, over, language());
  }
  put(document, std::move(under.entries.front()));
  return {file.string(), true};
}

}  // namespace headrace
