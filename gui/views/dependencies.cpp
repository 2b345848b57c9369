#include <fmt/format.h>

#include <algorithm>

#include "gui/models/dependency_map.hpp"
#include "gui/views/chart_area.hpp"
#include "report/words/number_text.hpp"

namespace headrace::gui {
namespace {

/// Pixels for a line of a step's words with its share of the gap, around all steps, and right of the view for a scroll
/// bar.
constexpr float kNameLine = 17.8F, kGraphAround = 90, kGraphMargin = 16;
constexpr float kPanel = 132, kStep = 24, kStepsGap = 20;

/// Steps next to the selected one, as many as there is room for; a click goes on to one.
void draw_steps(const ViewContext& context, const chart::Graph& graph, const std::string& side,
                const std::string& title, const std::vector<std::size_t>& steps, const chart::Rect& rect) {
  const Ui& ui = context.ui;
  const Theme& t = ui.theme;
  put_text(ui, {rect.x, rect.y}, fitted_text(ui, title, kBody, kSemibold, rect.width),
           {.size = kBody, .weight = kSemibold, .color = t.ink});
  const auto room = static_cast<std::size_t>(std::max(1.0F, (rect.height - kStep) / kStep));
  const std::size_t shown = steps.size() <= room ? steps.size() : room - 1;
  float y = rect.y + kStep;
  for (std::size_t k = 0; k < shown; ++k, y += kStep) {
    const chart::Graph::Node& node = graph.nodes[steps[k]];
    const std::string name = "step/" + side + "/" + node.id;
    ImGui::SetCursorScreenPos({rect.x - 8, y - 4});
    if (ImGui::InvisibleButton(name.c_str(), {rect.width, kStep})) context.transient.selected = node.id;
    remember_widget(ui, name);
    if (is_lit()) fill({rect.x - 8, y - 4, rect.width, kStep}, t.hover, 6);
    const std::string share = node.criticality > 0 ? of_100(node.criticality) : "";
    const float right = share.empty() ? 0 : width_of(ui, share, kSmall) + 12;
    put_text(ui, {rect.x, y}, fitted_text(ui, node.name, kBody, chart::Weight::regular, rect.width - 24 - right),
             {.size = kBody, .color = t.accent});
    put_text(ui, {rect.right() - 20, y + 1}, share, {.size = kSmall, .align = kRight, .color = t.muted});
  }
  if (shown < steps.size()) {
    put_text(ui, {rect.x, y}, fmt::format("and {} more", steps.size() - shown), {.size = kBody, .color = t.muted});
  }
  if (steps.empty()) put_text(ui, {rect.x, y}, "none", {.size = kBody, .color = t.muted});
}

/// The selected step between what comes before it and what follows from it.
void draw_neighbours(const ViewContext& context, const chart::Graph& graph, const Neighbours& around,
                     const chart::Rect& rect) {
  const Ui& ui = context.ui;
  const Theme& t = ui.theme;
  hairline({rect.x, rect.y}, {rect.right(), rect.y}, t.rule);
  const float third = (rect.width - 2 * kStepsGap) / 3, y = rect.y + 14, height = rect.height - 14;
  const auto others = [](std::size_t all, std::size_t next) {
    return all > next ? fmt::format(", {} in all", all) : std::string();
  };
  draw_steps(context, graph, "before", "Right before it" + others(around.all_before, around.before.size()),
             around.before, {rect.x, y, third, height});
  draw_steps(context, graph, "after", "Right after it" + others(around.all_after, around.after.size()), around.after,
             {rect.x + 2 * (third + kStepsGap), y, third, height});

  const float x = rect.x + third + kStepsGap;
  const float close = button_width(ui, "Show all");
  float line = y;
  for (const std::string& words : wrapped_text(ui, around.name, kStrong, kSemibold, third, 2)) {
    put_text(ui, {x, line}, words, {.size = kStrong, .weight = kSemibold, .color = t.ink});
    line += kStrong * 1.2F;
  }
  for (const std::string& words : around.about) {
    put_text(ui, {x, line}, fitted_text(ui, words, kSmall, chart::Weight::regular, third),
             {.size = kSmall, .color = t.muted});
    line += kSmall * 1.3F;
  }
  if (line + kButtonHeight > rect.bottom()) line = y;
  const float left = line == y ? x + third - close : x;
  if (button(ui, "dependencies/all", "Show all", {left, rect.bottom() - kButtonHeight})) {
    context.transient.selected.clear();
  }
}

struct Focus {
  chart::Graph graph;
};

const chart::Graph& focus_of(const ViewContext& context, const chart::Graph& graph) {
  const std::string& selected = context.transient.selected;
  const auto make = [&] { return Focus{focused_on(graph, selected)}; };
  return context.models.of<Focus>({context.snapshot.run->results, context.snapshot.drivers}, make, selected).graph;
}

/// The graph in a part of the view that scrolls where the lines of its steps need more height.
void draw_graph(const ViewContext& context, const chart::Rect& area, const chart::Graph& graph, Commands& commands) {
  ImGui::SetCursorScreenPos({area.x, area.y});
  ImGui::BeginChild("dependencies/graph", {area.width + kGraphMargin, area.height}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NavFlattened);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float column = area.width / static_cast<float>(std::max(1, graph.layout.layers));
  const float box = kNameLine * chart::lines_of_names(column, kSmall);
  const float height = std::max(area.height, kGraphAround + box * static_cast<float>(graph.layout.widest));
  draw_chart(context, "dependencies", {at.x, at.y, area.width, height}, graph, commands);
  ImGui::EndChild();
}

}  // namespace

void draw_dependencies(const ViewContext& context, Commands& commands) {
  const Snapshot& snapshot = context.snapshot;
  const chart::Graph& graph = context.models.of<chart::Graph>({snapshot.run->results, snapshot.drivers},
                                                              [&] { return dependencies_of(snapshot); });
  const auto around = neighbours_of(graph, context.transient.selected);
  chart::Rect area = context.area;
  area.height = std::max(400.0F, area.height);
  const chart::Rect panel{area.x, area.bottom() - kPanel, area.width, kPanel};
  if (around) area.height -= kPanel + 12;
  draw_graph(context, area, around ? focus_of(context, graph) : graph, commands);
  if (around) draw_neighbours(context, graph, *around, panel);
}

}  // namespace headrace::gui
