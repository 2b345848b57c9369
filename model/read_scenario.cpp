#include "model/read_scenario.hpp"

#include <utility>

#include "model/check_document.hpp"
#include "model/keys.hpp"
#include "model/overrides.hpp"
#include "model/read_document.hpp"
#include "model/relax_keys.hpp"
#include "model/sites_csv.hpp"
#include "model/text_file.hpp"
#include "model/variant.hpp"

namespace headrace {

ReadResult read_scenario(const std::filesystem::path& file, std::span<const std::string> overrides) {
  ReadResult result;
  const std::optional<std::string> text = read_text_file(file, {file.string()}, result.diagnostics);
  if (!text) return result;
  return read_scenario_text(*text, file, overrides);
}

namespace {

/// A table of sites that the command line names is read after the files.
void lay_overridden_sites(Value& document, const std::filesystem::path& file, Diagnostics& diagnostics) {
  const Value* programme = find(document, programme_keys().table.name);
  const std::string& key = key_of(programme_keys().rows, &ProgrammeSettings::sites_csv).name;
  const Value* named = programme == nullptr ? nullptr : find(*programme, key);
  if (named != nullptr && named->where.file == override_file)
    lay_sites_under(document, file.parent_path(), diagnostics);
}

}  // namespace

ReadResult read_scenario_text(const std::string& text, const std::filesystem::path& file,
                              std::span<const std::string> overrides) {
  ReadResult result;
  std::optional<MergedDocument> merged = read_variant(text, file, result.diagnostics);
  if (!merged) return result;

  Value& document = merged->document;
  apply_overrides(overrides, document, result.diagnostics);
  lay_overridden_sites(document, file, result.diagnostics);
  if (Value* templates = find(document, template_keys().table.name)) mark_from_template(*templates);
  check_document(document, result.diagnostics);
  // Without its base a variant lacks most of what it needs: that the base is missing says it all.
  if (!merged->complete) return result;

  Scenario scenario;
  scenario.file = file.string();
  scenario.id = file.stem().string();
  scenario.files = merged->files;
  read_document(document, scenario, result.diagnostics);
  relax_as_written(document, scenario, result.diagnostics);
  if (!result.diagnostics.has_errors()) result.scenario = std::move(scenario);
  return result;
}

}  // namespace headrace
