#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "gui/state/app_state.hpp"
#include "report/program/exit_code.hpp"

namespace headrace::gui {

/// What was asked for on the command line.
struct Arguments {
  SavedState state;           ///< to begin with
  std::string screenshot;     ///< file to draw into, with no window shown; empty: open the window
  int width = 0, height = 0;  ///< in logical pixels; 0: chosen by the window
  float scale = 0;            ///< 0: the screen's
  std::int64_t trials = 0;    ///< of the finest run; 0: 4,096 of a screenshot, or as many as the window is used to
  bool print_state = false;   ///< a line on stdout whenever the window has come to rest
};

/// What came of reading the command line: what to do, or what to print and which code to end with.
struct Parsed {
  std::optional<Arguments> arguments;
  std::string text;
  int exit_code = kDone;
};

Parsed parse_arguments(int argc, const char* const* argv);

}  // namespace headrace::gui
