// Three hints on the first run, each beside what it speaks of.
#include <imgui.h>

#include <algorithm>
#include <array>

#include "gui/levers/levers.hpp"
#include "gui/panels/sheets.hpp"
#include "gui/views/view.hpp"
#include "gui/widgets/imgui_canvas.hpp"

namespace headrace::gui {
namespace {

struct Hint {
  std::string widget;
  const char* title;
  const char* text;
};

std::array<Hint, 3> hints() {
  return {{{"lever/" + std::string(kSitesPath), "Move the number of sites",
            "Drag it from one to ten and watch the answer. Every number on the left can be changed; undo brings it "
            "back."},
           {"answer/verdict", "The answer stays on top",
            "A verdict with its reason, then the figures with how sure they are. Rest the mouse on one to read more."},
           {"tab/" + std::string(views().front().name), "Each view answers one question",
            "Its title says what was found. Click what you see to go deeper; F1 lists all keys."}}};
}

/// Beside its widget: to the right of those on the left, else below.
chart::Rect bubble_at(const chart::Rect& widget, float width, float height) {
  const ImVec2 room = ImGui::GetIO().DisplaySize;
  const bool left = widget.right() < room.x * 0.4F && widget.y > 200;
  const float x = left ? widget.right() + 24 : widget.x;
  const float y = left ? widget.y - 20 : widget.bottom() + 14;
  return {std::clamp(x, 16.0F, room.x - width - 16), std::clamp(y, 16.0F, room.y - height - 16), width, height};
}

void draw_bubble(const Ui& ui, const Hint& hint, int number, const chart::Rect& box, Commands& commands) {
  const Theme& t = ui.theme;
  const float x = box.x + 20, width = box.width - 40;
  put_text(ui, {x, box.y + 18}, hint.title, {.size = kStrong, .weight = kSemibold, .color = t.ink});
  draw_paragraph(ui, {x, box.y + 46}, hint.text, width, t.muted);
  const float y = box.bottom() - kButtonHeight - 14;
  put_text(ui, {x, y + 7}, std::to_string(number) + " of 3", {.size = kSmall, .color = t.muted});
  const char* const next = number == 3 ? "Done" : "Next";
  const float right = box.right() - 16 - button_width(ui, next);
  if (button(ui, "hint/next", next, {right, y}, ButtonLook::primary)) ask(commands, NextHint{});
  if (number == 3) return;
  if (button(ui, "hint/skip", "Skip", {right - 8 - button_width(ui, "Skip"), y}, ButtonLook::quiet)) {
    ask(commands, NextHint{true});
  }
}

}  // namespace

void draw_hints(const PanelContext& context, Commands& commands) {
  const TransientState& transient = context.transient;
  if (transient.hint == 0 || transient.sheet != Sheet::none || transient.presenting) return;
  const Hint hint = hints().at(static_cast<std::size_t>(transient.hint - 1));
  const auto widget = context.ui.widgets.find(hint.widget);
  if (widget == context.ui.widgets.end()) return;

  const Theme& t = context.ui.theme;
  const chart::Rect at = widget->second, box = bubble_at(at, 372, 176);
  ImGuiCanvas(context.ui.fonts, *ImGui::GetWindowDrawList())
      .outline({at.x - 5, at.y - 5, at.width + 10, at.height + 10}, t.accent, 2, 8);
  ImGui::SetNextWindowPos({box.x, box.y});
  ImGui::SetNextWindowSize({box.width, box.height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 10);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(t.raised));
  ImGui::PushStyleColor(ImGuiCol_Border, packed(t.accent));
  ImGui::Begin("hint", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoFocusOnAppearing);
  draw_bubble(context.ui, hint, transient.hint, box, commands);
  ImGui::End();
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar(2);
}

}  // namespace headrace::gui
