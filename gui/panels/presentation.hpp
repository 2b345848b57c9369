#pragma once

#include "gui/desk.hpp"
#include "gui/panels/panels.hpp"

namespace headrace::gui {

/// What stands below a step of the presentation.
struct StepWords {
  std::string title, text;
  std::string place;  ///< "2 of 5"
};

StepWords step_words(const PanelContext& context);

/// Title and words of the step that is shown, and the ways on.
void draw_presentation_line(const PanelContext& context, const chart::Rect& rect, Commands& commands);

inline constexpr float kPresentationLine = 60;

}  // namespace headrace::gui
