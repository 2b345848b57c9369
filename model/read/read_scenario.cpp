#include "model/read/read_scenario.hpp"

#include <utility>

#include "model/check/check_document.hpp"
#include "model/check/check_plausible.hpp"
#include "model/check/check_views.hpp"
#include "model/fields/overrides.hpp"
#include "model/language/keys.hpp"
#include "model/language/site_limit.hpp"
#include "model/read/read_document.hpp"
#include "model/read/relax_as_written.hpp"
#include "model/read/variant.hpp"
#include "model/text/text_file.hpp"

namespace headrace {

ReadResult read_scenario(const std::filesystem::path& file, std::span<const std::string> overrides) {
  ReadResult result;
  const std::optional<std::string> text = read_text_file(file, {file.string()}, result.diagnostics);
  if (!text) return result;
  return read_scenario_text(*text, file, overrides);
}

SitesTable lay_overridden_sites(Value& document, const std::filesystem::path& file, Diagnostics& diagnostics) {
  const Value* programme = find(std::as_const(document), programme_keys().table.name);
  const std::string& key = key_of(programme_keys().rows, &ProgrammeSettings::sites_csv).name;
  const Value* named = child(programme, key);
  const bool overridden = named != nullptr && named->where.file == override_file;
  return overridden ? lay_sites_under(document, file.parent_path(), diagnostics) : SitesTable{};
}

namespace {

std::optional<MergedDocument> merge_text(const std::string& text, const std::filesystem::path& file,
                                         std::span<const std::string> overrides, Diagnostics& diagnostics) {
  std::optional<MergedDocument> merged = read_variant(text, file, diagnostics);
  if (!merged) return std::nullopt;
  // Steps of a presentation change the plan as it is written, whatever is set besides.
  if (merged->complete) check_views(merged->document, diagnostics);
  apply_overrides(overrides, merged->document, diagnostics);
  const SitesTable table = lay_overridden_sites(merged->document, file, diagnostics);
  if (!table.file.empty()) merged->files.push_back(table.file);
  merged->complete = merged->complete && table.complete;
  return merged;
}

}  // namespace

std::optional<MergedDocument> read_merged(const std::filesystem::path& file, std::span<const std::string> overrides,
                                          Diagnostics& diagnostics) {
  const std::optional<std::string> text = read_text_file(file, {file.string()}, diagnostics);
  return text ? merge_text(*text, file, overrides, diagnostics) : std::nullopt;
}

ReadResult read_scenario_document(MergedDocument merged, const std::filesystem::path& file) {
  ReadResult result;
  Value& document = merged.document;
  if (Value* templates = find(document, template_keys().table.name)) mark_from_template(*templates);
  if (!check_site_count(document, result.diagnostics)) return result;
  check_document(document, result.diagnostics);
  check_plausible(document, result.diagnostics);
  // Without its base a variant lacks most of what it needs: that the base is missing says it all.
  if (!merged.complete) return result;

  Scenario scenario;
  scenario.file = file.string();
  scenario.id = file.stem().string();
  scenario.files = std::move(merged.files);
  read_document(document, scenario, result.diagnostics);
  relax_as_written(document, scenario, result.diagnostics);
  if (!result.diagnostics.has_errors()) result.scenario = std::move(scenario);
  return result;
}

ReadResult read_scenario_text(const std::string& text, const std::filesystem::path& file,
                              std::span<const std::string> overrides) {
  ReadResult merging;
  std::optional<MergedDocument> merged = merge_text(text, file, overrides, merging.diagnostics);
  if (!merged) return merging;
  ReadResult reading = read_scenario_document(std::move(*merged), file);
  merging.diagnostics.add(reading.diagnostics);
  if (!merging.diagnostics.has_errors()) merging.scenario = std::move(reading.scenario);
  return merging;
}

}  // namespace headrace
