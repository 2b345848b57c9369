#include <algorithm>

#include "gui/panels/panels.hpp"

namespace headrace::gui {
std::string complaint(const Snapshot& snapshot) {
  int errors = 0;
  std::string first;
  for (const Diagnostic& each : snapshot.diagnostics) {
    if (each.severity != Severity::error) continue;
    if (errors++ == 0) {
      first = each.problem + (each.why.empty() ? "" : " (" + each.why + ")") + ". " + each.advice;
      if (each.where.line > 0 && each.where.file != "--set") {
        first = each.where.file.text() + ":" + std::to_string(each.where.line) + ": " + first;
      }
    }
  }
  if (errors > 1) first += " And " + std::to_string(errors - 1) + " more.";
  return first;
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
  const float right = box.right() - 16 - button_width(ui, label);
  put_text(ui, {box.x + 24, box.y + 13}, fitted_text(ui, text, kBody, chart::Weight::regular, right - box.x - 40),
           {.size = kBody, .color = good ? ui.theme.accent : ui.theme.loss});
  const bool dismissable = !failed || undoes;
  if (dismissable && button(ui, "notice/action", label, {right, box.y + 8})) {
    if (failed) commands.emplace_back(Undo{});
    transient.message.clear();
    transient.news.clear();
  }
  return box.height;
}

}  // namespace headrace::gui
