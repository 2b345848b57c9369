#pragma once

#include <array>
#include <string>

#include "report/chart/canvas.hpp"

struct ImFont;

namespace headrace::gui {

/// Heights of text in logical pixels. The three largest are for figures and hold Latin letters only.
inline constexpr float kSmall = 14, kBody = 16, kStrong = 18, kTitle = 21, kLarge = 24, kFigure = 32, kHuge = 48;
inline constexpr std::array kTextSizes = {kSmall, kBody, kStrong, kTitle, kLarge, kFigure, kHuge};

/// Inter in two weights and a few sizes, with digits of one width so that columns of numbers align.
class Fonts {
 public:
  /// Loads into the current ImGui context and builds its atlas.
  /// @param scale  of the screen: glyphs are drawn at this many pixels a logical pixel
  /// @return  where the font files were looked for in vain; empty when all is well (else a plain font stands in)
  std::string load(float scale);

  /// The font that draws text of a size best.
  ImFont* pick(float size, chart::Weight weight) const;

 private:
  std::array<std::array<ImFont*, kTextSizes.size()>, 2> fonts_{};
};

}  // namespace headrace::gui
