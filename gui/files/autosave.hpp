#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "model/edit/variant_text.hpp"

namespace headrace::gui {

/// Keeps changes that are not saved yet where a crash cannot take them.
///
/// They stand as a variant of the scenario in `autosave/` of the state folder, one file for each scenario and running
/// program. Written at most every two seconds; gone after a save or a clean end.
class Autosave {
 public:
  using Time = std::chrono::steady_clock::time_point;
  static constexpr std::chrono::milliseconds interval{2000};

  /// @param folder  state_folder(); nothing is kept without one
  explicit Autosave(std::optional<std::filesystem::path> folder) : folder_(std::move(folder)) {}

  /// Says what is not saved. Costs nothing but a copy; no changes and no views: everything is saved.
  void keep(VariantWords words);

  /// Writes what was last said, when it is time. Call it every frame.
  /// @return  false when it could not be written: no room, or the scenario itself has gone; it is tried again
  bool tick(Time now);

  /// Forgets the changes: they are saved, or not wanted.
  void discard();

 private:
  std::optional<std::filesystem::path> folder_;
  std::optional<VariantWords> waiting_;
  std::optional<std::filesystem::path> written_;
  std::optional<Time> last_try_;
};

/// Changes that a program left behind which did not end well.
struct Recovery {
  std::filesystem::path file;  ///< to remove when they have been taken over or refused
  VariantWords words;
};

/// What is left behind of a scenario's changes, newer than the scenario itself and of no program that still runs; the
/// latest of several. Nothing when there is none, or it can no longer be read.
std::optional<Recovery> find_recovery(const std::filesystem::path& folder, const std::filesystem::path& scenario);

/// Name of the file that holds a scenario's unsaved changes.
std::filesystem::path autosave_file(const std::filesystem::path& folder, const std::filesystem::path& scenario,
                                    int process);

}  // namespace headrace::gui
