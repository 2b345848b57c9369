#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/chart/canvas.hpp"
#include "report/chart/mark.hpp"
#include "report/chart/style.hpp"

namespace headrace::chart {

/// One chart being drawn: its canvas, its marks, and its texts, of which no two overlap and none leaves the rectangle.
/// Texts given first win; all are drawn last, on top.
class Sheet {
 public:
  Sheet(Canvas& canvas, const Rect& rect, const Style& style, const Hover& hover);
  ~Sheet();
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  Canvas& canvas() { return canvas_; }
  const Rect& rect() const { return rect_; }
  const Style& style() const { return style_; }
  const Palette& palette() const { return style_.palette; }
  const Hover& hover() const { return hover_; }
  float width_of(std::string_view text, const TextStyle& style) const { return canvas_.text_width(text, style); }

  /// Writes where there is room; says whether there was.
  bool write(Point at, std::string_view text, const TextStyle& style);
  /// The same, shortened to a width.
  bool write(Point at, std::string_view text, const TextStyle& style, float width);
  /// The same with its middle at this height.
  bool write_beside(Point at, std::string_view text, const TextStyle& style, float width);

  /// Crisp lines of one pixel.
  void horizontal(float from, float to, float y, Color color);
  void vertical(float x, float from, float to, Color color);

  void mark(const Rect& area, std::string tip, std::string target = {});
  bool is_selected(std::string_view target) const { return !target.empty() && hover_.selected == target; }
  bool is_under_pointer(const Rect& area) const { return hover_.at && area.contains(*hover_.at); }

  /// Title and subtitle as far as they fit; the room below them.
  Rect head(const Heading& heading);
  /// Instead of a chart: what is missing for it.
  void say_missing(const Rect& body, std::string_view what);

  std::vector<Mark> take_marks() { return std::move(marks_); }

 private:
  struct Text {
    Point at;
    std::string text;
    TextStyle style;
    Rect box;
  };

  Canvas& canvas_;
  Rect rect_;
  const Style& style_;
  const Hover& hover_;
  std::vector<Text> texts_;
  std::vector<Mark> marks_;
};

/// Moves heights apart so that neighbours are at least `gap` from each other, in their order, all within [low, high] if
/// they can be.
void spread(std::vector<float>& heights, float gap, float low, float high);

}  // namespace headrace::chart
