#pragma once

#include "gui/state/app_state.hpp"
#include "report/chart/style.hpp"

namespace headrace::gui {

/// The colours of the window. Texts have a contrast of at least 4.5:1 against every ground they stand on, and no two
/// that mean different things differ in hue alone.
struct Theme {
  chart::Palette charts;
  chart::Color ground;       ///< of views
  chart::Color panel;        ///< of the side panel and header
  chart::Color raised;       ///< tooltips, fields
  chart::Color ink;          ///< text
  chart::Color muted;        ///< secondary text
  chart::Color rule;         ///< hairlines
  chart::Color track;        ///< what a slider has not filled
  chart::Color hover;        ///< ground of what the mouse is on
  chart::Color accent;       ///< what was chosen or changed
  chart::Color accent_soft;  ///< its ground
  chart::Color on_accent;    ///< text on the accent
  chart::Color loss;         ///< money lost, errors
  chart::Color loss_soft;    ///< its ground
};

const Theme& theme(Look look);

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.1: relative luminance of sRGB).
double contrast(chart::Color a, chart::Color b);

}  // namespace headrace::gui
