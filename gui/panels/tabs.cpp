#include <imgui.h>

#include "gui/views/view.hpp"

namespace headrace::gui {

void draw_tabs(const PanelContext& context, const chart::Rect& rect, Commands& commands) {
  const Ui& ui = context.ui;
  const Theme& t = ui.theme;
  fill(rect, t.ground);
  hairline({rect.x, rect.bottom() - 1}, {rect.right(), rect.bottom() - 1}, t.rule);
  float x = rect.x + 24;
  for (const View& view : views()) {
    const std::string name = "tab/" + std::string(view.name);
    const bool chosen = context.saved.view == view.name;
    const auto weight = chosen ? kSemibold : chart::Weight::regular;
    // The wider of both weights, so that choosing a tab moves none.
    const float width = width_of(ui, view.title, kBody, kSemibold);
    ImGui::SetCursorScreenPos({x - 8, rect.y});
    if (ImGui::InvisibleButton(name.c_str(), {width + 16, rect.height})) {
      commands.emplace_back(ChooseView{std::string(view.name)});
    }
    remember_widget(ui, name);
    const bool lit = chosen || is_lit();
    put_text(ui, {x, rect.y + (rect.height - kBody) / 2}, view.title,
             {.size = kBody, .weight = weight, .color = lit ? t.ink : t.muted});
    if (chosen) fill({x, rect.bottom() - 3, width, 3}, t.accent, 1.5F);
    x += width + 28;
  }
}

}  // namespace headrace::gui
