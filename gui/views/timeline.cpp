#include "gui/models/timeline.hpp"

#include <algorithm>

#include "gui/views/chart_area.hpp"

namespace headrace::gui {
namespace {

/// Pixels of a row that reads well, and of what stands above and below the rows.
constexpr float kTimelineRow = 22, kOpenRow = 17, kTimelineAround = 140, kFoot = 36;

/// Turns pages of sites, above the chart.
void draw_pages(const ViewContext& context, const TimelinePage& page) {
  const Ui& ui = context.ui;
  const float y = context.area.y;
  float x = context.area.x + 8;
  std::size_t& first = context.transient.first_site;
  if (button(ui, "timeline/back", "Earlier sites", {x, y}, ButtonLook::plain, page.first > 0)) {
    first = page.first > page.count ? page.first - page.count : 0;
  }
  x += button_width(ui, "Earlier sites") + 8;
  const bool more = page.first + page.count < page.all;
  if (button(ui, "timeline/on", "Later sites", {x, y}, ButtonLook::plain, more)) first = page.first + page.count;
  x += button_width(ui, "Later sites") + 16;
  put_text(ui, {x, y + 7}, page.words(), {.size = kSmall, .color = ui.theme.muted});
}

/// A chart as high as its rows need; where that is more than there is, the view scrolls.
void draw_page(const ViewContext& context, chart::Rect area, const chart::Gantt& gantt, Commands& commands) {
  std::string& selected = context.transient.selected;
  const auto rows = static_cast<float>(rows_of(gantt, selected));
  area.height = std::max(area.height, rows * kOpenRow + kTimelineAround);
  // A second click closes what the first has opened.
  const std::string before = selected;
  const std::string clicked = draw_chart(context, "timeline", area, gantt, commands);
  if (!clicked.empty() && clicked == before) selected.clear();
}

}  // namespace

void draw_timeline(const ViewContext& context, Commands& commands) {
  const chart::Gantt& gantt = context.models.of<chart::Gantt>({context.snapshot.run->results, context.snapshot.drivers},
                                                              [&] { return timeline_of(context.snapshot); });
  chart::Rect area = context.area;
  area.height = std::max(320.0F, area.height);
  const auto rows = static_cast<std::size_t>(std::max(4.0F, (area.height - kTimelineAround) / kTimelineRow));
  const TimelinePage page = page_of(gantt, context.transient.first_site, rows);
  if (page.whole()) {
    draw_page(context, area, gantt, commands);
    return;
  }
  draw_pages(context, page);
  area.y += kFoot;
  area.height -= kFoot;
  draw_page(context, area, cut_to(gantt, page), commands);
}

}  // namespace headrace::gui
