#pragma once

#include <string>
#include <vector>

namespace headrace {

/// A directed graph on nodes 0..n-1, finish to start. The only place that knows Boost.Graph.
class DependencyGraph {
 public:
  explicit DependencyGraph(int nodes) : successors_(static_cast<std::size_t>(nodes)) {}

  void add_edge(int from, int to) { successors_[static_cast<std::size_t>(from)].push_back(to); }
  int size() const { return static_cast<int>(successors_.size()); }

  /// Nodes in a topological order that depends on node numbers only (smallest ready number first).
  /// Errors: none; on a graph with a cycle the nodes on or behind it are missing.
  std::vector<int> topological_order() const;

  /// One cycle for each strongly connected component that has one, as its nodes in order of travel, smallest first.
  std::vector<std::vector<int>> cycles() const;

 private:
  std::vector<std::vector<int>> successors_;
};

/// Latest finish of each node in a project without resource limits that ends as early as it can.
///
/// @param order         topological order
/// @param predecessors  [node] edges into it: (from, lag)
/// @param duration      [node] weeks
/// @param release       [node] earliest start, weeks
struct WeightedEdge {
  int from;
  double lag;
};
std::vector<double> latest_finish(const std::vector<int>& order,
                                  const std::vector<std::vector<WeightedEdge>>& predecessors,
                                  const std::vector<double>& duration, const std::vector<double>& release);

}  // namespace headrace
