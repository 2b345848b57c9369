// All that is wrong with a file, a paragraph each.
#include <fmt/format.h>
#include <imgui.h>

#include "gui/panels/sheets.hpp"
#include "report/words/number_text.hpp"
#include "report/words/titles.hpp"

namespace headrace::gui {
namespace {

constexpr std::size_t kMostLines = 6;

}  // namespace

void draw_mistakes_sheet(const SheetContext& context, const chart::Rect& rect) {
  const Ui& ui = context.panel.ui;
  const std::vector<std::string>& all = context.panel.transient.mistakes;
  const std::string count = count_of(static_cast<std::int64_t>(all.size()), "mistake");
  const std::string advice = all.size() == 1 ? "Mend it in the file" : "Mend them in the file, in any order";
  const float top = draw_sheet_head(ui, rect, count, advice + "; it is read again when it is saved.") + 10;

  const chart::Rect list{rect.x, top, rect.width, rect.bottom() - kButtonHeight - 14 - top};
  ImGui::SetCursorScreenPos({list.x, list.y});
  ImGui::BeginChild("mistakes", {list.width, list.height}, false, ImGuiWindowFlags_NoBackground);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  float y = at.y;
  for (std::size_t k = 0; k < all.size(); ++k) {
    const float below = draw_paragraph(ui, {at.x, y}, printable(all[k]), list.width - 20, ui.theme.ink, kMostLines);
    ImGui::SetCursorScreenPos({at.x, y});
    ImGui::Dummy({list.width - 20, below - y});
    remember_widget(ui, fmt::format("mistake/{}", k));
    y = below + 8;
  }
  ImGui::EndChild();
  const float width = button_width(ui, "Close");
  if (button(ui, "sheet/cancel", "Close", {rect.right() - width, rect.bottom() - kButtonHeight}, ButtonLook::quiet)) {
    show_sheet(Sheet::none, context.panel.saved, context.panel.transient);
  }
}

}  // namespace headrace::gui
