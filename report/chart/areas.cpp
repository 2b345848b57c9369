#include "report/chart/areas.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/chart/axis.hpp"
#include "report/chart/traces.hpp"
#include "report/words/csv.hpp"

namespace headrace::chart {
namespace {

std::vector<Color> colors_of(const Areas& areas, const Palette& palette) {
  std::vector<Color> colors;
  std::size_t next = 1;  // the first colour of the series is near the accent
  for (const Areas::Layer& layer : areas.layers) {
    const Color soft = mixed(palette.accent, palette.background, 0.55f);
    colors.push_back(layer.tone == Tone::accent        ? palette.accent
                     : layer.tone == Tone::accent_soft ? soft
                     : layer.tone == Tone::loss        ? palette.loss
                     : layer.tone == Tone::neutral     ? palette.neutral
                     : layer.tone == Tone::others      ? palette.axis
                                                       : palette.series[next++ % palette.series.size()]);
  }
  return colors;
}

/// Tops of the layers: [layer + 1][week], the first all 0.
std::vector<std::vector<double>> stacked(const Areas& areas) {
  std::vector<std::vector<double>> tops = {std::vector<double>(areas.week.size(), 0.0)};
  for (const Areas::Layer& layer : areas.layers) {
    std::vector<double> top = tops.back();
    for (std::size_t k = 0; k < top.size(); ++k) top[k] += layer.value[k];
    tops.push_back(std::move(top));
  }
  return tops;
}

std::string tip_of(const Areas& areas, std::size_t k) {
  std::string tip = date_text(areas.calendar, areas.week[k]);
  for (auto layer = areas.layers.rbegin(); layer != areas.layers.rend(); ++layer) {
    if (layer->value[k] > 0) tip += fmt::format("\n{}: {}", layer->name, value_text(layer->value[k], areas.measure));
  }
  return tip;
}

/// A white hairline between layers, so that neighbours stay apart without relying on colour.
void draw_layers(Canvas& canvas, const Plot& plot, const Areas& areas, const std::vector<std::vector<double>>& tops,
                 const std::vector<Color>& colors, Color between) {
  canvas.push_clip(plot.area);
  for (std::size_t i = 0; i < areas.layers.size(); ++i) {
    draw_band(canvas, plot, areas.week, tops[i], tops[i + 1], colors[i]);
  }
  for (std::size_t i = 1; i < areas.layers.size(); ++i) draw_curve(canvas, plot, areas.week, tops[i], between, 1);
  canvas.pop_clip();
}

}  // namespace

std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Areas& areas, const Hover& hover) {
  Sheet sheet(canvas, rect, style, hover);
  Rect body = sheet.head(areas.heading);
  if (!areas.missing.empty() || areas.week.empty()) {
    sheet.say_missing(body, areas.missing);
    return sheet.take_marks();
  }
  const auto tops = stacked(areas);
  const std::vector<Color> colors = colors_of(areas, style.palette);
  std::vector<EndLabel> labels;
  for (std::size_t i = 0; i < areas.layers.size(); ++i) {
    labels.push_back({areas.layers[i].name, (tops[i].back() + tops[i + 1].back()) / 2, style.palette.ink,
                      Weight::regular, colors[i]});
  }

  const double high = *std::ranges::max_element(tops.back());
  body = legend_instead(sheet, body, labels);
  const Plot plot = draw_time_axes(sheet, body,
                                   {.calendar = areas.calendar,
                                    .first_week = areas.week.front(),
                                    .last_week = areas.week.back(),
                                    .low = 0,
                                    .high = areas.measure == Measure::share ? 1 : high,
                                    .measure = areas.measure,
                                    .room_right = room_for(sheet, body, labels)});
  draw_layers(canvas, plot, areas, tops, colors, style.palette.background);
  write_end_labels(sheet, plot, labels);
  std::vector<std::string> tips;
  for (std::size_t k = 0; k < areas.week.size(); ++k) tips.push_back(tip_of(areas, k));
  mark_weeks(sheet, plot, areas.week, tips, {});
  return sheet.take_marks();
}

std::string csv(const Areas& areas) {
  std::vector<std::string> header = {"week", "date"};
  for (const Areas::Layer& layer : areas.layers) header.push_back(layer.id);
  Csv csv(header);
  for (std::size_t k = 0; k < areas.week.size(); ++k) {
    csv.cell(areas.week[k]).cell(areas.calendar.iso(areas.week[k]));
    for (const Areas::Layer& layer : areas.layers) csv.cell(layer.value[k]);
    csv.end_row();
  }
  return csv.text();
}

}  // namespace headrace::chart
