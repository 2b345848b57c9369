#include "gui/panels/lever_row.hpp"

#include <imgui.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "gui/levers/typed_lever.hpp"
#include "gui/widgets/value_field.hpp"

namespace headrace::gui {
namespace {

/// Height of a lever, and what a second line of its name adds.
constexpr float kLeverRow = 56, kSecondLine = 20;

float place_of(const Lever& lever, double number) {
  const double width = lever.shown.high - lever.shown.low;
  return width > 0 ? static_cast<float>(std::clamp((number - lever.shown.low) / width, 0.0, 1.0)) : 0;
}

/// The number at a place of the slider, in steps that a hand can aim at.
double number_at(const Lever& lever, float t) {
  const double width = lever.shown.high - lever.shown.low, raw = lever.shown.low + t * width;
  if (width <= 0) return lever.shown.low;
  const double step = lever.whole ? 1 : std::pow(10.0, std::floor(std::log10(width)) - 2);
  const double rounded = std::round(raw / step) * step;
  // Cut what binary fractions leave behind.
  const double clean = std::stod(fmt::format("{:.12g}", rounded));
  return std::clamp(clean, lever.shown.low, lever.shown.high);
}

std::vector<std::string> explanation(const Standing& s) {
  std::vector<std::string> lines = lever_tip(s.lever);
  lines.push_back(s.value.uncertain ? "Drag to move all of it. Click the value to type P10 / P50 / P90."
                                    : "Click the value to type one.");
  return lines;
}

/// The value as the field shows it when typing begins.
std::string typed_of(const Standing& s) { return s.raw.empty() ? typed_text(s.value) : s.raw; }

void begin_typing(const Standing& s, TransientState& transient) {
  transient.typing = s.lever.path;
  transient.typing_starts = true;
  transient.typed = typed_of(s);
}

/// Takes what was typed, or says why it cannot be.
void end_typing(const Standing& s, TransientState& transient, Commands& commands) {
  transient.typing.clear();
  // Looking at a value is no change, nor of what a screen rounds.
  if (transient.typed == typed_of(s)) return;
  const Typed typed = read_typed(s.lever, transient.typed);
  if (typed.value) {
    commands.emplace_back(
        SetLever{s.lever.path, value_text(*typed.value, s.lever.details), false, *typed.value == s.lever.base});
    transient.message.clear();
  } else {
    transient.message = fmt::format("{}: {}", s.lever.name, typed.problem);
  }
}

void type_value(const PanelContext& context, const Standing& s, const chart::Rect& rect, Commands& commands) {
  TransientState& transient = context.transient;
  const bool starts = std::exchange(transient.typing_starts, false);
  switch (value_field(context.ui, "type/" + s.lever.path, rect, transient.typed, "5, 40% or P10 / P50 / P90", starts)) {
    case FieldEnd::none:
      return;
    case FieldEnd::taken:
      return end_typing(s, transient, commands);
    case FieldEnd::dropped:
      transient.typing.clear();
  }
}

void drag_value(const PanelContext& context, const Standing& s, const chart::Rect& rect, Commands& commands) {
  const Lever& lever = s.lever;
  SlideLook look{.base = place_of(lever, lever.base.middle), .changed = s.changed};
  if (lever.whole) look.step = static_cast<float>(1 / std::max(1.0, lever.shown.high - lever.shown.low));
  if (s.value.uncertain) {
    look.low = place_of(lever, s.value.low);
    look.high = place_of(lever, s.value.high);
  }
  float t = place_of(lever, s.value.middle);
  const Slide slide = slider(context.ui, "lever/" + lever.path, rect, t, look);
  TransientState& transient = context.transient;
  if (slide.typing) return begin_typing(s, transient);
  if (slide.changed) {
    // The spread keeps the proportion it has in the file, however far the hand has gone.
    const LeverValue& from = s.value.uncertain == lever.base.uncertain ? lever.base : s.value;
    const LeverValue to = moved(from, number_at(lever, t), lever.allowed);
    if (to != s.value)
      commands.emplace_back(SetLever{lever.path, value_text(to, lever.details), true, to == lever.base});
    if (transient.dragging != lever.path) transient.drags_again = s.changed;
    transient.dragging = lever.path;
    transient.message.clear();
  }
  if (slide.let_go) {
    commands.emplace_back(EndDrag{});
    transient.dragging.clear();
  }
  if (slide.hovered && !slide.active) tooltip(context.ui, explanation(s));
}

/// Is there a way back to the file's value? Not before the first drag ends: nothing moves below the hand.
bool has_reset(const TransientState& transient, const Standing& s) {
  return transient.dragging == s.lever.path ? transient.drags_again : s.changed;
}

std::string value_words(const Standing& s) {
  return s.raw.empty() ? typeset(shown_number(s.lever, s.value.middle)) : "as typed";
}

/// The value at the right, and left of it a way back to the file's.
void draw_value(const PanelContext& context, const Standing& s, float right, float y, float size, Commands& commands) {
  const Ui& ui = context.ui;
  const std::string text = value_words(s);
  const chart::TextStyle style{
      .size = size, .weight = kSemibold, .align = kRight, .color = s.changed ? ui.theme.accent : ui.theme.ink};
  const float width = width_of(ui, text, size, kSemibold), top = y - (size - kBody) / 2;
  ImGui::SetCursorScreenPos({right - width - 4, top - 3});
  if (ImGui::InvisibleButton(("value/" + s.lever.path).c_str(), {width + 8, size + 6})) {
    begin_typing(s, context.transient);
  }
  remember_widget(ui, "value/" + s.lever.path);
  if (is_lit()) {
    fill({right - width - 4, top - 3, width + 8, size + 6}, ui.theme.hover, 4);
  }
  if (ImGui::IsItemHovered()) tooltip(ui, explanation(s));
  put_text(ui, {right, top}, text, style);
  if (!has_reset(context.transient, s)) return;
  const float reset = right - width - button_width(ui, "Reset");
  if (button(ui, "reset/" + s.lever.path, "Reset", {reset, y - 6}, ButtonLook::quiet)) {
    commands.emplace_back(ResetLever{s.lever.path});
  }
}

/// How a lever is called: in one line beside its value, or in two where one is too short.
struct Title {
  float room;  ///< of the first line
  bool two_lines;

  Title(const PanelContext& context, const Standing& s, float width) {
    const Ui& ui = context.ui;
    room = width - width_of(ui, value_words(s), kBody, kSemibold) - 8;
    if (has_reset(context.transient, s)) room -= button_width(ui, "Reset");
    const Lever& lever = s.lever;
    two_lines = !lever.entity.empty() && width_of(ui, lever.entity, kBody) + 6 + width_of(ui, lever.name, kBody) > room;
  }

  float height() const { return kLeverRow + (two_lines ? kSecondLine : 0); }
};

/// Where a click in a view has led: scrolled to once, and lit until something else is clicked.
void show_pointed(const PanelContext& context, const chart::Rect& row) {
  fill({row.x - 12, row.y, row.width + 24, row.height}, context.ui.theme.accent_soft, 6);
  if (!std::exchange(context.transient.pointed_now, false)) return;
  ImGui::SetScrollFromPosY(row.y + row.height / 2 - ImGui::GetWindowPos().y, 0.4F);
}

}  // namespace

Standing standing(const Lever& lever, const Plan& plan) {
  const auto found = plan.overrides.find(lever.path);
  if (found == plan.overrides.end()) return {lever, lever.base, false, ""};
  const auto value = parse_value_text(found->second);
  return value ? Standing{lever, *value, true, ""} : Standing{lever, lever.base, true, found->second};
}

void take_typed(const Snapshot& snapshot, const Plan& plan, TransientState& transient, Commands& commands) {
  const Lever* const lever = snapshot.levers ? find_lever(*snapshot.levers, transient.typing) : nullptr;
  if (lever != nullptr) end_typing(standing(*lever, plan), transient, commands);
  transient.typing.clear();
}

float draw_lever(const PanelContext& context, const Standing& s, chart::Rect rect, Commands& commands) {
  const Ui& ui = context.ui;
  const Theme& t = ui.theme;
  const Title title(context, s, rect.width);
  rect.height = title.height();
  if (s.lever.path == context.transient.pointed) show_pointed(context, rect);
  if (s.changed) fill({rect.x - 12, rect.y + 6, 3, rect.height - 12}, t.accent, 1.5F);

  draw_value(context, s, rect.right(), rect.y + 6, kBody, commands);
  const Lever& lever = s.lever;
  const auto put = [&](const std::string& words, float x, float y, float width, chart::Color color) {
    put_text(ui, {x, y}, fitted_text(ui, words, kBody, chart::Weight::regular, width), {.size = kBody, .color = color});
  };
  const float y = rect.y + 6;
  const std::string& first = lever.entity.empty() ? lever.name : lever.entity;
  put(first, rect.x, y, title.room, t.ink);
  if (title.two_lines) {
    put(lever.name, rect.x, y + kSecondLine, rect.width, t.muted);
  } else if (!lever.entity.empty()) {
    put(lever.name, rect.x + width_of(ui, first, kBody) + 6, y, rect.width, t.muted);
  }
  const float hand = rect.y + (title.two_lines ? kSecondLine : 0);
  if (context.transient.typing == lever.path) {
    type_value(context, s, {rect.x, hand + 26, rect.width, 28}, commands);
  } else {
    drag_value(context, s, {rect.x - 7, hand + 28, rect.width + 14, 20}, commands);
  }
  return rect.height;
}

float draw_sites(const PanelContext& context, const Standing& s, const chart::Rect& rect, Commands& commands) {
  const Ui& ui = context.ui;
  const Lever& lever = s.lever;
  put_text(ui, {rect.x, rect.y + 6}, "Sites", {.size = kStrong, .weight = kSemibold, .color = ui.theme.ink});
  draw_value(context, s, rect.right(), rect.y + 16, kHuge, commands);
  const auto listed = static_cast<int>(lever.base.middle);
  put_text(ui, {rect.x, rect.y + 28}, fmt::format("{} in the file", listed), {.size = kSmall, .color = ui.theme.muted});
  if (context.transient.typing == lever.path) {
    type_value(context, s, {rect.x, rect.y + 52, rect.width, 28}, commands);
  } else {
    drag_value(context, s, {rect.x - 7, rect.y + 52, rect.width + 14, 24}, commands);
  }
  return 92;
}

}  // namespace headrace::gui
