#include <algorithm>

#include "gui/views/chart_area.hpp"
#include "gui/views/unlock_table.hpp"
#include "report/chart/areas.hpp"
#include "report/chart/heat.hpp"
#include "report/chart/waterfall.hpp"

namespace headrace::gui {
namespace {

constexpr float kChart = 520;

/// Made once a run: a cell for each site and month is much to lay out.
struct LossModel {
  chart::Waterfall waterfall;
  chart::Areas leaks;
  chart::Heat heat;
};

/// The cause of lost value that was clicked; empty when something else was, or nothing.
std::string chosen_leak(const ViewContext& context, const chart::Waterfall& waterfall) {
  const std::string& selected = context.transient.selected;
  const bool known = std::any_of(waterfall.losses.begin(), waterfall.losses.end(),
                                 [&](const chart::Waterfall::Loss& loss) { return loss.id == selected; });
  return known ? selected : "";
}

float heat_height(std::size_t sites) { return std::clamp(130 + 22 * static_cast<float>(sites), 230.0F, 560.0F); }

}  // namespace

void draw_in_the_way(const ViewContext& context, Commands& commands) {
  const RunView run = context.snapshot.run->view();
  const auto& [waterfall, leaks, heat] = context.models.of<LossModel>({context.snapshot.run->results}, [&] {
    return LossModel{chart::make_waterfall(run), chart::make_leak_areas(run), chart::make_heat(run)};
  });
  const chart::Rect& area = context.area;
  const float half = (area.width - kGap) / 2, top = std::clamp(area.height * 0.7F, 300.0F, 440.0F);
  // Side by side where both have room for their labels.
  const bool wide = half >= kChart;
  float y = area.y;

  // Where value goes, and when.
  draw_chart(context, "waterfall", {area.x, y, wide ? half : area.width, top}, waterfall, commands);
  if (wide) {
    draw_chart(context, "leaks", {area.x + half + kGap, y, half, top}, leaks, commands);
  }
  y += top + kGap;

  // What would help, and where it hurts.
  y += draw_unlock_table(context, {area.x, y, area.width, 0}, chosen_leak(context, waterfall), commands) + kGap;
  if (!wide) {
    draw_chart(context, "leaks", {area.x, y, area.width, top}, leaks, commands);
    y += top + kGap;
  }
  // Only where it is seen: so many cells are much to draw, too.
  const float height = heat_height(run.programme.scenario.sites.size());
  if (ImGui::IsRectVisible({area.x, y}, {area.right(), y + height})) {
    draw_chart(context, "heat", {area.x, y, area.width, height}, heat, commands);
  }
  ImGui::SetCursorScreenPos({area.x, y + height});
  ImGui::Dummy({1, kGap});
}

}  // namespace headrace::gui
