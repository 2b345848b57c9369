#include "gui/widgets/ui.hpp"

#include <imgui.h>

#include <algorithm>

#include "gui/widgets/imgui_canvas.hpp"
#include "gui/widgets/right_to_left.hpp"
#include "gui/widgets/text_area.hpp"

namespace headrace::gui {
namespace {

ImVec2 top_left(const chart::Rect& rect) { return {rect.x, rect.y}; }

/// Bytes of the first characters of a text.
std::size_t next_character(std::string_view text, std::size_t at) {
  do {
    ++at;
  } while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

}  // namespace

bool is_lit() { return ImGui::IsItemHovered() || (ImGui::GetIO().NavVisible && ImGui::IsItemFocused()); }

void put_text(const Ui& ui, chart::Point at, std::string_view text, const chart::TextStyle& style) {
  ImGuiCanvas(ui.fonts, *ImGui::GetWindowDrawList()).text(at, text, style);
}

float width_of(const Ui& ui, std::string_view text, float size, chart::Weight weight) {
  return ImGuiCanvas(ui.fonts, *ImGui::GetWindowDrawList()).text_width(text, {.size = size, .weight = weight});
}

std::string fitted_text(const Ui& ui, const std::string& text, float size, chart::Weight weight, float width) {
  if (width_of(ui, text, size, weight) <= width) return text;
  std::size_t fits = 0;
  for (std::size_t end = next_character(text, 0); end < text.size(); end = next_character(text, end)) {
    if (width_of(ui, text.substr(0, end) + "…", size, weight) > width) break;
    fits = end;
  }
  while (fits > 0 && text[fits - 1] == ' ') --fits;
  return text.substr(0, fits) + "…";
}

std::vector<std::string> wrapped_text(const Ui& ui, const std::string& text, float size, chart::Weight weight,
                                      float width, std::size_t most) {
  std::vector<std::string> lines;
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at), longer = line.empty() ? word : line + " " + word;
    if (!line.empty() && width_of(ui, longer, size, weight) > width) {
      if (lines.size() + 1 == most) {
        lines.push_back(fitted_text(ui, line + " " + text.substr(at), size, weight, width));
        return lines;
      }
      lines.push_back(line);
      line = word;
    } else {
      line = longer;
    }
    at = end + 1;
  }
  if (!line.empty()) lines.push_back(fitted_text(ui, line, size, weight, width));
  return lines;
}

void fill(const chart::Rect& rect, chart::Color color, float radius) {
  ImGui::GetWindowDrawList()->AddRectFilled(top_left(rect), {rect.right(), rect.bottom()}, packed(color), radius);
}

void hairline(chart::Point from, chart::Point to, chart::Color color) {
  // On the middle of a pixel, so that it is one pixel wide.
  const bool flat = from.y == to.y;
  const float dx = flat ? 0 : 0.5F, dy = flat ? 0.5F : 0;
  ImGui::GetWindowDrawList()->AddLine({from.x + dx, from.y + dy}, {to.x + dx, to.y + dy}, packed(color), 1);
}

void remember_widget(const Ui& ui, const std::string& name) {
  if (!ImGui::IsItemVisible()) return;
  const ImVec2 min = ImGui::GetItemRectMin(), max = ImGui::GetItemRectMax();
  const ImVec2 from = ImGui::GetWindowDrawList()->GetClipRectMin(), to = ImGui::GetWindowDrawList()->GetClipRectMax();
  const float x = std::max(min.x, from.x), y = std::max(min.y, from.y);
  const chart::Rect seen{x, y, std::min(max.x, to.x) - x, std::min(max.y, to.y) - y};
  if (seen.width >= 1 && seen.height >= 1) ui.widgets[name] = seen;
}

float button_width(const Ui& ui, const std::string& label) { return width_of(ui, label, kBody) + 24; }

bool button(const Ui& ui, const std::string& name, const std::string& label, chart::Point at, ButtonLook look,
            bool enabled) {
  const chart::Rect rect{at.x, at.y, button_width(ui, label), kButtonHeight};
  ImGui::SetCursorScreenPos(top_left(rect));
  ImGui::BeginDisabled(!enabled);
  const bool pressed = ImGui::InvisibleButton(name.c_str(), {rect.width, rect.height});
  ImGui::EndDisabled();
  remember_widget(ui, name);
  const bool lit = enabled && is_lit();
  const Theme& t = ui.theme;
  chart::Color ink = enabled ? t.ink : t.muted;
  if (look == ButtonLook::primary && enabled) {
    fill(rect, t.accent, 6);
    ink = t.on_accent;
  } else if (lit) {
    fill(rect, t.hover, 6);
  }
  if (look == ButtonLook::plain && enabled) {
    ImGuiCanvas(ui.fonts, *ImGui::GetWindowDrawList()).outline(rect, t.rule, 1, 6);
  }
  if (look == ButtonLook::quiet && enabled) ink = lit ? t.ink : t.muted;
  if (!enabled) ink.alpha = 110;
  put_text(ui, {rect.x + 12, rect.y + 6}, label, {.size = kBody, .color = ink});
  return pressed && enabled;
}

bool text_field(const Ui& ui, const std::string& name, const chart::Rect& rect, std::string& text,
                const std::string& hint, bool starts) {
  const Theme& t = ui.theme;
  ImGui::SetCursorScreenPos(top_left(rect));
  ImGui::SetNextItemWidth(rect.width);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {10, (rect.height - kBody) / 2});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, 6);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, packed(t.raised));
  ImGui::PushStyleColor(ImGuiCol_Border, packed(t.track));
  ImGui::PushStyleColor(ImGuiCol_Text, packed(t.ink));
  ImGui::PushStyleColor(ImGuiCol_TextDisabled, packed(t.muted));
  ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, packed(t.accent_soft));
  if (starts) ImGui::SetKeyboardFocusHere();
  ui.fonts.note(text);
  constexpr ImGuiInputTextFlags flags =
      ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll | ImGuiInputTextFlags_CallbackResize;
  const bool entered = ImGui::InputTextWithHint(("##" + name).c_str(), hint.c_str(), text.data(), text.capacity() + 1,
                                                flags, grow_text, &text);
  remember_widget(ui, name);
  ImGui::PopStyleColor(5);
  ImGui::PopStyleVar(3);
  return entered;
}

void tooltip(const Ui& ui, const std::vector<std::string>& lines) {
  constexpr float width = 320;
  const Theme& t = ui.theme;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {12, 10});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 8);
  ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 1);
  ImGui::PushStyleColor(ImGuiCol_PopupBg, packed(t.raised));
  ImGui::PushStyleColor(ImGuiCol_Border, packed(t.track));
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(width);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    ImGui::PushFont(ui.fonts.pick(kBody, i == 0 ? kSemibold : chart::Weight::regular));
    const std::string line = in_drawing_order(typeset(lines[i]));
    ui.fonts.note(line);
    ImGui::PushStyleColor(ImGuiCol_Text, packed(i == 0 ? t.ink : t.muted));
    ImGui::TextUnformatted(line.c_str());
    ImGui::PopStyleColor();
    ImGui::PopFont();
  }
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar(3);
}

float draw_paragraph(const Ui& ui, chart::Point at, const std::string& text, float width, chart::Color color,
                     std::size_t most_lines) {
  for (const std::string& line : wrapped_text(ui, text, kBody, chart::Weight::regular, width, most_lines)) {
    put_text(ui, at, line, {.size = kBody, .color = color});
    at.y += 22;
  }
  return at.y;
}

}  // namespace headrace::gui
