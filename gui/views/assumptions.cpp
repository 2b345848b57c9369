#include <imgui.h>

#include <fmt/format.h>

#include <algorithm>

#include "gui/views/view.hpp"
#include "report/number_text.hpp"

namespace headrace::gui {
namespace {

constexpr float kRow = 36;

}  // namespace

void draw_assumptions(const ViewContext& context, Commands&) {
  if (!context.snapshot.levers) return;
  const Ui& ui = context.ui;
  const Theme& t = ui.theme;
  const auto& levers = *context.snapshot.levers;
  float y = context.area.y;
  const float x = context.area.x, width = context.area.width;
  for (const Lever& lever : levers) {
    put_text(ui, {x, y + 8},
             fitted_text(ui, lever.entity + " " + lever.name, kBody, chart::Weight::regular, width * 0.4F),
             {.size = kBody, .color = t.ink});
    put_text(ui, {x + width * 0.45F, y + 8}, shown_value(lever, lever.base), {.size = kBody, .color = t.muted});
    hairline({x, y + kRow}, {x + width, y + kRow}, t.rule);
    y += kRow;
  }
  ImGui::SetCursorScreenPos({x, y});
  ImGui::Dummy({1, 24});
}

}  // namespace headrace::gui
