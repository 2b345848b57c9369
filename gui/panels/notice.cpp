#include <algorithm>

#include "gui/panels/panels.hpp"

namespace headrace::gui {
namespace {

/// What is wrong, in one line: the first error, and how many more.
std::string complaint(const Snapshot& snapshot) {
  int errors = 0;
  std::string first;
  for (const Diagnostic& each : snapshot.diagnostics) {
    if (each.severity != Severity::error) continue;
    if (errors++ == 0) {
      first = each.problem + (each.why.empty() ? "" : " (" + each.why + ")") + ". " + each.advice;
      if (each.where.line > 0 && each.where.file != "--set") {
        first = each.where.file + ":" + std::to_string(each.where.line) + ": " + first;
      }
    }
  }
  if (errors > 1) first += " And " + std::to_string(errors - 1) + " more.";
  return first;
}

}  // namespace

float draw_notice(const PanelContext& context, const chart::Rect& rect, Commands& commands) {
  const Ui& ui = context.ui;
  const Snapshot* const snapshot = context.snapshot;
  const bool failed = snapshot != nullptr && snapshot->failed();
  if (!failed && context.transient.message.empty()) return 0;

  const std::string text = failed ? complaint(*snapshot) : context.transient.message;
  const chart::Rect box{rect.x, rect.y, rect.width, 44};
  fill(box, ui.theme.loss_soft);
  const std::string label = failed && context.history.can_undo() ? "Undo this change" : "Dismiss";
  const float right = box.right() - 16 - button_width(ui, label);
  put_text(ui, {box.x + 24, box.y + 13}, fitted_text(ui, text, kBody, chart::Weight::regular, right - box.x - 40),
           {.size = kBody, .color = ui.theme.loss});
  const bool dismissable = !failed || context.history.can_undo();
  if (dismissable && button(ui, "notice/action", label, {right, box.y + 8})) {
    if (failed) commands.emplace_back(Undo{});
    context.transient.message.clear();
  }
  return box.height;
}

}  // namespace headrace::gui
