#pragma once

#include <map>
#include <string>

#include "report/chart/canvas.hpp"

namespace headrace::gui {

/// Where each widget of the last frame is, by its stable name ("lever/programme.sites", "tab/return"): tests and
/// hints find widgets by it. Only what can be seen and clicked is there.
using WidgetMap = std::map<std::string, chart::Rect>;

}  // namespace headrace::gui
