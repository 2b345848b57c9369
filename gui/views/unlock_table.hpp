#pragma once

#include <string_view>

#include "gui/views/view.hpp"

namespace headrace::gui {

/// The list of limits by what a step more of each is worth, with "Apply this"; progress while it is found out.
/// @param at    its left, top and width
/// @param leak  only limits that feed this cause of lost value; empty: all
/// @return      its height
float draw_unlock_table(const ViewContext& context, const chart::Rect& at, std::string_view leak, Commands& commands);

}  // namespace headrace::gui
