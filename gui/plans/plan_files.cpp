#include "gui/plans/plan_files.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <system_error>
#include <vector>

#include "gui/files/whole_path.hpp"
#include "gui/jobs/refine.hpp"
#include "gui/state/plan_overrides.hpp"
#include "model/edit/notes.hpp"
#include "model/edit/patch_scenario.hpp"
#include "model/fields/overrides.hpp"
#include "model/text/ascii.hpp"
#include "model/text/text_file.hpp"
#include "report/disk/save_file.hpp"

namespace headrace::gui {
namespace {

namespace fs = std::filesystem;

constexpr const char* kNoName = "Type the name of a file.";

/// The first of what was found wrong.
std::string first_of(const Diagnostics& diagnostics) {
  for (const Diagnostic& each : diagnostics.sorted()) {
    if (each.severity == Severity::error) return to_string(each);
  }
  return "It cannot be written.";
}

bool same_file(const fs::path& a, const fs::path& b) {
  std::error_code error;
  return fs::equivalent(a, b, error) || whole_path(a) == whole_path(b);
}

/// A whole path as people read it.
std::string shown(const fs::path& file) { return whole_path(file).string(); }

Written write(const fs::path& file, const std::string& text, const FileStamp& read, Overwrite overwrite) {
  try {
    const std::string others = other_names_note(file);
    save_file(file, text, read, overwrite);
    return {true, "Wrote " + shown(file) + (others.empty() ? "" : ". Note: " + others)};
  } catch (const OutputError& error) {
    return {false, error.what()};
  }
}

std::string counted(std::size_t number, const char* one, const char* many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

}  // namespace

VariantWords words_of(const SavedState& state) {
  VariantWords words;
  words.base = state.plan.file;
  words.overrides = override_list(state.plan);
  words.notes = state.notes;
  words.views = state.views;
  return words;
}

SavedState with_words(const SavedState& state, const VariantWords& words) {
  SavedState changed = state;
  changed.plan.overrides = override_map(words.overrides);
  changed.notes = words.notes;
  changed.views = words.views;
  return changed;
}

Written save_variant(const SavedState& state, const fs::path& file, bool replace) {
  std::error_code error;
  if (file.empty()) return {false, kNoName};
  if (same_file(file, state.plan.file)) return {false, "That is the file it changes. Choose another name."};
  if (!replace && fs::exists(fs::symlink_status(file, error))) {
    return {false, file.filename().string() + " is there already. Choose another name."};
  }
  Diagnostics diagnostics;
  const auto text = variant_text(words_of(state), file, diagnostics);
  if (!text) return {false, first_of(diagnostics)};
  return write(file, *text, {}, replace ? Overwrite::always : Overwrite::if_unchanged);
}

std::string notes_of_file(const fs::path& file) {
  Diagnostics ignored;
  const auto text = read_text_file(file, {file.string()}, ignored);
  return text ? notes_in(*text) : "";
}

Written save_into(const SavedState& state) {
  const fs::path file = state.plan.file;
  Diagnostics diagnostics;
  const auto text = read_text_file(file, {file.string()}, diagnostics);
  if (!text) return {false, first_of(diagnostics)};
  const FileStamp read = stamp_of(file, *text);
  auto patched = patch_scenario(*text, file, override_list(state.plan), diagnostics);
  if (!patched || !add_views(patched->text, state.views, file, diagnostics)) return {false, first_of(diagnostics)};
  return write(file, with_notes(patched->text, state.notes), read, Overwrite::if_unchanged);
}

Written save_new(const fs::path& file, const std::string& text) {
  std::error_code error;
  if (file.empty()) return {false, kNoName};
  if (fs::exists(fs::symlink_status(file, error))) {
    return {false, file.filename().string() + " is there already. Choose another name."};
  }
  return write(file, text, {}, Overwrite::if_unchanged);
}

fs::path free_path(const fs::path& folder, const std::string& stem, const std::string& extension) {
  constexpr int most = 1000;
  std::error_code error;
  fs::path path = folder / (stem + extension);
  for (int k = 2; fs::exists(fs::symlink_status(path, error)) && k < most; ++k) {
    path = folder / fmt::format("{}-{}{}", stem, k, extension);
  }
  return path;
}

fs::path suggested_variant(const fs::path& scenario) {
  const fs::path beside = whole_path(scenario).parent_path();
  const fs::path folder = ::access(beside.c_str(), W_OK) == 0 ? beside : whole_path(".");
  return free_path(folder, scenario.stem().string() + "-variant", ".toml");
}

fs::path typed_path(std::string_view typed) {
  const std::string text(trimmed(typed, " "));
  const char* const home = std::getenv("HOME");
  if (home != nullptr && text.starts_with("~/")) return fs::path(home) / text.substr(2);
  return text;
}

fs::path typed_scenario(std::string_view typed) {
  fs::path file = typed_path(typed);
  if (file.has_filename() && !file.has_extension()) file += ".toml";
  return file;
}

std::string open_problem(std::string_view typed) {
  std::error_code error;
  const fs::path file = typed_path(typed);
  if (file.empty()) return "Type the path of a scenario, or choose one below.";
  if (fs::is_directory(file, error)) return shown(file) + " is a folder. Name a file in it.";
  if (!fs::exists(file, error)) return "There is no file " + shown(file) + ".";
  return "";
}

bool has_unsaved(const SavedState& state, const SavedState& opened, std::span<const SavedView> known) {
  if (state.views != opened.views || state.notes != opened.notes) return true;
  const auto& changes = state.plan.overrides;
  if (changes.empty() || changes == opened.plan.overrides) return false;
  const auto says = [&](const SavedView& view) { return override_map(view.set) == changes; };
  return std::none_of(known.begin(), known.end(), says);
}

std::string unsaved_words(const SavedState& state, bool notes) {
  std::vector<std::string> parts;
  if (const std::size_t n = state.plan.overrides.size()) parts.push_back(counted(n, "change", "changes"));
  if (const std::size_t n = state.views.size()) parts.push_back(counted(n, "view", "views"));
  if (notes) parts.emplace_back("notes");
  if (parts.empty()) return counted(0, "change", "changes");
  std::string words = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) words += (i + 1 < parts.size() ? ", " : " and ") + parts[i];
  return words;
}

}  // namespace headrace::gui
