#pragma once

#include <string>

#include "gui/widgets/ui.hpp"

struct ImGuiInputTextCallbackData;

namespace headrace::gui {

/// For fields of any length: lets the std::string behind a field grow with what is typed.
int grow_text(ImGuiInputTextCallbackData* data);

/// A field for several lines of any length; Enter begins a new one.
/// @param hint  shown while it is empty
void text_area(const Ui& ui, const std::string& name, const chart::Rect& rect, std::string& text,
               const std::string& hint);

}  // namespace headrace::gui
