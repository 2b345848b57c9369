#include <algorithm>

#include "gui/models/driver_story.hpp"
#include "gui/views/chart_area.hpp"

namespace headrace::gui {
namespace {

constexpr float kDriversGap = 32, kFigureColumn = 84;

/// Lines of text below each other; the height after them.
float put_lines(const Ui& ui, chart::Point at, const std::string& text, const chart::TextStyle& style, float width,
                std::size_t most) {
  for (const std::string& line : wrapped_text(ui, typeset(text), style.size, style.weight, width, most)) {
    put_text(ui, at, line, style);
    at.y += style.size * 1.3F;
  }
  return at.y;
}

/// A heading and its findings: a figure at the left, words at the right.
/// @return  where the next may begin
float draw_findings(const Ui& ui, chart::Point at, float width, const std::string& title, const std::string& lead,
                    const std::vector<Finding>& findings, chart::Color strong) {
  const Theme& t = ui.theme;
  float y = put_lines(ui, at, title, {.size = kTitle, .weight = kSemibold, .color = t.ink}, width, 2);
  y = put_lines(ui, {at.x, y + 2}, lead, {.size = kSmall, .color = t.muted}, width, 3) + 8;
  for (const Finding& finding : findings) {
    hairline({at.x, y}, {at.x + width, y}, t.rule);
    y += 10;
    put_text(ui, {at.x, y}, finding.strong, {.size = kStrong, .weight = kSemibold, .color = strong});
    const float x = at.x + kFigureColumn, room = width - kFigureColumn;
    y = put_lines(ui, {x, y}, finding.words, {.size = kBody, .color = t.ink}, room, 5);
    y = put_lines(ui, {x, y + 2}, finding.small, {.size = kSmall, .color = t.muted}, room, 3) + 8;
  }
  return y;
}

/// What was clicked in the tornado is shown among the levers.
void lead_to_lever(const ViewContext& context, const DriverStory& story, const std::string& clicked) {
  const auto found = story.levers.find(clicked);
  if (found == story.levers.end()) return;
  TransientState& transient = context.transient;
  transient.news = found->second.why_not;
  if (found->second.path.empty()) return;
  transient.search.clear();
  transient.pointed = found->second.path;
  transient.pointed_now = true;
}

/// While presenting there are no levers to be led to.
void draw_tornado(const ViewContext& context, const DriverStory& story, const chart::Rect& rect, Commands& commands) {
  if (!context.transient.presenting) {
    return lead_to_lever(context, story, draw_chart(context, "drivers", rect, story.tornado, commands));
  }
  chart::Tornado tornado = story.tornado;
  for (chart::Tornado::Row& row : tornado.rows) row.hint.clear();
  draw_chart(context, "drivers", rect, tornado, commands);
}

}  // namespace

void draw_drivers(const ViewContext& context, Commands& commands) {
  const Snapshot& snapshot = context.snapshot;
  const DriverStory& story = context.models.of<DriverStory>({snapshot.run->results, snapshot.drivers, snapshot.levers},
                                                            [&] { return driver_story_of(snapshot); });
  const Ui& ui = context.ui;
  const chart::Rect& area = context.area;
  if (!story.ready) {
    put_lines(ui, {area.x, area.y}, story.waiting, {.size = kBody, .color = ui.theme.muted}, area.width, 3);
    return;
  }
  const float left = (area.width - kDriversGap) * 0.58F, right = area.width - kDriversGap - left,
              x = area.x + left + kDriversGap;
  draw_tornado(context, story, {area.x, area.y, left, std::max(400.0F, area.height)}, commands);

  float y = area.y + 8;
  y = draw_findings(ui, {x, y}, right, story.worst_title, story.worst_lead, story.worst, ui.theme.loss) + 16;
  y = draw_findings(ui, {x, y}, right, story.warnings_title, story.warnings_lead, story.warnings, ui.theme.accent);
  // The page is as long as its longer column.
  ImGui::SetCursorScreenPos({x, y});
  ImGui::Dummy({1, 24});
}

}  // namespace headrace::gui
