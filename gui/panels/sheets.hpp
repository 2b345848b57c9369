#pragma once

#include "gui/panels/panels.hpp"
#include "gui/plans/desk.hpp"

namespace headrace::gui {

/// Function keys, as GLFW numbers them and the window hands them on.
inline constexpr int kF1 = 290, kF5 = 294, kF11 = 300;

/// What a sheet sees.
struct SheetContext {
  const PanelContext& panel;
  const Desk& desk;
};

/// Opens a sheet with nothing typed yet; Sheet::none closes the one that is open.
void show_sheet(Sheet sheet, const SavedState& saved, TransientState& transient);

/// Shortcuts of files, sheets and the presentation.
void file_keys(const SavedState& saved, TransientState& transient, Commands& commands);

/// The sheet that is open, over all else; nothing below it hears mouse or keys.
void draw_sheets(const SheetContext& context, Commands& commands);

void draw_open_sheet(const SheetContext& context, const chart::Rect& rect, Commands& commands);
void draw_save_sheet(const SheetContext& context, const chart::Rect& rect, Commands& commands);
void draw_views_sheet(const SheetContext& context, const chart::Rect& rect, Commands& commands);
void draw_keys_sheet(const SheetContext& context, const chart::Rect& rect);
void draw_leave_sheet(const SheetContext& context, const chart::Rect& rect, Commands& commands);
void draw_recover_sheet(const SheetContext& context, const chart::Rect& rect, Commands& commands);
/// Every mistake of a file with its line; it scrolls where they are many.
void draw_mistakes_sheet(const SheetContext& context, const chart::Rect& rect);

/// Title of a sheet and a sentence below it.
/// @return  where what follows begins
float draw_sheet_head(const Ui& ui, const chart::Rect& rect, const std::string& title, const std::string& sentence);

/// A row of a list that can be clicked, with a second, paler text behind or below its first.
bool draw_sheet_row(const Ui& ui, const std::string& name, const chart::Rect& row, const std::string& text,
                    const std::string& aside);

/// The keys that matter most, in one line.
void draw_help_line(const PanelContext& context, const chart::Rect& rect);

/// A bubble beside what it speaks of, on the first run only.
void draw_hints(const PanelContext& context, Commands& commands);

}  // namespace headrace::gui
