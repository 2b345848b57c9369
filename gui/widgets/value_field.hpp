#pragma once

#include <string>

#include "gui/widgets/ui.hpp"

namespace headrace::gui {

/// How a value that was being typed is done with.
enum class FieldEnd {
  none,    ///< it is not: nobody types, or still does
  taken,   ///< Enter, Tab, or a click elsewhere
  dropped  ///< Esc
};

/// A field for a value: what is typed is taken however the field is left, but for Esc.
/// @param starts  gives it the keyboard
FieldEnd value_field(const Ui& ui, const std::string& name, const chart::Rect& rect, std::string& text,
                     const std::string& hint, bool starts = false);

}  // namespace headrace::gui
