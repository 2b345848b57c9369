#pragma once

#include <string>

#include "gui/app/shell.hpp"

namespace headrace::gui {

/// Where a window stands on its screen.
struct Placement {
  int x = 0, y = 0;  ///< its top left corner, in pixels
  float scale = 1;   ///< pixels a logical pixel
};

/// What a window shows, as one line of JSON for a program that drives it:
///
///   frames     drawn since the window was opened
///   finished   nothing more will come unless somebody asks for it
///   failed     the plan could not be run; the last good answer stands
///   futures    behind the answer that is shown; 0: none yet
///   file, view, dark, message   as on screen
///   changes    value by path
///   widgets    [x, y, width, height] by name, in pixels of the screen
///
/// @param drawn  frames
std::string state_line(const Shell& shell, long drawn, const Placement& placement);

}  // namespace headrace::gui
