#pragma once

#include "gui/app/arguments.hpp"

namespace headrace::gui {

/// Opens the window and runs it to its end, or draws one picture.
/// @return  exit code
int run_window(const Arguments& arguments);

}  // namespace headrace::gui
