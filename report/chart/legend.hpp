#pragma once

#include <span>
#include <string>

#include "report/chart/sheet.hpp"

namespace headrace::chart {

struct LegendEntry {
  Color color;
  std::string text;
};

/// Squares with words in up to three lines at the top of `body`, as many as fit; the room below them.
Rect draw_legend(Sheet& sheet, const Rect& body, std::span<const LegendEntry> entries);

}  // namespace headrace::chart
