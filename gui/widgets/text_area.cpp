#include "gui/widgets/text_area.hpp"

#include <imgui.h>

#include "gui/widgets/imgui_canvas.hpp"

namespace headrace::gui {
namespace {

constexpr float kTextPad = 10;

}  // namespace

int grow_text(ImGuiInputTextCallbackData* data) {
  if (data->EventFlag != ImGuiInputTextFlags_CallbackResize) return 0;
  auto& text = *static_cast<std::string*>(data->UserData);
  text.resize(static_cast<std::size_t>(data->BufTextLen));
  data->Buf = text.data();
  return 0;
}

void text_area(const Ui& ui, const std::string& name, const chart::Rect& rect, std::string& text,
               const std::string& hint) {
  const Theme& t = ui.theme;
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {kTextPad, kTextPad - 2});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, 6);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, packed(t.raised));
  ImGui::PushStyleColor(ImGuiCol_Border, packed(t.track));
  ImGui::PushStyleColor(ImGuiCol_Text, packed(t.ink));
  ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, packed(t.accent_soft));
  ImGui::InputTextMultiline(("##" + name).c_str(), text.data(), text.capacity() + 1, {rect.width, rect.height},
                            ImGuiInputTextFlags_CallbackResize, grow_text, &text);
  remember_widget(ui, name);
  const bool idle = !ImGui::IsItemActive();
  ImGui::PopStyleColor(4);
  ImGui::PopStyleVar(3);
  if (!text.empty() || !idle) return;
  put_text(ui, {rect.x + kTextPad, rect.y + kTextPad - 2},
           fitted_text(ui, hint, kBody, chart::Weight::regular, rect.width - 2 * kTextPad),
           {.size = kBody, .color = t.muted});
}

}  // namespace headrace::gui
