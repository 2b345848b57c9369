#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/fields/override_path.hpp"
#include "model/text/diagnostics.hpp"

namespace headrace {

/// One value that a patch has written.
struct PatchedValue {
  DocumentPath place;
  std::string before;  ///< as written in this file, else what its base or template gave; empty: nothing
  std::string after;   ///< as written now
  int line = 0;        ///< in the new text
};

struct PatchedScenario {
  std::string text;
  std::vector<PatchedValue> values;  ///< in order of the overrides
};

/// Writes overrides into a scenario's text: what stays keeps its bytes, comments and order included.
///
/// A value of this file is replaced where it stands; what a base or a template gives is overridden in this file, an
/// uncertain number of which one parameter changes as a whole, just as a variant would write it. Before anything is
/// returned it is read back, and must say the same as the old text with the overrides applied.
/// @param text       of the file, unchanged: line ends and byte-order mark are kept
/// @param file       that the text is or will be; `base` is relative to it
/// @param overrides  `path=value`, see read_scenario()
/// @return           nothing when there was an error (reported); values out of range are left to read_scenario()
std::optional<PatchedScenario> patch_scenario(const std::string& text, const std::filesystem::path& file,
                                              std::span<const std::string> overrides, Diagnostics& diagnostics);

/// A text for another place: `base` and the table of sites, which it names relative to its own folder, lead on to the
/// same files. Read there, it must say the same as here.
/// @return  nothing when there was an error (reported)
std::optional<std::string> move_scenario(const std::string& text, const std::filesystem::path& from,
                                         const std::filesystem::path& to, Diagnostics& diagnostics);

/// The path of a file as a scenario names it: relative to the scenario's folder, absolute where they share no root. As
/// the reader does it, only the words of the paths count: links on the way are not followed.
std::string path_from(const std::filesystem::path& scenario, const std::filesystem::path& file);

}  // namespace headrace
