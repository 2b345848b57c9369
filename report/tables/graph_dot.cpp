#include <fmt/format.h>

#include <string_view>

#include "report/words/graph_text.hpp"
#include "report/words/titles.hpp"

namespace headrace {
namespace {

std::string dot_string(const std::string& text) {
  std::string result = "\"";
  for (const char c : printable(text)) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

std::string_view shape(NodeKind kind) {
  switch (kind) {
    case NodeKind::effort:
      return "box";
    case NodeKind::duration:
      return "box, style=rounded";
    case NodeKind::wait:
      return "ellipse";
    case NodeKind::live:
      break;
  }
  return "doubleoctagon";
}

std::string node_line(const Programme& programme, std::size_t v) {
  const Node& node = programme.nodes[v];
  const std::string repetition = node.item >= 0 && node.repetition > 1 ? fmt::format(" (k = {})", node.repetition) : "";
  return fmt::format("n{} [label={}, tooltip={}, shape={}];\n", v, dot_string(node.label + repetition),
                     dot_string(node.name), shape(node.kind));
}

std::string nodes_of(const Programme& programme, int site, const char* indent) {
  std::string text;
  for (std::size_t v = 0; v < programme.nodes.size(); ++v) {
    if (programme.nodes[v].site == site) text += indent + node_line(programme, v);
  }
  return text;
}

std::string edges_into(const Programme& programme, std::size_t v) {
  std::string text;
  for (const Edge& edge : programme.nodes[v].after) {
    const Distribution& lag = edge.lag_weeks.quantity->distribution;
    const bool none = is_exact(lag) && lag.a == 0;
    text += fmt::format("  n{} -> n{}{};\n", edge.from, v,
                        none ? "" : fmt::format(" [label={}]", dot_string("+" + describe(lag) + " weeks")));
  }
  return text;
}

}  // namespace

std::string graph_dot(const Programme& programme) {
  std::string text =
      fmt::format("digraph headrace {{\n  label={};\n  rankdir=LR;\n", dot_string(title(programme.scenario)));
  text += nodes_of(programme, -1, "  ");
  for (std::size_t s = 0; s < programme.scenario.sites.size(); ++s) {
    const std::string nodes = nodes_of(programme, static_cast<int>(s), "    ");
    if (nodes.empty()) continue;
    text += fmt::format("  subgraph cluster_{} {{\n    label={};\n{}  }}\n", s,
                        dot_string(title(programme.scenario.sites[s])), nodes);
  }
  for (std::size_t v = 0; v < programme.nodes.size(); ++v) text += edges_into(programme, v);
  return text + "}\n";
}

}  // namespace headrace
