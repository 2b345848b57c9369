#include "gui/views/unlock_table.hpp"

#include <imgui.h>

#include <fmt/format.h>

#include <algorithm>

#include "gui/models/relaxations.hpp"
#include "gui/models/unlock_list.hpp"
#include "gui/widgets/imgui_canvas.hpp"
#include "report/chart/axis.hpp"
#include "report/tables/unlock_tables.hpp"

namespace headrace::gui {
namespace {

constexpr float kUnlockHead = 62, kColumnTitles = 26, kUnlockRow = 50, kAppliedRow = 36;

/// Where the columns end (numbers) or begin (words, whiskers).
struct UnlockColumns {
  float title, title_width, worth, whisker, whisker_width, cost, gain, helps, button;

  UnlockColumns(const chart::Rect& at, float button_width) {
    button = at.right() - kPad - button_width;
    helps = button - 20;
    gain = helps - 96;
    cost = gain - 76;
    title = at.x + kPad;
    const float middle = cost - 104 - title;
    title_width = middle * 0.57F;
    worth = title + title_width + 84;
    whisker = worth + 18;
    whisker_width = std::max(40.0F, cost - 104 - whisker);
  }
};

/// The answer as it stands, and whether it is of the plan that is on show.
struct Known {
  const UnlockAnswer* answer = nullptr;
  bool current = false;
};

Known known_of(const ViewContext& context) {
  const UnlockAnswer* answer = context.studies.unlocks.get();
  if (answer != nullptr && answer->plan.file != context.saved.plan.file) answer = nullptr;
  return {answer, is_of(context.studies.unlocks, context.snapshot.run, context.saved.plan)};
}

chart::Color color_of(const Theme& t, const UnlockRow& row, bool current) {
  if (!row.sure || !current) return t.muted;
  return row.npv > 0 ? t.accent : t.loss;
}

/// The interval as a line, the average as a dot, against zero.
void draw_whisker(const Ui& ui, const UnlockRow& row, const chart::Scale& x, float middle, chart::Color color) {
  ImGuiCanvas canvas(ui.fonts, *ImGui::GetWindowDrawList());
  const float zero = x(0);
  hairline({zero, middle - kUnlockRow / 2}, {zero, middle + kUnlockRow / 2}, ui.theme.track);
  canvas.fill({x(row.low), middle - 1, std::max(1.0F, x(row.high) - x(row.low)), 2}, color);
  canvas.circle({x(row.npv), middle}, 4.5F, color);
}

void draw_row(const ViewContext& context, const UnlockRow& row, const UnlockColumns& at, const chart::Rect& rect,
              const chart::Scale& x, bool current) {
  const Ui& ui = context.ui;
  const Theme& t = ui.theme;
  const std::string name = "unlock/" + row.limit;
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  // A click shows the loss that the limit feeds.
  if (ImGui::InvisibleButton(name.c_str(), {at.helps + 8 - rect.x, rect.height}) && !row.leak.empty()) {
    context.transient.selected = row.leak;
  }
  remember_widget(ui, name);
  const bool hovered = ImGui::IsItemHovered();
  if (is_lit()) fill(rect, t.hover, 6);

  const chart::Color ink = current ? t.ink : t.muted;
  const float middle = rect.y + rect.height / 2, line = middle - kBody / 2;
  put_text(ui, {at.title, rect.y + 7}, fitted_text(ui, row.title, kBody, kSemibold, at.title_width),
           {.size = kBody, .weight = kSemibold, .color = ink});
  put_text(ui, {at.title, rect.y + 27}, fitted_text(ui, row.step, kSmall, chart::Weight::regular, at.title_width),
           {.size = kSmall, .color = t.muted});
  const chart::Color color = color_of(t, row, current);
  put_text(ui, {at.worth, line}, typeset(row.worth),
           {.size = kBody, .weight = kSemibold, .align = kRight, .color = color});
  draw_whisker(ui, row, x, middle, color);
  put_text(ui, {at.cost, line}, row.cost, {.size = kBody, .align = kRight, .color = ink});
  put_text(ui, {at.gain, line}, row.gain.empty() ? "–" : typeset(row.gain),
           {.size = kBody, .align = kRight, .color = ink});
  put_text(ui, {at.helps, line}, row.helps, {.size = kBody, .align = kRight, .color = ink});
  hairline({rect.x, rect.bottom()}, {rect.right(), rect.bottom()}, t.rule);
  if (!hovered) return;
  std::vector<std::string> lines;
  for (const std::string& each : row.tip) lines.push_back(typeset(each));
  tooltip(ui, lines);
}

void draw_column_titles(const Ui& ui, const UnlockColumns& at, float y, const std::string& currency) {
  const auto put = [&](float x, const std::string& words, chart::Align align) {
    put_text(ui, {x, y}, words, {.size = kSmall, .align = align, .color = ui.theme.muted});
  };
  put(at.title, "Limit, and one step more of it", chart::Align::left);
  put(at.worth, "Worth, " + currency, kRight);
  put(at.whisker, "95% sure", chart::Align::left);
  put(at.cost, "Extra cost", kRight);
  put(at.gain, "Return", kRight);
  put(at.helps, "Helps in", kRight);
}

/// What the plan relaxes already, each with a way back.
/// @return  its height
float draw_applied(const ViewContext& context, const chart::Rect& at, Commands& commands) {
  const Ui& ui = context.ui;
  const Scenario& listed = context.snapshot.run->prepared->listed;
  const std::vector<Relaxation>& list = listed.relaxations;
  // A click on what is no longer the plan would take back something else.
  const bool fresh = context.snapshot.current && context.snapshot.plan == context.saved.plan;
  float y = at.y;
  for (const Relaxation& each : list) {
    const std::string label = "Take back";
    fill({at.x, y, at.width, kAppliedRow - 4}, ui.theme.accent_soft, 6);
    const float right = at.right() - kPad - button_width(ui, label);
    put_text(ui, {at.x + kPad, y + 8},
             fitted_text(ui, "Applied: " + relaxation_words(listed, each), kBody, chart::Weight::regular,
                         right - at.x - 2 * kPad),
             {.size = kBody, .color = ui.theme.ink});
    if (button(ui, "take_back/" + each.limit, label, {right, y + 2}, ButtonLook::quiet, fresh)) {
      commands.push_back(take_back(list, each.limit, context.saved.plan.overrides.contains(std::string(kRelaxPath))));
    }
    y += kAppliedRow;
  }
  return y == at.y ? 0 : y - at.y + 8;
}

/// How far the study is, as words and a line.
void draw_progress(const ViewContext& context, const chart::Rect& at) {
  const Ui& ui = context.ui;
  const auto& progress = context.studies.progress;
  if (!progress || progress->kind != StudyKind::unlocks) return;
  const double share = std::clamp(static_cast<double>(progress->done) / static_cast<double>(progress->total), 0.0, 1.0);
  const auto count = static_cast<std::int64_t>(limits(context.snapshot.run->prepared->listed).size());
  put_text(ui, {at.x, at.y}, unlock_progress(count, progress->futures, share),
           {.size = kSmall, .color = ui.theme.accent});
  fill({at.x, at.y + 19, at.width, 2}, ui.theme.rule);
  fill({at.x, at.y + 19, at.width * static_cast<float>(share), 2}, ui.theme.accent);
}

/// Finding, what is shown, and the export.
void draw_head(const ViewContext& context, const chart::Rect& at, const Known& known, const UnlockList& list,
               std::string_view leak, Commands& commands) {
  const Ui& ui = context.ui;
  const Theme& t = ui.theme;
  float right = at.right() - kPad;
  if (known.current) {
    right -= button_width(ui, "CSV");
    if (button(ui, "csv/unlock", "CSV", {right, at.y + 4})) {
      commands.emplace_back(
          ExportText{"unlock.csv", unlock_csv(known.answer->prepared->programme.scenario, known.answer->study)});
    }
  }
  if (!leak.empty()) {
    right -= button_width(ui, "Show all limits") + 8;
    if (button(ui, "unlock/all_leaks", "Show all limits", {right, at.y + 4})) context.transient.selected.clear();
  }
  const float width = right - at.x - kPad - 16;
  const std::string title = known.current ? list.title : "What would help most";
  put_text(ui, {at.x + kPad, at.y + 6}, fitted_text(ui, typeset(title), kTitle, kSemibold, width),
           {.size = kTitle, .weight = kSemibold, .color = t.ink});
  std::string below = list.subtitle;
  if (known.answer == nullptr) below = "Begins when the answer above is complete";
  if (known.answer != nullptr && !known.current) below = "As it was before the last change; found anew in a moment";
  if (!context.studies.problem.empty()) below = "Cannot be found out: " + context.studies.problem;
  const bool under_way = context.studies.progress && context.studies.progress->kind == StudyKind::unlocks;
  const float line = under_way ? std::min(300.0F, 0.36F * at.width) : 0;
  if (known.answer != nullptr || !under_way) {
    put_text(ui, {at.x + kPad, at.y + 33},
             fitted_text(ui, below, kSmall, chart::Weight::regular, at.width - 2 * kPad - line - (under_way ? 16 : 0)),
             {.size = kSmall, .color = t.muted});
    draw_progress(context, {at.right() - kPad - line, at.y + 33, line, 0});
  } else {
    draw_progress(context, {at.x + kPad, at.y + 33, at.width - 2 * kPad, 0});
  }
}

/// @return  height of the rows
float draw_rows(const ViewContext& context, const chart::Rect& at, const Known& known, const UnlockList& list,
                Commands& commands) {
  const Ui& ui = context.ui;
  const std::string label = "Apply this";
  const UnlockColumns columns(at, button_width(ui, label));
  const std::size_t first = first_rows(list);
  const std::size_t shown = context.transient.all_unlocks ? list.rows.size() : first;
  double low = 0, high = 0;
  for (std::size_t i = 0; i < shown; ++i) {
    low = std::min(low, list.rows[i].low);
    high = std::max(high, list.rows[i].high);
  }
  const chart::Scale x{low, std::max(high, low + 1e-9), columns.whisker, columns.whisker + columns.whisker_width};

  draw_column_titles(ui, columns, at.y, context.snapshot.run->prepared->programme.scenario.money.currency);
  float y = at.y + kColumnTitles;
  hairline({at.x, y - 1}, {at.right(), y - 1}, ui.theme.track);
  for (std::size_t i = 0; i < shown; ++i, y += kUnlockRow) {
    const UnlockRow& row = list.rows[i];
    draw_row(context, row, columns, {at.x, y, at.width, kUnlockRow}, x, known.current);
    if (!known.current) continue;
    if (button(ui, "apply/" + row.limit, label, {columns.button, y + (kUnlockRow - kButtonHeight) / 2})) {
      commands.push_back(relax_more(known.answer->prepared->listed.relaxations, row.limit));
    }
  }
  if (first < list.rows.size()) {
    const std::string more = context.transient.all_unlocks
                                 ? "Show only the best"
                                 : fmt::format("Show {} more that bring less or nothing", list.rows.size() - first);
    if (button(ui, "unlock/more", more, {at.x - 4, y + 8}, ButtonLook::quiet)) {
      context.transient.all_unlocks = !context.transient.all_unlocks;
    }
    y += kButtonHeight + 12;
  }
  for (const std::string& pair : list.together) {
    if (!known.current) break;
    put_text(ui, {at.x + kPad, y + 8},
             fitted_text(ui, typeset(pair), kBody, chart::Weight::regular, at.width - 2 * kPad),
             {.size = kBody, .color = ui.theme.ink});
    y += 26;
  }
  return y - at.y;
}

}  // namespace

float draw_unlock_table(const ViewContext& context, const chart::Rect& at, std::string_view leak, Commands& commands) {
  const Known known = known_of(context);
  const auto make = [&] {
    return known.answer == nullptr ? UnlockList{}
                                   : unlock_list(known.answer->prepared->programme, known.answer->study, leak);
  };
  // An answer of another file is none.
  const auto source = known.answer == nullptr ? nullptr : context.studies.unlocks;
  const UnlockList& list = context.models.of<UnlockList>({source}, make, std::string(leak));
  draw_head(context, at, known, list, leak, commands);
  float y = at.y + kUnlockHead;
  y += draw_applied(context, {at.x, y, at.width, 0}, commands);
  if (!list.rows.empty()) y += draw_rows(context, {at.x, y, at.width, 0}, known, list, commands);
  ImGui::SetCursorScreenPos({at.x, at.y});
  ImGui::Dummy({at.width, std::max(y - at.y, 200.0F)});
  remember_widget(context.ui, "unlock");
  return std::max(y - at.y, 200.0F);
}

}  // namespace headrace::gui
