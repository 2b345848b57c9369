#include <imgui.h>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "gui/models/comparison.hpp"
#include "gui/views/chart_area.hpp"
#include "report/chart/fan.hpp"
#include "report/chart/from_studies.hpp"
#include "report/words/number_text.hpp"

namespace headrace::gui {
namespace {

constexpr float kCompareHead = 64, kTableHead = 28, kCompareRow = 42;

/// A title, a few lines, and one thing to do.
/// @return  the button was pressed
bool draw_invitation(const ViewContext& context, const chart::Rect& at, const std::string& title,
                     const std::string& words, const std::string& name, const std::string& label) {
  const Ui& ui = context.ui;
  const float width = std::min(at.width, 620.0F);
  put_text(ui, {at.x + kPad, at.y}, fitted_text(ui, title, kTitle, kSemibold, at.width),
           {.size = kTitle, .weight = kSemibold, .color = ui.theme.ink});
  float y = at.y + 34;
  for (const std::string& line : wrapped_text(ui, words, kBody, chart::Weight::regular, width, 4)) {
    put_text(ui, {at.x + kPad, y}, line, {.size = kBody, .color = ui.theme.muted});
    y += 24;
  }
  return !label.empty() && button(ui, name, label, {at.x + kPad, y + 14}, ButtonLook::primary);
}

/// Where the columns of the table end, from its left edge.
struct CompareColumns {
  float name, name_width, a, b, difference, bar, bar_width;

  explicit CompareColumns(const chart::Rect& at) {
    name = at.x + kPad;
    bar_width = std::clamp(at.width * 0.17F, 76.0F, 140.0F);
    bar = at.right() - kPad - bar_width;
    const float middle = bar - 18 - name;
    name_width = middle * 0.38F;
    a = name + middle * 0.575F;
    b = name + middle * 0.775F;
    difference = name + middle;
  }
};

/// In how many futures B is better, the same, worse.
void draw_shares(const Ui& ui, const CompareRow& row, const chart::Rect& bar) {
  const Theme& t = ui.theme;
  const float better = bar.width * static_cast<float>(row.better), worse = bar.width * static_cast<float>(row.worse);
  fill(bar, t.track, 2);
  fill({bar.x, bar.y, better, bar.height}, t.accent, 2);
  fill({bar.right() - worse, bar.y, worse, bar.height}, t.charts.loss, 2);
}

void draw_row(const Ui& ui, const CompareRow& row, const CompareColumns& at, const chart::Rect& rect) {
  const Theme& t = ui.theme;
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  ImGui::Dummy({rect.width, rect.height});
  remember_widget(ui, "compare/" + row.name);
  const bool hovered = ImGui::IsItemHovered();
  if (hovered) fill(rect, t.hover, 6);

  const float line = rect.y + (rect.height - kBody) / 2, small = rect.y + (rect.height - kSmall) / 2;
  put_text(ui, {at.name, small}, fitted_text(ui, row.name, kSmall, chart::Weight::regular, at.name_width),
           {.size = kSmall, .color = t.ink});
  put_text(ui, {at.a, line}, typeset(row.a), {.size = kBody, .align = kRight, .color = t.charts.other});
  put_text(ui, {at.b, line}, typeset(row.b), {.size = kBody, .align = kRight, .color = t.accent});
  const bool two = !row.sure.empty();
  put_text(ui, {at.difference, two ? rect.y + 5 : line}, typeset(row.difference),
           {.size = kBody, .weight = kSemibold, .align = kRight, .color = t.ink});
  if (two) put_text(ui, {at.difference, rect.y + 23}, row.sure, {.size = kSmall, .align = kRight, .color = t.muted});
  if (row.judged) {
    put_text(ui, {at.bar, rect.y + 6}, of_100(row.better), {.size = kSmall, .color = t.ink});
    draw_shares(ui, row, {at.bar, rect.y + 27, at.bar_width, 6});
  }
  hairline({rect.x, rect.bottom()}, {rect.right(), rect.bottom()}, t.rule);
  if (!hovered) return;
  std::vector<std::string> lines;
  for (const std::string& each : row.tip) lines.push_back(typeset(each));
  tooltip(ui, lines);
}

void draw_table(const ViewContext& context, const chart::Rect& at, const Comparison& comparison) {
  const Ui& ui = context.ui;
  const CompareColumns columns(at);
  const auto title = [&](float x, const std::string& words, chart::Align align, chart::Color color) {
    put_text(ui, {x, at.y}, words, {.size = kSmall, .weight = kSemibold, .align = align, .color = color});
  };
  title(columns.name, comparison.currency + ", averages", chart::Align::left, ui.theme.muted);
  title(columns.a, "A", kRight, ui.theme.charts.other);
  title(columns.b, "B", kRight, ui.theme.accent);
  title(columns.difference, "Difference, ± 95%", kRight, ui.theme.muted);
  title(columns.bar, "B better in", chart::Align::left, ui.theme.muted);
  float y = at.y + kTableHead;
  hairline({at.x, y - 4}, {at.right(), y - 4}, ui.theme.track);
  for (const CompareRow& row : comparison.rows) {
    draw_row(ui, row, columns, {at.x, y, at.width, kCompareRow});
    y += kCompareRow;
  }
}

void draw_head(const ViewContext& context, const Comparison& comparison, Commands& commands) {
  const Ui& ui = context.ui;
  const chart::Rect& area = context.area;
  const float csv_width = button_width(ui, "CSV"), right = area.right() - kPad - csv_width;
  if (button(ui, "csv/compare", "CSV", {right, area.y + 4})) {
    commands.emplace_back(ExportText{"compare.csv", csv(comparison)});
  }
  const float width = right - area.x - kPad - 16;
  put_text(ui, {area.x + kPad, area.y + 6}, fitted_text(ui, comparison.title, kTitle, kSemibold, width),
           {.size = kTitle, .weight = kSemibold, .color = ui.theme.ink});
  put_text(ui, {area.x + kPad, area.y + 33},
           fitted_text(ui, comparison.subtitle, kSmall, chart::Weight::regular, area.width - 2 * kPad),
           {.size = kSmall, .color = ui.theme.muted});
}

/// How far the explanation is.
void draw_why_progress(const ViewContext& context, const chart::Rect& at) {
  const auto& progress = context.studies.progress;
  if (!progress || progress->kind != StudyKind::why) return;
  const Ui& ui = context.ui;
  const double share = std::clamp(static_cast<double>(progress->done) / static_cast<double>(progress->total), 0.0, 1.0);
  put_text(
      ui, {at.x, at.y},
      fmt::format("Trying the changes one by one: {}, {} each", percent(share), count_of(progress->futures, "future")),
      {.size = kSmall, .color = ui.theme.accent});
  fill({at.x, at.y + 19, at.width, 2}, ui.theme.rule);
  fill({at.x, at.y + 19, at.width * static_cast<float>(share), 2}, ui.theme.accent);
}

/// Which change moved what; asked for first.
/// @return  its height
float draw_why(const ViewContext& context, const chart::Rect& at, Commands& commands) {
  if (!context.transient.why) {
    if (draw_invitation(context, at, "Which change moves what?",
                        "Shares the difference out to the changes you made, so that the parts add up to the whole.",
                        "compare/why", "Explain the difference")) {
      context.transient.why = true;
    }
    return 140;
  }
  const WhyAnswer* const why = context.studies.why.get();
  const bool current =
      is_of(context.studies.why, context.snapshot.run, context.saved.plan) && why->pinned == context.saved.pinned;
  if (!current) {
    const bool failed = !context.studies.problem.empty();
    const bool waits = !context.studies.progress;
    draw_invitation(context, at, "Which change moves what?",
                    failed  ? "It cannot be found out: " + context.studies.problem
                    : waits ? "Begins when the answer above is complete."
                            : "",
                    "", "");
    draw_why_progress(context, {at.x + kPad, at.y + 36, at.width - 2 * kPad, 0});
    return 140;
  }
  const chart::Bars& bars = context.models.of<chart::Bars>(
      {context.studies.why, context.snapshot.pinned_run->results, context.snapshot.run->results}, [&] {
        chart::Bars made =
            chart::make_bars(context.snapshot.pinned_run->view(), context.snapshot.run->view(), why->pair);
        made.heading.subtitle = fmt::format("What leads from A to B: net present value, {}, mean of {}", made.currency,
                                            count_of(why->pair.explanation.trials, "future"));
        return made;
      });
  const auto rows = static_cast<float>(std::min<std::size_t>(bars.parts.size(), 10) + 1);
  const float height = 90 + 34 * rows;
  draw_chart(context, "why", {at.x, at.y, at.width, height}, bars, commands);
  draw_why_progress(context, {at.x + kPad, at.y + height + 4, at.width - 2 * kPad, 0});
  return height + 30;
}

struct BothModel {
  Comparison comparison;
  chart::Fan fan;
};

BothModel both_plans(const Snapshot& snapshot) {
  chart::Fan fan = chart::make_fan(snapshot.run->view());
  chart::add_other_fan(fan, snapshot.pinned_run->view(), "A");
  fan.heading = {"Net cash so far: B over A",
                 fmt::format("{}; B solid, A dashed; bands hold 8 of 10 futures", fan.currency)};
  fan.payback_text.clear();
  return {compare(snapshot), std::move(fan)};
}

void draw_both(const ViewContext& context, Commands& commands) {
  const chart::Rect& area = context.area;
  const Snapshot& snapshot = context.snapshot;
  const auto& [comparison, fan] = context.models.of<BothModel>(
      {snapshot.run->results, snapshot.pinned_run->results, snapshot.levers}, [&] { return both_plans(snapshot); });
  draw_head(context, comparison, commands);

  const float table = std::max(470.0F, area.width * 0.54F), fan_width = area.width - table - kGap;
  const float height = kTableHead + kCompareRow * static_cast<float>(comparison.rows.size());
  float y = area.y + kCompareHead;
  draw_table(context, {area.x, y, table, height}, comparison);
  draw_chart(context, "both", {area.x + table + kGap, y - 8, fan_width, height + 8}, fan, commands);
  y += height + kGap + 8;
  y += draw_why(context, {area.x, y, area.width, 0}, commands);
  ImGui::SetCursorScreenPos({area.x, y});
  ImGui::Dummy({1, kGap});
}

}  // namespace

void draw_compare(const ViewContext& context, Commands& commands) {
  const Snapshot& snapshot = context.snapshot;
  const chart::Rect at{context.area.x, context.area.y + 6, context.area.width, context.area.height};
  if (!context.saved.pinned) {
    if (draw_invitation(context, at, "Compare two plans",
                        "Keep the plan as it is now as A. Then change what you like on the left: that is B. Both are "
                        "run on the same futures, so that only your changes make the difference.",
                        "compare/pin", "Pin as A")) {
      commands.emplace_back(PinPlan{});
    }
    return;
  }
  if (*context.saved.pinned == context.saved.plan) {
    draw_invitation(context, at, "A is pinned; B is still the same",
                    "Change something on the left, such as the number of sites. It is compared with A at once.", "",
                    "");
    return;
  }
  const bool fresh = snapshot.current && snapshot.plan == context.saved.plan && snapshot.pinned == context.saved.pinned;
  if (!fresh || !snapshot.pinned_run || !snapshot.against) {
    draw_invitation(context, at, "Running both plans", "On the same futures; a first answer comes at once.", "", "");
    return;
  }
  draw_both(context, commands);
}

}  // namespace headrace::gui
