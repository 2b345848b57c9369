#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "gui/state/app_state.hpp"
#include "model/edit/variant_text.hpp"

/// Plans to and from files, without a window.
namespace headrace::gui {

/// What came of writing a file.
struct Written {
  bool done = false;
  std::string words;  ///< what was written, or why nothing was
};

/// The changes of a plan as a variant of its file says them.
VariantWords words_of(const SavedState& state);

/// The same the other way round: the plan with these changes only.
SavedState with_words(const SavedState& state, const VariantWords& words);

/// Writes the changes as a variant of the plan's file.
/// @param replace  a file that is there already; the plan's own file never is
Written save_variant(const SavedState& state, const std::filesystem::path& file, bool replace);

/// Notes that a scenario's file begins with; empty: none, or it cannot be read.
std::string notes_of_file(const std::filesystem::path& file);

/// Writes changed values, kept views and the notes into the plan's own file, which keeps its other comments and its
/// order.
Written save_into(const SavedState& state);

/// Writes a new scenario; a file that is there already stays.
Written save_new(const std::filesystem::path& file, const std::string& text);

/// A path in a folder that is not taken: `stem.ext`, `stem-2.ext` and so on.
std::filesystem::path free_path(const std::filesystem::path& folder, const std::string& stem,
                                const std::string& extension);

/// Where a variant goes when nobody says: beside its scenario, or in the current folder where that is not for writing.
std::filesystem::path suggested_variant(const std::filesystem::path& scenario);

/// What is typed as a path, with `~/` spelled out.
std::filesystem::path typed_path(std::string_view typed);

/// The same for a scenario that is to be written: one without an extension gets `.toml`.
std::filesystem::path typed_scenario(std::string_view typed);

/// What keeps a typed path from being opened, as a sentence; empty: nothing.
std::string open_problem(std::string_view typed);

/// Would something be lost if the plan were left? Changes that a kept view says again are not.
/// @param opened  the state when its file was opened or last saved
/// @param known   views of the file
bool has_unsaved(const SavedState& state, const SavedState& opened, std::span<const SavedView> known);

/// "3 changes, 1 view and notes": what would be lost.
/// @param notes  they are others than in the file
std::string unsaved_words(const SavedState& state, bool notes);

}  // namespace headrace::gui
