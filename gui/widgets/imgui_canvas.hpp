#pragma once

#include "gui/widgets/fonts.hpp"
#include "report/chart/canvas.hpp"

struct ImDrawList;

namespace headrace::gui {

/// Draws charts on the screen: a canvas over one of ImGui's draw lists.
class ImGuiCanvas final : public chart::Canvas {
 public:
  ImGuiCanvas(const Fonts& fonts, ImDrawList& list) : fonts_(fonts), list_(list) {}

  void line(std::span<const chart::Point> points, chart::Color color, float width,
            chart::Stroke stroke = chart::Stroke::solid) override;
  void band(std::span<const float> x, std::span<const float> low, std::span<const float> high,
            chart::Color color) override;
  void fill(const chart::Rect& rect, chart::Color color, float radius = 0) override;
  void outline(const chart::Rect& rect, chart::Color color, float width, float radius = 0) override;
  void polygon(std::span<const chart::Point> points, chart::Color color) override;
  void circle(chart::Point center, float radius, chart::Color color) override;
  void text(chart::Point at, std::string_view words, const chart::TextStyle& style) override;
  float text_width(std::string_view words, const chart::TextStyle& style) const override;
  void push_clip(const chart::Rect& rect) override;
  void pop_clip() override;

 private:
  const Fonts& fonts_;
  ImDrawList& list_;
};

/// ImGui's colour word.
unsigned packed(chart::Color color);

}  // namespace headrace::gui
