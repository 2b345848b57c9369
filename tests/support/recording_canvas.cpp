#include "tests/support/recording_canvas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/chart/svg_canvas.hpp"

namespace headrace::test {
namespace {

using chart::Point;
using chart::Rect;

std::string words(const Rect& r) { return fmt::format("({}, {}, {} x {})", r.x, r.y, r.width, r.height); }

bool is_finite(const Rect& r) {
  return std::isfinite(r.x) && std::isfinite(r.y) && std::isfinite(r.width) && std::isfinite(r.height);
}

bool is_inside(const Rect& inner, const Rect& outer) {
  constexpr float slack = 1;
  return inner.x >= outer.x - slack && inner.y >= outer.y - slack && inner.right() <= outer.right() + slack &&
         inner.bottom() <= outer.bottom() + slack;
}

Rect common(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x), y = std::max(a.y, b.y);
  return {x, y, std::max(0.0f, std::min(a.right(), b.right()) - x),
          std::max(0.0f, std::min(a.bottom(), b.bottom()) - y)};
}

bool overlap(const Rect& a, const Rect& b) {
  const Rect both = common(a, b);
  return both.width > 0.01f && both.height > 0.01f;
}

}  // namespace

void RecordingCanvas::add(Kind kind, Rect box, chart::Color color, std::string text) {
  for (std::size_t i = 1; i < clips_.size(); ++i) box = is_finite(box) ? common(box, clips_[i]) : box;
  shapes_.push_back({kind, box, std::move(text), color});
}

void RecordingCanvas::add(Kind kind, std::span<const Point> points, chart::Color color) {
  if (points.empty()) return;
  Point low = points.front(), high = low;
  bool finite = true;
  for (const Point& p : points) {
    finite = finite && std::isfinite(p.x) && std::isfinite(p.y);
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  add(kind, {low.x, low.y, finite ? high.x - low.x : NAN, high.y - low.y}, color);
}

void RecordingCanvas::line(std::span<const Point> points, chart::Color color, float, chart::Stroke) {
  add(Kind::line, points, color);
}

void RecordingCanvas::band(std::span<const float> x, std::span<const float> low, std::span<const float> high,
                           chart::Color color) {
  std::vector<Point> points;
  for (std::size_t i = 0; i < x.size(); ++i) points.push_back({x[i], low[i]});
  for (std::size_t i = 0; i < x.size(); ++i) points.push_back({x[i], high[i]});
  add(Kind::band, points, color);
}

void RecordingCanvas::fill(const Rect& rect, chart::Color color, float) { add(Kind::fill, rect, color); }
void RecordingCanvas::outline(const Rect& rect, chart::Color color, float, float) { add(Kind::outline, rect, color); }
void RecordingCanvas::polygon(std::span<const Point> points, chart::Color color) { add(Kind::polygon, points, color); }

void RecordingCanvas::circle(Point center, float radius, chart::Color color) {
  add(Kind::circle, {center.x - radius, center.y - radius, 2 * radius, 2 * radius}, color);
}

void RecordingCanvas::text(Point at, std::string_view text, const chart::TextStyle& style) {
  const float width = text_width(text, style);
  const float left = style.align == chart::Align::left     ? at.x
                     : style.align == chart::Align::center ? at.x - width / 2
                                                           : at.x - width;
  add(Kind::text, {left, at.y, width, style.size}, style.color, std::string(text));
}

float RecordingCanvas::text_width(std::string_view text, const chart::TextStyle& style) const {
  return chart::inter_width(text, style.size, style.weight);
}

std::vector<RecordingCanvas::Shape> RecordingCanvas::of(Kind kind) const {
  std::vector<Shape> found;
  std::ranges::copy_if(shapes_, std::back_inserter(found), [&](const Shape& s) { return s.kind == kind; });
  return found;
}

bool RecordingCanvas::says(const std::string& words) const {
  return std::ranges::any_of(shapes_, [&](const Shape& s) { return s.text.find(words) != s.text.npos; });
}

std::vector<std::string> flaws(const RecordingCanvas& canvas, const Rect& rect, const std::vector<chart::Mark>& marks) {
  std::vector<std::string> found;
  const auto check = [&](const Rect& box, const std::string& what) {
    if (!is_finite(box)) found.push_back(what + " has no place");
    if (is_finite(box) && !is_inside(box, rect)) found.push_back(what + " is outside: " + words(box));
  };
  for (const auto& shape : canvas.shapes()) {
    check(shape.box, fmt::format("shape {} '{}'", static_cast<int>(shape.kind), shape.text));
  }
  for (const chart::Mark& mark : marks) check(mark.area, "mark '" + mark.tip + "'");

  const auto texts = canvas.of(RecordingCanvas::Kind::text);
  if (texts.empty()) found.push_back("nothing is written");
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (!overlap(texts[i].box, texts[k].box)) continue;
      found.push_back(fmt::format("'{}' over '{}'", texts[i].text, texts[k].text));
    }
  }
  if (!canvas.all_clips_closed()) found.push_back("a clip is left open");
  return found;
}

}  // namespace headrace::test
