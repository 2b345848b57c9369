#include "report/chart/sites_curve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/chart/axis.hpp"
#include "report/chart/traces.hpp"
#include "report/words/csv.hpp"
#include "report/words/number_text.hpp"

namespace headrace::chart {
namespace {

using Stop = SitesCurve::Stop;

Stop stop_of(const SitesResult& result, const std::string& currency) {
  const auto level = [&](Percentile p) { return result.npv.quantile[p].value.value_or(result.npv.mean); };
  Stop stop{result.sites, level(P10), level(P50), level(P90), result.npv.mean, 0, false, ""};
  const MoneyScale scale = money_scale({stop.low, stop.high, stop.mean});
  stop.tip = fmt::format("{}\n{} {} on average\nhalf of the futures above {}, 8 in 10 between {} and {}",
                         count_of(stop.sites, "site"), currency, money(stop.mean, scale), money(stop.middle, scale),
                         money(stop.low, scale), money(stop.high, scale));
  if (result.roi.never < result.roi.trials) {
    stop.roi = result.roi.mean;
    stop.has_roi = true;
    stop.tip += fmt::format("\nreturn on cost {} on average", percent(stop.roi));
  }
  return stop;
}

std::string finding(const SitesCurve& curve) {
  const auto best = std::ranges::max_element(curve.stops, {}, &Stop::mean);
  if (best->mean <= 0) {
    const int most = std::ranges::max_element(curve.stops, {}, &Stop::sites)->sites;
    return fmt::format("Loses money on average at {}",
                       most == 1 ? "one site" : "one to " + number_word(most) + " sites");
  }
  const bool grows = std::ranges::is_sorted(curve.stops, {}, &Stop::mean);
  if (grows && curve.stops.size() > 1) {
    return fmt::format("Every further site adds value, up to {} at {} sites", money(best->mean),
                       number_word(best->sites));
  }
  return fmt::format("Worth most at {} site{}: {} {} on average", number_word(best->sites), best->sites == 1 ? "" : "s",
                     curve.currency, money(best->mean));
}

Plot lay_out(Sheet& sheet, const Rect& body, const SitesCurve& curve) {
  const float small = sheet.style().small, lines = body.height > 9 * small ? 2.0f : 1.0f;
  Rect area{body.x, body.y + small / 2, body.width, std::max(1.0f, body.height - small / 2 - lines * 1.3f * small - 8)};
  Range values{0, 0};
  for (const Stop& stop : curve.stops) {
    values = {std::min({values.low, stop.low, stop.mean}), std::max({values.high, stop.high, stop.mean})};
  }
  const int ticks = std::clamp(static_cast<int>(area.height / (3 * small)), 3, 12);
  const Range range = nice_range(values.low, values.high, ticks);
  const float roi = sheet.width_of("return", sheet.style().quiet());
  const float left = std::max(roi, value_axis_width(sheet, range.low, range.high, ticks, Measure::money)) + small / 2;
  area.x += left;
  area.width = std::max(1.0f, area.width - left);

  // Half a site of air on both sides.
  const Plot plot{area,
                  {curve.stops.front().sites - 0.5, curve.stops.back().sites + 0.5, area.x, area.right()},
                  {range.low, range.high, area.bottom(), area.y}};
  draw_value_axis(sheet, area, plot.y, Measure::money, true);
  return plot;
}

/// Numbers of sites, and the return below each; as many as have room, the planned number surely.
void write_axis(Sheet& sheet, const Plot& plot, const SitesCurve& curve) {
  const TextStyle style = sheet.style().quiet(Align::center), right = sheet.style().quiet(Align::right);
  const float y = plot.area.bottom() + 8, next = y + 1.3f * style.size;
  const float names = plot.area.x - style.size / 2;
  sheet.horizontal(plot.area.x, plot.area.right(), plot.area.bottom(), sheet.palette().axis);
  const bool has_room = next + style.size <= sheet.rect().bottom();
  if (has_room) sheet.write({names, next}, "return", right);
  sheet.write({names, y}, "sites", right);
  const auto write = [&](const Stop& stop) {
    TextStyle strong = style;
    if (stop.sites == curve.planned) strong.weight = Weight::semibold;
    if (stop.sites == curve.planned) strong.color = sheet.palette().ink;
    sheet.write({plot.x(stop.sites), y}, grouped(static_cast<std::int64_t>(stop.sites)), strong);
    if (has_room && stop.has_roi) sheet.write({plot.x(stop.sites), next}, percent(stop.roi), strong);
  };
  for (const Stop& stop : curve.stops) {
    if (stop.sites == curve.planned) write(stop);
  }
  for (const Stop& stop : curve.stops) {
    if (stop.sites != curve.planned) write(stop);
  }
}

void draw_stops(Sheet& sheet, const Plot& plot, const SitesCurve& curve) {
  const Palette& palette = sheet.palette();
  for (const Stop& stop : curve.stops) {
    const Point at{plot.x(stop.sites), plot.y(stop.mean)};
    const float half = (plot.x(stop.sites + 0.5) - plot.x(stop.sites - 0.5)) / 2;
    const Rect column{std::max(plot.area.x, at.x - half), plot.area.y,
                      std::min(2 * half, plot.area.right() - std::max(plot.area.x, at.x - half)), plot.area.height};
    const bool pointed = sheet.is_under_pointer(column);
    if (pointed) sheet.vertical(at.x, plot.y(stop.high), plot.y(stop.low), palette.muted);
    const bool chosen = stop.sites == curve.planned || pointed;
    if (half > 4 || chosen) sheet.canvas().circle(at, chosen ? 5.0f : 3.0f, chosen ? palette.ink : palette.accent);
    sheet.mark(column, stop.tip);
  }
}

}  // namespace

SitesCurve make_sites_curve(std::span<const SitesResult> results, const std::string& currency, int planned) {
  SitesCurve curve;
  curve.currency = currency;
  curve.planned = planned;
  for (const SitesResult& result : results) curve.stops.push_back(stop_of(result, currency));
  std::ranges::sort(curve.stops, {}, &Stop::sites);
  if (curve.stops.empty()) {
    curve.missing = "Other numbers of sites have not been simulated yet.";
    return curve;
  }
  curve.heading = {finding(curve), fmt::format("{} by number of sites: average, and 8 in 10 of {}", currency,
                                               count_of(results.front().npv.trials, "future"))};
  return curve;
}

std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const SitesCurve& curve,
                       const Hover& hover) {
  Sheet sheet(canvas, rect, style, hover);
  const Rect body = sheet.head(curve.heading);
  if (!curve.missing.empty() || curve.stops.empty()) {
    sheet.say_missing(body, curve.missing);
    return sheet.take_marks();
  }
  const Plot plot = lay_out(sheet, body, curve);
  std::vector<double> sites, low, mean, high;
  for (const Stop& stop : curve.stops) {
    sites.push_back(stop.sites);
    low.push_back(stop.low);
    mean.push_back(stop.mean);
    high.push_back(stop.high);
  }
  draw_band(canvas, plot, sites, low, high, faded(style.palette.accent, 0.22f));
  draw_curve(canvas, plot, sites, mean, style.palette.accent, 2.5f);
  if (curve.stops.size() == 1) sheet.vertical(plot.x(sites[0]), plot.y(high[0]), plot.y(low[0]), style.palette.accent);
  draw_stops(sheet, plot, curve);
  write_axis(sheet, plot, curve);
  return sheet.take_marks();
}

std::string csv(const SitesCurve& curve) {
  Csv csv({"sites", "npv_mean", "npv_p10", "npv_p50", "npv_p90", "roi_mean"});
  for (const Stop& stop : curve.stops) {
    csv.cell(stop.sites).cell(stop.mean).cell(stop.low).cell(stop.middle).cell(stop.high);
    csv.cell(stop.has_roi ? std::optional(stop.roi) : std::nullopt).end_row();
  }
  return csv.text();
}

}  // namespace headrace::chart
