#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace headrace::chart {

/// Logical pixels, y down; a backend scales them to the screen's pixels or to points on paper.
struct Point {
  float x = 0, y = 0;
  bool operator==(const Point&) const = default;
};

struct Rect {
  float x = 0, y = 0, width = 0, height = 0;
  float right() const { return x + width; }
  float bottom() const { return y + height; }
  bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
  bool operator==(const Rect&) const = default;
};

struct Color {
  std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
  bool operator==(const Color&) const = default;
};

enum class Weight { regular, semibold };
enum class Align { left, center, right };

/// How a line of text looks; size is the height of the font in logical pixels.
struct TextStyle {
  float size = 14;
  Weight weight = Weight::regular;
  Align align = Align::left;
  Color color{};
};

enum class Stroke { solid, dashed };

/// What charts draw on: a screen or a page. Calls draw over what earlier ones drew. No state but the clip.
class Canvas {
 public:
  virtual ~Canvas() = default;

  virtual void line(std::span<const Point> points, Color color, float width, Stroke stroke = Stroke::solid) = 0;
  /// Between two curves over the same x, left to right.
  virtual void band(std::span<const float> x, std::span<const float> low, std::span<const float> high, Color color) = 0;
  virtual void fill(const Rect& rect, Color color, float radius = 0) = 0;
  virtual void outline(const Rect& rect, Color color, float width, float radius = 0) = 0;
  /// A convex polygon, clockwise on screen.
  virtual void polygon(std::span<const Point> points, Color color) = 0;
  virtual void circle(Point center, float radius, Color color) = 0;
  /// One line of UTF-8; `at` is its left, middle or right end (by align) at the top of the line.
  virtual void text(Point at, std::string_view text, const TextStyle& style) = 0;
  virtual float text_width(std::string_view text, const TextStyle& style) const = 0;

  /// Nothing is drawn outside the clips that are open; they nest.
  virtual void push_clip(const Rect& rect) = 0;
  virtual void pop_clip() = 0;
};

}  // namespace headrace::chart
