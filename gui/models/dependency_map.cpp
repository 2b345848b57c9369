#include "gui/models/dependency_map.hpp"

#include <algorithm>
#include <sstream>

#include "report/chart/from_studies.hpp"

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

}  // namespace headrace::gui
