#include "report/chart/layers.hpp"

#include <algorithm>
#include <cstddef>

namespace headrace::chart {
namespace {

constexpr int kSweeps = 12;

/// Number of the longest chain's nodes before each node; those with none before stand next to their successors.
std::vector<int> longest_paths(int nodes, std::span<const Link> links) {
  std::vector<int> layer(slot(nodes), 0);
  // At most as many rounds as the longest chain has links.
  for (int round = 0; round < nodes; ++round) {
    bool changed = false;
    for (const Link& link : links) {
      if (layer[slot(link.to)] > layer[slot(link.from)]) continue;
      layer[slot(link.to)] = layer[slot(link.from)] + 1;
      changed = true;
    }
    if (!changed) break;
  }
  std::vector<int> first(slot(nodes), nodes), before(slot(nodes), 0);
  for (const Link& link : links) {
    first[slot(link.from)] = std::min(first[slot(link.from)], layer[slot(link.to)] - 1);
    ++before[slot(link.to)];
  }
  for (int v = 0; v < nodes; ++v) {
    if (before[slot(v)] == 0 && first[slot(v)] < nodes) layer[slot(v)] = first[slot(v)];
  }
  return layer;
}

/// Nodes and the bends of long links, layer by layer, with their neighbours one layer to the left and right.
struct Grid {
  std::vector<std::vector<int>> cells;  ///< [layer] cells in order
  std::vector<std::vector<int>> left, right;
  std::vector<std::vector<int>> route;  ///< [link] cells
  std::vector<float> height;            ///< [cell]
};

Grid make_grid(int nodes, std::span<const Link> links, const std::vector<int>& layer) {
  Grid grid;
  grid.cells.resize(layer.empty() ? 0 : slot(*std::ranges::max_element(layer) + 1));
  for (int v = 0; v < nodes; ++v) grid.cells[slot(layer[slot(v)])].push_back(v);
  grid.left.resize(slot(nodes));
  grid.right.resize(slot(nodes));
  for (const Link& link : links) {
    std::vector<int> cells = {link.from};
    for (int l = layer[slot(link.from)] + 1; l < layer[slot(link.to)]; ++l) {
      cells.push_back(static_cast<int>(grid.left.size()));
      grid.cells[slot(l)].push_back(cells.back());
      grid.left.emplace_back();
      grid.right.emplace_back();
    }
    cells.push_back(link.to);
    for (std::size_t i = 1; i < cells.size(); ++i) {
      grid.right[slot(cells[i - 1])].push_back(cells[i]);
      grid.left[slot(cells[i])].push_back(cells[i - 1]);
    }
    grid.route.push_back(std::move(cells));
  }
  grid.height.resize(grid.left.size());
  return grid;
}

/// Heights are the cells' numbers in their layers.
void number(Grid& grid) {
  for (const auto& layer : grid.cells) {
    for (std::size_t i = 0; i < layer.size(); ++i) grid.height[slot(layer[i])] = static_cast<float>(i);
  }
}

/// Mean height of some cells; a cell without them keeps its own.
float mean_height(const Grid& grid, const std::vector<int>& cells, float own) {
  if (cells.empty()) return own;
  float sum = 0;
  for (const int cell : cells) sum += grid.height[slot(cell)];
  return sum / static_cast<float>(cells.size());
}

int crossings_of(const Grid& grid) {
  int count = 0;
  for (const auto& layer : grid.cells) {
    // Pairs of links from this layer to the next that cross.
    std::vector<std::pair<float, float>> ends;
    for (const int cell : layer) {
      for (const int next : grid.right[slot(cell)]) ends.emplace_back(grid.height[slot(cell)], grid.height[slot(next)]);
    }
    for (std::size_t a = 0; a < ends.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        count += (ends[a].first - ends[b].first) * (ends[a].second - ends[b].second) < 0;
      }
    }
  }
  return count;
}

/// Sorts each layer by its neighbours in the layer before, from one end to the other.
void sweep(Grid& grid, bool rightwards) {
  const std::size_t layers = grid.cells.size();
  for (std::size_t i = 0; i < layers; ++i) {
    auto& layer = grid.cells[rightwards ? i : layers - 1 - i];
    const auto& neighbours = rightwards ? grid.left : grid.right;
    std::ranges::stable_sort(
        layer, {}, [&](int cell) { return mean_height(grid, neighbours[slot(cell)], grid.height[slot(cell)]); });
    for (std::size_t k = 0; k < layer.size(); ++k) grid.height[slot(layer[k])] = static_cast<float>(k);
  }
}

/// Orders the layers so that few links cross.
int order(Grid& grid) {
  number(grid);
  auto best = grid.cells;
  int least = crossings_of(grid);
  for (int i = 0; i < kSweeps; ++i) {
    sweep(grid, i % 2 == 0);
    const int crossings = crossings_of(grid);
    if (crossings >= least) continue;
    least = crossings;
    best = grid.cells;
  }
  grid.cells = std::move(best);
  number(grid);
  return least;
}

/// Moves the cells of a layer to where they wish to be, in their order and at least 1 apart, within [0, most].
void settle(Grid& grid, const std::vector<int>& layer, std::vector<float> wish, float most) {
  const std::size_t n = layer.size();
  std::vector<float> down = wish, up = std::move(wish);
  for (std::size_t i = 0; i < n; ++i) {
    // Room must stay for those that follow.
    const float low = i == 0 ? 0 : down[i - 1] + 1, high = most - static_cast<float>(n - 1 - i);
    down[i] = std::clamp(down[i], std::min(low, high), high);
  }
  for (std::size_t i = n; i-- > 0;) {
    const float high = i + 1 == n ? most : up[i + 1] - 1, low = static_cast<float>(i);
    up[i] = std::clamp(up[i], low, std::max(low, high));
  }
  for (std::size_t i = 0; i < n; ++i) grid.height[slot(layer[i])] = (down[i] + up[i]) / 2;
}

/// Straightens links: each cell goes near its neighbours on both sides in turn.
void align(Grid& grid, int widest) {
  const auto most = static_cast<float>(widest - 1);
  for (const auto& layer : grid.cells) {
    const float shift = (most - static_cast<float>(layer.size() - 1)) / 2;
    for (const int cell : layer) grid.height[slot(cell)] += shift;
  }
  for (int i = 0; i < kSweeps; ++i) {
    const std::size_t layers = grid.cells.size();
    for (std::size_t k = 0; k < layers; ++k) {
      const auto& layer = grid.cells[i % 2 == 0 ? k : layers - 1 - k];
      const auto& neighbours = i % 2 == 0 ? grid.left : grid.right;
      std::vector<float> wish;
      for (const int cell : layer) wish.push_back(mean_height(grid, neighbours[slot(cell)], grid.height[slot(cell)]));
      settle(grid, layer, std::move(wish), most);
    }
  }
}

/// Marks what can be reached from a node, forwards or backwards.
void follow(std::span<const Link> links, bool forwards, int node, std::vector<char>& marked) {
  std::vector<int> open = {node};
  std::vector<char> seen(marked.size(), 0);
  seen[slot(node)] = 1;
  while (!open.empty()) {
    const int v = open.back();
    open.pop_back();
    marked[slot(v)] = 1;
    for (const Link& link : links) {
      const int from = forwards ? link.from : link.to, to = forwards ? link.to : link.from;
      if (from != v || seen[slot(to)]) continue;
      seen[slot(to)] = 1;
      open.push_back(to);
    }
  }
}

}  // namespace

Layers lay_in_layers(int nodes, std::span<const Link> links) {
  Layers result;
  result.layer = longest_paths(nodes, links);
  Grid grid = make_grid(nodes, links, result.layer);
  result.layers = static_cast<int>(grid.cells.size());
  for (const auto& layer : grid.cells) result.widest = std::max(result.widest, static_cast<int>(layer.size()));
  result.crossings = order(grid);
  align(grid, result.widest);

  const auto place = [&](int cell) { return (grid.height[slot(cell)] + 0.5f) / static_cast<float>(result.widest); };
  for (int v = 0; v < nodes; ++v) result.place.push_back(place(v));
  for (const auto& cells : grid.route) {
    std::vector<Layers::Stop> stops;
    int layer = result.layer[slot(cells.front())];
    for (const int cell : cells) stops.push_back({layer++, place(cell)});
    result.route.push_back(std::move(stops));
  }
  return result;
}

bool add_without_cycle(std::vector<Link>& links, Link link) {
  if (link.from == link.to) return false;
  int nodes = std::max(link.from, link.to) + 1;
  for (const Link& other : links) nodes = std::max({nodes, other.from + 1, other.to + 1});
  std::vector<char> reached(slot(nodes), 0);
  follow(links, true, link.to, reached);
  if (reached[slot(link.from)]) return false;
  links.push_back(link);
  return true;
}

std::vector<char> relatives(int nodes, std::span<const Link> links, int node) {
  std::vector<char> marked(slot(nodes), 0);
  follow(links, true, node, marked);
  follow(links, false, node, marked);
  return marked;
}

}  // namespace headrace::chart
