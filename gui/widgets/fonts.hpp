#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "report/chart/canvas.hpp"

struct ImFont;

namespace headrace::gui {

/// Heights of text in logical pixels. The three largest are for figures and begin with Latin letters only.
inline constexpr float kSmall = 14, kBody = 16, kStrong = 18, kTitle = 21, kLarge = 24, kFigure = 32, kHuge = 48;
inline constexpr std::array kTextSizes = {kSmall, kBody, kStrong, kTitle, kLarge, kFigure, kHuge};
inline constexpr auto kSemibold = chart::Weight::semibold;
inline constexpr auto kRight = chart::Align::right;

/// Where letters are looked for that Inter does not have, in this order: Chinese, Japanese and Korean, then Arabic,
/// Hebrew, Armenian and Georgian.
std::vector<std::string> other_fonts();

/// Inter in two weights and a few sizes, with digits of one width so that columns of numbers align.
///
/// Thousands of letters that few plans need are not loaded at the start: a text that holds some notes them, and the
/// next load() fetches those alone, from Inter or from other fonts.
class Fonts {
 public:
  /// @param others  font files; those that are not there are passed over
  explicit Fonts(std::vector<std::string> others = other_fonts()) : others_(std::move(others)) {}

  /// Loads into the current ImGui context and builds its atlas.
  /// @param scale  of the screen: glyphs are drawn at this many pixels a logical pixel
  /// @return  where the font files were looked for in vain; empty when all is well (else a plain font stands in)
  std::string load(float scale);

  /// The font that draws text of a size best.
  ImFont* pick(float size, chart::Weight weight) const;

  /// Notes the letters of a UTF-8 text that the font of its size does not have.
  void note(std::string_view text, float size = kBody) const;

  /// Were letters noted that the last load() did not look for?
  bool wants_more() const { return !noted_[0].empty() || !noted_[1].empty(); }

 private:
  /// Of the sizes up to titles, and of the large ones, which few names are drawn in and which need most of the atlas.
  using Letters = std::array<std::set<unsigned>, 2>;

  std::vector<std::string> others_;
  std::array<std::array<ImFont*, kTextSizes.size()>, 2> fonts_{};
  /// To look for at the next load. Noting is no drawing: whoever draws a text may do it.
  mutable Letters noted_;
  Letters known_;  ///< looked for by the last load, found or not
};

}  // namespace headrace::gui
