// The presentation: its list of steps.
#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

#include "gui/panels/sheets.hpp"
#include "gui/state/plan_overrides.hpp"
#include "gui/views/view.hpp"
#include "gui/widgets/text_area.hpp"
#include "report/words/titles.hpp"

namespace headrace::gui {
namespace {

constexpr float kViewRow = 36, kViewNotes = 56;

std::string step_aside(const SavedView& step) {
  const View* const view = find_view(step.view);
  const std::string name(view != nullptr ? view->title : views().front().title);
  if (step.set.empty()) return name + ", the plan as in the file";
  return fmt::format("{}, with {} {}", name, step.set.size(), step.set.size() == 1 ? "change" : "changes");
}

std::string step_name(const SavedView& step) { return printable(step.label.empty() ? step.id : step.label); }

/// The words of a step are taken into the fields above, to be changed there.
void begin_editing(SheetWords& words, const SavedView& step) {
  words.editing = step.id;
  words.label = step.label;
  words.text = step.text;
  words.notes = step.notes;
}

void end_editing(SheetWords& words) {
  words.editing.clear();
  words.label.clear();
  words.text.clear();
  words.notes.clear();
}

/// A step; those that no file has yet can be taken out again.
void draw_step(const SheetContext& context, const SavedView& step, std::size_t number, const chart::Rect& row,
               Commands& commands) {
  const Ui& ui = context.panel.ui;
  const auto& kept = context.panel.saved.views;
  const bool own = std::any_of(kept.begin(), kept.end(), [&](const SavedView& view) { return view.id == step.id; });
  const float remove = button_width(ui, "Remove"), edit = button_width(ui, "Edit");
  chart::Rect text = row;
  text.width -= edit + 8 + (own ? remove : 0);
  if (draw_sheet_row(ui, "step/" + step.id, text, fmt::format("{}.  {}", number, step_name(step)), step_aside(step))) {
    const bool known = find_view(step.view) != nullptr;
    commands.emplace_back(ShowStep{known ? step.view : std::string(views().front().name), override_map(step.set)});
    context.panel.transient.sheet = Sheet::none;
  }
  const float right = row.right() - (own ? remove : 0);
  if (button(ui, "edit/" + step.id, "Edit", {right - edit, row.y + 4}, ButtonLook::quiet)) {
    begin_editing(context.panel.transient.words, step);
  }
  if (own && button(ui, "drop/" + step.id, "Remove", {row.right() - remove, row.y + 4}, ButtonLook::quiet)) {
    commands.emplace_back(DropView{step.id});
  }
}

void draw_steps(const SheetContext& context, const std::vector<SavedView>& steps, const chart::Rect& rect,
                Commands& commands) {
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  ImGui::BeginChild("steps", {rect.width, rect.height}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NavFlattened);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  float y = at.y;
  for (std::size_t i = 0; i < steps.size(); ++i, y += kViewRow) {
    draw_step(context, steps[i], i + 1, {at.x, y, rect.width - 12, kViewRow}, commands);
  }
  ImGui::SetCursorScreenPos({at.x, y});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

/// The step that the fields describe: a new one, or the one that is being changed with all else it has.
SavedView step_of(const SheetWords& words, const SavedState& saved, const std::vector<SavedView>& steps) {
  const auto found = std::ranges::find(steps, words.editing, &SavedView::id);
  const std::string label = words.label.empty() ? fmt::format("Step {}", steps.size() + 1) : words.label;
  SavedView step = found != steps.end() ? *found : view_now(saved, label, words.text, steps);
  if (found == steps.end() || !words.label.empty()) step.label = label;
  step.text = words.text;
  step.notes = words.notes;
  return step;
}

/// Fields for a new step, or for the one that is being changed.
/// @return  where what follows begins
float draw_fields(const SheetContext& context, const std::vector<SavedView>& steps, const chart::Rect& rect,
                  Commands& commands) {
  const Ui& ui = context.panel.ui;
  SheetWords& words = context.panel.transient.words;
  const std::string verb = words.editing.empty() ? "Keep this view" : "Change step";
  const float keep = button_width(ui, verb), cancel = words.editing.empty() ? 0 : button_width(ui, "Cancel") + 4;
  float y = rect.y;
  bool done = text_field(ui, "views/label", {rect.x, y, rect.width - keep - cancel - 12, 32}, words.label,
                         "Title of this step, such as Ten plants as piloted", words.starts);
  done |= button(ui, "views/keep", verb, {rect.right() - keep - cancel, y + 2}, ButtonLook::primary);
  const bool dropped =
      cancel > 0 && button(ui, "views/cancel", "Cancel", {rect.right() - cancel + 4, y + 2}, ButtonLook::quiet);
  y += 40;
  text_field(ui, "views/text", {rect.x, y, rect.width, 32}, words.text, "Words to show with it, if you like");
  y += 40;
  text_area(ui, "views/notes", {rect.x, y, rect.width, kViewNotes}, words.notes,
            "Notes for whoever presents, shown on N, if you like");
  if (done) commands.emplace_back(KeepView{step_of(words, context.panel.saved, steps)});
  if (done || dropped) end_editing(words);
  return y + kViewNotes + 14;
}

}  // namespace

void draw_views_sheet(const SheetContext& context, const chart::Rect& rect, Commands& commands) {
  const Ui& ui = context.panel.ui;
  const auto steps = presentation(context.panel.saved, context.panel.snapshot);
  float y = draw_sheet_head(ui, rect, "Presentation",
                            "Keep what you see now as a step: the view and its changes. Saving the plan saves them.") +
            8;
  y = draw_fields(context, steps, {rect.x, y, rect.width, 0}, commands);
  if (steps.empty()) {
    draw_paragraph(ui, {rect.x, y}, "No step is kept yet. Without any, presenting shows the views in order.",
                   rect.width, ui.theme.muted);
  }
  draw_steps(context, steps, {rect.x - 12, y, rect.width + 24, rect.bottom() - kButtonHeight - 16 - y}, commands);
  const float bottom = rect.bottom() - kButtonHeight, close = button_width(ui, "Close");
  if (button(ui, "views/present", "Present", {rect.x, bottom}, ButtonLook::primary)) {
    ask(commands, Present{true});
  }
  if (button(ui, "sheet/cancel", "Close", {rect.right() - close, bottom}, ButtonLook::quiet)) {
    context.panel.transient.sheet = Sheet::none;
  }
}

}  // namespace headrace::gui
