#pragma once

#include <string>
#include <vector>

#include "report/chart/canvas.hpp"
#include "report/chart/mark.hpp"
#include "report/chart/style.hpp"

namespace headrace::test {

/// Remembers what a chart draws, as boxes.
class RecordingCanvas : public chart::Canvas {
 public:
  enum class Kind { line, band, fill, outline, polygon, circle, text };
  struct Shape {
    Kind kind;
    chart::Rect box;  ///< cut at the clips inside the outermost one
    std::string text;
    chart::Color color;
    bool operator==(const Shape&) const = default;
  };

  void line(std::span<const chart::Point> points, chart::Color color, float width, chart::Stroke stroke) override;
  void band(std::span<const float> x, std::span<const float> low, std::span<const float> high,
            chart::Color color) override;
  void fill(const chart::Rect& rect, chart::Color color, float radius) override;
  void outline(const chart::Rect& rect, chart::Color color, float width, float radius) override;
  void polygon(std::span<const chart::Point> points, chart::Color color) override;
  void circle(chart::Point center, float radius, chart::Color color) override;
  void text(chart::Point at, std::string_view text, const chart::TextStyle& style) override;
  float text_width(std::string_view text, const chart::TextStyle& style) const override;
  void push_clip(const chart::Rect& rect) override { clips_.push_back(rect); }
  void pop_clip() override { clips_.pop_back(); }

  const std::vector<Shape>& shapes() const { return shapes_; }
  std::vector<Shape> of(Kind kind) const;
  /// Has some text this in it?
  bool says(const std::string& words) const;
  bool all_clips_closed() const { return clips_.empty(); }

 private:
  void add(Kind kind, chart::Rect box, chart::Color color, std::string text = {});
  void add(Kind kind, std::span<const chart::Point> points, chart::Color color);

  std::vector<Shape> shapes_;
  std::vector<chart::Rect> clips_;
};

/// What is wrong with a drawing: shapes or marks outside the rectangle, texts over one another, open clips, numbers
/// that are none. Empty: nothing.
std::vector<std::string> flaws(const RecordingCanvas& canvas, const chart::Rect& rect,
                               const std::vector<chart::Mark>& marks);

/// Flaws of a chart on rectangles from 300 x 180 to 3840 x 2160, with and without the pointer over it, with its size.
template <class Chart>
std::vector<std::string> flaws_at_all_sizes(const Chart& chart);

inline const std::vector<chart::Rect> kChartSizes = {
    {17, 23, 300, 180}, {17, 23, 180, 420}, {0, 0, 640, 360}, {5, 7, 1280, 720}, {0, 0, 3840, 2160}};

template <class Chart>
std::vector<std::string> flaws_at_all_sizes(const Chart& chart) {
  std::vector<std::string> all;
  for (const chart::Rect& rect : kChartSizes) {
    for (const float share : {-1.0f, 0.2f, 0.5f, 0.9f}) {
      chart::Hover hover;
      if (share > 0) hover.at = chart::Point{rect.x + share * rect.width, rect.y + share * rect.height};
      RecordingCanvas canvas;
      const auto marks = draw(canvas, rect, chart::Style{}, chart, hover);
      for (const std::string& flaw : flaws(canvas, rect, marks)) {
        all.push_back(std::to_string(static_cast<int>(rect.width)) + " wide: " + flaw);
      }
    }
  }
  return all;
}

}  // namespace headrace::test
