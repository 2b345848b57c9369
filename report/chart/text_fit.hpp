#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/chart/canvas.hpp"

namespace headrace::chart {

/// The text, or as much of its beginning as fits into `width` with an ellipsis; empty when that is not even two
/// characters. Cuts between characters, never inside one, nor between a letter and its accents.
std::string fitted(const Canvas& canvas, std::string_view text, const TextStyle& style, float width);

/// The text broken at blanks into at most `lines` lines, the last one fitted.
std::vector<std::string> wrapped(const Canvas& canvas, std::string_view text, const TextStyle& style, float width,
                                 int lines);

}  // namespace headrace::chart
