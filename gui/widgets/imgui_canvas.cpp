#include "gui/widgets/imgui_canvas.hpp"

#include <imgui.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <string>
#include <vector>

#include "gui/widgets/right_to_left.hpp"
#include "gui/widgets/ui.hpp"

namespace headrace::gui {
namespace {

constexpr float kDash = 5, kDashGap = 4;

ImVec2 at(chart::Point p) { return {p.x, p.y}; }

/// Points nearer than this are one: a curve needs two a pixel at most.
constexpr float kNearest = 0.5F;

std::vector<ImVec2> thinned(std::span<const chart::Point> points) {
  std::vector<ImVec2> kept;
  kept.reserve(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool last = i + 1 == points.size();
    const bool far = kept.empty() || std::fabs(points[i].x - kept.back().x) >= kNearest ||
                     std::fabs(points[i].y - kept.back().y) >= kNearest;
    if (far || last) kept.push_back(at(points[i]));
  }
  return kept;
}

}  // namespace

unsigned packed(chart::Color c) { return IM_COL32(c.red, c.green, c.blue, c.alpha); }

void ImGuiCanvas::line(std::span<const chart::Point> points, chart::Color color, float width, chart::Stroke stroke) {
  if (points.size() < 2) return;
  const std::vector<ImVec2> kept = thinned(points);
  if (stroke == chart::Stroke::solid) {
    list_.AddPolyline(kept.data(), static_cast<int>(kept.size()), packed(color), ImDrawFlags_None, width);
    return;
  }
  // Dashes run on over the corners.
  float along = 0;
  for (std::size_t i = 1; i < kept.size(); ++i) {
    const float dx = kept[i].x - kept[i - 1].x, dy = kept[i].y - kept[i - 1].y;
    const float length = std::sqrt(dx * dx + dy * dy);
    for (float from = 0; from < length;) {
      const float phase = std::fmod(along + from, kDash + kDashGap);
      const float to = std::min(length, from + (phase < kDash ? kDash : kDash + kDashGap) - phase + 1e-3F);
      if (phase < kDash) {
        list_.AddLine({kept[i - 1].x + dx * from / length, kept[i - 1].y + dy * from / length},
                      {kept[i - 1].x + dx * to / length, kept[i - 1].y + dy * to / length}, packed(color), width);
      }
      from = to;
    }
    along += length;
  }
}

void ImGuiCanvas::band(std::span<const float> x, std::span<const float> low, std::span<const float> high,
                       chart::Color color) {
  const std::size_t points = std::min({x.size(), low.size(), high.size()});
  if (points < 2) return;
  // One strip, two vertices a point: quads of their own would show seams.
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  const auto segments = static_cast<int>(points) - 1;
  list_.PrimReserve(6 * segments, 2 * static_cast<int>(points));
  const unsigned first = list_._VtxCurrentIdx;
  for (std::size_t i = 0; i < points; ++i) {
    list_.PrimWriteVtx({x[i], low[i]}, white, packed(color));
    list_.PrimWriteVtx({x[i], high[i]}, white, packed(color));
  }
  for (int i = 0; i < segments; ++i) {
    const unsigned a = first + 2 * static_cast<unsigned>(i);
    for (const unsigned index : {a, a + 1, a + 3, a, a + 3, a + 2}) list_.PrimWriteIdx(static_cast<ImDrawIdx>(index));
  }
}

void ImGuiCanvas::fill(const chart::Rect& rect, chart::Color color, float radius) {
  list_.AddRectFilled({rect.x, rect.y}, {rect.right(), rect.bottom()}, packed(color), radius);
}

void ImGuiCanvas::outline(const chart::Rect& rect, chart::Color color, float width, float radius) {
  list_.AddRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, packed(color), radius, ImDrawFlags_None, width);
}

void ImGuiCanvas::polygon(std::span<const chart::Point> points, chart::Color color) {
  std::vector<ImVec2> corners;
  for (const chart::Point& point : points) corners.push_back(at(point));
  list_.AddConvexPolyFilled(corners.data(), static_cast<int>(corners.size()), packed(color));
}

void ImGuiCanvas::circle(chart::Point center, float radius, chart::Color color) {
  list_.AddCircleFilled(at(center), radius, packed(color));
}

void ImGuiCanvas::text(chart::Point where, std::string_view words, const chart::TextStyle& style) {
  if (words.empty()) return;
  const std::string text = in_drawing_order(typeset(words));
  const float width = style.align == chart::Align::left ? 0 : text_width(text, style);
  const float shift = style.align == chart::Align::right ? width : width / 2;
  fonts_.note(text, style.size);
  list_.AddText(fonts_.pick(style.size, style.weight), style.size, {where.x - shift, where.y}, packed(style.color),
                text.data(), text.data() + text.size());
}

float ImGuiCanvas::text_width(std::string_view words, const chart::TextStyle& style) const {
  const std::string text = in_drawing_order(typeset(words));
  const ImFont* const font = fonts_.pick(style.size, style.weight);
  return font->CalcTextSizeA(style.size, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

void ImGuiCanvas::push_clip(const chart::Rect& rect) {
  list_.PushClipRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, true);
}

void ImGuiCanvas::pop_clip() { list_.PopClipRect(); }

}  // namespace headrace::gui
