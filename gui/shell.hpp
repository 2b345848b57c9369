#pragma once

#include <functional>
#include <memory>
#include <string>

#include "gui/commands.hpp"
#include "gui/fonts.hpp"
#include "gui/future_teller.hpp"
#include "gui/models/view_models.hpp"
#include "gui/study_worker.hpp"
#include "gui/widget_map.hpp"
#include "gui/worker.hpp"

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
  void draw_view(const Fonts& fonts, float left, float top, Commands& commands);

  SavedState saved_;
  TransientState transient_;
  History history_;
  WidgetMap widgets_;
  std::shared_ptr<const Snapshot> snapshot_;
  std::shared_ptr<const Studies> studies_;
  ViewModels models_;
  std::shared_ptr<const Future> future_;
  Worker worker_;
  StudyWorker study_worker_;
  FutureTeller teller_;
};

/// ImGui's style for the theme: no frames, no greys of its own. Call once after creating the context.
void style_imgui();

}  // namespace headrace::gui
