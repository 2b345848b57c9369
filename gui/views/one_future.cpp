#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "gui/models/one_future.hpp"
#include "gui/views/chart_area.hpp"
#include "gui/widgets/value_field.hpp"
#include "report/words/number_text.hpp"

namespace headrace::gui {
namespace {

constexpr float kControls = 44, kSlider = 24, kDate = 84, kLogLine = kSmall * 1.3F;

/// Goes to the future whose number was typed, or says why there is none. Left empty, the field says nothing.
void take_number(FieldEnd end, const Results& results, TransientState& state) {
  if (end == FieldEnd::none) return;
  const std::string typed = std::exchange(state.typed_trial, {});
  if (end == FieldEnd::dropped || typed.empty()) return;
  const TypedFuture read = read_future(typed, results.trials);
  state.message = read.problem;
  if (!read.problem.empty()) return;
  state.trial = read.trial;
  state.future_week = -1;
}

/// Which future: three to begin with, or any by its number.
void draw_controls(const ViewContext& context, const FutureStory* story, Commands& commands) {
  const Ui& ui = context.ui;
  const Theme& t = ui.theme;
  const chart::Rect& area = context.area;
  const Results& results = *context.snapshot.run->results;
  TransientState& state = context.transient;
  put_text(ui, {area.x, area.y + 6}, "Show me", {.size = kBody, .color = t.muted});
  float x = area.x + width_of(ui, "Show me", kBody) + 12;
  for (const FuturePick& pick : kFuturePicks) {
    const std::string words(pick.words);
    const std::int64_t trial = pick_future(results, pick.quantile);
    const auto look = trial == state.trial ? ButtonLook::primary : ButtonLook::plain;
    if (button(ui, "future/" + std::string(pick.name), words, {x, area.y}, look)) {
      state.trial = trial;
      state.future_week = -1;
    }
    x += button_width(ui, words) + 8;
  }
  put_text(ui, {x + 8, area.y + 6}, "or number", {.size = kBody, .color = t.muted});
  x += width_of(ui, "or number", kBody) + 20;
  const std::string hint = fmt::format("0 to {}", results.trials - 1);
  const float field = width_of(ui, hint, kBody) + 28;
  take_number(value_field(ui, "future/number", {x, area.y - 1, field, 30}, state.typed_trial, hint), results, state);
  const chart::Point at{area.right() - button_width(ui, "CSV of its log"), area.y};
  if (button(ui, "csv/future", "CSV of its log", at, ButtonLook::plain, story != nullptr)) {
    commands.emplace_back(ExportText{"future.csv", story->csv});
  }
}

/// The fan with this future, and below it a slider over the same weeks.
void draw_cash(const ViewContext& context, const FutureStory& story, const chart::Rect& rect, Commands& commands) {
  double& week = context.transient.future_week;
  const double last = static_cast<double>(story.fan.future->value.size()) - 1;
  chart::Fan fan = story.fan;
  fan.marked_week = week < 0 ? last : std::min(week, last);
  fan.heading.title = typeset(cash_words(story, *fan.marked_week));
  const chart::Rect at{rect.x, rect.y, rect.width, rect.height - kSlider - 4};
  const chart::Hover hover = begin_chart(context, "future", at);
  ImGuiCanvas canvas(context.ui.fonts, *ImGui::GetWindowDrawList());
  const auto marks = chart::draw(canvas, at, chart_style(context.ui.theme), fan, hover);
  if (hover.at && wants_csv(context, "cash", at)) commands.emplace_back(ExportText{"future-cash.csv", csv(fan)});
  answer_marks(context, marks, hover);

  // The slider's knob stands under its week.
  const auto mark_of = [&](const std::string& tip) {
    return std::ranges::find_if(marks, [&](const chart::Mark& mark) { return mark.tip == tip; });
  };
  const auto first = mark_of(fan.tips.front()), end = mark_of(fan.tips.back());
  if (first == marks.end() || end == marks.end()) return;
  const float from = first->area.x, to = end->area.right(), knob = 7;
  auto t = static_cast<float>(*fan.marked_week / std::max(1.0, last));
  const Slide slide = slider(context.ui, "future/week", {from - knob, at.bottom() + 2, to - from + 2 * knob, kSlider},
                             t, {.step = static_cast<float>(1 / std::max(1.0, last)), .changed = true});
  if (slide.changed) week = std::round(static_cast<double>(t) * last);
}

/// One event; says how high it is. What is still to come is paler.
float draw_event(const ViewContext& context, const FutureEvent& event, std::size_t number, bool happened, bool newest,
                 const chart::Rect& row) {
  const Ui& ui = context.ui;
  const Theme& t = ui.theme;
  const auto lines = wrapped_text(ui, typeset(event.words), kSmall, chart::Weight::regular, row.width - kDate - 8, 4);
  const float height = kLogLine * static_cast<float>(lines.size()) + 12;
  ImGui::SetCursorScreenPos({row.x, row.y});
  const std::string name = fmt::format("future/event/{}", number);
  if (ImGui::InvisibleButton(name.c_str(), {row.width, height})) context.transient.future_week = std::floor(event.week);
  remember_widget(ui, name);
  if (!ImGui::IsItemVisible()) return height;
  if (newest) fill({row.x, row.y, row.width, height}, t.accent_soft, 6);
  if (!newest && is_lit()) fill({row.x, row.y, row.width, height}, t.hover, 6);
  const chart::Color ink = happened ? t.ink : t.muted;
  put_text(ui, {row.x + 8, row.y + 6}, event.date,
           {.size = kSmall, .weight = happened ? kSemibold : chart::Weight::regular, .color = ink});
  float y = row.y + 6;
  for (const std::string& line : lines) {
    put_text(ui, {row.x + kDate, y}, line, {.size = kSmall, .color = ink});
    y += kLogLine;
  }
  return height;
}

std::string log_title(std::size_t happened, std::size_t all) {
  if (happened == all) return "What happens in it";
  return fmt::format("What has happened: {} of {} events", happened, all);
}

void draw_log(const ViewContext& context, const FutureStory& story, const chart::Rect& rect) {
  const Ui& ui = context.ui;
  const double week = context.transient.future_week;
  const std::size_t happened = week < 0 ? story.events.size() : events_by(story, week);
  put_text(ui, {rect.x + 8, rect.y}, log_title(happened, story.events.size()),
           {.size = kBody, .weight = kSemibold, .color = ui.theme.ink});
  ImGui::SetCursorScreenPos({rect.x, rect.y + 28});
  ImGui::BeginChild("future/log", {rect.width, rect.height - 28}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NavFlattened);
  const ImVec2 begin = ImGui::GetCursorScreenPos();
  float y = begin.y;
  for (std::size_t k = 0; k < story.events.size(); ++k) {
    const bool newest = week >= 0 && k + 1 == happened;
    const float height =
        draw_event(context, story.events[k], k, k < happened, newest, {begin.x, y, rect.width - 12, 0});
    // While the hand is on the slider the log follows.
    if (newest && ImGui::IsAnyMouseDown() && !ImGui::IsWindowHovered()) {
      ImGui::SetScrollFromPosY(y - ImGui::GetWindowPos().y, 0.6F);
    }
    y += height;
  }
  if (story.untold > 0) {
    put_text(ui, {begin.x + 8, y + 6}, fmt::format("and {} lesser ones, in the CSV", grouped(story.untold)),
             {.size = kSmall, .color = ui.theme.muted});
    y += kLogLine + 12;
  }
  ImGui::SetCursorScreenPos({begin.x, y});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

/// The story of the future that was picked; null until it is told for this very plan.
const FutureStory* told_story(const ViewContext& context) {
  const Run& run = *context.snapshot.run;
  const auto& future = context.future;
  if (!future || future->prepared != run.prepared || future->told.trial != context.transient.trial) return nullptr;
  return &context.models.of<FutureStory>({run.results, future}, [&] { return future_story_of(run, *future); });
}

}  // namespace

void draw_future(const ViewContext& context, Commands& commands) {
  const Ui& ui = context.ui;
  const Theme& t = ui.theme;
  const chart::Rect& area = context.area;
  if (context.transient.trial < 0) context.transient.trial = pick_future(*context.snapshot.run->results, 0.1);
  const FutureStory* const story = told_story(context);
  draw_controls(context, story, commands);
  float y = area.y + kControls;
  if (story == nullptr) {
    const std::string words = fmt::format("Future {} is being told again.", context.transient.trial);
    put_text(ui, {area.x, y}, words, {.size = kBody, .color = t.muted});
    return;
  }
  const auto put = [&](const std::string& text, float size, chart::Weight weight, chart::Color color,
                       std::size_t most) {
    for (const std::string& line : wrapped_text(ui, typeset(text), size, weight, area.width, most)) {
      put_text(ui, {area.x, y}, line, {.size = size, .weight = weight, .color = color});
      y += size * 1.25F;
    }
  };
  put(story->title, kTitle, kSemibold, t.ink, 2);
  y += 4;
  put(story->subtitle, kSmall, chart::Weight::regular, t.muted, 4);
  y += 12;
  const float left = (area.width - kGap) * 0.56F, height = std::max(240.0F, area.bottom() - y);
  draw_cash(context, *story, {area.x, y, left, height}, commands);
  draw_log(context, *story, {area.x + left + kGap, y + 8, area.width - kGap - left, height - 8});
}

}  // namespace headrace::gui
