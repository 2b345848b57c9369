#include "gui/panels/panels.hpp"
#include "gui/panels/sheets.hpp"
#include "report/words/titles.hpp"

namespace headrace::gui {

void draw_header(const PanelContext& context, const chart::Rect& rect, Commands& commands) {
  const Ui& ui = context.ui;
  const Theme& t = ui.theme;
  fill(rect, t.panel);
  hairline({rect.x, rect.bottom() - 1}, {rect.right(), rect.bottom() - 1}, t.rule);

  // From the right: what can be done.
  const float top = rect.y + (rect.height - kButtonHeight) / 2;
  float right = rect.right() - 16;
  const auto put = [&](const std::string& name, const std::string& label, bool enabled) {
    right -= button_width(ui, label);
    const bool pressed = button(ui, name, label, {right, top}, ButtonLook::quiet, enabled);
    right -= 4;
    return pressed;
  };
  const bool dark = context.saved.look == Look::dark;
  if (put("header/look", dark ? "Light" : "Dark", true)) {
    commands.emplace_back(ChooseLook{dark ? Look::light : Look::dark});
  }
  const bool pinned = context.saved.pinned.has_value();
  if (put("header/pin", pinned ? "Unpin A" : "Pin as A", true)) {
    commands.push_back(pinned ? Command(UnpinPlan{}) : Command(PinPlan{}));
  }
  if (put("header/redo", "Redo", context.history.can_redo())) commands.emplace_back(Redo{});
  if (put("header/undo", "Undo", context.history.can_undo())) commands.emplace_back(Undo{});

  if (put("header/present", "Present", true)) show_sheet(Sheet::views, context.saved, context.transient);
  if (put("header/save", "Save", true)) show_sheet(Sheet::save, context.saved, context.transient);
  if (put("header/open", "Open", true)) show_sheet(Sheet::open, context.saved, context.transient);

  // From the left: what this is.
  const float line = rect.y + (rect.height - kStrong) / 2;
  put_text(ui, {rect.x + 24, line}, "Headrace", {.size = kStrong, .weight = kSemibold, .color = t.accent});
  const float from = rect.x + 24 + width_of(ui, "Headrace", kStrong, kSemibold) + 16;
  std::string file = file_name(context.saved.plan.file);
  if (!context.saved.plan.overrides.empty() || !context.saved.views.empty())
    file += "  ·  " + unsaved_words(context.saved, false);
  put_text(ui, {from, line + 1}, fitted_text(ui, file, kBody, chart::Weight::regular, right - from - 16),
           {.size = kBody, .color = t.muted});
}

}  // namespace headrace::gui
