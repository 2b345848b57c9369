#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gui/widgets/fonts.hpp"
#include "gui/widgets/theme.hpp"
#include "gui/widgets/widget_map.hpp"
#include "report/chart/canvas.hpp"
#include "report/words/typeset.hpp"

namespace headrace::gui {

inline constexpr float kMargin = 24;  ///< of panels
inline constexpr float kGap = 24;     ///< between the parts of a view
inline constexpr float kPad = 8;      ///< beside what stands in a row

/// What every panel draws with.
struct Ui {
  const Theme& theme;
  const Fonts& fonts;
  WidgetMap& widgets;
};

/// Text in the current window.
void put_text(const Ui& ui, chart::Point at, std::string_view text, const chart::TextStyle& style);
float width_of(const Ui& ui, std::string_view text, float size, chart::Weight weight = chart::Weight::regular);

/// Shortened with an ellipsis so that it is at most so wide.
std::string fitted_text(const Ui& ui, const std::string& text, float size, chart::Weight weight, float width);

/// Broken into lines at blanks; the last of `most` lines ends in an ellipsis where more would follow.
std::vector<std::string> wrapped_text(const Ui& ui, const std::string& text, float size, chart::Weight weight,
                                      float width, std::size_t most);

void fill(const chart::Rect& rect, chart::Color color, float radius = 0);
void hairline(chart::Point from, chart::Point to, chart::Color color);

/// Is the mouse on the last item, or the keyboard?
bool is_lit();

/// Enters the last item into the widget map, when any of it can be seen.
void remember_widget(const Ui& ui, const std::string& name);

enum class ButtonLook { plain, primary, quiet };

/// A button as wide as its words, at a place in the current window. Greyed out and dead when it is not enabled.
/// @param name  in the widget map
bool button(const Ui& ui, const std::string& name, const std::string& label, chart::Point at,
            ButtonLook look = ButtonLook::plain, bool enabled = true);
float button_width(const Ui& ui, const std::string& label);
inline constexpr float kButtonHeight = 28;

/// What the hand did to a slider in this frame.
struct Slide {
  bool changed = false;  ///< `t` was moved
  bool active = false;   ///< it is held
  bool let_go = false;   ///< it was held in the frame before
  bool typing = false;   ///< a value is to be typed: Ctrl+click or Enter
  bool hovered = false;
};

/// How a slider looks: places are shares of its length.
struct SlideLook {
  float base = -1;            ///< mark of the base value; negative: none
  float low = -1, high = -1;  ///< ends of the uncertain part; negative: none
  float step = 0;             ///< least move by keyboard
  bool changed = false;
};

/// A slider in a rectangle of the current window. By keyboard: Tab to it, then left and right.
/// @param t  0 to 1
Slide slider(const Ui& ui, const std::string& name, const chart::Rect& rect, float& t, const SlideLook& look);

/// A field to type in; `starts` gives it the keyboard.
/// @return  true when Enter was pressed
bool text_field(const Ui& ui, const std::string& name, const chart::Rect& rect, std::string& text,
                const std::string& hint, bool starts = false);

/// A sentence over several lines.
/// @return  where what follows begins
float draw_paragraph(const Ui& ui, chart::Point at, const std::string& text, float width, chart::Color color,
                     std::size_t most_lines = 4);

/// A tooltip of several lines beside the mouse; the first is a heading.
void tooltip(const Ui& ui, const std::vector<std::string>& lines);

}  // namespace headrace::gui
