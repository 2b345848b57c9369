#pragma once

#include <string>
#include <vector>

#include <imgui.h>

#include "gui/views/view.hpp"
#include "gui/widgets/imgui_canvas.hpp"
#include "report/chart/mark.hpp"
#include "report/chart/style.hpp"

namespace headrace::gui {

/// How charts look in the window.
chart::Style chart_style(const Theme& theme);

/// Makes room for a chart in the current window, and says where the mouse is on it: nowhere when it is elsewhere.
chart::Hover begin_chart(const ViewContext& context, const std::string& name, const chart::Rect& rect);

/// Tooltip of the mark under the mouse, and what a click on it selects.
/// @return  the target that was clicked; empty: none
std::string answer_marks(const ViewContext& context, const std::vector<chart::Mark>& marks, const chart::Hover& hover);

/// A button in the chart's corner while the mouse is on it.
/// @return  true when what is drawn is to be written as CSV
bool wants_csv(const ViewContext& context, const std::string& name, const chart::Rect& rect);

/// Draws a chart of report/chart with its tooltips, its drill-down (TransientState::selected) and its export.
/// @param name  in the widget map ("chart/fan"), and of the file that is exported
/// @return  the target that was clicked in this frame; empty: none
template <class Chart>
std::string draw_chart(const ViewContext& context, const std::string& name, const chart::Rect& rect, const Chart& shown,
                       Commands& commands) {
  const chart::Hover hover = begin_chart(context, name, rect);
  ImGuiCanvas canvas(context.ui.fonts, *ImGui::GetWindowDrawList());
  const auto marks = draw(canvas, rect, chart_style(context.ui.theme), shown, hover);
  if (hover.at && wants_csv(context, name, rect)) commands.emplace_back(ExportText{name + ".csv", csv(shown)});
  return answer_marks(context, marks, hover);
}

}  // namespace headrace::gui
