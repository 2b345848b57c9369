#include <algorithm>
#include <cmath>

#include "gui/views/chart_area.hpp"
#include "report/chart/areas.hpp"
#include "report/chart/lines.hpp"
#include "report/chart/spans.hpp"

namespace headrace::gui {
namespace {

constexpr float kGap = 16;

struct PeopleModel {
  chart::Areas adoption;
  chart::Lines support;
  chart::Spans sites;
};

}  // namespace

void draw_people(const ViewContext& context, Commands& commands) {
  const PeopleModel& model = context.models.of<PeopleModel>({context.snapshot.run->results}, [&] {
    const RunView run = context.snapshot.run->view();
    return PeopleModel{chart::make_adoption_areas(run), chart::make_people_lines(run), chart::make_site_use(run)};
  });

  // Use at the left, over time and by site; what it rests on at the right.
  chart::Rect area = context.area;
  // Charts have margins of their own.
  area.y -= 12;
  area.height += 24;
  const float half = (area.width - kGap) / 2, x = area.x + half + kGap;
  const float height = std::max(420.0F, area.height), upper = std::round((height - kGap) * 0.42F);
  draw_chart(context, "adoption", {area.x, area.y, half, upper}, model.adoption, commands);
  draw_chart(context, "site_use", {area.x, area.y + upper + kGap, half, height - upper - kGap}, model.sites, commands);
  draw_chart(context, "support", {x, area.y, half, height}, model.support, commands);
}

}  // namespace headrace::gui
