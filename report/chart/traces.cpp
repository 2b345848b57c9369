#include "report/chart/traces.hpp"

#include <algorithm>
#include <cmath>

#include "report/chart/legend.hpp"

namespace headrace::chart {

void draw_curve(Canvas& canvas, const Plot& plot, std::span<const double> x, std::span<const double> y, Color color,
                float width, Stroke stroke) {
  std::vector<Point> points;
  for (std::size_t k = 0; k < std::min(x.size(), y.size()); ++k) points.push_back({plot.x(x[k]), plot.y(y[k])});
  if (points.size() > 1) canvas.line(points, color, width, stroke);
}

void draw_band(Canvas& canvas, const Plot& plot, std::span<const double> x, std::span<const double> low,
               std::span<const double> high, Color color) {
  std::vector<float> at, bottom, top;
  for (std::size_t k = 0; k < x.size(); ++k) {
    at.push_back(plot.x(x[k]));
    bottom.push_back(plot.y(low[k]));
    top.push_back(plot.y(high[k]));
  }
  if (at.size() > 1) canvas.band(at, bottom, top, color);
}

float room_for(const Sheet& sheet, const Rect& body, const std::vector<EndLabel>& labels) {
  if (body.width < 36 * sheet.style().small) return 0;
  float widest = 0;
  for (const EndLabel& label : labels) {
    TextStyle style = sheet.style().quiet();
    style.weight = label.weight;
    widest = std::max(widest, sheet.width_of(label.text, style) + (label.swatch ? style.size : 0));
  }
  return std::min(widest + sheet.style().small, 0.3f * body.width);
}

Rect legend_instead(Sheet& sheet, const Rect& body, const std::vector<EndLabel>& labels) {
  if (room_for(sheet, body, labels) > 0) return body;
  std::vector<LegendEntry> entries;
  for (const EndLabel& label : labels) {
    if (label.swatch) entries.push_back({*label.swatch, label.text});
  }
  return draw_legend(sheet, body, entries);
}

void write_end_labels(Sheet& sheet, const Plot& plot, const std::vector<EndLabel>& labels) {
  const float pad = sheet.style().small / 2, line = sheet.style().small * 1.1f;
  const float width = sheet.rect().right() - plot.area.right() - 2 * pad;
  if (width < 3 * sheet.style().small) return;

  // As many as the height holds; each as near to its curve as the others let it.
  const auto room = static_cast<std::size_t>(std::max(1.0f, plot.area.height / line));
  const std::size_t count = std::min(labels.size(), room);
  std::vector<float> heights;
  for (std::size_t i = 0; i < count; ++i) heights.push_back(plot.y(labels[i].value));
  spread(heights, line, plot.area.y + line / 2, plot.area.bottom() - line / 2);
  for (std::size_t i = 0; i < count; ++i) {
    TextStyle style = sheet.style().quiet();
    style.color = labels[i].color;
    style.weight = labels[i].weight;
    float x = plot.area.right() + pad;
    if (labels[i].swatch) {
      const float side = std::round(0.6f * style.size);
      sheet.canvas().fill({x, heights[i] - side / 2, side, side}, *labels[i].swatch, 2);
      x += style.size;
    }
    sheet.write_beside({x, heights[i]}, labels[i].text, style, plot.area.right() + pad + width - x);
  }
}

void mark_weeks(Sheet& sheet, const Plot& plot, std::span<const double> x, std::span<const std::string> tips,
                std::span<const double> y) {
  for (std::size_t k = 0; k < std::min(x.size(), tips.size()); ++k) {
    const float middle = plot.x(x[k]);
    const float left = k == 0 ? plot.area.x : (plot.x(x[k - 1]) + middle) / 2;
    const float right = k + 1 == x.size() ? plot.area.right() : (middle + plot.x(x[k + 1])) / 2;
    const Rect column{left, plot.area.y, right - left, plot.area.height};
    if (sheet.is_under_pointer(column)) {
      sheet.vertical(middle, plot.area.y, plot.area.bottom(), sheet.palette().muted);
      if (k < y.size()) sheet.canvas().circle({middle, plot.y(y[k])}, 4, sheet.palette().ink);
    }
    sheet.mark(column, tips[k]);
  }
}

}  // namespace headrace::chart
