#include "gui/theme.hpp"

#include <algorithm>
#include <cmath>

namespace headrace::gui {
namespace {

constexpr Theme light{
    .ground = {255, 255, 255},
    .panel = {247, 248, 250},
    .raised = {255, 255, 255},
    .ink = {20, 26, 35},
    .muted = {91, 102, 117},
    .rule = {225, 229, 235},
    .track = {212, 218, 226},
    .hover = {236, 240, 245},
    .accent = {0, 94, 163},
    .accent_soft = {225, 238, 249},
    .on_accent = {255, 255, 255},
    .loss = {170, 66, 0},
    .loss_soft = {253, 237, 226},
};

constexpr Theme dark{
    .ground = {17, 21, 27},
    .panel = {24, 29, 37},
    .raised = {33, 40, 50},
    .ink = {238, 241, 245},
    .muted = {160, 171, 185},
    .rule = {45, 53, 65},
    .track = {62, 72, 87},
    .hover = {37, 45, 56},
    .accent = {108, 180, 240},
    .accent_soft = {27, 52, 76},
    .on_accent = {10, 20, 30},
    .loss = {244, 158, 106},
    .loss_soft = {66, 41, 26},
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
