#include "report/chart/svg_canvas.hpp"

#include <fmt/format.h>

#include <vector>

#include "report/words/typeset.hpp"

namespace headrace::chart {
namespace {

/// Letters stand at 0.8 of the height of their line.
constexpr float kBaseline = 0.8f;

/// At most two decimals, none needless.
std::string number(float value) {
  std::string text = fmt::format("{:.2f}", value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '&') {
      result += "&amp;";
    } else if (c == '<') {
      result += "&lt;";
    } else if (c == '"') {
      result += "&quot;";
    } else {
      result += c;
    }
  }
  return result;
}

/// ` fill="#rrggbb"`, with its opacity where it is not 1.
std::string paint(std::string_view what, Color color) {
  std::string text = fmt::format(" {}=\"#{:02x}{:02x}{:02x}\"", what, color.red, color.green, color.blue);
  if (color.alpha != 255) text += fmt::format(" {}-opacity=\"{:.3g}\"", what, color.alpha / 255.0);
  return text;
}

std::string box(const Rect& rect, float radius) {
  std::string text = fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", number(rect.x), number(rect.y),
                                 number(rect.width), number(rect.height));
  if (radius > 0) text += fmt::format(" rx=\"{}\"", number(radius));
  return text;
}

}  // namespace

SvgCanvas::SvgCanvas(float width, float height, Color background) {
  text_ = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" "
      "font-family=\"Inter, sans-serif\">\n",
      number(width), number(height));
  fill({0, 0, width, height}, background, 0);
}

void SvgCanvas::points(std::span<const Point> points) {
  for (const Point& p : points) text_ += fmt::format("{},{} ", number(p.x), number(p.y));
  if (!points.empty()) text_.pop_back();
}

void SvgCanvas::line(std::span<const Point> line, Color color, float width, Stroke stroke) {
  text_ += "<polyline fill=\"none\" stroke-linejoin=\"round\"" + paint("stroke", color);
  text_ += fmt::format(" stroke-width=\"{}\"", number(width));
  if (stroke == Stroke::dashed) text_ += " stroke-dasharray=\"4 3\"";
  text_ += " points=\"";
  points(line);
  text_ += "\"/>\n";
}

void SvgCanvas::band(std::span<const float> x, std::span<const float> low, std::span<const float> high, Color color) {
  std::vector<Point> around;
  for (std::size_t i = 0; i < x.size(); ++i) around.push_back({x[i], high[i]});
  for (std::size_t i = x.size(); i-- > 0;) around.push_back({x[i], low[i]});
  polygon(around, color);
}

void SvgCanvas::fill(const Rect& rect, Color color, float radius) {
  text_ += box(rect, radius) + paint("fill", color) + "/>\n";
}

void SvgCanvas::outline(const Rect& rect, Color color, float width, float radius) {
  text_ += box(rect, radius) + " fill=\"none\"" + paint("stroke", color) +
           fmt::format(" stroke-width=\"{}\"/>\n", number(width));
}

void SvgCanvas::polygon(std::span<const Point> corners, Color color) {
  text_ += "<polygon" + paint("fill", color) + " points=\"";
  points(corners);
  text_ += "\"/>\n";
}

void SvgCanvas::circle(Point center, float radius, Color color) {
  text_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"", number(center.x), number(center.y), number(radius)) +
           paint("fill", color) + "/>\n";
}

void SvgCanvas::text(Point at, std::string_view text, const TextStyle& style) {
  text_ += fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\"", number(at.x), number(at.y + kBaseline * style.size),
                       number(style.size / kLinePerFont));
  if (style.align != Align::left) {
    text_ += fmt::format(" text-anchor=\"{}\"", style.align == Align::center ? "middle" : "end");
  }
  if (style.weight == Weight::semibold) text_ += " font-weight=\"600\"";
  text_ += paint("fill", style.color) + ">" + escaped(typeset(text)) + "</text>\n";
}

float SvgCanvas::text_width(std::string_view text, const TextStyle& style) const {
  return inter_width(typeset(text), style.size, style.weight);
}

void SvgCanvas::push_clip(const Rect& rect) {
  ++clips_;
  text_ +=
      fmt::format("<clipPath id=\"c{}\">{}/></clipPath>\n<g clip-path=\"url(#c{})\">\n", clips_, box(rect, 0), clips_);
}

void SvgCanvas::pop_clip() { text_ += "</g>\n"; }

std::string SvgCanvas::svg() const { return text_ + "</svg>\n"; }

}  // namespace headrace::chart
