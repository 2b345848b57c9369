#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace headrace::chart {

/// Where a node or a layer stands in a list.
constexpr std::size_t slot(int index) { return static_cast<std::size_t>(index); }

struct Link {
  int from = 0, to = 0;  ///< nodes
};

/// Where nodes and links of a graph are drawn: layers from left to right, places from top to bottom.
struct Layers {
  struct Stop {
    int layer = 0;
    float place = 0;
  };

  int layers = 0;
  int widest = 0;                        ///< most nodes and passing links in a layer
  std::vector<int> layer;                ///< [node] before those of all its successors
  std::vector<float> place;              ///< [node] 0 to 1; at least 1 / widest from others of its layer
  std::vector<std::vector<Stop>> route;  ///< [link] one stop a layer, from its node to the other
  int crossings = 0;                     ///< of links between neighbouring layers
};

/// Layered drawing after Sugiyama, Tagawa and Toda (1981): longest-path layers, order by barycentres, a bend in each
/// layer that a link passes. Deterministic. The links must have no cycle.
Layers lay_in_layers(int nodes, std::span<const Link> links);

/// Adds a link unless it would close a cycle; says whether it was added.
bool add_without_cycle(std::vector<Link>& links, Link link);

/// Nodes from which a node can be reached, and those it reaches, itself among both. [node]
std::vector<char> relatives(int nodes, std::span<const Link> links, int node);

}  // namespace headrace::chart
