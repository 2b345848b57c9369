#include "gui/models/dependency_map.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <sstream>

#include "report/chart/from_studies.hpp"
#include "report/words/number_text.hpp"

namespace headrace::gui {
namespace {

/// Nodes that are reached from one by links, itself left out.
std::size_t reached(const chart::Graph& graph, std::size_t from, bool forward) {
  std::vector<char> seen(graph.nodes.size(), 0);
  std::vector<std::size_t> open = {from};
  std::size_t count = 0;
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    for (const chart::Link& link : graph.links) {
      const auto near = static_cast<std::size_t>(forward ? link.from : link.to);
      const auto far = static_cast<std::size_t>(forward ? link.to : link.from);
      if (near != at || seen[far] != 0) continue;
      seen[far] = 1;
      ++count;
      open.push_back(far);
    }
  }
  return count;
}

}  // namespace

chart::Graph dependencies_of(const Snapshot& snapshot) {
  const RunView run = snapshot.run->view();
  if (!snapshot.drivers) return chart::make_graph(run);
  return chart::make_graph(run, chart::criticality_of(run.model, snapshot.drivers->items));
}

std::optional<Neighbours> neighbours_of(const chart::Graph& graph, const std::string& selected) {
  const auto found = std::ranges::find(graph.nodes, selected, &chart::Graph::Node::id);
  if (selected.empty() || found == graph.nodes.end()) return std::nullopt;
  const auto node = static_cast<std::size_t>(found - graph.nodes.begin());
  Neighbours result;
  result.name = found->name;
  std::istringstream tip(found->tip);
  std::string line;
  std::getline(tip, line);  // its name
  while (std::getline(tip, line)) result.about.push_back(line);
  for (const chart::Link& link : graph.links) {
    if (static_cast<std::size_t>(link.to) == node) result.before.push_back(static_cast<std::size_t>(link.from));
    if (static_cast<std::size_t>(link.from) == node) result.after.push_back(static_cast<std::size_t>(link.to));
  }
  for (auto* list : {&result.before, &result.after}) {
    std::ranges::stable_sort(*list, std::greater{}, [&](std::size_t i) { return graph.nodes[i].criticality; });
  }
  result.all_before = reached(graph, node, false);
  result.all_after = reached(graph, node, true);
  return result;
}

chart::Graph focused_on(const chart::Graph& graph, const std::string& selected) {
  const auto found = std::ranges::find(graph.nodes, selected, &chart::Graph::Node::id);
  if (found == graph.nodes.end()) return graph;
  const auto nodes = static_cast<int>(graph.nodes.size());
  const auto near = chart::relatives(nodes, graph.links, static_cast<int>(found - graph.nodes.begin()));
  chart::Graph part;
  std::vector<int> place(graph.nodes.size(), -1);
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    if (near[i] == 0) continue;
    place[i] = static_cast<int>(part.nodes.size());
    part.nodes.push_back(graph.nodes[i]);
  }
  for (const chart::Link& link : graph.links) {
    const int from = place[static_cast<std::size_t>(link.from)], to = place[static_cast<std::size_t>(link.to)];
    if (from >= 0 && to >= 0) part.links.push_back({from, to});
  }
  part.layout = chart::lay_in_layers(static_cast<int>(part.nodes.size()), part.links);

  const Neighbours around = *neighbours_of(graph, selected);
  const auto steps = [](std::size_t count) { return count_of(static_cast<std::int64_t>(count), "step"); };
  part.heading.title =
      fmt::format("{}: {} before it, {} after it", around.name, steps(around.all_before), steps(around.all_after));
  part.heading.subtitle = graph.heading.subtitle;
  return part;
}

}  // namespace headrace::gui
