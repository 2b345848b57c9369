// What views show, computed without ImGui.
#include <doctest/doctest.h>

#include "gui/jobs/worker.hpp"
#include "gui/models/dependency_map.hpp"
#include "gui/models/driver_story.hpp"
#include "gui/models/one_future.hpp"
#include "gui/models/timeline.hpp"
#include "gui/models/view_models.hpp"
#include "report/chart/lines.hpp"
#include "report/chart/spans.hpp"
#include "sim/block/kernels.hpp"
#include "tests/gui/gui_driver.hpp"
#include "tests/support/recording_canvas.hpp"
#include "tests/support/sample_run.hpp"

namespace headrace::test {
namespace {

using Texts = std::vector<std::string>;

/// A snapshot of a shipped story; with studies it is kept for drivers.
std::shared_ptr<const gui::Snapshot> snapshot_of(const std::string& name, gui::Effort effort = {{128}, 0}) {
  gui::Worker worker([] {}, std::move(effort));
  worker.ask({{story(name), {}}, {}, "return"});
  worker.wait();
  return worker.latest();
}

std::shared_ptr<const gui::Future> told(const gui::Run& run, std::int64_t trial) {
  gui::FutureTeller teller([] {});
  teller.ask(run.prepared, run.results->seed, trial);
  teller.wait();
  return teller.latest();
}

/// a -> b -> d, a -> c -> d, e alone.
chart::Graph diamond() {
  chart::Graph graph;
  for (const char* name : {"a", "b", "c", "d", "e"}) {
    graph.nodes.push_back({name, "node/" + std::string(name), std::string(name) + "\nwork of a team"});
  }
  graph.nodes[2].criticality = 0.7;
  graph.links = {{0, 1}, {0, 2}, {1, 3}, {2, 3}};
  return graph;
}

}  // namespace

TEST_CASE("view models: a model is made once until a source changes") {
  gui::ViewModels models;
  int made = 0;
  const auto make = [&] { return ++made; };
  auto first = std::make_shared<const int>(1);
  CHECK(models.of<int>({first, nullptr}, make) == 1);
  CHECK(models.of<int>({first, nullptr}, make) == 1);
  CHECK(models.of<int>({first, first}, make) == 2);
  CHECK(models.of<double>({first, first}, [] { return 0.5; }) == 0.5);
  first = std::make_shared<const int>(1);
  CHECK(models.of<int>({first, first}, make) == 3);
  CHECK(models.of<int>({first, first}, make, "a") == 4);
  CHECK(models.of<int>({first, first}, make, "a") == 4);
}

TEST_CASE("one future: a bad and a typical and a good one are quantiles of the kept ones") {
  Results results;
  CHECK(gui::pick_future(results, 0.5) == -1);
  for (int k = 0; k <= 100; ++k) results.kept[Output::npv].push_back(static_cast<float>((k * 37) % 101));
  for (const double share : {0.1, 0.5, 0.9}) {
    const auto trial = static_cast<std::size_t>(gui::pick_future(results, share));
    CHECK(results.kept[Output::npv][trial] == doctest::Approx(100 * share));
  }
}

TEST_CASE("one future: only numbers of futures that were run are taken") {
  CHECK(gui::read_future("0", 256).trial == 0);
  CHECK(gui::read_future("255", 256).trial == 255);
  CHECK(gui::read_future("1e2", 256).trial == 100);
  CHECK(gui::read_future("1.200", 9999).problem == "`1.200` is not clear (is this 1200?). Write 1200.");
  CHECK(gui::read_future("256", 256).problem == "`256` is not a whole number from 0 to 255.");
  for (const char* nonsense : {"256", "-1", "", "12a", "1.5", "99999999999999999999"}) {
    CAPTURE(nonsense);
    CHECK_FALSE(gui::read_future(nonsense, 256).problem.empty());
  }
}

TEST_CASE("one future: the teller tells the same as a replay and the newest wish wins") {
  const auto snapshot = snapshot_of("minimal.toml");
  const gui::Run& run = *snapshot->run;
  gui::FutureTeller teller([] {});
  CHECK(teller.latest() == nullptr);
  for (const std::int64_t trial : {3, 90, 17}) teller.ask(run.prepared, run.results->seed, trial);
  teller.wait();
  const auto future = teller.latest();
  REQUIRE(future->told.trial == 17);
  const Replay again = replay(run.prepared->model, *find_kernel(""), run.results->seed, 17);
  CHECK(future->told.output == again.output);
  CHECK(future->told.events == again.events);
  CHECK(future->told.output[static_cast<int>(Output::npv)] == run.results->kept.value(Output::npv, 17));
  teller.ask(run.prepared, run.results->seed, 17);
  teller.wait();
  CHECK(teller.latest() == future);
}

TEST_CASE("one future: its story says what it came to and goes through its weeks") {
  const auto snapshot = snapshot_of("minimal.toml");
  const gui::Run& run = *snapshot->run;
  const std::int64_t worst = gui::pick_future(*run.results, 0), best = gui::pick_future(*run.results, 1);
  const gui::FutureStory bad = future_story_of(run, *told(run, worst)), good = future_story_of(run, *told(run, best));
  CHECK(bad.title.find("worse than 99 of 100 futures") != std::string::npos);
  CAPTURE(good.title);
  CHECK(good.title.find("better than 99 of 100 futures") != std::string::npos);
  CHECK(bad.title.find("does not pay back within two years") != std::string::npos);
  CHECK(good.title.find("pays back by") != std::string::npos);
  CHECK(bad.subtitle.find('\n') == std::string::npos);

  REQUIRE(good.fan.future);
  CHECK(good.fan.future->value.size() == 104);
  REQUIRE(good.events.size() > 3);
  CHECK(gui::events_by(good, -2) == 0);
  CHECK(gui::events_by(good, 104) == good.events.size());
  for (std::size_t k = 1; k < good.events.size(); ++k) CHECK(good.events[k - 1].week <= good.events[k].week);
  CHECK(gui::cash_words(good, 0).starts_with("week 0: net cash so far EUR "));
  CHECK(good.csv.starts_with("trial,seed,week"));
}

TEST_CASE("dependencies: a node's neighbours are those one link away and all are counted") {
  const chart::Graph graph = diamond();
  CHECK_FALSE(gui::neighbours_of(graph, "node/nowhere"));
  CHECK_FALSE(gui::neighbours_of(graph, ""));
  const auto last = gui::neighbours_of(graph, "node/d");
  REQUIRE(last);
  CHECK(last->before == std::vector<std::size_t>{2, 1});
  CHECK(last->after.empty());
  CHECK(last->all_before == 3);
  CHECK(last->about == Texts{"work of a team"});
  const auto first = gui::neighbours_of(graph, "node/a");
  CHECK(first->all_after == 3);
  CHECK(gui::neighbours_of(graph, "node/e")->all_after == 0);
}

TEST_CASE("dependencies: a focus keeps what leads to a node and what follows from it") {
  const chart::Graph graph = diamond();
  const chart::Graph focus = gui::focused_on(graph, "node/b");
  Texts names;
  for (const auto& node : focus.nodes) names.push_back(node.name);
  CHECK(names == Texts{"a", "b", "d"});
  REQUIRE(focus.links.size() == 2);
  CHECK(focus.links[1].from == 1);
  CHECK(focus.links[1].to == 2);
  CHECK(focus.layout.layers == 3);
  CHECK(focus.heading.title == "b: 1 step before it, 1 step after it");
  CHECK(gui::focused_on(graph, "node/e").nodes.size() == 1);
  CHECK(gui::focused_on(graph, "node/nowhere").nodes.size() == 5);
}

TEST_CASE("timeline: pages hold every site once and none is beyond the end") {
  chart::Gantt gantt;
  for (int s = 0; s < 100; ++s) {
    gantt.sites.emplace_back();
    gantt.sites.back().whole.name = "site " + std::to_string(s);
  }
  gantt.last_week = 50;
  CHECK(gui::page_of(gantt, 0, 200).whole());
  const gui::TimelinePage page = gui::page_of(gantt, 20, 20);
  CHECK(page.words() == "21 to 40 of 100 sites");
  const chart::Gantt cut = gui::cut_to(gantt, page);
  REQUIRE(cut.sites.size() == 20);
  CHECK(cut.sites.front().whole.name == "site 20");
  CHECK(cut.last_week == 50);
  CHECK(gui::page_of(gantt, 95, 20).first == 80);
  CHECK(gui::page_of({}, 7, 20).count == 0);
  gantt.sites[3].whole.id = "site/d";
  gantt.sites[3].items.resize(7);
  CHECK(gui::rows_of(gantt, "") == 100);
  CHECK(gui::rows_of(gantt, "site/d") == 107);
}

TEST_CASE("drivers: the story waits for the study and then names what the worst have in common") {
  const auto waiting = snapshot_of("ten-sites.toml", {{64}, 0});
  const gui::DriverStory none = driver_story_of(*waiting);
  CHECK_FALSE(none.ready);
  CHECK_FALSE(none.waiting.empty());
  const auto studied = snapshot_of("minimal.toml", {{2048}, 64});
  REQUIRE(studied->drivers);
  const gui::DriverStory story = driver_story_of(*studied);
  CHECK(story.ready);
  CHECK(story.tornado.rows.size() > 2);
  CHECK(story.worst.size() == studied->drivers->worst.rules.size());
  CHECK(story.warnings.size() == studied->drivers->warnings.size());
  CHECK_FALSE(story.worst_title.empty());
  const chart::Gantt gantt = timeline_of(*studied);
  CHECK(gantt.sites.front().whole.criticality.has_value());
  CHECK_FALSE(timeline_of(*waiting).sites.front().whole.criticality.has_value());
}

TEST_CASE("people: use by site is drawn without flaws at any number of sites") {
  for (const int sites : {1, 10, 100}) {
    const SampleRun run = sample_run(sites);
    CHECK(flaws_at_all_sizes(chart::make_site_use(run.view())) == Texts{});
  }
  chart::Spans spans;
  for (int s = 0; s < 100; ++s) {
    spans.rows.push_back(
        {"工場の統合チームの人数とその立ち上がり " + std::to_string(s), "site/x", "tip", 0.1, 0.4, 0.9});
  }
  CHECK(flaws_at_all_sizes(spans) == Texts{});
  CHECK(csv(spans).starts_with("name,words,p10,p50,p90\nsite/x,"));
  const auto snapshot = snapshot_of("ten-sites.toml", {{64}, 0});
  const chart::Spans use = chart::make_site_use(snapshot->run->view());
  CHECK(use.rows.size() == 10);
  CHECK(use.heading.title.starts_with("In the end "));
}

TEST_CASE("people: groups of ten plants are four lines that begin with nobody") {
  const auto snapshot = snapshot_of("ten-sites-ready.toml", {{256}, 0});
  const chart::Lines use = chart::make_group_lines(snapshot->run->view());
  REQUIRE(use.lines.size() == 4);
  CHECK(use.lines[0].name == "Quality inspectors");
  CHECK(use.heading.title.find("use it regularly by Dec 2030") != std::string::npos);
  for (const chart::Lines::Line& line : use.lines) {
    CHECK(line.high.front() == 0);
    CHECK(line.middle.back() > 0.2);
    CHECK(line.low.back() <= line.middle.back());
    CHECK(line.middle.back() <= line.high.back());
  }
  CHECK(flaws_at_all_sizes(use) == Texts{});
}

}  // namespace headrace::test
