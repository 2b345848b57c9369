#include "report/chart/graph.hpp"

#include <algorithm>

#include "report/chart/legend.hpp"
#include "report/chart/sheet.hpp"
#include "report/chart/text_fit.hpp"
#include "report/words/csv.hpp"
#include "report/words/words.hpp"

namespace headrace::chart {
namespace {

Color color_of(const Palette& palette, NodeKind kind) {
  switch (kind) {
    case NodeKind::effort:
      return palette.accent;
    case NodeKind::duration:
      return palette.other;
    case NodeKind::wait:
      return palette.axis;
    case NodeKind::live:
      break;
  }
  return palette.ink;
}

/// Where nodes stand, and how large they are: boxes with words, or dots where there is no room for any.
struct Board {
  Rect area;
  bool words = true;
  float column = 0, width = 0, height = 0;

  Point center(int layer, float place) const {
    return {area.x + (static_cast<float>(layer) + 0.5f) * column, area.y + place * area.height};
  }
  Rect box(int layer, float place) const {
    const Point c = center(layer, place);
    return {c.x - width / 2, c.y - height / 2, width, height};
  }
};

Board lay_board(const Sheet& sheet, const Rect& area, const Layers& layout) {
  Board board;
  const float small = sheet.style().small;
  board.area = area;
  board.column = area.width / static_cast<float>(std::max(1, layout.layers));
  board.width = std::min(0.86f * board.column, 15 * small);
  board.height = std::min(0.86f * area.height / static_cast<float>(std::max(1, layout.widest)),
                          lines_of_names(board.column, small) * 1.16f * small);
  board.words = board.height >= 1.08f * small && board.width >= 3 * small;
  if (!board.words) board.width = board.height = std::clamp(std::min(board.height, board.width), 3.0f, 10.0f);
  return board;
}

/// A link bends only between columns; it passes the columns on its way level.
std::vector<Point> curve_of(const Board& board, const std::vector<Layers::Stop>& stops) {
  constexpr int kSteps = 8;
  std::vector<Point> points;
  for (std::size_t i = 1; i < stops.size(); ++i) {
    Point from = board.center(stops[i - 1].layer, stops[i - 1].place);
    Point to = board.center(stops[i].layer, stops[i].place);
    from.x += board.width / 2;
    to.x -= board.width / 2;
    for (int k = 0; k <= kSteps; ++k) {
      const float t = static_cast<float>(k) / kSteps, s = t * t * (3 - 2 * t);
      points.push_back({from.x + t * (to.x - from.x), from.y + s * (to.y - from.y)});
    }
  }
  return points;
}

void draw_links(Sheet& sheet, const Board& board, const Graph& graph, const std::vector<char>& near) {
  const Palette& palette = sheet.palette();
  for (std::size_t i = 0; i < graph.links.size(); ++i) {
    const Link& link = graph.links[i];
    const auto weight =
        static_cast<float>(std::min(graph.nodes[slot(link.from)].criticality, graph.nodes[slot(link.to)].criticality));
    const bool is_near = near.empty() || (near[slot(link.from)] && near[slot(link.to)]);
    Color color = mixed(palette.axis, palette.loss, weight);
    if (!near.empty() && is_near) color = palette.accent;
    sheet.canvas().line(curve_of(board, graph.layout.route[i]), is_near ? color : faded(palette.axis, 0.25f),
                        1 + 3 * weight);
  }
}

/// As many lines of the name as the box holds, three at most.
void write_in_box(Sheet& sheet, const Rect& box, const std::string& name, Color color) {
  TextStyle style = sheet.style().quiet();
  style.color = color;
  const int lines = static_cast<int>(box.height / (1.08f * style.size));
  if (lines < 1) return;
  const auto text = wrapped(sheet.canvas(), name, style, box.width - 13, std::min(lines, 3));
  const float line = 1.08f * style.size;
  float y = box.y + box.height / 2 - line * static_cast<float>(text.size()) / 2;
  for (const std::string& part : text) {
    sheet.write({box.x + 9, y}, part, style);
    y += line;
  }
}

void draw_node(Sheet& sheet, const Board& board, const Graph& graph, std::size_t i, bool is_near) {
  const Palette& palette = sheet.palette();
  const Graph::Node& node = graph.nodes[i];
  const Rect box = board.box(graph.layout.layer[i], graph.layout.place[i]);
  const Color color = is_near ? color_of(palette, node.kind) : mixed(palette.background, palette.axis, 0.4f);
  sheet.mark(box, node.tip, node.id);

  if (!board.words) {
    sheet.canvas().circle({box.x + box.width / 2, box.y + box.height / 2}, box.width / 2, color);
    return;
  }
  sheet.canvas().fill(box, palette.background, 4);
  sheet.canvas().fill(box, mixed(palette.background, color, 0.13f), 4);
  sheet.canvas().fill({box.x, box.y, 4, box.height}, color, 2);
  const bool pointed = sheet.is_under_pointer(box) || sheet.is_selected(node.id);
  if (node.criticality > 0.5 && is_near) sheet.canvas().outline(box, palette.loss, 1.5f, 4);
  if (pointed) sheet.canvas().outline(box, palette.ink, 1.5f, 4);
  write_in_box(sheet, box, node.name, is_near ? palette.ink : palette.muted);
}

std::vector<LegendEntry> legend_of(const Palette& palette, const Graph& graph) {
  std::vector<LegendEntry> entries;
  for (const NodeKind kind : {NodeKind::effort, NodeKind::duration, NodeKind::wait, NodeKind::live}) {
    const auto is_kind = [&](const Graph::Node& node) { return node.kind == kind; };
    if (std::ranges::none_of(graph.nodes, is_kind)) continue;
    entries.push_back({color_of(palette, kind), std::string(kind_words(kind))});
  }
  const bool critical = std::ranges::any_of(graph.nodes, [](const Graph::Node& node) { return node.criticality > 0; });
  if (critical) entries.push_back({palette.loss, "often decides the last go-live"});
  return entries;
}

/// The selected node, else the one under the pointer, with all before and after it; empty: neither.
std::vector<char> near_nodes(const Sheet& sheet, const Board& board, const Graph& graph) {
  int chosen = -1;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const bool pointed = sheet.is_under_pointer(board.box(graph.layout.layer[i], graph.layout.place[i]));
    if (pointed && chosen < 0) chosen = static_cast<int>(i);
    if (sheet.is_selected(graph.nodes[i].id)) {
      chosen = static_cast<int>(i);
      break;
    }
  }
  if (chosen < 0) return {};
  return relatives(static_cast<int>(graph.nodes.size()), graph.links, chosen);
}

}  // namespace

float lines_of_names(float column, float small) { return column < 9.5f * small ? 3 : 2; }

std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Graph& graph, const Hover& hover) {
  Sheet sheet(canvas, rect, style, hover);
  const Rect body = sheet.head(graph.heading);
  if (!graph.missing.empty()) {
    sheet.say_missing(body, graph.missing);
    return sheet.take_marks();
  }
  const Rect area = draw_legend(sheet, body, legend_of(style.palette, graph));
  const Board board = lay_board(sheet, area, graph.layout);
  const std::vector<char> near = near_nodes(sheet, board, graph);
  draw_links(sheet, board, graph, near);
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) draw_node(sheet, board, graph, i, near.empty() || near[i]);
  return sheet.take_marks();
}

std::string csv(const Graph& graph) {
  Csv csv({"from", "to", "from_kind", "to_kind", "from_layer", "to_layer", "criticality"});
  for (const Link& link : graph.links) {
    const Graph::Node &from = graph.nodes[slot(link.from)], &to = graph.nodes[slot(link.to)];
    csv.cell(from.name).cell(to.name).cell(kind_name(from.kind)).cell(kind_name(to.kind));
    csv.cell(graph.layout.layer[slot(link.from)]).cell(graph.layout.layer[slot(link.to)]);
    csv.cell(std::min(from.criticality, to.criticality)).end_row();
  }
  return csv.text();
}

}  // namespace headrace::chart
