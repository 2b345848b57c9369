#pragma once

#include <optional>
#include <string>

#include "report/chart/canvas.hpp"

namespace headrace::chart {

/// A part of a drawn chart that answers the pointer. Where marks overlap the last one counts.
struct Mark {
  Rect area;
  std::string tip;     ///< words and figures, for reading; lines end in "\n"
  std::string target;  ///< what a click opens, by its stable name (a site, a node, a cause); empty: nothing
};

/// Where the pointer is and what is selected.
struct Hover {
  std::optional<Point> at;
  std::string selected;  ///< a target
};

/// What stands above a chart: its finding, and what is shown in which unit.
struct Heading {
  std::string title, subtitle;
};

}  // namespace headrace::chart
