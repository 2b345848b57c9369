#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "report/chart/graph.hpp"
#include "report/words/number_text.hpp"
#include "report/words/titles.hpp"
#include "report/words/words.hpp"

namespace headrace::chart {
namespace {

/// "*/survey" for the step `survey` of every site.
std::string shared_name(const Node& node) {
  return node.site < 0 ? node.name : "*/" + node.name.substr(node.name.find('/') + 1);
}

/// Puts the nodes of all sites together by name; says which one each became.
std::vector<int> collapse(const Programme& programme, Graph& graph) {
  std::map<std::string, int> by_name;
  std::vector<int> shown, sites;
  for (const Node& node : programme.nodes) {
    const std::string name = shared_name(node);
    const auto [found, is_new] = by_name.emplace(name, static_cast<int>(graph.nodes.size()));
    if (is_new) {
      graph.nodes.push_back({printable(node.label), "node/" + name, "", node.kind, node.site < 0, 0});
      sites.push_back(0);
    }
    ++sites[slot(found->second)];
    shown.push_back(found->second);
  }
  const auto all = static_cast<std::int64_t>(programme.scenario.sites.size());
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    Graph::Node& node = graph.nodes[i];
    node.tip = fmt::format("{}\n{}", node.name, kind_words(node.kind));
    if (node.programme || all == 1) continue;
    node.tip += sites[i] == all ? fmt::format("\nat all {} sites", number_word(all))
                                : fmt::format("\nat {} of {} sites", number_word(sites[i]), number_word(all));
  }
  return shown;
}

/// Links within a site first: those from one site to another may close a circle when sites are put together.
void connect(const Programme& programme, const std::vector<int>& shown, Graph& graph) {
  std::set<std::pair<int, int>> known;
  for (const bool across : {false, true}) {
    for (std::size_t v = 0; v < programme.nodes.size(); ++v) {
      for (const Edge& edge : programme.nodes[v].after) {
        const int from_site = programme.nodes[slot(edge.from)].site, to_site = programme.nodes[v].site;
        if ((from_site >= 0 && to_site >= 0 && from_site != to_site) != across) continue;
        const Link link{shown[slot(edge.from)], shown[v]};
        if (known.emplace(link.from, link.to).second) add_without_cycle(graph.links, link);
      }
    }
  }
}

std::string finding(const Graph& graph) {
  const auto most = std::ranges::max_element(graph.nodes, {}, &Graph::Node::criticality);
  if (most->criticality > 0) {
    return fmt::format("{} decides the last go-live {}", most->name, how_often(most->criticality));
  }
  const auto steps = static_cast<std::int64_t>(graph.nodes.size());
  return fmt::format("{} to go-live, {} of them one after another", count_of(steps, "step"),
                     number_word(graph.layout.layers));
}

}  // namespace

Graph make_graph(const RunView& run, std::span<const double> criticality) {
  Graph graph;
  graph.heading.subtitle = "What must be done before what, from left to right; steps of all sites put together";
  const std::vector<int> shown = collapse(run.programme, graph);
  if (graph.nodes.empty()) {
    graph.missing = "The scenario plans no work, so there is nothing that depends on anything.";
    return graph;
  }
  connect(run.programme, shown, graph);
  for (std::size_t i = 0; i < std::min(criticality.size(), run.results.item_node.size()); ++i) {
    Graph::Node& node = graph.nodes[slot(shown[slot(run.results.item_node[i])])];
    // A go-live decides always: it is the end, not a cause.
    if (node.kind != NodeKind::live) node.criticality = std::max(node.criticality, criticality[i]);
  }
  for (Graph::Node& node : graph.nodes) {
    if (node.criticality > 0) node.tip += fmt::format("\ndecides the last go-live {}", how_often(node.criticality));
  }
  graph.layout = lay_in_layers(static_cast<int>(graph.nodes.size()), graph.links);
  graph.heading.title = finding(graph);
  return graph;
}

}  // namespace headrace::chart
