#pragma once

#include <string>
#include <string_view>

namespace headrace::gui {

/// A text in the order in which its letters stand from left to right, Arabic ones joined, for a screen that draws
/// letter after letter as they come. Words of Arabic and Hebrew are turned round inside a text that runs from left to
/// right; figures in them stay as they are. Other texts, and such as were turned before, come back unchanged.
///
/// Not built: texts whose own direction is right to left, marks above letters, Arabic beyond the basic letters.
std::string in_drawing_order(std::string_view text);

}  // namespace headrace::gui
