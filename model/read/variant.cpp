#include "model/read/variant.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "model/fields/merge_over.hpp"
#include "model/language/language.hpp"
#include "model/table/sites_csv.hpp"
#include "model/text/text_file.hpp"
#include "model/toml/parse.hpp"

namespace headrace {
namespace {

namespace fs = std::filesystem;

/// Same file, however its path is written.
std::string identity(const fs::path& file) {
  std::error_code failure;
  const fs::path canonical = fs::weakly_canonical(file, failure);
  return (failure ? file.lexically_normal() : canonical).string();
}

/// Takes `base` out of a document; its text is empty when there is none.
std::string take_base(Value& document, Location& where, bool& complete, Diagnostics& diagnostics) {
  const std::string& key = language().keys.front().name;
  const Value* named = find(std::as_const(document), key);
  if (named == nullptr) return {};
  const Value value = *named;
  where = value.where;
  document.entries.erase_if([&](const Entry& entry) { return entry.key == key; });
  const bool text = value.type == ValueType::text;
  if (text && !value.text.empty()) return value.text;
  complete = false;
  diagnostics.error(where, fmt::format("'{}' is {}", key, text ? "empty" : type_words(value.type)),
                    "it must be the path of a scenario", fmt::format("Write {} = \"ten-sites.toml\".", key));
  return {};
}

}  // namespace

std::optional<MergedDocument> read_variant(const std::string& text, const fs::path& file, Diagnostics& diagnostics) {
  std::optional<Value> document = toml_text::parse(text, file.string(), diagnostics);
  if (!document) return std::nullopt;

  // From the nearest file to the last base, each with its own table of sites.
  MergedDocument merged;
  std::vector<std::string> tables;
  bool tables_complete = true;
  const auto lay_sites = [&](Value& layer, const fs::path& of) {
    const SitesTable table = lay_sites_under(layer, of.parent_path(), diagnostics);
    if (!table.file.empty()) tables.push_back(table.file);
    tables_complete = tables_complete && table.complete;
  };
  lay_sites(*document, file);
  std::vector<Value> layers = {std::move(*document)};
  std::vector<std::string> seen = {identity(file)};
  merged.files = {file.string()};
  fs::path current = file;
  Location where;
  while (true) {
    const std::string base = take_base(layers.back(), where, merged.complete, diagnostics);
    if (base.empty()) break;
    const fs::path next = (current.parent_path() / base).lexically_normal();
    merged.complete = false;
    if (std::find(seen.begin(), seen.end(), identity(next)) != seen.end()) {
      diagnostics.error(where,
                        fmt::format("the bases form a loop: {} -> {}", fmt::join(merged.files, " -> "), next.string()),
                        "a variant cannot build on itself", "Name another base.");
      break;
    }
    // A base that cannot be read belongs to the plan, too: whoever watches its files sees it mended.
    merged.files.push_back(next.string());
    std::optional<std::string> base_text = read_text_file(next, where, diagnostics);
    if (!base_text) break;
    std::optional<Value> layer = toml_text::parse(std::move(*base_text), next.string(), diagnostics);
    if (!layer) break;
    merged.complete = true;
    lay_sites(*layer, next);
    layers.push_back(std::move(*layer));
    seen.push_back(identity(next));
    current = next;
  }

  // The last base lies lowest.
  merged.document = std::move(layers.back());
  for (std::size_t i = layers.size() - 1; i-- > 0;) merge_over(merged.document, layers[i], language());
  merged.files.insert(merged.files.end(), tables.begin(), tables.end());
  merged.complete = merged.complete && tables_complete;
  return merged;
}

}  // namespace headrace
