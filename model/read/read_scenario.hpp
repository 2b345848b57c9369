#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "model/scenario/scenario.hpp"
#include "model/table/sites_csv.hpp"
#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

struct MergedDocument;

struct ReadResult {
  std::optional<Scenario> scenario;  ///< absent when diagnostics has errors
  Diagnostics diagnostics;
};

/// Reads a scenario or a variant (following `base`), applies overrides, and checks everything that can be checked
/// entity by entity: every key is consumed or reported, every number is in range, every reference exists.
///
/// @param overrides  `path=value`, value in TOML syntax (`teams.ot.people={p10=2,p50=3,p90=5}`), a bare word counts as
/// a
///                   string. The path is that of the document (`sites.ulm.items.survey.effort_person_weeks`,
///                   dots or slashes) or of the name (`ulm/survey/effort_person_weeks`).
/// Errors: never throws for a planner's mistake, a missing or unreadable file included; all problems are in
/// `diagnostics`.
ReadResult read_scenario(const std::filesystem::path& file, std::span<const std::string> overrides = {});

/// The same from text, for tests and for the editor; `base` is looked up relative to `file`.
ReadResult read_scenario_text(const std::string& text, const std::filesystem::path& file,
                              std::span<const std::string> overrides = {});

/// The document of a scenario before it is read: bases merged, overrides applied.
/// Errors: as read_scenario(), those of the text itself; nothing is returned where there is no document at all.
std::optional<MergedDocument> read_merged(const std::filesystem::path& file, std::span<const std::string> overrides,
                                          Diagnostics& diagnostics);

/// Reads such a document.
/// @param file  names the scenario and its place
ReadResult read_scenario_document(MergedDocument merged, const std::filesystem::path& file);
/// Lays sites under a document whose table of sites an override names: such a table is read after the files.
SitesTable lay_overridden_sites(Value& document, const std::filesystem::path& file, Diagnostics& diagnostics);

/// Every key of the language as a Markdown reference: table, key, meaning, unit, range, default, and whether its
/// mechanism is built. docs/scenario.md contains it word for word (a test compares).
std::string key_reference();

}  // namespace headrace
