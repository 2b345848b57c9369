#include "gui/panels/presentation.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <sstream>
#include <vector>

#include "gui/views/view.hpp"
#include "report/words/titles.hpp"

namespace headrace::gui {
namespace {

constexpr float kPromptLine = 24;

}  // namespace

StepWords step_words(const PanelContext& context) {
  const auto steps = presentation(context.saved, context.snapshot);
  if (steps.empty()) {
    const View* const view = find_view(context.saved.view);
    return {view != nullptr ? std::string(view->title) : "", "", "",
            fmt::format("{} of {}", context.transient.step + 1, views().size())};
  }
  const std::size_t at = std::min(context.transient.step, steps.size() - 1);
  const SavedView& step = steps[at];
  return {printable(step.label), printable(step.text), step.notes, fmt::format("{} of {}", at + 1, steps.size())};
}

void draw_presentation_line(const PanelContext& context, const chart::Rect& rect, Commands& commands) {
  const Ui& ui = context.ui;
  const Theme& t = ui.theme;
  const StepWords words = step_words(context);
  fill(rect, t.panel);
  hairline({rect.x, rect.y}, {rect.right(), rect.y}, t.rule);

  // From the right: where in the presentation this is, and the ways on, back and out.
  const float top = rect.y + (rect.height - kButtonHeight) / 2;
  float right = rect.right() - 16;
  const auto put = [&](const std::string& name, const std::string& label, const FileCommand& command) {
    right -= button_width(ui, label);
    if (button(ui, name, label, {right, top}, ButtonLook::quiet)) ask(commands, command);
    right -= 4;
  };
  put("present/end", "End", Present{false});
  put("present/next", "Next →", StepBy{1});
  put("present/back", "← Back", StepBy{-1});
  if (!words.notes.empty()) {
    const std::string label = context.transient.prompting ? "Hide notes" : "Notes";
    right -= button_width(ui, label);
    bool& prompting = context.transient.prompting;
    if (button(ui, "present/notes", label, {right, top}, ButtonLook::quiet)) prompting = !prompting;
    right -= 4;
  }
  right -= width_of(ui, words.place, kBody) + 12;
  put_text(ui, {right, rect.y + (rect.height - kBody) / 2}, words.place, {.size = kBody, .color = t.muted});

  // From the left: its title and its words.
  const float room = right - rect.x - kMargin - 24, line = rect.y + (rect.height - kTitle) / 2;
  const std::string title = fitted_text(ui, words.title, kTitle, kSemibold, room);
  put_text(ui, {rect.x + kMargin, line}, title, {.size = kTitle, .weight = kSemibold, .color = t.ink});
  const float from = rect.x + kMargin + width_of(ui, title, kTitle, kSemibold) + 20;
  const float left = right - 24 - from;
  if (words.text.empty() || left < 80) return;
  const auto lines = wrapped_text(ui, words.text, kBody, chart::Weight::regular, left, 2);
  float y = rect.y + (rect.height - 21 * static_cast<float>(lines.size())) / 2 + 2;
  for (const std::string& each : lines) {
    put_text(ui, {from, y}, each, {.size = kBody, .color = t.muted});
    y += 21;
  }
}

float draw_prompt(const PanelContext& context, float width, float bottom) {
  const std::string notes = context.transient.prompting ? step_words(context).notes : "";
  if (notes.empty()) return 0;
  constexpr std::size_t most = 8;
  constexpr float pad = 14;
  const Ui& ui = context.ui;
  std::vector<std::string> lines;
  std::istringstream paragraphs(notes);
  for (std::string each; std::getline(paragraphs, each) && lines.size() < most;) {
    const auto wrapped =
        wrapped_text(ui, printable(each), kStrong, chart::Weight::regular, width - 2 * kMargin, most - lines.size());
    lines.insert(lines.end(), wrapped.begin(), wrapped.end());
  }
  const float height = 2 * pad + kPromptLine * static_cast<float>(lines.size());
  fill({0, bottom - height, width, height}, ui.theme.accent_soft);
  float y = bottom - height + pad;
  for (const std::string& line : lines) {
    put_text(ui, {kMargin, y}, line, {.size = kStrong, .color = ui.theme.ink});
    y += kPromptLine;
  }
  return height;
}

}  // namespace headrace::gui
