#pragma once

#include <array>
#include <cstdint>

#include "report/chart/canvas.hpp"

namespace headrace::chart {

/// Colours of every chart, after Okabe and Ito (2008): told apart by people who see fewer colours. One accent for what
/// matters, one warm colour for loss, greys for the rest. `ink` and `muted` hold 4.5 : 1 against `background`, and so
/// does `on_strong` against `accent` and `loss`.
struct Palette {
  Color background;
  Color ink;                    ///< text that matters
  Color muted;                  ///< all other text
  Color hairline;               ///< grid
  Color axis;                   ///< zero lines and other quiet marks
  Color neutral;                ///< bars and bands that are neither gain nor loss
  Color accent;                 ///< the plan, value, gain
  Color loss;                   ///< value lost, delay
  Color other;                  ///< the second scenario or the one future beside the plan
  Color on_strong;              ///< text on `accent` or `loss`
  std::array<Color, 7> series;  ///< kinds that must be told apart, the most important first
};

inline constexpr Palette kLight = {
    {255, 255, 255},
    {24, 30, 38},
    {88, 97, 109},
    {232, 235, 239},
    {150, 158, 168},
    {198, 204, 211},
    {0, 101, 168},
    {178, 74, 0},
    {0, 122, 92},
    {255, 255, 255},
    {{{0, 114, 178}, {230, 159, 0}, {0, 158, 115}, {204, 121, 167}, {86, 180, 233}, {213, 94, 0}, {240, 228, 66}}}};

inline constexpr Palette kDark = {
    {20, 24, 30},
    {235, 238, 242},
    {160, 169, 180},
    {43, 49, 58},
    {104, 113, 125},
    {78, 86, 97},
    {86, 180, 233},
    {242, 150, 84},
    {54, 190, 150},
    {20, 24, 30},
    {{{86, 180, 233}, {230, 159, 0}, {0, 178, 130}, {214, 136, 180}, {30, 130, 200}, {226, 110, 30}, {240, 228, 66}}}};

/// How charts look: colours, and heights of fonts in logical pixels. Margins follow the fonts.
struct Style {
  Palette palette = kLight;
  float title = 21, text = 16, small = 14;

  TextStyle heading() const { return {title, Weight::semibold, Align::left, palette.ink}; }
  TextStyle ink(Align align = Align::left) const { return {text, Weight::regular, align, palette.ink}; }
  TextStyle strong(Align align = Align::left) const { return {text, Weight::semibold, align, palette.ink}; }
  TextStyle quiet(Align align = Align::left) const { return {small, Weight::regular, align, palette.muted}; }
};

/// The same colour with less of it: 0 is clear, 1 is all.
constexpr Color faded(Color color, float strength) {
  color.alpha = static_cast<std::uint8_t>(static_cast<float>(color.alpha) * strength + 0.5f);
  return color;
}

/// A colour between two: `share` of the second.
constexpr Color mixed(Color first, Color second, float share) {
  const auto part = [share](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>(static_cast<float>(a) + (static_cast<float>(b) - static_cast<float>(a)) * share +
                                     0.5f);
  };
  return {part(first.red, second.red), part(first.green, second.green), part(first.blue, second.blue),
          part(first.alpha, second.alpha)};
}

}  // namespace headrace::chart
