#include "report/chart/sheet.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "report/chart/text_fit.hpp"

namespace headrace::chart {
namespace {

/// Texts side by side keep this far apart.
constexpr float kGap = 3;

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.right() + kGap && b.x < a.right() + kGap && a.y < b.bottom() && b.y < a.bottom();
}

}  // namespace

Sheet::Sheet(Canvas& canvas, const Rect& rect, const Style& style, const Hover& hover)
    : canvas_(canvas), rect_(rect), style_(style), hover_(hover) {
  canvas_.push_clip(rect);
}

Sheet::~Sheet() {
  for (const Text& text : texts_) canvas_.text(text.at, text.text, text.style);
  canvas_.pop_clip();
}

bool Sheet::write(Point at, std::string_view text, const TextStyle& style) {
  if (text.empty()) return false;
  const float width = canvas_.text_width(text, style);
  const float left = style.align == Align::left ? at.x : style.align == Align::center ? at.x - width / 2 : at.x - width;
  const Rect box{left, at.y, width, style.size};
  const bool inside =
      box.x >= rect_.x && box.y >= rect_.y && box.right() <= rect_.right() && box.bottom() <= rect_.bottom();
  if (!inside || std::ranges::any_of(texts_, [&](const Text& t) { return overlap(t.box, box); })) return false;
  texts_.push_back({at, std::string(text), style, box});
  return true;
}

bool Sheet::write(Point at, std::string_view text, const TextStyle& style, float width) {
  return write(at, fitted(canvas_, text, style, width), style);
}

bool Sheet::write_beside(Point at, std::string_view text, const TextStyle& style, float width) {
  return write({at.x, at.y - style.size / 2}, text, style, width);
}

void Sheet::horizontal(float from, float to, float y, Color color) {
  canvas_.fill({from, std::floor(y), to - from, 1}, color);
}

void Sheet::vertical(float x, float from, float to, Color color) {
  canvas_.fill({std::floor(x), from, 1, to - from}, color);
}

void Sheet::mark(const Rect& area, std::string tip, std::string target) {
  marks_.push_back({area, std::move(tip), std::move(target)});
}

Rect Sheet::head(const Heading& heading) {
  const float pad = std::round(style_.small * 0.6f);
  float y = rect_.y + pad;
  const float width = rect_.width - 2 * pad;

  // Smaller letters where the chart is small; two lines and a subtitle only where the chart keeps most of the height.
  TextStyle title = style_.heading();
  if (rect_.width < 22 * style_.title || rect_.height < 11 * style_.title) title.size = style_.text;
  for (const std::string& line : wrapped(canvas_, heading.title, title, width, 2)) {
    write({rect_.x + pad, y}, line, title);
    y += title.size * 1.1f;
  }
  const float title_end = y;
  if (!heading.subtitle.empty() && rect_.height > 13 * style_.small) {
    const int more = rect_.height > 25 * style_.small ? 2 : 1;
    for (const std::string& line : wrapped(canvas_, heading.subtitle, style_.quiet(), width, more)) {
      write({rect_.x + pad, y + 2}, line, style_.quiet());
      y += style_.small * 1.15f;
    }
  }
  mark({rect_.x, rect_.y, rect_.width, title_end - rect_.y}, heading.title + "\n" + heading.subtitle);
  y += pad;
  return {rect_.x + pad, y, width, std::max(0.0f, rect_.bottom() - pad - y)};
}

void Sheet::say_missing(const Rect& body, std::string_view what) {
  const TextStyle style = style_.ink();
  float y = body.y;
  for (const std::string& line : wrapped(canvas_, what, style, std::min(body.width, 34 * style.size), 6)) {
    write({body.x, y}, line, style);
    y += style.size * 1.3f;
  }
}

void spread(std::vector<float>& heights, float gap, float low, float high) {
  std::vector<std::size_t> order(heights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return heights[i]; });

  // Push down from the top, then back up from the bottom.
  float least = low;
  for (const std::size_t i : order) {
    heights[i] = std::max(heights[i], least);
    least = heights[i] + gap;
  }
  float most = high;
  for (auto it = order.rbegin(); it != order.rend(); ++it) {
    heights[*it] = std::min(heights[*it], most);
    most = heights[*it] - gap;
  }
}

}  // namespace headrace::chart
