#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "gui/widgets/imgui_canvas.hpp"
#include "gui/widgets/ui.hpp"

namespace headrace::gui {
namespace {

constexpr float kKnob = 7;

void draw(const Ui& ui, const chart::Rect& rect, float t, const SlideLook& look, bool lit) {
  const Theme& theme = ui.theme;
  ImGuiCanvas canvas(ui.fonts, *ImGui::GetWindowDrawList());
  const float left = rect.x + kKnob, length = rect.width - 2 * kKnob, middle = rect.y + rect.height / 2;
  const auto x_of = [&](float share) { return left + length * std::clamp(share, 0.0F, 1.0F); };
  const chart::Color color = look.changed ? theme.accent : theme.muted;

  // The track, what of it is filled, the uncertain part, the base value.
  canvas.fill({left, middle - 1.5F, length, 3}, theme.track, 1.5F);
  canvas.fill({left, middle - 1.5F, x_of(t) - left, 3}, color, 1.5F);
  if (look.high > look.low) {
    chart::Color soft = color;
    soft.alpha = 70;
    canvas.fill({x_of(look.low), middle - 5, std::max(2.0F, x_of(look.high) - x_of(look.low)), 10}, soft, 3);
  }
  if (look.base >= 0) canvas.fill({x_of(look.base) - 1, middle - 6, 2, 12}, theme.ink);
  canvas.circle({x_of(t), middle}, lit ? kKnob + 1 : kKnob, theme.panel);
  canvas.circle({x_of(t), middle}, (lit ? kKnob + 1 : kKnob) - 1, color);
}

}  // namespace

Slide slider(const Ui& ui, const std::string& name, const chart::Rect& rect, float& t, const SlideLook& look) {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  ImGuiWindow* const window = ImGui::GetCurrentWindow();
  const ImGuiID id = window->GetID(name.c_str());
  const ImRect box({rect.x, rect.y}, {rect.right(), rect.bottom()});
  Slide slide;
  ImGui::SetCursorScreenPos(box.Min);
  ImGui::ItemSize(box);
  const bool seen = ImGui::ItemAdd(box, id);
  remember_widget(ui, name);
  if (!seen) return slide;

  // ImGui's own slider without its looks.
  slide.hovered = ImGui::ItemHoverable(box, id);
  const bool clicked = slide.hovered && g.IO.MouseClicked[0];
  slide.typing = (clicked && g.IO.KeyCtrl) || g.NavActivateInputId == id;
  if (!slide.typing && (clicked || g.NavActivateId == id)) {
    ImGui::SetActiveID(id, window);
    ImGui::SetFocusID(id, window);
    ImGui::FocusWindow(window);
    g.ActiveIdUsingNavDirMask |= (1U << ImGuiDir_Left) | (1U << ImGuiDir_Right);
  }
  const float lowest = 0, highest = 1;
  const bool was_active = g.ActiveId == id;
  const float before = t;
  ImRect grab;
  ImRect track = box;
  slide.changed = ImGui::SliderBehavior(track, id, ImGuiDataType_Float, &t, &lowest, &highest, "%.4f",
                                        ImGuiSliderFlags_NoRoundToFormat, &grab);
  if (slide.changed) ImGui::MarkItemEdited(id);
  if (slide.changed && g.ActiveIdSource == ImGuiInputSource_Nav && std::fabs(t - before) < look.step) {
    t = std::clamp(before + std::copysign(look.step, t - before), 0.0F, 1.0F);
  }
  slide.active = g.ActiveId == id;
  slide.let_go = was_active && !slide.active;
  draw(ui, rect, t, look, slide.hovered || slide.active || (g.IO.NavVisible && g.NavId == id));
  return slide;
}

}  // namespace headrace::gui
