// The dependency graph: its layers, its order, and following a node.
#include "report/chart/graph.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "model/plan/programme.hpp"
#include "tests/support/recording_canvas.hpp"
#include "tests/support/rich_scenario.hpp"
#include "tests/support/sample_run.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

using namespace chart;

using Kind = RecordingCanvas::Kind;
using Texts = std::vector<std::string>;

/// What a layered drawing must keep: links go forward, nodes of a layer keep apart, routes lead from node to node.
Texts breaches(const Layers& layout, std::span<const Link> links) {
  Texts found;
  const float least = 0.99f / static_cast<float>(layout.widest);
  for (std::size_t i = 0; i < links.size(); ++i) {
    const auto from = static_cast<std::size_t>(links[i].from), to = static_cast<std::size_t>(links[i].to);
    if (layout.layer[from] >= layout.layer[to]) found.push_back("link " + std::to_string(i) + " goes back");
    const auto& route = layout.route[i];
    const bool joins = route.front().layer == layout.layer[from] && route.front().place == layout.place[from] &&
                       route.back().layer == layout.layer[to] && route.back().place == layout.place[to] &&
                       static_cast<int>(route.size()) == layout.layer[to] - layout.layer[from] + 1;
    if (!joins) found.push_back("route " + std::to_string(i) + " does not join its nodes");
  }
  for (std::size_t a = 0; a < layout.layer.size(); ++a) {
    if (layout.place[a] <= 0 || layout.place[a] >= 1) found.push_back("node " + std::to_string(a) + " is outside");
    for (std::size_t b = 0; b < a; ++b) {
      const bool close = std::fabs(layout.place[a] - layout.place[b]) < least;
      if (layout.layer[a] == layout.layer[b] && close) found.push_back("nodes lie on each other");
    }
  }
  return found;
}

/// A run of the rich scenario, with as many trials as its layout needs.
struct RichRun {
  Model model = model_of(rich_scenario());
  Results results = run(model, kept(64));
  RunView view() const { return {model.programme, model.compiled, results}; }
};

}  // namespace

TEST_CASE("chart layers: the longest path gives the layer and sources stand beside what follows") {
  const std::vector<Link> links = {{0, 1}, {1, 2}, {0, 2}, {3, 2}};
  const Layers layout = lay_in_layers(4, links);
  CHECK_EQ(layout.layer, std::vector<int>{0, 1, 2, 1});
  CHECK_EQ(layout.layers, 3);
  CHECK_EQ(layout.route[2].size(), 3);
  CHECK_EQ(breaches(layout, links), Texts{});
}

TEST_CASE("chart layers: barycentres untangle links that can be") {
  // Three chains whose ends are numbered the other way round.
  const std::vector<Link> links = {{0, 5}, {1, 4}, {2, 3}};
  const Layers layout = lay_in_layers(6, links);
  CHECK_EQ(layout.crossings, 0);
  CHECK_EQ(breaches(layout, links), Texts{});
  // Two sources of two sinks each must cross once.
  const std::vector<Link> crossed = {{0, 2}, {0, 3}, {1, 2}, {1, 3}};
  CHECK_EQ(lay_in_layers(4, crossed).crossings, 1);
}

TEST_CASE("chart layers: any graph keeps its layers apart and comes out the same twice") {
  std::uint32_t state = 1;
  const auto random = [&](int below) {
    state = state * 1664525u + 1013904223u;
    return static_cast<int>((state >> 8) % static_cast<std::uint32_t>(below));
  };
  for (int graph = 0; graph < 40; ++graph) {
    const int nodes = 1 + random(60);
    std::vector<Link> links;
    for (int i = 0; i < 2 * nodes; ++i) add_without_cycle(links, {random(nodes), random(nodes)});
    const Layers first = lay_in_layers(nodes, links), second = lay_in_layers(nodes, links);
    CHECK_EQ(breaches(first, links), Texts{});
    CHECK_EQ(first.place, second.place);
  }
}

TEST_CASE("chart layers: a link that closes a circle is refused") {
  std::vector<Link> links;
  CHECK(add_without_cycle(links, {0, 1}));
  CHECK(add_without_cycle(links, {1, 2}));
  CHECK_FALSE(add_without_cycle(links, {2, 0}));
  CHECK_FALSE(add_without_cycle(links, {1, 1}));
  CHECK_EQ(relatives(4, links, 1), std::vector<char>{1, 1, 1, 0});
  CHECK_EQ(relatives(4, links, 3), std::vector<char>{0, 0, 0, 1});
}

TEST_CASE("chart graph: sites are put together and every step is there once") {
  const SampleRun run = sample_run(10);
  const Graph graph = make_graph(run.view(), std::vector<double>{0.1, 0.7});
  REQUIRE_EQ(graph.nodes.size(), 1);
  CHECK_EQ(graph.nodes[0].id, "node/*/survey");
  CHECK_EQ(graph.nodes[0].tip,
           "Survey the lines\nwork of a team\nat all ten sites\ndecides the last go-live in 70 of 100 futures");
  CHECK_EQ(graph.heading.title, "Survey the lines decides the last go-live in 70 of 100 futures");
  CHECK_EQ(flaws_at_all_sizes(graph), Texts{});

  Programme empty;
  const Graph none = make_graph({empty, run.model, run.results});
  CHECK_EQ(flaws_at_all_sizes(none), Texts{});
}

TEST_CASE("chart graph: a plan of all kinds of work is drawn and a selected node leads up and down") {
  const RichRun rich;
  const Graph graph = make_graph(rich.view());
  CHECK_GT(graph.nodes.size(), 10);
  CHECK_EQ(breaches(graph.layout, graph.links), Texts{});
  CHECK_EQ(flaws_at_all_sizes(graph), Texts{});
  CHECK_EQ(std::ranges::count(csv(graph), '\n'), static_cast<std::ptrdiff_t>(graph.links.size()) + 1);

  // What the selected node has nothing to do with fades.
  const auto with_link = std::ranges::max_element(graph.links, {}, [](const Link& link) { return link.to; });
  const auto near = relatives(static_cast<int>(graph.nodes.size()), graph.links, with_link->to);
  Hover hover;
  hover.selected = graph.nodes[static_cast<std::size_t>(with_link->to)].id;
  RecordingCanvas canvas;
  draw(canvas, {0, 0, 1600, 900}, Style{}, graph, hover);
  const auto lines = canvas.of(Kind::line);
  REQUIRE_EQ(lines.size(), graph.links.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool is_near =
        near[static_cast<std::size_t>(graph.links[i].from)] && near[static_cast<std::size_t>(graph.links[i].to)];
    CHECK_EQ(lines[i].color == kLight.accent, is_near);
  }
}

}  // namespace headrace::test
