#pragma once

#include <string>

#include "gui/ui.hpp"

namespace headrace::gui {

/// A field for several lines of any length; Enter begins a new one.
/// @param hint  shown while it is empty
void text_area(const Ui& ui, const std::string& name, const chart::Rect& rect, std::string& text,
               const std::string& hint);

}  // namespace headrace::gui
