#include "gui/app/shell.hpp"

#include <imgui.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "gui/panels/caution.hpp"
#include "gui/panels/lever_row.hpp"
#include "gui/panels/presentation.hpp"
#include "gui/panels/sheets.hpp"
#include "gui/plans/export_place.hpp"
#include "gui/views/view.hpp"
#include "gui/widgets/imgui_canvas.hpp"
#include "gui/widgets/right_to_left.hpp"

namespace headrace::gui {
namespace {

constexpr float kHeader = 44, kTabs = 44, kHelpLine = 34;

float levers_width(float width) { return std::clamp(width * 0.25F, 320.0F, 400.0F); }

constexpr ImGuiWindowFlags kBareWindow = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                         ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoSavedSettings |
                                         ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse;

void color_imgui(const Theme& t) {
  ImGuiStyle& style = ImGui::GetStyle();
  const auto set = [&](ImGuiCol which, chart::Color color) {
    style.Colors[which] = ImGui::ColorConvertU32ToFloat4(packed(color));
  };
  set(ImGuiCol_WindowBg, t.ground);
  set(ImGuiCol_Text, t.ink);
  set(ImGuiCol_ScrollbarBg, {0, 0, 0, 0});
  set(ImGuiCol_ScrollbarGrab, t.track);
  set(ImGuiCol_ScrollbarGrabHovered, t.muted);
  set(ImGuiCol_ScrollbarGrabActive, t.muted);
  set(ImGuiCol_NavHighlight, t.accent);
}

/// Writes a file that is named after the scenario.
Written export_text(const std::string& scenario, const ExportText& file) {
  const std::filesystem::path name = file.file;
  const std::string stem = std::filesystem::path(scenario).stem().string() + "-" + name.stem().string();
  return write_export(export_folders(scenario), stem, name.extension().string(), file.text);
}

/// The notes of its file are the notes that a plan begins with.
SavedState with_file_notes(SavedState state) {
  if (state.notes.empty()) state.notes = notes_of_file(state.plan.file);
  return state;
}

/// A first look at few futures, then one at more.
StudyEffort study_effort(const Effort& effort) {
  if (effort.study_trials == 0) return {{}};
  constexpr std::int64_t first = 256;
  const std::int64_t all = 4 * effort.study_trials;
  return all <= first ? StudyEffort{{all}} : StudyEffort{{first, all}};
}

}  // namespace

void style_imgui() {
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.ScrollbarSize = 10;
  style.ScrollbarRounding = 5;
  style.GrabMinSize = 10;
  style.ItemSpacing = {0, 0};
  style.DisabledAlpha = 1;
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
}

Shell::Shell(SavedState state, const std::function<void()>& wake, const Effort& effort)
    : saved_(with_file_notes(std::move(state))),
      desk_(saved_),
      worker_(wake, effort),
      study_worker_(wake, study_effort(effort)),
      teller_(wake) {
  ask();
}

void Shell::ask() { worker_.ask({saved_.plan, saved_.pinned, saved_.view, revision_}); }

void Shell::carry_out(const Command& command) {
  if (const auto* file = std::get_if<ExportText>(&command)) return tell(export_text(saved_.plan.file, *file));
  if (const auto* file = std::get_if<FileCommand>(&command)) {
    // A value that is still being typed is a change of the plan, too.
    Commands typed;
    finish_typing(typed);
    for (const Command& one : typed) carry_out(one);
    return std::visit([&](const auto& one) { carry_out_file(one); }, *file);
  }
  if (const auto* file = std::get_if<OpenFile>(&command)) return carry_out_file(Leave{file->file});
  history_.carry_out(command, saved_);
  ask();
}

void Shell::keys(Commands& commands) const {
  const ImGuiIO& io = ImGui::GetIO();
  if (!io.KeyCtrl || io.WantTextInput || transient_.sheet != Sheet::none) return;
  const auto pressed = [&](char letter) { return ImGui::IsKeyPressed(letter, false); };
  if (pressed('Z')) commands.push_back(io.KeyShift ? Command(Redo{}) : Command(Undo{}));
  if (pressed('Y')) commands.emplace_back(Redo{});
  for (std::size_t k = 0; k < std::min<std::size_t>(views().size(), 9); ++k) {
    if (pressed(static_cast<char>('1' + k))) commands.emplace_back(ChooseView{std::string(views()[k].name)});
  }
}

/// Studies begin when the answer itself is complete, for the view that is open.
void Shell::ask_study() {
  std::optional<StudyRequest> request;
  const auto known = study_worker_.latest();
  const bool complete = snapshot_ && snapshot_->current && snapshot_->finished && snapshot_->plan == saved_.plan;
  if (complete && saved_.view == "in_the_way") {
    const bool answered = is_of(known->unlocks, snapshot_->run, saved_.plan) && known->unlocks->finished;
    if (!answered) request = StudyRequest{StudyKind::unlocks, saved_.plan, {}, snapshot_->run->prepared};
  }
  const bool differs = saved_.pinned && *saved_.pinned != saved_.plan;
  if (complete && saved_.view == "compare" && transient_.why && differs) {
    const bool answered =
        is_of(known->why, snapshot_->run, saved_.plan) && known->why->pinned == saved_.pinned && known->why->finished;
    if (!answered) request = StudyRequest{StudyKind::why, saved_.plan, saved_.pinned, snapshot_->run->prepared};
  }
  study_worker_.ask(std::move(request));
}

void Shell::see(std::shared_ptr<const Snapshot> latest) {
  const std::string told = snapshot_ ? caution(*snapshot_) : "";
  snapshot_ = std::move(latest);
  desk_.read(*snapshot_);
  // Warnings are told when they come up, and go with their cause.
  if (const std::string now = caution(*snapshot_); now != told) {
    if (!now.empty() || transient_.news == told) transient_.news = now;
  }
  if (!before_opening_ || snapshot_->plan != saved_.plan) return;
  if (snapshot_->failed()) {
    // What was opened cannot be run: back to what could.
    transient_.message = "Not opened. " + complaint(*snapshot_);
    transient_.mistakes = mistakes(*snapshot_);
    saved_ = std::move(*before_opening_);
    before_opening_.reset();
    desk_.opened(saved_);
    return ask();
  }
  if (snapshot_->current) before_opening_.reset();
}

void Shell::frame(const Fonts& fonts) {
  tick();
  ask_study();
  studies_ = study_worker_.latest();
  future_ = teller_.latest();
  widgets_.clear();
  // Arrows step through a presentation; else they lead from one thing to the next.
  ImGuiConfigFlags& flags = ImGui::GetIO().ConfigFlags;
  flags =
      transient_.presenting ? flags & ~ImGuiConfigFlags_NavEnableKeyboard : flags | ImGuiConfigFlags_NavEnableKeyboard;
  Commands commands;
  keys(commands);
  file_keys(saved_, transient_, commands);
  note_letters(fonts);
  draw(fonts, commands);
  for (const Command& command : commands) carry_out(command);
  ask_future();
}

void Shell::finish_typing(Commands& commands) {
  if (snapshot_ && !transient_.typing.empty()) take_typed(*snapshot_, saved_.plan, transient_, commands);
}

/// All names of a plan at once, so that its letters are fetched once and not page by page.
void Shell::note_letters(const Fonts& fonts) {
  if (!snapshot_ || snapshot_->levers == noted_) return;
  noted_ = snapshot_->levers;
  if (!noted_) return;
  for (const Lever& lever : *noted_) {
    for (const std::string* text : {&lever.entity, &lever.source, &lever.owner, &lever.note})
      fonts.note(in_drawing_order(*text));
  }
}

void Shell::ask_future() {
  if (saved_.view != "future" || transient_.trial < 0 || !snapshot_ || !snapshot_->run) return;
  teller_.ask(snapshot_->run->prepared, snapshot_->run->results->seed, transient_.trial);
}

void Shell::draw(const Fonts& fonts, Commands& commands) {
  const Theme& t = theme(saved_.look);
  color_imgui(t);
  const Ui ui{t, fonts, widgets_};
  const PanelContext context{ui, saved_, history_, snapshot_.get(), transient_};
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  ImGui::Begin("headrace", nullptr, kBareWindow);
  fill({0, 0, size.x, size.y}, t.ground);

  if (transient_.presenting) {
    draw_presentation(context, commands);
  } else {
    draw_working(context, commands);
  }
  draw_sheets({context, desk_}, commands);
  if (picture_.empty()) draw_hints(context, commands);
  ImGui::End();
}

void Shell::draw_working(const PanelContext& context, Commands& commands) {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  draw_header(context, {0, 0, size.x, kHeader}, commands);
  float top = kHeader;
  if (const View* const view = find_view(saved_.view); view != nullptr && view->page) {
    top += draw_notice(context, {0, top, size.x, 0}, commands);
    // The levers are gone from view, and with them the field.
    finish_typing(commands);
    return draw_view(context.ui.fonts, {0, top, size.x, size.y - top}, commands);
  }
  draw_answer_bar(context, {0, top, size.x, answer_bar_height(size.x)});
  top += answer_bar_height(size.x);
  top += draw_notice(context, {0, top, size.x, 0}, commands);
  const float left = levers_width(size.x);
  draw_levers(context, {0, top, left, size.y - top - kHelpLine}, commands);
  draw_help_line(context, {0, size.y - kHelpLine, left, kHelpLine});
  draw_tabs(context, {left, top, size.x - left, kTabs}, commands);
  draw_view(context.ui.fonts, {left, top + kTabs, size.x - left, size.y - top - kTabs}, commands);
}

void Shell::draw_presentation(const PanelContext& context, Commands& commands) {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  draw_answer_bar(context, {0, 0, size.x, answer_bar_height(size.x)});
  float top = answer_bar_height(size.x);
  top += draw_notice(context, {0, top, size.x, 0}, commands);
  float bottom = size.y - kPresentationLine;
  bottom -= draw_prompt(context, size.x, bottom);
  draw_view(context.ui.fonts, {0, top, size.x, bottom - top}, commands);
  draw_presentation_line(context, {0, size.y - kPresentationLine, size.x, kPresentationLine}, commands);
}

void Shell::draw_view(const Fonts& fonts, const chart::Rect& room, Commands& commands) {
  const View* const view = find_view(saved_.view);
  if (view == nullptr || (!view->page && (!snapshot_ || !snapshot_->run))) return;
  static const Snapshot nothing_yet;
  ImGui::SetCursorScreenPos({room.x, room.y});
  // A child a view: each keeps its own place when it is scrolled, and begins at its top when it is presented.
  const std::string step = transient_.presenting ? "/" + std::to_string(transient_.step) : "";
  ImGui::BeginChild(("view/" + saved_.view + step).c_str(), {room.width, room.height}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NavFlattened);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  constexpr float margin = 24;
  const Ui ui{theme(saved_.look), fonts, widgets_};
  view->draw({ui,
              snapshot_ ? *snapshot_ : nothing_yet,
              *studies_,
              saved_,
              transient_,
              models_,
              future_,
              {at.x + margin, at.y + margin, room.width - 2 * margin, room.height - 2 * margin}},
             commands);
  ImGui::EndChild();
}

}  // namespace headrace::gui
