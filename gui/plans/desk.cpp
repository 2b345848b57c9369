#include "gui/plans/desk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "gui/files/recent_files.hpp"
#include "gui/files/state_folder.hpp"
#include "gui/jobs/refine.hpp"
#include "gui/state/plan_overrides.hpp"

namespace headrace::gui {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHintsFile = "hints-seen";

/// Views that the file keeps, its bases' included.
std::vector<SavedView> views_in_file(const Snapshot* snapshot) {
  return snapshot != nullptr && snapshot->run ? snapshot->run->prepared->listed.views : std::vector<SavedView>{};
}

}  // namespace

void Desk::remember_in(std::optional<fs::path> folder) {
  folder_ = std::move(folder);
  autosave_ = Autosave(folder_);
  opened(opened_);
}

void Desk::opened(const SavedState& state) {
  opened_ = state;
  autosave_.discard();
  kept_.reset();
  recovery_.reset();
  // The next snapshot says which files to watch, as they are then.
  watched_.clear();
  watcher_.watch({});
  if (!folder_) return;
  std::error_code ignored;
  if (fs::is_regular_file(state.plan.file, ignored)) remember_file(*folder_, state.plan.file);
  recent_ = recent_files(*folder_);
  recovery_ = find_recovery(*folder_, state.plan.file);
}

void Desk::read(const Snapshot& snapshot) {
  if (snapshot.files.empty() || snapshot.generation == watched_generation_) return;
  watched_generation_ = snapshot.generation;
  if (snapshot.files == watched_) return;
  watched_ = snapshot.files;
  watcher_.watch({watched_.begin(), watched_.end()});
}

bool Desk::has_unsaved(const SavedState& state, const Snapshot* snapshot) const {
  const auto known = presentation(state, snapshot);
  return gui::has_unsaved(state, opened_, known);
}

std::vector<fs::path> Desk::tick(const SavedState& state, const Snapshot* snapshot, Time now) {
  if (folder_ && kept_ != state) {
    kept_ = state;
    if (has_unsaved(state, snapshot)) {
      autosave_.keep(words_of(state));
    } else {
      autosave_.discard();
    }
  }
  autosave_.tick(now);
  return watcher_.changed(now);
}

const std::vector<Story>& Desk::stories() const {
  if (!stories_) stories_ = program_.empty() ? std::vector<Story>{} : shipped_stories(program_);
  return *stories_;
}

void Desk::forget_recovery() {
  std::error_code ignored;
  if (recovery_) fs::remove(recovery_->file, ignored);
  recovery_.reset();
}

bool Desk::wants_hints() const { return folder_ && read_state(*folder_ / kHintsFile).empty(); }

void Desk::hints_seen() const {
  if (folder_) write_state(*folder_ / kHintsFile, "seen\n");
}

std::vector<SavedView> presentation(const SavedState& state, const Snapshot* snapshot) {
  std::vector<SavedView> steps = views_in_file(snapshot);
  for (const SavedView& view : state.views) {
    std::erase_if(steps, [&](const SavedView& other) { return other.id == view.id; });
    steps.push_back(view);
  }
  std::sort(steps.begin(), steps.end(), [](const SavedView& a, const SavedView& b) { return a.id < b.id; });
  return steps;
}

SavedView view_now(const SavedState& state, const std::string& label, const std::string& text,
                   std::span<const SavedView> known) {
  // Ids count up, so that the order of ids is the order of keeping.
  int number = 1;
  const auto taken = [&](const std::string& id) {
    return std::any_of(known.begin(), known.end(), [&](const SavedView& view) { return view.id == id; });
  };
  while (taken(fmt::format("step_{:02}", number))) ++number;
  SavedView view;
  view.id = fmt::format("step_{:02}", number);
  view.label = label;
  view.view = state.view;
  view.text = text;
  view.set = override_list(state.plan);
  return view;
}

}  // namespace headrace::gui
