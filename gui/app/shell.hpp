#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "gui/jobs/future_teller.hpp"
#include "gui/jobs/study_worker.hpp"
#include "gui/jobs/worker.hpp"
#include "gui/models/view_models.hpp"
#include "gui/panels/panels.hpp"
#include "gui/plans/desk.hpp"
#include "gui/state/commands.hpp"
#include "gui/widgets/fonts.hpp"
#include "gui/widgets/widget_map.hpp"

namespace headrace::gui {

/// The whole front end without its window: state, worker, and what draws a frame. Needs an ImGui context.
class Shell {
 public:
  /// @param wake  called from another thread when there is something new to draw
  Shell(SavedState state, const std::function<void()>& wake, const Effort& effort = {});

  /// Draws a frame over the whole display: call between ImGui::NewFrame() and ImGui::Render(). Then carries out what
  /// was asked for in it. Never waits for the engine.
  void frame(const Fonts& fonts);

  /// Carries out one command, as a panel's.
  void carry_out(const Command& command);

  /// Begins to remember things between starts: recent files, unsaved changes, that the hints have been seen.
  /// @param folder   state_folder()
  /// @param program  running_program(): its stories are offered
  void remember_in(std::optional<std::filesystem::path> folder, std::filesystem::path program);

  /// What is to be done every second even if nothing happens.
  /// @param now  for tests, which do not wait
  /// @return  true when there is something to draw
  bool tick(Desk::Time now = std::chrono::steady_clock::now());

  /// Somebody wants to close the window, or dropped a file on it.
  void close() { carry_out(FileCommand(Leave{})); }
  void drop(const std::string& file) { carry_out(FileCommand(Leave{file})); }
  bool over() const { return over_; }

  /// File for a picture of the next frame, which leaves out what is not of the plan; empty: none is wanted.
  const std::string& picture() const { return picture_; }
  void picture_taken(Written written);
  void tell(const Written& written);

  const Desk& desk() const { return desk_; }
  const SavedState& saved() const { return saved_; }
  const TransientState& transient() const { return transient_; }
  const History& history() const { return history_; }
  const WidgetMap& widgets() const { return widgets_; }
  const std::shared_ptr<const Snapshot>& snapshot() const { return snapshot_; }
  const std::shared_ptr<const Studies>& studies() const { return studies_; }
  Worker& worker() { return worker_; }
  StudyWorker& study_worker() { return study_worker_; }
  FutureTeller& teller() { return teller_; }

 private:
  void keys(Commands& commands) const;
  void ask_study();
  void draw(const Fonts& fonts, Commands& commands);
  void ask_future();
  void note_letters(const Fonts& fonts);
  void finish_typing(Commands& commands);
  void draw_view(const Fonts& fonts, const chart::Rect& room, Commands& commands);
  void draw_working(const PanelContext& context, Commands& commands);
  void draw_presentation(const PanelContext& context, Commands& commands);
  void see(std::shared_ptr<const Snapshot> latest);
  void ask();
  void offer_recovery();

  void open(const std::string& file);
  void go_on_with(const std::string& file);
  void carry_out_file(const SaveVariant& command);
  void carry_out_file(const SaveInto& command);
  void carry_out_file(const BuildPlan& command);
  void carry_out_file(const Leave& command);
  void carry_out_file(const LeaveAnyway& command);
  void carry_out_file(const Recover& command);
  void carry_out_file(const SavePicture& command);
  void carry_out_file(const Present& command);
  void carry_out_file(const StepBy& command);
  void carry_out_file(const NextHint& command);

  SavedState saved_;
  TransientState transient_;
  History history_;
  WidgetMap widgets_;
  std::shared_ptr<const Snapshot> snapshot_;
  std::shared_ptr<const std::vector<Lever>> noted_;  ///< whose letters are known to the fonts
  std::shared_ptr<const Studies> studies_;
  ViewModels models_;
  std::shared_ptr<const Future> future_;
  Desk desk_;
  std::uint64_t revision_ = 0;  ///< of the open file on disk
  bool over_ = false;
  std::string picture_, picture_words_;          ///< file that is to be drawn, and why there
  std::optional<SavedState> before_opening_;     ///< to go back to when the file cannot be run
  std::optional<SavedState> before_presenting_;  ///< whose plan comes back after it
  Worker worker_;
  StudyWorker study_worker_;
  FutureTeller teller_;
};

/// ImGui's style for the theme: no frames, no greys of its own. Call once after creating the context.
void style_imgui();

}  // namespace headrace::gui
