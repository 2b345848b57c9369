#pragma once

#include <string>
#include <vector>

#include "gui/widgets/panel_context.hpp"

namespace headrace::gui {

/// Name, scenario, and what can be done to the whole.
void draw_header(const PanelContext& context, const chart::Rect& rect, Commands& commands);

/// The verdict and its figures, always on top.
void draw_answer_bar(const PanelContext& context, const chart::Rect& rect);
/// Its height, by the width there is.
float answer_bar_height(float width);

/// What can be changed.
void draw_levers(const PanelContext& context, const chart::Rect& rect, Commands& commands);

/// Every mistake of a plan in the order of the file, each with its place: "ours.toml:12: ...".
std::vector<std::string> mistakes(const Snapshot& snapshot);

/// What is wrong with a plan, in one line: the first error with its place, and how many more.
std::string complaint(const Snapshot& snapshot);

/// What is wrong with the plan, or what was refused; nothing when all is well.
/// @return  its height
float draw_notice(const PanelContext& context, const chart::Rect& rect, Commands& commands);

/// The names of the views; the chosen one is underlined.
void draw_tabs(const PanelContext& context, const chart::Rect& rect, Commands& commands);

}  // namespace headrace::gui
