#include "gui/views/chart_area.hpp"

#include "model/text/split.hpp"

namespace headrace::gui {

chart::Style chart_style(const Theme& theme) { return {theme.charts, kTitle, kBody, kSmall}; }

chart::Hover begin_chart(const ViewContext& context, const std::string& name, const chart::Rect& rect) {
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  ImGui::Dummy({rect.width, rect.height});
  remember_widget(context.ui, "chart/" + name);
  chart::Hover hover;
  hover.selected = context.transient.selected;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (ImGui::IsItemHovered() && rect.contains({mouse.x, mouse.y})) hover.at = chart::Point{mouse.x, mouse.y};
  return hover;
}

std::string answer_marks(const ViewContext& context, const std::vector<chart::Mark>& marks, const chart::Hover& hover) {
  if (!hover.at) return "";
  const chart::Mark* under = nullptr;
  for (const chart::Mark& mark : marks) {
    if (mark.area.contains(*hover.at)) under = &mark;
  }
  if (under == nullptr) return "";
  if (!under->tip.empty()) tooltip(context.ui, split(under->tip, '\n'));
  if (!under->target.empty()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (under->target.empty() || !ImGui::IsMouseClicked(ImGuiMouseButton_Left)) return "";
  context.transient.selected = under->target;
  return under->target;
}

bool wants_csv(const ViewContext& context, const std::string& name, const chart::Rect& rect) {
  const std::string label = "CSV";
  const chart::Point at{rect.right() - button_width(context.ui, label), rect.y};
  fill({at.x, at.y, button_width(context.ui, label), kButtonHeight}, context.ui.theme.ground);
  return button(context.ui, "csv/" + name, label, at);
}

}  // namespace headrace::gui
