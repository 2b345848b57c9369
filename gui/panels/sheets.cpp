#include "gui/panels/sheets.hpp"

#include <imgui.h>

#include <array>

#include "gui/widgets/imgui_canvas.hpp"

namespace headrace::gui {
namespace {

constexpr const char* kPopup = "sheet";
constexpr ImGuiWindowFlags kBareSheet =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;

bool pressed(int key) { return ImGui::IsKeyPressed(key, false); }
bool pressed_named(ImGuiKey key) { return pressed(ImGui::GetKeyIndex(key)); }

ImVec2 size_of(Sheet sheet) {
  switch (sheet) {
    case Sheet::open:
      return {780, 600};
    case Sheet::save:
      return {680, 488};
    case Sheet::views:
      return {680, 600};
    case Sheet::keys:
      return {620, 527};
    case Sheet::mistakes:
      return {860, 560};
    default:
      return {560, 200};
  }
}

void draw_sheet(const SheetContext& context, const chart::Rect& rect, Commands& commands) {
  switch (context.panel.transient.sheet) {
    case Sheet::open:
      return draw_open_sheet(context, rect, commands);
    case Sheet::save:
      return draw_save_sheet(context, rect, commands);
    case Sheet::views:
      return draw_views_sheet(context, rect, commands);
    case Sheet::keys:
      return draw_keys_sheet(context, rect);
    case Sheet::leave:
      return draw_leave_sheet(context, rect, commands);
    case Sheet::recover:
      return draw_recover_sheet(context, rect, commands);
    case Sheet::mistakes:
      return draw_mistakes_sheet(context, rect);
    case Sheet::none:
      return;
  }
}

/// Takes a popup down whose sheet has gone.
void close_popup() {
  if (!ImGui::IsPopupOpen(kPopup)) return;
  if (!ImGui::BeginPopupModal(kPopup, nullptr, kBareSheet | ImGuiWindowFlags_NoBackground)) return;
  ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

}  // namespace

void show_sheet(Sheet sheet, const SavedState& saved, TransientState& transient) {
  transient.sheet = sheet;
  transient.words = {};
  if (sheet == Sheet::none) transient.leaving = false;
  if (sheet == Sheet::save) transient.words.file = suggested_variant(saved.plan.file).string();
  if (sheet == Sheet::save) transient.words.notes = saved.notes;
}

void file_keys(const SavedState& saved, TransientState& transient, Commands& commands) {
  const ImGuiIO& io = ImGui::GetIO();
  const bool sheet = transient.sheet != Sheet::none;
  if (pressed_named(ImGuiKey_Escape) && sheet) {
    // An offer or a question that is not answered changes nothing.
    return show_sheet(Sheet::none, saved, transient);
  }
  if (pressed(kF5) || pressed(kF11)) ask(commands, Present{!transient.presenting});
  if (sheet) return;
  if (pressed(kF1)) show_sheet(Sheet::keys, saved, transient);
  if (transient.presenting) {
    if (pressed_named(ImGuiKey_Escape)) ask(commands, Present{false});
    if (pressed('N')) transient.prompting = !transient.prompting;
    for (const ImGuiKey key : {ImGuiKey_RightArrow, ImGuiKey_PageDown, ImGuiKey_Space}) {
      if (pressed_named(key)) ask(commands, StepBy{1});
    }
    for (const ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_PageUp}) {
      if (pressed_named(key)) ask(commands, StepBy{-1});
    }
  }
  if (!io.KeyCtrl) return;
  if (pressed('P')) ask(commands, SavePicture{});
  if (io.WantTextInput || transient.presenting) return;
  if (pressed('O')) show_sheet(Sheet::open, saved, transient);
  if (pressed('S')) show_sheet(Sheet::save, saved, transient);
  if (pressed('B')) show_sheet(Sheet::views, saved, transient);
  if (pressed('N')) commands.emplace_back(ChooseView{"start"});
}

void draw_sheets(const SheetContext& context, Commands& commands) {
  TransientState& transient = context.panel.transient;
  if (transient.sheet == Sheet::none) return close_popup();
  const Theme& t = context.panel.ui.theme;
  const ImVec2 room = ImGui::GetIO().DisplaySize, wanted = size_of(transient.sheet);
  const ImVec2 size{std::min(wanted.x, room.x - 32), std::min(wanted.y, room.y - 32)};
  if (!ImGui::IsPopupOpen(kPopup)) ImGui::OpenPopup(kPopup);
  ImGui::SetNextWindowPos({(room.x - size.x) / 2, (room.y - size.y) * 0.42F});
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 12);
  ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 1);
  ImGui::PushStyleColor(ImGuiCol_PopupBg, packed(t.ground));
  ImGui::PushStyleColor(ImGuiCol_Border, packed(t.track));
  ImGui::PushStyleColor(ImGuiCol_ModalWindowDimBg, packed({15, 20, 28, 110}));
  if (ImGui::BeginPopupModal(kPopup, nullptr, kBareSheet)) {
    const ImVec2 at = ImGui::GetWindowPos();
    constexpr float margin = 28;
    draw_sheet(context, {at.x + margin, at.y + margin, size.x - 2 * margin, size.y - 2 * margin}, commands);
    transient.words.starts = false;
    ImGui::EndPopup();
  }
  ImGui::PopStyleColor(3);
  ImGui::PopStyleVar(2);
}

float draw_sheet_head(const Ui& ui, const chart::Rect& rect, const std::string& title, const std::string& sentence) {
  put_text(ui, {rect.x, rect.y}, fitted_text(ui, title, kTitle, kSemibold, rect.width),
           {.size = kTitle, .weight = kSemibold, .color = ui.theme.ink});
  return draw_paragraph(ui, {rect.x, rect.y + 32}, sentence, rect.width, ui.theme.muted);
}

bool draw_sheet_row(const Ui& ui, const std::string& name, const chart::Rect& row, const std::string& text,
                    const std::string& aside) {
  const Theme& t = ui.theme;
  ImGui::SetCursorScreenPos({row.x, row.y});
  const bool clicked = ImGui::InvisibleButton(name.c_str(), {row.width, row.height});
  remember_widget(ui, name);
  if (is_lit()) fill(row, t.hover, 6);
  const float y = row.y + (row.height - kBody) / 2, inside = row.width - 24;
  const std::string first = fitted_text(ui, text, kBody, chart::Weight::regular, inside);
  put_text(ui, {row.x + 12, y}, first, {.size = kBody, .color = t.ink});
  const float used = width_of(ui, first, kBody) + 14;
  if (inside - used < 60) return clicked;
  put_text(ui, {row.x + 12 + used, y + 1}, fitted_text(ui, aside, kSmall, chart::Weight::regular, inside - used),
           {.size = kSmall, .color = t.muted});
  return clicked;
}

void draw_keys_sheet(const SheetContext& context, const chart::Rect& rect) {
  const Ui& ui = context.panel.ui;
  struct Row {
    const char* keys;
    const char* what;
  };
  constexpr std::array<Row, 15> rows = {{
      {"Tab, arrows", "from one thing to the next"},
      {"Space, then arrows", "take hold of a slider and move it"},
      {"Enter", "press a button, or type a slider's value"},
      {"Ctrl+1 to Ctrl+9", "the views, in order"},
      {"Ctrl+Z, Ctrl+Y", "undo and redo"},
      {"Ctrl+O", "open a plan"},
      {"Ctrl+S", "save the changes"},
      {"Ctrl+N", "a new plan from six questions"},
      {"Ctrl+B", "keep this view for the presentation"},
      {"Ctrl+P", "a picture of the window, as PNG"},
      {"F5 or F11", "present, full screen; again or Esc: back"},
      {"Right, Page Down", "the next step of a presentation"},
      {"Left, Page Up", "the step before"},
      {"N", "while presenting: the notes of the step"},
      {"F1", "this list; Esc closes it"},
  }};
  float y = draw_sheet_head(ui, rect, "Everything by keyboard", "") + 6;
  for (const Row& row : rows) {
    put_text(ui, {rect.x, y}, row.keys, {.size = kBody, .weight = kSemibold, .color = ui.theme.ink});
    put_text(ui, {rect.x + 190, y}, row.what, {.size = kBody, .color = ui.theme.muted});
    y += 27;
  }
  if (button(ui, "sheet/cancel", "Close", {rect.right() - button_width(ui, "Close"), rect.y - 4})) {
    context.panel.transient.sheet = Sheet::none;
  }
}

void draw_help_line(const PanelContext& context, const chart::Rect& rect) {
  const Ui& ui = context.ui;
  fill(rect, ui.theme.panel);
  hairline({rect.x, rect.y}, {rect.right(), rect.y}, ui.theme.rule);
  hairline({rect.right() - 1, rect.y}, {rect.right() - 1, rect.bottom()}, ui.theme.rule);
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  if (ImGui::InvisibleButton("help/keys", {rect.width, rect.height})) {
    show_sheet(Sheet::keys, context.saved, context.transient);
  }
  remember_widget(ui, "help/keys");
  const std::string words = "F1 keys   ·   Ctrl+O open   ·   F5 present";
  put_text(ui, {rect.x + 24, rect.y + (rect.height - kSmall) / 2},
           fitted_text(ui, words, kSmall, chart::Weight::regular, rect.width - 36),
           {.size = kSmall, .color = is_lit() ? ui.theme.ink : ui.theme.muted});
}

}  // namespace headrace::gui
