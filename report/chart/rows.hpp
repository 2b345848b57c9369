#pragma once

#include <span>
#include <string>
#include <vector>

#include "report/chart/sheet.hpp"

namespace headrace::chart {

/// Rows of a chart with a name at the left of each: bars, spans of time or cells.
struct Rows {
  Rect names, area;  ///< the column of names; the rest
  float height = 0;  ///< of one row
  std::size_t count = 0;

  Rect row(std::size_t i) const { return {area.x, area.y + static_cast<float>(i) * height, area.width, height}; }
  float middle(std::size_t i) const { return area.y + (static_cast<float>(i) + 0.5f) * height; }
  /// The part of a row that a bar fills: `share` of its height.
  Rect bar(std::size_t i, float from, float to, float share = 0.66f) const;
};

/// How many rows a height holds with readable names.
std::size_t rows_that_fit(const Sheet& sheet, float height);

/// Lays out rows over a rectangle, names as wide as they need but at most `most` of the width.
/// @param right  pixels kept free at the right
Rows lay_rows(const Sheet& sheet, const Rect& body, std::span<const std::string> names, float right,
              float most = 0.42f);

/// Writes a row's name before it.
void write_name(Sheet& sheet, const Rows& rows, std::size_t i, std::string_view name, Weight weight = Weight::regular);

}  // namespace headrace::chart
