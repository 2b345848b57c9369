#include "model/plan/dependency_graph.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <functional>
#include <queue>
#include <utility>

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

/// Finds shortest ways from a node back to itself, each inside its component.
class CycleFinder {
 public:
  CycleFinder(const std::vector<std::vector<int>>& successors, const std::vector<int>& component)
      : successors_(successors),
        component_(component),
        parent_(successors.size(), kUnseen),
        depth_(successors.size()) {}

  /// The shortest, of several that which ends with the smallest node; empty when there is none.
  std::vector<int> shortest(int start) {
    std::vector<int> reached = {start};
    parent_[index(start)] = start;
    depth_[index(start)] = 0;
    int last = kUnseen;
    for (std::size_t next = 0; next < reached.size(); ++next) {
      const int v = reached[next];
      for (const int to : successors_[index(v)]) {
        const bool better = last == kUnseen || depth_[index(v)] < depth_[index(last)] ||
                            (depth_[index(v)] == depth_[index(last)] && v < last);
        if (to == start && better) last = v;
        if (component_[index(to)] != component_[index(start)] || parent_[index(to)] != kUnseen) continue;
        parent_[index(to)] = v;
        depth_[index(to)] = depth_[index(v)] + 1;
        reached.push_back(to);
      }
    }

    std::vector<int> cycle;
    for (int v = last; v != kUnseen && v != start; v = parent_[index(v)]) cycle.push_back(v);
    if (last != kUnseen) cycle.push_back(start);
    std::reverse(cycle.begin(), cycle.end());
    for (const int v : reached) parent_[index(v)] = kUnseen;
    return cycle;
  }

 private:
  static constexpr int kUnseen = -1;
  static std::size_t index(int v) { return static_cast<std::size_t>(v); }

  const std::vector<std::vector<int>>& successors_;
  const std::vector<int>& component_;
  std::vector<int> parent_, depth_;  ///< [node] of the search that goes on
};

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

  CycleFinder finder(successors_, component);
  std::vector<std::vector<int>> cycles;
  std::vector<bool> seen(static_cast<std::size_t>(count), false);
  for (int v = 0; v < size(); ++v) {
    const auto home = static_cast<std::size_t>(component[static_cast<std::size_t>(v)]);
    if (seen[home]) continue;
    seen[home] = true;
    if (auto cycle = finder.shortest(v); !cycle.empty()) cycles.push_back(std::move(cycle));
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
