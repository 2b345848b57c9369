#include "model/dependency_graph.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/strong_components.hpp>
#include <functional>
#include <limits>
#include <queue>

namespace headrace {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

Graph to_boost(const std::vector<std::vector<int>>& successors) {
  Graph graph(successors.size());
  for (std::size_t from = 0; from < successors.size(); ++from) {
    for (int to : successors[from]) boost::add_edge(from, static_cast<std::size_t>(to), graph);
  }
  return graph;
}

/// Shortest way from `start` back to itself inside its component; empty when there is none.
std::vector<int> shortest_cycle(const Graph& graph, int start, const std::vector<int>& component) {
  const auto source = static_cast<std::size_t>(start);
  std::vector<std::size_t> parent(boost::num_vertices(graph));
  for (std::size_t v = 0; v < parent.size(); ++v) parent[v] = v;
  boost::breadth_first_search(
      graph, source,
      boost::visitor(boost::make_bfs_visitor(boost::record_predecessors(parent.data(), boost::on_tree_edge()))));

  std::vector<int> best;
  for (std::size_t last = 0; last < parent.size(); ++last) {
    const bool reached = last == source || parent[last] != last;
    if (!reached || component[last] != component[source] || !boost::edge(last, source, graph).second) continue;
    std::vector<int> cycle;
    for (std::size_t v = last; v != source; v = parent[v]) cycle.push_back(static_cast<int>(v));
    cycle.push_back(start);
    std::reverse(cycle.begin(), cycle.end());
    if (best.empty() || cycle.size() < best.size()) best = cycle;
  }
  return best;
}

}  // namespace

std::vector<int> DependencyGraph::topological_order() const {
  std::vector<int> waiting(successors_.size(), 0);
  for (const auto& list : successors_) {
    for (int to : list) ++waiting[static_cast<std::size_t>(to)];
  }
  std::priority_queue<int, std::vector<int>, std::greater<>> ready;
  for (int v = 0; v < size(); ++v) {
    if (waiting[static_cast<std::size_t>(v)] == 0) ready.push(v);
  }

  std::vector<int> order;
  while (!ready.empty()) {
    const int v = ready.top();
    ready.pop();
    order.push_back(v);
    for (int to : successors_[static_cast<std::size_t>(v)]) {
      if (--waiting[static_cast<std::size_t>(to)] == 0) ready.push(to);
    }
  }
  return order;
}

std::vector<std::vector<int>> DependencyGraph::cycles() const {
  const Graph graph = to_boost(successors_);
  std::vector<int> component(successors_.size());
  const int count = boost::strong_components(
      graph, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, graph)));

  std::vector<std::vector<int>> cycles;
  std::vector<bool> seen(static_cast<std::size_t>(count), false);
  for (int v = 0; v < size(); ++v) {
    const auto home = static_cast<std::size_t>(component[static_cast<std::size_t>(v)]);
    if (seen[home]) continue;
    seen[home] = true;
    if (auto cycle = shortest_cycle(graph, v, component); !cycle.empty()) cycles.push_back(std::move(cycle));
  }
  return cycles;
}

std::vector<double> latest_finish(const std::vector<int>& order,
                                  const std::vector<std::vector<WeightedEdge>>& predecessors,
                                  const std::vector<double>& duration, const std::vector<double>& release) {
  const std::size_t n = duration.size();
  std::vector<double> earliest(n, 0);
  double end = 0;
  for (int v : order) {
    const auto i = static_cast<std::size_t>(v);
    double start = release[i];
    for (const WeightedEdge& edge : predecessors[i]) {
      start = std::max(start, earliest[static_cast<std::size_t>(edge.from)] + edge.lag);
    }
    earliest[i] = start + duration[i];
    end = std::max(end, earliest[i]);
  }

  std::vector<double> latest(n, end);
  for (auto v = order.rbegin(); v != order.rend(); ++v) {
    const auto i = static_cast<std::size_t>(*v);
    for (const WeightedEdge& edge : predecessors[i]) {
      double& before = latest[static_cast<std::size_t>(edge.from)];
      before = std::min(before, latest[i] - duration[i] - edge.lag);
    }
  }
  return latest;
}

}  // namespace headrace
