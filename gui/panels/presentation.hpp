#pragma once

#include "gui/panels/panels.hpp"
#include "gui/plans/desk.hpp"

namespace headrace::gui {

/// What stands below a step of the presentation.
struct StepWords {
  std::string title, text;
  std::string notes;  ///< for whoever presents
  std::string place;  ///< "2 of 5"
};

StepWords step_words(const PanelContext& context);

/// Title and words of the step that is shown, and the ways on.
void draw_presentation_line(const PanelContext& context, const chart::Rect& rect, Commands& commands);

/// Notes of the step above the line, as high as they are long; none where they are not wanted or there are none.
/// @param bottom  of the place for them
/// @return        their height
float draw_prompt(const PanelContext& context, float width, float bottom);

inline constexpr float kPresentationLine = 60;

}  // namespace headrace::gui
