#include <algorithm>

#include "gui/panels/panels.hpp"
#include "gui/panels/sheets.hpp"

namespace headrace::gui {
namespace {

std::string sentence(const Diagnostic& each) {
  const std::string text = each.problem + (each.why.empty() ? "" : " (" + each.why + ")") + ". " + each.advice;
  if (each.where.line <= 0 || each.where.file == "--set") return text;
  return each.where.file.text() + ":" + std::to_string(each.where.line) + ": " + text;
}

/// All mistakes of what the notice speaks of: of the plan, or of a file that was not opened.
std::vector<std::string> all_mistakes(const PanelContext& context, bool failed) {
  return failed ? mistakes(*context.snapshot) : context.transient.mistakes;
}

}  // namespace

std::vector<std::string> mistakes(const Snapshot& snapshot) {
  std::vector<std::string> all;
  for (const Diagnostic& each : snapshot.diagnostics) {
    if (each.severity == Severity::error) all.push_back(sentence(each));
  }
  return all;
}

std::string complaint(const Snapshot& snapshot) {
  const std::vector<std::string> all = mistakes(snapshot);
  if (all.empty()) return "";
  return all.front() + (all.size() > 1 ? " And " + std::to_string(all.size() - 1) + " more." : "");
}

float draw_notice(const PanelContext& context, const chart::Rect& rect, Commands& commands) {
  const Ui& ui = context.ui;
  const Snapshot* const snapshot = context.snapshot;
  const bool failed = snapshot != nullptr && snapshot->failed();
  TransientState& transient = context.transient;
  if (!failed && transient.message.empty() && transient.news.empty()) return 0;

  const bool good = !failed && transient.message.empty();
  const std::string text = failed ? complaint(*snapshot) : good ? transient.news : transient.message;
  const chart::Rect box{rect.x, rect.y, rect.width, 44};
  fill(box, good ? ui.theme.accent_soft : ui.theme.loss_soft);
  // A change is not to blame where the file itself cannot be run.
  const bool undoes = failed && snapshot->file_runs && context.history.can_undo();
  const std::string label = undoes ? "Undo this change" : "Dismiss";
  float right = box.right() - 16 - button_width(ui, label);
  const bool dismissable = !failed || undoes;
  if (!dismissable) right = box.right() - 16;
  // One line has no room for many.
  const std::vector<std::string> all = good ? std::vector<std::string>() : all_mistakes(context, failed);
  if (!all.empty()) {
    const std::string show = all.size() == 1 ? "All of it" : "All " + std::to_string(all.size()) + " mistakes";
    right -= button_width(ui, show) + (dismissable ? 12 : 0);
    if (button(ui, "notice/mistakes", show, {right, box.y + 8})) {
      transient.mistakes = all;
      show_sheet(Sheet::mistakes, context.saved, transient);
    }
  }
  put_text(ui, {box.x + 24, box.y + 13}, fitted_text(ui, text, kBody, chart::Weight::regular, right - box.x - 40),
           {.size = kBody, .color = good ? ui.theme.accent : ui.theme.loss});
  if (dismissable && button(ui, "notice/action", label, {box.right() - 16 - button_width(ui, label), box.y + 8})) {
    if (failed) commands.emplace_back(Undo{});
    transient.message.clear();
    transient.mistakes.clear();
    transient.news.clear();
  }
  return box.height;
}

}  // namespace headrace::gui
