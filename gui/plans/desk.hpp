#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gui/files/autosave.hpp"
#include "gui/files/file_watcher.hpp"
#include "gui/files/stories.hpp"
#include "gui/plans/plan_files.hpp"
#include "gui/state/snapshot.hpp"

namespace headrace::gui {

/// What the window knows about files: those that can be opened, what is saved of the open one, who else changes it.
class Desk {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit Desk(SavedState opened) : opened_(std::move(opened)) {}

  /// Begins to remember: recent files, unsaved changes, hints seen. Nothing is kept without it.
  void remember_in(std::optional<std::filesystem::path> folder);
  void set_program(std::filesystem::path program) { program_ = std::move(program); }

  /// A file has been opened or saved: nothing of this state can be lost.
  void opened(const SavedState& state);
  /// What is on disk is as the snapshot read it: from now on others' changes are told.
  void read(const Snapshot& snapshot);

  bool has_unsaved(const SavedState& state, const Snapshot* snapshot) const;
  /// Are the notes others than when the file was opened or saved?
  bool notes_changed(const std::string& notes) const { return notes != opened_.notes; }
  /// The file's notes are others now.
  void notes_read(std::string notes) { opened_.notes = std::move(notes); }

  /// Keeps unsaved changes safe and looks at the files; call it every frame, and every second when there is none.
  /// @return  files that somebody else has changed
  std::vector<std::filesystem::path> tick(const SavedState& state, const Snapshot* snapshot, Time now);
  /// The window ends well: what was not saved was not wanted.
  void end() { autosave_.discard(); }

  const std::vector<std::filesystem::path>& recent() const { return recent_; }
  /// Read when first asked for.
  const std::vector<Story>& stories() const;

  const std::optional<Recovery>& recovery() const { return recovery_; }
  /// They were taken over or refused.
  void forget_recovery();

  bool wants_hints() const;
  void hints_seen() const;

 private:
  std::optional<std::filesystem::path> folder_;
  std::filesystem::path program_;
  SavedState opened_;
  Autosave autosave_{std::nullopt};
  std::optional<SavedState> kept_;  ///< what autosave was last told
  FileWatcher watcher_;
  std::vector<std::string> watched_;
  std::uint64_t watched_generation_ = 0;
  std::vector<std::filesystem::path> recent_;
  mutable std::optional<std::vector<Story>> stories_;
  std::optional<Recovery> recovery_;
};

/// Steps of a presentation: the views kept in the file and those kept since, in order of id.
std::vector<SavedView> presentation(const SavedState& state, const Snapshot* snapshot);

/// The view as it is looked at now, to be kept under a label.
SavedView view_now(const SavedState& state, const std::string& label, const std::string& text,
                   std::span<const SavedView> known);

}  // namespace headrace::gui
