#include "gui/levers/assumption_list.hpp"

#include <imgui.h>

#include <fmt/format.h>

#include <algorithm>

#include "gui/views/chart_area.hpp"
#include "gui/widgets/imgui_canvas.hpp"
#include "report/words/csv.hpp"

namespace headrace::gui {
namespace {

constexpr float kAssumptionRow = 44, kAssumptionsHead = 96;

/// Where the columns begin and how wide they are, by the width there is.
struct AssumptionColumns {
  float title, title_width, picture, picture_width, value, value_width, source, source_width, owner, owner_width;

  explicit AssumptionColumns(const chart::Rect& area) {
    const float w = area.width;
    title = area.x;
    title_width = w * 0.335F;
    picture = area.x + w * 0.34F;
    picture_width = std::clamp(w * 0.06F, 44.0F, 76.0F);
    value = picture + picture_width + 16;
    value_width = area.x + w * 0.625F - value;
    source = area.x + w * 0.635F;
    source_width = w * 0.185F;
    owner = area.x + w * 0.83F;
    owner_width = w * 0.17F;
  }
};

/// The density as a small hill with its median.
void draw_shape(ImGuiCanvas& canvas, const Theme& theme, const Lever& lever, const chart::Rect& rect) {
  if (lever.shape.size() < 2) return;
  std::vector<float> x, top, bottom(lever.shape.size(), rect.bottom());
  for (std::size_t i = 0; i < lever.shape.size(); ++i) {
    x.push_back(rect.x + rect.width * static_cast<float>(i) / static_cast<float>(lever.shape.size() - 1));
    top.push_back(rect.bottom() - rect.height * lever.shape[i]);
  }
  chart::Color soft = theme.accent;
  soft.alpha = 70;
  canvas.band(x, top, bottom, soft);
  const double width = lever.shape_range.high - lever.shape_range.low;
  const auto median = static_cast<float>((lever.base.middle - lever.shape_range.low) / width);
  canvas.fill({rect.x + rect.width * median - 1, rect.y, 2, rect.height}, theme.accent);
}

std::string source_words(const Lever& lever) {
  const std::string base = lever.source.empty() ? "none" : lever.source;
  return lever.given ? base : base + " (default)";
}

void explain(const Ui& ui, const Lever& lever) {
  std::vector<std::string> lines = lever_tip(lever);
  lines.emplace_back("Click to change it.");
  tooltip(ui, lines);
}

/// What a number is called where one line is too short: whose it is, and below it what.
void draw_two_lines(const Ui& ui, const Lever& lever, const AssumptionColumns& at, const chart::Rect& row) {
  const float width = at.title_width - 8;
  put_text(ui, {at.title, row.y + 4}, fitted_text(ui, lever.entity, kBody, chart::Weight::regular, width),
           {.size = kBody, .color = ui.theme.ink});
  put_text(ui, {at.title, row.y + 23}, fitted_text(ui, lever.name, kSmall, chart::Weight::regular, width),
           {.size = kSmall, .color = ui.theme.muted});
}

void draw_row(const ViewContext& context, const Lever& lever, const AssumptionColumns& at, const chart::Rect& row) {
  const Ui& ui = context.ui;
  const Theme& t = ui.theme;
  const std::string name = "assumption/" + lever.path;
  ImGui::SetCursorScreenPos({row.x, row.y});
  // A click finds its lever.
  if (ImGui::InvisibleButton(name.c_str(), {row.width, row.height})) context.transient.search = lever.path;
  remember_widget(ui, name);
  if (!ImGui::IsItemVisible()) return;
  if (is_lit()) fill({row.x - 8, row.y, row.width + 16, row.height}, t.hover, 6);

  ImGuiCanvas canvas(ui.fonts, *ImGui::GetWindowDrawList());
  const float text = row.y + (row.height - kBody) / 2;
  const auto put = [&](const std::string& words, float x, float width, chart::Color color,
                       chart::Weight weight = chart::Weight::regular) {
    const std::string shown = fitted_text(ui, words, kBody, weight, width - 8);
    put_text(ui, {x, text}, shown, {.size = kBody, .weight = weight, .color = color});
  };
  const float entity_width = width_of(ui, lever.entity, kBody) + 6;
  if (lever.entity.empty()) {
    put(lever.name, at.title, at.title_width, t.ink);
  } else if (entity_width + width_of(ui, lever.name, kBody) <= at.title_width - 8) {
    put(lever.entity, at.title, at.title_width, t.ink);
    put(lever.name, at.title + entity_width, at.title_width - entity_width, t.muted);
  } else {
    draw_two_lines(ui, lever, at, row);
  }
  draw_shape(canvas, t, lever, {at.picture, row.y + 10, at.picture_width, row.height - 20});
  put(typeset(shown_value(lever, lever.base)), at.value, at.value_width, t.ink);
  const bool none = ground_of(lever) == Ground::none;
  put(source_words(lever), at.source, at.source_width, none ? t.loss : t.muted,
      none ? kSemibold : chart::Weight::regular);
  put(lever.owner, at.owner, at.owner_width, t.muted);
  hairline({row.x, row.bottom()}, {row.right(), row.bottom()}, t.rule);
  if (ImGui::IsItemHovered()) explain(ui, lever);
}

std::string as_csv(const std::vector<const Lever*>& list) {
  Csv csv({"input", "path", "distribution", "p10", "p50", "p90", "unit", "source", "owner", "note"});
  for (const Lever* lever : list) {
    csv.cell(lever->entity.empty() ? lever->name : lever->entity + ": " + lever->name).cell(lever->path);
    csv.cell(lever->looks).cell(lever->base.low).cell(lever->base.middle).cell(lever->base.high).cell(lever->unit);
    csv.cell(lever->source).cell(lever->owner).cell(lever->note).end_row();
  }
  return csv.text();
}

void draw_head(const ViewContext& context, const std::vector<const Lever*>& list, const AssumptionColumns& at,
               Commands& commands) {
  const Ui& ui = context.ui;
  const Theme& t = ui.theme;
  const chart::Rect& area = context.area;
  const GroundCount count = count_grounds(*context.snapshot.levers);
  const float field = 220, csv = button_width(ui, "CSV");
  put_text(ui, {area.x, area.y},
           fitted_text(ui, assumptions_title(count), kTitle, kSemibold, area.width - field - csv - 32),
           {.size = kTitle, .weight = kSemibold, .color = t.ink});
  put_text(ui, {area.x, area.y + 26},
           fmt::format("{} without, {} assumed, {} from evidence", count.none, count.assumption, count.source),
           {.size = kSmall, .color = t.muted});
  text_field(ui, "assumptions/search", {area.right() - field - csv - 12, area.y + 2, field, 30},
             context.transient.input_search, "Search assumptions");
  if (button(ui, "csv/assumptions", "CSV", {area.right() - csv, area.y + 3})) {
    commands.emplace_back(ExportText{"assumptions.csv", as_csv(list)});
  }
  const auto title = [&](float x, const char* words) {
    put_text(ui, {x, area.y + kAssumptionsHead - 26}, words, {.size = kSmall, .weight = kSemibold, .color = t.muted});
  };
  title(at.title, "Input");
  title(at.picture, "Shape");
  title(at.value, "P10 – P50 – P90");
  title(at.source, "Source");
  title(at.owner, "Owner");
  hairline({area.x, area.y + kAssumptionsHead - 2}, {area.right(), area.y + kAssumptionsHead - 2}, t.track);
}

}  // namespace

void draw_assumptions(const ViewContext& context, Commands& commands) {
  if (!context.snapshot.levers) return;
  const chart::Rect& area = context.area;
  const AssumptionColumns at(area);
  const auto list = assumptions_of(*context.snapshot.levers, context.transient.input_search);
  draw_head(context, list, at, commands);

  // Only rows in sight are drawn, however many there are.
  ImGui::SetCursorScreenPos({area.x, area.y + kAssumptionsHead});
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(list.size()), kAssumptionRow);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const float y = area.y + kAssumptionsHead + kAssumptionRow * static_cast<float>(i);
      draw_row(context, *list[static_cast<std::size_t>(i)], at, {area.x, y, area.width, kAssumptionRow});
    }
  }
  ImGui::SetCursorScreenPos({area.x, area.y + kAssumptionsHead + kAssumptionRow * static_cast<float>(list.size())});
  ImGui::Dummy({1, 24});
}

}  // namespace headrace::gui
