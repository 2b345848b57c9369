#include <imgui.h>

#include <algorithm>

#include "gui/panels/panels.hpp"
#include "gui/state/answer.hpp"

namespace headrace::gui {
namespace {

/// The largest size in which a figure's value fits.
float fitting_size(const Ui& ui, const Figure& figure, float width) {
  for (const float size : {kFigure, kLarge, kTitle}) {
    if (width_of(ui, typeset(figure.value), size, kSemibold) <= width) return size;
  }
  return kStrong;
}

/// @param old  muted: it is not of the plan that is asked for
void draw_figure(const Ui& ui, const Figure& figure, const chart::Rect& rect, float size, bool old) {
  const Theme& t = ui.theme;
  const float width = rect.width - 16;
  put_text(ui, {rect.x, rect.y}, fitted_text(ui, figure.label, kSmall, chart::Weight::regular, width),
           {.size = kSmall, .color = t.muted});
  const std::string value = typeset(figure.value);
  put_text(ui, {rect.x, rect.y + 18 + (kFigure - size) / 2}, fitted_text(ui, value, size, kSemibold, width),
           {.size = size,
            .weight = kSemibold,
            .color = old          ? t.muted
                     : figure.bad ? t.loss
                                  : t.ink});
  put_text(ui, {rect.x, rect.y + 54}, fitted_text(ui, typeset(figure.range), kSmall, chart::Weight::regular, width),
           {.size = kSmall, .color = t.muted});
  if (!figure.versus.empty()) {
    put_text(ui, {rect.x, rect.y + 71}, fitted_text(ui, typeset(figure.versus), kSmall, chart::Weight::regular, width),
             {.size = kSmall, .color = t.accent});
  }

  ImGui::SetCursorScreenPos({rect.x, rect.y});
  ImGui::Dummy({rect.width, rect.height});
  remember_widget(ui, "answer/" + figure.label);
  if (!ImGui::IsItemHovered()) return;
  std::vector<std::string> lines = {figure.label + ": " + typeset(figure.value), typeset(figure.range), figure.help};
  if (!figure.versus.empty()) lines.push_back(typeset(figure.versus));
  tooltip(ui, lines);
}

/// Figures side by side in one size; words, such as the biggest leak, have more room and a size of their own.
void draw_figures(const Ui& ui, const Answer& answer, const chart::Rect& rect) {
  constexpr float wide = 1.3F;
  float parts = 0, size = kFigure;
  for (const Figure& figure : answer.figures) parts += figure.words ? wide : 1;
  const float column = rect.width / parts;
  for (const Figure& figure : answer.figures) {
    if (!figure.words) size = std::min(size, fitting_size(ui, figure, column - 16));
  }
  float x = rect.x;
  for (const Figure& figure : answer.figures) {
    const float width = column * (figure.words ? wide : 1);
    draw_figure(ui, figure, {x, rect.y, width, rect.height},
                figure.words ? std::min(size, fitting_size(ui, figure, width - 16)) : size, answer.old);
    x += width;
  }
}

/// The decision in a word, on a ground of its own.
/// @return  its width, with the gap after it
float draw_decision(const Ui& ui, const Answer& answer, chart::Point at) {
  const Theme& t = ui.theme;
  const float width = width_of(ui, answer.decision, kTitle, kSemibold) + 28;
  fill({at.x, at.y, width, 46}, answer.go ? t.accent_soft : t.loss_soft, 8);
  put_text(ui, {at.x + 14, at.y + (46 - kTitle) / 2}, answer.decision,
           {.size = kTitle, .weight = kSemibold, .color = answer.go ? t.accent : t.loss});
  return width + 18;
}

/// How a verdict is set: how large, in how many lines, and how far these are from each other.
struct VerdictSetting {
  float size;
  std::size_t lines;
  float pitch;
};

/// As large as it can be said in full.
VerdictSetting verdict_setting(const Ui& ui, const std::string& verdict, float width) {
  constexpr VerdictSetting settings[] = {{kStrong, 2, 23}, {kBody, 2, 23}, {kBody, 3, 19}};
  for (const VerdictSetting& each : settings) {
    if (wrapped_text(ui, verdict, each.size, kSemibold, width, each.lines + 1).size() <= each.lines) return each;
  }
  return {kSmall, 3, 18};
}

/// Its lines stand around the middle of the decision beside it.
void draw_verdict(const Ui& ui, const std::string& verdict, const chart::Rect& rect) {
  const auto [size, most, pitch] = verdict_setting(ui, verdict, rect.width);
  const auto lines = wrapped_text(ui, verdict, size, kSemibold, rect.width, most);
  float y = rect.y + (rect.height - static_cast<float>(lines.size() - 1) * pitch - size) / 2;
  for (const std::string& line : lines) {
    put_text(ui, {rect.x, y}, line, {.size = size, .weight = kSemibold, .color = ui.theme.ink});
    y += pitch;
  }
}

void explain_verdict(const Ui& ui, const Answer& answer, const chart::Rect& rect) {
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  ImGui::Dummy({rect.width, rect.height});
  remember_widget(ui, "answer/verdict");
  if (ImGui::IsItemHovered()) tooltip(ui, {answer.decision, typeset(answer.verdict), typeset(answer.headline)});
}

/// How far the run is, and how sure its average.
void draw_progress(const Ui& ui, const Answer& answer, const chart::Rect& rect) {
  const Theme& t = ui.theme;
  put_text(ui, {rect.right() - kMargin, rect.y + 20}, answer.precision,
           {.size = kSmall, .align = kRight, .color = t.muted});
  hairline({rect.x, rect.bottom() - 1}, {rect.right(), rect.bottom() - 1}, t.rule);
  if (!answer.running) return;
  const auto done = static_cast<float>(std::clamp(answer.progress, 0.0, 1.0));
  fill({rect.x, rect.bottom() - 2, rect.width * done, 2}, t.accent);
}

}  // namespace

float answer_bar_height(float) { return 174; }

void draw_answer_bar(const PanelContext& context, const chart::Rect& rect) {
  const Ui& ui = context.ui;
  const Theme& t = ui.theme;
  fill(rect, t.ground);
  if (context.snapshot == nullptr || !context.snapshot->run) {
    const bool wrong = context.snapshot != nullptr && context.snapshot->failed();
    put_text(ui, {rect.x + kMargin, rect.y + 30},
             wrong ? "This scenario cannot be run" : "Looking at the first futures…",
             {.size = kTitle, .weight = kSemibold, .color = wrong ? t.loss : t.muted});
    hairline({rect.x, rect.bottom() - 1}, {rect.right(), rect.bottom() - 1}, t.rule);
    return;
  }

  const Answer answer = answer_of(*context.snapshot);
  draw_progress(ui, answer, rect);
  const float room = rect.width - 2 * kMargin;
  const float aside = width_of(ui, answer.precision, kSmall) + 24;
  const float badge = draw_decision(ui, answer, {rect.x + kMargin, rect.y + 14});
  draw_verdict(ui, typeset(answer.verdict), {rect.x + kMargin + badge, rect.y + 14, room - aside - badge, 46});
  explain_verdict(ui, answer, {rect.x + kMargin, rect.y + 14, room - aside, 46});
  draw_figures(ui, answer, {rect.x + kMargin, rect.y + 76, room, 90});
}

}  // namespace headrace::gui
