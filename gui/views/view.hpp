#pragma once

#include <span>
#include <string_view>

#include "gui/jobs/future_teller.hpp"
#include "gui/jobs/studies.hpp"
#include "gui/models/view_models.hpp"
#include "gui/widgets/panel_context.hpp"

namespace headrace::gui {

/// What a view draws with. The snapshot has a run; its other parts may still be missing.
struct ViewContext {
  const Ui& ui;
  const Snapshot& snapshot;
  const Studies& studies;  ///< each answer of the plan it names
  const SavedState& saved;
  TransientState& transient;
  ViewModels& models;
  const std::shared_ptr<const Future>& future;  ///< the newest that was told; null: none
  chart::Rect area;  ///< to draw in, in the current window's screen coordinates; a taller view makes it scroll
};

using DrawView = void (*)(const ViewContext&, Commands&);

/// One way to look at the answer.
struct View {
  std::string_view name;   ///< in commands and files: "assumptions"
  std::string_view title;  ///< on its tab
  DrawView draw;
  bool page = false;  ///< has the whole window below the header, and no tab; draws without a run, too
};

/// All views that are built, in the order of their tabs.
std::span<const View> views();

/// Those that take the whole window.
std::span<const View> pages();

/// The view or page of that name; null when there is none.
const View* find_view(std::string_view name);

void draw_return(const ViewContext& context, Commands& commands);
void draw_in_the_way(const ViewContext& context, Commands& commands);
void draw_compare(const ViewContext& context, Commands& commands);
void draw_timeline(const ViewContext& context, Commands& commands);
void draw_dependencies(const ViewContext& context, Commands& commands);
void draw_people(const ViewContext& context, Commands& commands);
void draw_drivers(const ViewContext& context, Commands& commands);
void draw_future(const ViewContext& context, Commands& commands);
void draw_start(const ViewContext& context, Commands& commands);
void draw_assumptions(const ViewContext& context, Commands& commands);

}  // namespace headrace::gui
