#pragma once

#include <string>

#include "report/chart/canvas.hpp"

namespace headrace::chart {

/// A line of Inter is so many times as high as its font size.
inline constexpr float kLinePerFont = 1.21f;

/// A page of SVG 1.1 with real text in Inter: small, searchable, the same bytes for the same calls.
///
/// Widths of text come from Inter's own tables for what Latin texts need; wider letters are taken at their widest, so a
/// text is never wider than it says.
class SvgCanvas : public Canvas {
 public:
  SvgCanvas(float width, float height, Color background);

  void line(std::span<const Point> points, Color color, float width, Stroke stroke) override;
  void band(std::span<const float> x, std::span<const float> low, std::span<const float> high, Color color) override;
  void fill(const Rect& rect, Color color, float radius) override;
  void outline(const Rect& rect, Color color, float width, float radius) override;
  void polygon(std::span<const Point> points, Color color) override;
  void circle(Point center, float radius, Color color) override;
  void text(Point at, std::string_view text, const TextStyle& style) override;
  float text_width(std::string_view text, const TextStyle& style) const override;
  void push_clip(const Rect& rect) override;
  void pop_clip() override;

  /// The finished file.
  std::string svg() const;

 private:
  void points(std::span<const Point> points);

  std::string text_;
  int clips_ = 0;
};

/// Width of a text in Inter whose line is `size` high.
float inter_width(std::string_view text, float size, Weight weight);

}  // namespace headrace::chart
