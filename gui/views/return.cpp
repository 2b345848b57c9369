#include <algorithm>
#include <vector>

#include "gui/models/future_choice.hpp"
#include "gui/views/chart_area.hpp"
#include "report/chart/fan.hpp"
#include "report/chart/histogram.hpp"
#include "report/chart/sites_curve.hpp"

namespace headrace::gui {
namespace {

/// Places for one large chart and two small ones: below it where there is height, beside it where there is not.
struct Places {
  chart::Rect large, first, second;
};

Places places(const chart::Rect& area) {
  const bool tall = area.height >= 560;
  if (tall) {
    const float top = std::max(300.0F, area.height * 0.55F), half = (area.width - kGap) / 2;
    const float y = area.y + top + kGap, height = std::max(220.0F, area.bottom() - y);
    return {{area.x, area.y, area.width, top}, {area.x, y, half, height}, {area.x + half + kGap, y, half, height}};
  }
  const float large = std::max(300.0F, area.width * 0.58F), small = area.width - large - kGap;
  const float height = std::max(190.0F, (area.height - kGap) / 2), x = area.x + large + kGap;
  return {{area.x, area.y, large, 2 * height + kGap},
          {x, area.y, small, height},
          {x, area.y + height + kGap, small, height}};
}

/// Value against the number of sites, once the study is done.
chart::SitesCurve sites_curve(const Snapshot& snapshot) {
  std::vector<chart::SitesResult> results;
  if (const auto& study = snapshot.site_curve) {
    for (std::size_t i = 0; i < study->sites.size(); ++i) {
      results.push_back({study->sites[i], study->npv[i], study->roi[i]});
    }
  }
  const Scenario& scenario = snapshot.run->prepared->programme.scenario;
  chart::SitesCurve curve =
      chart::make_sites_curve(results, scenario.money.currency, static_cast<int>(scenario.sites.size()));
  if (!snapshot.site_curve && !snapshot.finished) {
    curve.heading = {"Value against the number of sites", ""};
    curve.missing = "Other numbers of sites are being run.";
  }
  return curve;
}

/// Opens a future in its own view.
/// @param week  to which it is gone through; negative: its end
void open_future(const ViewContext& context, std::int64_t trial, double week, Commands& commands) {
  if (trial < 0) return;
  context.transient.trial = trial;
  context.transient.future_week = week;
  commands.emplace_back(ChooseView{"future"});
}

void draw_fan(const ViewContext& context, const RunView& run, const chart::Rect& rect, Commands& commands) {
  chart::Fan fan = chart::make_fan(run);
  if (context.snapshot.pinned_run) chart::add_other(fan, context.snapshot.pinned_run->view());
  fan.offer = "Click: one future that passes about here";
  const std::string clicked = draw_chart(context, "fan", rect, fan, commands);
  if (const auto place = chart::fan_place(clicked)) {
    open_future(context, future_at(run.results, *place), place->week, commands);
  }
}

void draw_payback(const ViewContext& context, const RunView& run, const chart::Rect& rect, Commands& commands) {
  chart::Histogram histogram = chart::make_payback_histogram(run);
  histogram.offer = "Click: a typical one of these futures";
  const std::string clicked = draw_chart(context, "payback", rect, histogram, commands);
  if (clicked.empty()) return;
  open_future(context, future_in_bar(run.results, Output::payback_week, histogram, clicked), -1, commands);
}

}  // namespace

void draw_return(const ViewContext& context, Commands& commands) {
  const RunView run = context.snapshot.run->view();
  const Places at = places(context.area);

  // What is clicked here is opened elsewhere: what was selected in other views stays so.
  const std::string selected = context.transient.selected;
  draw_fan(context, run, at.large, commands);
  draw_payback(context, run, at.first, commands);
  context.transient.selected = selected;
  draw_chart(context, "sites", at.second, sites_curve(context.snapshot), commands);
}

}  // namespace headrace::gui
