#include "report/words/graph_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "report/words/number_text.hpp"
#include "report/words/text_table.hpp"
#include "report/words/titles.hpp"
#include "report/words/words.hpp"

namespace headrace {
namespace {

/// Nodes on the longest chain that ends at each node.
std::vector<int> layers(const Programme& programme) {
  std::vector<int> layer;
  for (const Node& node : programme.nodes) {
    int deepest = 0;
    for (const Edge& edge : node.after) deepest = std::max(deepest, layer.at(static_cast<std::size_t>(edge.from)));
    layer.push_back(deepest + 1);
  }
  return layer;
}

/// "" for no lag, "2 weeks", "P10 1, P50 2, P90 4 weeks".
std::string lag_text(const Edge& edge) {
  const Distribution& lag = edge.lag_weeks.quantity->distribution;
  if (is_exact(lag) && lag.a == 0) return "";
  return describe(lag) + (is_exact(lag) && lag.a == 1 ? " week" : " weeks");
}

std::string waits_for(const Programme& programme, const Node& node) {
  std::string text;
  for (const Edge& edge : node.after) {
    const std::string lag = lag_text(edge);
    text += (text.empty() ? "" : ", ") + programme.nodes[static_cast<std::size_t>(edge.from)].name;
    if (!lag.empty()) text += " + " + lag;
  }
  if (text.empty()) text = node.wave > 0 ? fmt::format("wave {}", node.wave) : "nothing";
  const WorkItem* item = item_of(programme, node);
  if (item != nullptr && item->not_before_week.given) {
    text += fmt::format("; not before week {}", describe(item->not_before_week.distribution));
  }
  return text;
}

/// "effort of ot", "duration", "wait", "go-live".
std::string kind_text(const Programme& programme, const Node& node) {
  if (node.kind == NodeKind::live) return "go-live";
  const WorkItem* item = item_of(programme, node);
  std::string text(kind_name(node.kind));
  if (item == nullptr) return text;
  if (!item->team.empty()) text += " of " + item->team;
  for (std::size_t i = 0; i < item->crew.size(); ++i) text += (i == 0 ? " of " : " and ") + item->crew[i].team;
  return text;
}

std::string section(const Programme& programme, int site, const std::vector<int>& layer) {
  TextTable table({"  node", "layer", "wave", "k", "kind", "waits for"}, 60);
  table.left_from(4);
  std::size_t rows = 0;
  for (std::size_t v = 0; v < programme.nodes.size(); ++v) {
    const Node& node = programme.nodes[v];
    if (node.site != site) continue;
    ++rows;
    table.add({"  " + node.name, fmt::format("{}", layer[v]), node.wave > 0 ? fmt::format("{}", node.wave) : "-",
               node.item < 0 ? "-" : fmt::format("{}", node.repetition), kind_text(programme, node),
               waits_for(programme, node)});
  }
  if (rows == 0) return "";
  const std::string heading = site < 0 ? "The programme"
                                       : fmt::format("{}, wave {}", site_title(programme, site),
                                                     programme.scenario.sites[static_cast<std::size_t>(site)].wave);
  return heading + "\n" + table.text() + "\n";
}

}  // namespace

std::string graph_text(const Programme& programme) {
  const std::vector<int> layer = layers(programme);
  std::size_t edges = 0;
  for (const Node& node : programme.nodes) edges += node.after.size();
  const int depth = layer.empty() ? 0 : *std::max_element(layer.begin(), layer.end());
  std::string text =
      fmt::format("{}: {}, {}, {}. k: k-th repetition of an item in rollout order.\n\n", title(programme.scenario),
                  count_of(static_cast<std::int64_t>(programme.nodes.size()), "node"),
                  count_of(static_cast<std::int64_t>(edges), "edge"), count_of(depth, "layer"));
  for (int site = -1; site < static_cast<int>(programme.scenario.sites.size()); ++site) {
    text += section(programme, site, layer);
  }
  text.pop_back();
  return text;
}

}  // namespace headrace
