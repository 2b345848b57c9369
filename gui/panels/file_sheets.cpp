// Sheets about files: open, save, leave, take back what a crash left.
#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

#include "gui/panels/sheets.hpp"
#include "gui/widgets/imgui_canvas.hpp"
#include "gui/widgets/text_area.hpp"
#include "report/words/titles.hpp"

namespace headrace::gui {
namespace {

constexpr float kFileRow = 34, kFileNotes = 74;
constexpr std::size_t kRecentShown = 5;

void open_typed(TransientState& transient, Commands& commands) {
  transient.words.problem = open_problem(transient.words.file);
  if (transient.words.problem.empty()) {
    ask(commands, Leave{typed_path(transient.words.file).string()});
  }
}

float draw_heading(const Ui& ui, chart::Point at, const char* text) {
  put_text(ui, {at.x, at.y + 8}, text, {.size = kSmall, .weight = kSemibold, .color = ui.theme.muted});
  return at.y + 32;
}

/// Files to choose from.
void draw_choices(const SheetContext& context, const chart::Rect& rect, Commands& commands) {
  const Ui& ui = context.panel.ui;
  const auto choose = [&](const std::string& file) { ask(commands, Leave{file}); };
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  ImGui::BeginChild("choices", {rect.width, rect.height}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NavFlattened);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float left = at.x, width = rect.width - 12;
  float y = at.y;
  const auto& recent = context.desk.recent();
  if (!recent.empty()) y = draw_heading(ui, {left, y}, "Opened lately");
  for (std::size_t i = 0; i < std::min(recent.size(), kRecentShown); ++i, y += kFileRow) {
    const std::string folder = recent[i].parent_path().string();
    if (draw_sheet_row(ui, fmt::format("recent/{}", i), {left - 12, y, width + 12, kFileRow},
                       printable(recent[i].filename().string()), printable(folder))) {
      choose(recent[i].string());
    }
  }
  if (!context.desk.stories().empty()) y = draw_heading(ui, {left, y}, "Stories that come with Headrace");
  for (const Story& story : context.desk.stories()) {
    if (draw_sheet_row(ui, "story/" + story.file.stem().string(), {left - 12, y, width + 12, kFileRow},
                       printable(story.title), printable(story.question))) {
      choose(story.file.string());
    }
    y += kFileRow;
  }
  ImGui::SetCursorScreenPos({left, y});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

/// What is wrong, if anything, in the colour of losses.
void draw_problem(const SheetContext& context, chart::Point at, float width) {
  const Ui& ui = context.panel.ui;
  draw_paragraph(ui, at, context.panel.transient.words.problem, width, ui.theme.loss, 2);
}

bool cancel(const SheetContext& context, const chart::Rect& rect, const char* label = "Cancel") {
  const Ui& ui = context.panel.ui;
  const float width = button_width(ui, label);
  if (!button(ui, "sheet/cancel", label, {rect.right() - width, rect.bottom() - kButtonHeight}, ButtonLook::quiet)) {
    return false;
  }
  show_sheet(Sheet::none, context.panel.saved, context.panel.transient);
  return true;
}

}  // namespace

void draw_open_sheet(const SheetContext& context, const chart::Rect& rect, Commands& commands) {
  const Ui& ui = context.panel.ui;
  TransientState& transient = context.panel.transient;
  float y = draw_sheet_head(ui, rect, "Open a plan", "Type its path, choose one, or drop a file on the window.") + 6;
  const float open = button_width(ui, "Open");
  const bool entered = text_field(ui, "open/path", {rect.x, y, rect.width - open - 12, 32}, transient.words.file,
                                  "Path of a scenario, such as plans/ours.toml", transient.words.starts);
  const bool clicked = button(ui, "open/typed", "Open", {rect.right() - open, y + 2}, ButtonLook::primary);
  if (entered || clicked) open_typed(transient, commands);
  y += 40;
  draw_problem(context, {rect.x, y}, rect.width);
  if (!transient.words.problem.empty()) y += 26;
  draw_choices(context, {rect.x, y, rect.width, rect.bottom() - kButtonHeight - 14 - y}, commands);
  if (button(ui, "open/start", "New plan from six questions", {rect.x, rect.bottom() - kButtonHeight})) {
    transient.sheet = Sheet::none;
    commands.emplace_back(ChooseView{"start"});
  }
  cancel(context, rect);
}

void draw_save_sheet(const SheetContext& context, const chart::Rect& rect, Commands& commands) {
  const Ui& ui = context.panel.ui;
  const SavedState& saved = context.panel.saved;
  TransientState& transient = context.panel.transient;
  const std::string file = printable(file_name(saved.plan.file));
  const bool notes = context.desk.notes_changed(transient.words.notes);
  const bool any = !saved.plan.overrides.empty() || !saved.views.empty() || notes;
  float y = draw_sheet_head(ui, rect, any ? "Save " + unsaved_words(saved, notes) : "Nothing is changed",
                            "As a variant: a small file that names " + file +
                                " as its base and says only what differs. The base stays as it is.");
  y += 10;
  const bool entered = text_field(ui, "save/path", {rect.x, y, rect.width, 32}, transient.words.file,
                                  "Path of the variant", transient.words.starts);
  y += 42;
  text_area(ui, "save/notes", {rect.x, y, rect.width, kFileNotes}, transient.words.notes,
            "Notes for whoever opens it, if you like");
  y += kFileNotes + 12;
  const bool clicked = button(ui, "save/variant", "Save variant", {rect.x, y}, ButtonLook::primary);
  if (entered || clicked) {
    ask(commands, SaveVariant{transient.words.file, transient.words.notes, false});
  }
  y += 48;
  hairline({rect.x, y}, {rect.right(), y}, ui.theme.rule);
  y = draw_paragraph(ui, {rect.x, y + 18},
                     "Into " + file + " itself: changed values and these notes replace those in it; all else stays.",
                     rect.width, ui.theme.muted) +
      10;
  if (button(ui, "save/into", "Write into the file", {rect.x, y}, ButtonLook::plain, any)) {
    ask(commands, SaveInto{transient.words.notes});
  }
  draw_problem(context, {rect.x, y + 40}, rect.width - 100);
  cancel(context, rect);
}

void draw_leave_sheet(const SheetContext& context, const chart::Rect& rect, Commands& commands) {
  const Ui& ui = context.panel.ui;
  TransientState& transient = context.panel.transient;
  const SavedState& saved = context.panel.saved;
  const std::string where = transient.leaving_for.empty() ? "close the window" : "open another plan";
  draw_sheet_head(ui, rect, "Save what you changed?",
                  unsaved_words(saved, context.desk.notes_changed(saved.notes)) + " to " +
                      printable(file_name(saved.plan.file)) + " would be lost when you " + where + ".");
  const float y = rect.bottom() - kButtonHeight;
  if (button(ui, "leave/save", "Save…", {rect.x, y}, ButtonLook::primary)) {
    show_sheet(Sheet::save, saved, transient);
    transient.leaving = true;
  }
  const float next = rect.x + button_width(ui, "Save…") + 12;
  if (button(ui, "leave/discard", "Do not save", {next, y})) ask(commands, LeaveAnyway{});
  cancel(context, rect);
}

void draw_recover_sheet(const SheetContext& context, const chart::Rect& rect, Commands& commands) {
  const Ui& ui = context.panel.ui;
  if (!context.desk.recovery()) {
    context.panel.transient.sheet = Sheet::none;
    return;
  }
  const SavedState left = with_words(context.panel.saved, context.desk.recovery()->words);
  draw_sheet_head(ui, rect, "Take back what was not saved?",
                  "Headrace ended before " + unsaved_words(left, left.notes != context.panel.saved.notes) + " to " +
                      printable(file_name(context.panel.saved.plan.file)) + " were saved. They have been kept.");
  const float y = rect.bottom() - kButtonHeight;
  if (button(ui, "recover/take", "Take them back", {rect.x, y}, ButtonLook::primary)) {
    ask(commands, Recover{true});
  }
  const float next = rect.x + button_width(ui, "Take them back") + 12;
  if (button(ui, "recover/drop", "Drop them", {next, y})) ask(commands, Recover{false});
  cancel(context, rect, "Later");
}

}  // namespace headrace::gui
