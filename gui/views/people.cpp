#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "gui/views/chart_area.hpp"
#include "report/chart/areas.hpp"
#include "report/chart/lines.hpp"
#include "report/chart/spans.hpp"

namespace headrace::gui {
namespace {

constexpr float kPeopleGap = 16, kChoices = 36;

struct PeopleModel {
  chart::Lines groups;
  chart::Spans sites;
  chart::Areas everyone;
  chart::Lines support;
};

/// The ways to count people; one site is everyone.
std::vector<std::pair<UseBy, std::string>> choices(const PeopleModel& model) {
  if (model.sites.rows.size() < 2) return {{UseBy::group, "By group"}, {UseBy::everyone, "Everyone"}};
  return {{UseBy::group, "By group"}, {UseBy::site, "By site"}, {UseBy::everyone, "Everyone"}};
}

/// A button for each way; the chosen one has a frame.
/// @return  the way to draw in this frame
UseBy draw_choices(const ViewContext& context, chart::Point at, const PeopleModel& model) {
  UseBy shown = UseBy::group, next = context.transient.use_by;
  const auto list = choices(model);
  for (const auto& [by, words] : list) {
    if (by == context.transient.use_by) shown = by;
  }
  for (const auto& [by, words] : list) {
    const auto look = by == shown ? ButtonLook::plain : ButtonLook::quiet;
    if (button(context.ui, "people/" + words, words, at, look)) next = by;
    at.x += button_width(context.ui, words) + 4;
  }
  context.transient.use_by = next;
  return shown;
}

}  // namespace

void draw_people(const ViewContext& context, Commands& commands) {
  const PeopleModel& model = context.models.of<PeopleModel>({context.snapshot.run->results}, [&] {
    const RunView run = context.snapshot.run->view();
    return PeopleModel{chart::make_group_lines(run), chart::make_site_use(run), chart::make_adoption_areas(run),
                       chart::make_people_lines(run)};
  });

  // Who uses it at the left, what that rests on at the right. Charts have margins of their own.
  const chart::Rect& area = context.area;
  const float half = (area.width - kPeopleGap) / 2, y = area.y - 12 + kChoices;
  const float height = std::max(380.0F, area.bottom() + 12 - y);
  const chart::Rect left{area.x, y, half, height}, right{area.x + half + kPeopleGap, y, half, height};
  const UseBy by = draw_choices(context, {area.x, area.y - 12}, model);
  if (by == UseBy::group) draw_chart(context, "group_use", left, model.groups, commands);
  if (by == UseBy::site) draw_chart(context, "site_use", left, model.sites, commands);
  if (by == UseBy::everyone) draw_chart(context, "adoption", left, model.everyone, commands);
  draw_chart(context, "support", right, model.support, commands);
}

}  // namespace headrace::gui
