#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "gui/state/snapshot.hpp"
#include "report/chart/graph.hpp"

namespace headrace::gui {

/// The graph with how often each step decides the last go-live, where that is known yet.
/// @param snapshot  with a run
chart::Graph dependencies_of(const Snapshot& snapshot);

/// What stands beside the graph when a step is selected.
struct Neighbours {
  std::string name;
  std::vector<std::string> about;             ///< lines
  std::vector<std::size_t> before, after;     ///< nodes next to it, those that decide most often first
  std::size_t all_before = 0, all_after = 0;  ///< on any path, itself left out
};

/// @param selected  a node's id
/// @return  nothing when no node has it
std::optional<Neighbours> neighbours_of(const chart::Graph& graph, const std::string& selected);

/// The selected step with all that leads to it and all that follows from it, laid out anew.
/// @param selected  a node's id
chart::Graph focused_on(const chart::Graph& graph, const std::string& selected);

}  // namespace headrace::gui
