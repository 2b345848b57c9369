#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "model/fields/entity_header.hpp"
#include "model/fields/number_forms.hpp"
#include "model/fields/read_field.hpp"
#include "model/fields/read_time_pattern.hpp"
#include "model/language/keys.hpp"
#include "model/language/language.hpp"
#include "model/language/relax_keys.hpp"
#include "model/read/read_scenario.hpp"

namespace headrace {
namespace {

constexpr const char* table_head =
    "| key | value | unit | range | common | default | source of the default | meaning |\n"
    "| --- | --- | --- | --- | --- | --- | --- | --- |\n";

/// One row of a Markdown table.
std::string key_row(const Key& key) {
  const KeyType& type = key.type;
  const bool ranged = type.kind == KeyKind::number || type.kind == KeyKind::numbers || type.kind == KeyKind::whole ||
                      type.kind == KeyKind::plain;
  const std::string only = key.only.empty() ? "" : fmt::format(" Only for kind = \"{}\".", key.only);
  const std::string refers =
      type.refers_to.empty() ? type_words(type) : fmt::format("{} in {}", type_words(type), type.refers_to);
  return fmt::format("| `{}` | {}{} | {} | {} | {} | {} | {} | {}{} |\n", key.name, refers,
                     type.read_weekly ? ", may vary weekly" : "", type.unit, ranged ? describe(type.range) : "",
                     common_words(type), key.otherwise, type.evidence, key.help, only);
}

bool is_header_key(const Key& key) {
  const auto& header = entity_keys();
  return std::any_of(header.begin(), header.end(), [&](const Key& own) { return own.name == key.name; });
}

void add_table(std::string& text, const Table& table, const std::string& prefix) {
  const std::string path = prefix + table.name + (table.by_id ? ".ID" : "");
  text += fmt::format("\n## `[{}]`\n\n{}\n\n", path, table.help);
  text += table_head;
  for (const Key& key : table.keys) {
    if (!is_header_key(key)) text += key_row(key);
  }
  // A site holds the same tables as a template.
  if (table.name == site_keys().table.name) {
    text += fmt::format("\nIts tables are those of `[{}.ID]`; what it says there stands over what its template says.\n",
                        template_keys().table.name);
    return;
  }
  for (const Table& inner : table.tables) add_table(text, inner, path + ".");
}

template <class Entity>
void add_rows(std::string& text, const std::vector<KeyRow<Entity>>& rows) {
  text += table_head;
  for (const KeyRow<Entity>& row : rows) text += key_row(row.key);
}

void add_numbers(std::string& text) {
  text += "\n## Numbers\n\nA number is exact, `5`, or uncertain, one of:\n\n| written as | family |\n| --- | --- |\n";
  for (const NumberForm& form : number_forms()) {
    const std::string shape = form.needs_shape ? fmt::format(", shape = \"{}\"", form.shape) : "";
    const std::string more = form.optional.empty() ? "" : fmt::format("; also `{}`", fmt::join(form.optional, "`, `"));
    text += fmt::format("| `{{ {}{} }}`{} | {} |\n", fmt::join(form.parameters, ", "), shape, more, form.shape);
  }
  text +=
      "\nA number that may vary weekly takes `over_time`, `times` and `season` as well; every other is read once, when "
      "a "
      "future begins.\n\nBeside its parameters a number may hold:\n\n";
  add_rows(text, number_detail_rows());
}

}  // namespace

std::string key_reference() {
  std::string text = "## Every entity\n\n";
  add_rows(text, header_rows());
  add_numbers(text);
  text += "\n## Dependencies\n\nAn id, a path `site/id`, or a table:\n\n";
  add_rows(text, dependency_rows());
  text += "\n## Hires\n\n";
  add_rows(text, hire_rows());
  text += "\n## Seasons\n\n";
  add_rows(text, season_rows());
  text += "\n## Effects of a risk\n\n";
  add_rows(text, effect_rows());
  text += "\n## Limits relaxed\n\n`[[relax]]`, one table a limit:\n\n";
  add_rows(text, relaxation_rows());
  text += "\n## Prices of limits\n\n`[[price]]`, one table a limit; `headrace unlock` subtracts them:\n\n";
  add_rows(text, price_rows());
  text += "\n## The file\n\n" + std::string(table_head);
  for (const Key& key : language().keys) text += key_row(key);
  for (const Table& table : language().tables) add_table(text, table, {});
  return text;
}

}  // namespace headrace
