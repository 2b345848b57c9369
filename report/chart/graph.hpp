#pragma once

#include <span>
#include <string>
#include <vector>

#include "report/chart/layers.hpp"
#include "report/chart/mark.hpp"
#include "report/chart/style.hpp"
#include "report/words/run_view.hpp"

namespace headrace::chart {

/// What has to be done before what, from left to right; steps that several sites share are one.
struct Graph {
  struct Node {
    std::string name, id, tip;
    NodeKind kind = NodeKind::effort;
    bool programme = false;  ///< done once, not at each site
    double criticality = 0;  ///< share of futures in which it decides the last go-live; the largest of its sites
  };

  Heading heading;
  std::string missing;
  std::vector<Node> nodes;
  std::vector<Link> links;
  Layers layout;
};

/// @param criticality  [item] of CompiledModel::items; empty: not known
Graph make_graph(const RunView& run, std::span<const double> criticality = {});

/// Lines that the names of steps take, by the width of a column: narrow ones are broken once more.
/// @param small  height of the letters, in the unit of the column
float lines_of_names(float column, float small);

/// A selected node stands out with all that leads to it and all that follows from it.
std::vector<Mark> draw(Canvas& canvas, const Rect& rect, const Style& style, const Graph& graph,
                       const Hover& hover = {});
std::string csv(const Graph& graph);

}  // namespace headrace::chart
