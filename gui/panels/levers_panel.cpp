#include <imgui.h>

#include <fmt/format.h>

#include "gui/panels/lever_row.hpp"
#include "gui/panels/panels.hpp"
#include "gui/widgets/imgui_canvas.hpp"
#include "report/words/number_text.hpp"

namespace headrace::gui {
namespace {

/// Search results that are drawn; more are told of.
constexpr std::size_t kMostFound = 60;

/// The group's name; all its changes can be taken back in one go by "Reset all".
float draw_group_title(const Ui& ui, const chart::Rect& rect, std::string_view text) {
  hairline({rect.x, rect.y + 8}, {rect.right(), rect.y + 8}, ui.theme.rule);
  put_text(ui, {rect.x, rect.y + 22}, text, {.size = kSmall, .weight = kSemibold, .color = ui.theme.muted});
  return 44;
}

/// Is a lever shown without a search? Changed ones always are, and one that a click has led to.
bool shown(const Lever& lever, const PanelContext& context) {
  const bool asked = context.saved.plan.overrides.contains(lever.path) || context.transient.pointed == lever.path;
  return lever.path != kSitesPath && (lever.rank > 0 || asked);
}

float draw_found(const PanelContext& context, chart::Rect rect, Commands& commands) {
  const float top = rect.y;
  std::size_t found = 0;
  for (const Lever& lever : *context.snapshot->levers) {
    if (!matches(lever, context.transient.search) || ++found > kMostFound) continue;
    rect.y += draw_lever(context, standing(lever, context.saved.plan), rect, commands);
  }
  const std::string rest = found == 0 ? "No number is called that." : fmt::format("{} in all", grouped(double(found)));
  if (found == 0 || found > kMostFound) {
    put_text(context.ui, {rect.x, rect.y + 8}, rest, {.size = kBody, .color = context.ui.theme.muted});
    rect.y += 32;
  }
  return rect.y - top;
}

float draw_curated(const PanelContext& context, chart::Rect rect, Commands& commands) {
  const float top = rect.y;
  const auto& levers = *context.snapshot->levers;
  if (const Lever* sites = find_lever(levers, kSitesPath))
    rect.y += draw_sites(context, standing(*sites, context.saved.plan), rect, commands);
  for (int g = 0; g < kLeverGroups; ++g) {
    bool first = true;
    for (const Lever& lever : levers) {
      if (static_cast<int>(lever.group) != g || !shown(lever, context)) continue;
      if (first) rect.y += draw_group_title(context.ui, rect, title(lever.group));
      first = false;
      rect.y += draw_lever(context, standing(lever, context.saved.plan), rect, commands);
    }
  }
  return rect.y - top;
}

/// The list fades where it goes on below, so that a row cut in two does not look like a mistake.
void fade_out(const Theme& t, const chart::Rect& list) {
  constexpr float fade = 28;
  if (ImGui::GetScrollY() >= ImGui::GetScrollMaxY()) return;
  chart::Color clear = t.panel;
  clear.alpha = 0;
  const unsigned from = packed(clear), to = packed(t.panel);
  ImGui::GetWindowDrawList()->AddRectFilledMultiColor({list.x, list.bottom() - fade}, {list.right(), list.bottom()},
                                                      from, from, to, to);
}

}  // namespace

void draw_levers(const PanelContext& context, const chart::Rect& rect, Commands& commands) {
  const Ui& ui = context.ui;
  const Theme& t = ui.theme;
  fill(rect, t.panel);
  hairline({rect.right() - 1, rect.y}, {rect.right() - 1, rect.bottom()}, t.rule);
  if (context.snapshot == nullptr || !context.snapshot->levers) return;

  // Search, and all changes back.
  const std::size_t changes = context.saved.plan.overrides.size();
  const std::string label = changes == 0 ? "Reset all" : fmt::format("Reset all {}", changes);
  const float reset = button_width(ui, label), field = rect.width - 2 * kMargin - (changes == 0 ? 0 : reset + 8);
  text_field(ui, "levers/search", {rect.x + kMargin, rect.y + 14, field, 30}, context.transient.search,
             "Search all inputs");
  if (changes > 0 && button(ui, "levers/reset_all", label, {rect.right() - kMargin - reset, rect.y + 15})) {
    commands.emplace_back(ResetAll{});
  }

  ImGui::SetCursorScreenPos({rect.x, rect.y + 56});
  ImGui::BeginChild("levers", {rect.width - 1, rect.height - 56}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NavFlattened);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const chart::Rect column{at.x + kMargin, at.y, rect.width - 2 * kMargin, 0};
  const float height = context.transient.search.empty() ? draw_curated(context, column, commands)
                                                        : draw_found(context, column, commands);
  ImGui::SetCursorScreenPos({at.x, at.y + height + 24});
  ImGui::Dummy({1, 1});
  // The scroll bar stays as it is.
  fade_out(t, {rect.x, rect.y + 56, rect.width - 1 - ImGui::GetStyle().ScrollbarSize, rect.height - 56});
  ImGui::EndChild();
}

}  // namespace headrace::gui
