#include "gui/widgets/theme.hpp"

#include <algorithm>
#include <cmath>

namespace headrace::gui {
namespace {

/// Grounds around the charts' own colours.
constexpr Theme light{
    .charts = chart::kLight,
    .ground = chart::kLight.background,
    .panel = {247, 248, 250},
    .raised = {255, 255, 255},
    .ink = chart::kLight.ink,
    .muted = chart::kLight.muted,
    .rule = {226, 230, 235},
    .track = {209, 215, 222},
    .hover = {236, 239, 243},
    .accent = chart::kLight.accent,
    .accent_soft = {226, 239, 249},
    .on_accent = chart::kLight.on_strong,
    .loss = {170, 66, 0},
    .loss_soft = {253, 240, 231},
};

constexpr Theme dark{
    .charts = chart::kDark,
    .ground = chart::kDark.background,
    .panel = {27, 32, 40},
    .raised = {35, 42, 52},
    .ink = chart::kDark.ink,
    .muted = chart::kDark.muted,
    .rule = {46, 53, 64},
    .track = {64, 73, 86},
    .hover = {40, 48, 59},
    .accent = chart::kDark.accent,
    .accent_soft = {28, 52, 74},
    .on_accent = chart::kDark.on_strong,
    .loss = chart::kDark.loss,
    .loss_soft = {66, 43, 28},
};

double channel(std::uint8_t value) {
  const double c = value / 255.0;
  return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(chart::Color color) {
  return 0.2126 * channel(color.red) + 0.7152 * channel(color.green) + 0.0722 * channel(color.blue);
}

}  // namespace

const Theme& theme(Look look) { return look == Look::dark ? dark : light; }

double contrast(chart::Color a, chart::Color b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

}  // namespace headrace::gui
