#include "gui/widgets/value_field.hpp"

#include <imgui.h>

namespace headrace::gui {

FieldEnd value_field(const Ui& ui, const std::string& name, const chart::Rect& rect, std::string& text,
                     const std::string& hint, bool starts) {
  // Whether it had the keyboard in the frame before: the library does not tell of every way to leave a field.
  bool& typing = *ImGui::GetStateStorage()->GetBoolRef(ImGui::GetID((name + "/typing").c_str()), false);
  if (starts) typing = false;
  const bool entered = text_field(ui, name, rect, text, hint, starts);
  const bool left = typing && !ImGui::IsItemActive();
  typing = ImGui::IsItemActive() && !entered;
  if (entered) return FieldEnd::taken;
  if (!left) return FieldEnd::none;
  return ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false) ? FieldEnd::dropped : FieldEnd::taken;
}

}  // namespace headrace::gui
