#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "report/chart/axis.hpp"
#include "report/chart/sheet.hpp"

namespace headrace::chart {

void draw_curve(Canvas& canvas, const Plot& plot, std::span<const double> x, std::span<const double> y, Color color,
                float width, Stroke stroke = Stroke::solid);
void draw_band(Canvas& canvas, const Plot& plot, std::span<const double> x, std::span<const double> low,
               std::span<const double> high, Color color);

/// Words at the right end of a curve or band, at the height of a value, in place of a legend.
struct EndLabel {
  std::string text;
  double value = 0;
  Color color;
  Weight weight = Weight::regular;
  std::optional<Color> swatch = {};  ///< a small square before the words, for colours too light for text
};

/// Pixels to keep free for them at the right of a plot; 0 where the chart is too narrow for labels.
float room_for(const Sheet& sheet, const Rect& body, const std::vector<EndLabel>& labels);
/// Where the chart is too narrow for them: a legend at the top of `body` instead, of those with a swatch; the room
/// below.
Rect legend_instead(Sheet& sheet, const Rect& body, const std::vector<EndLabel>& labels);
/// Writes them apart from each other, the first ones surely.
void write_end_labels(Sheet& sheet, const Plot& plot, const std::vector<EndLabel>& labels);

/// One mark for each point of a curve, as high as the plot; a line and a dot where the pointer is.
/// @param y  [x] heights of the dots; empty: none
void mark_weeks(Sheet& sheet, const Plot& plot, std::span<const double> x, std::span<const std::string> tips,
                std::span<const double> y);

}  // namespace headrace::chart
