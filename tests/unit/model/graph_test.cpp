// From a document to the dependency graph: who waits for whom, in which order, and what cannot be.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

const std::string kTeam = "[teams.ot]\npeople = 2\ncost_per_person_week = 0\n";
const std::string kUseCase =
    "[use_cases.warning]\nkind = \"assistive\"\nvalue_per_user_week = 1\nneeds = [\"connect\"]\n";

/// A template with these items at these sites.
std::string plan(const std::string& items, const std::string& sites) {
  return kTeam + kUseCase + "[templates.plant.items]\n" + items + sites;
}

const std::string kOneSite = "[sites.ulm]\n";

const Node& node(const Model& model, const std::string& name) {
  const auto& nodes = model.programme.nodes;
  const auto at = std::find_if(nodes.begin(), nodes.end(), [&](const Node& n) { return n.name == name; });
  if (at == nodes.end()) FAIL("no node " << name);
  return *at;
}

std::vector<std::string> predecessors(const Model& model, const std::string& name) {
  std::vector<std::string> names;
  for (const Edge& edge : node(model, name).after) {
    names.push_back(model.programme.nodes[static_cast<std::size_t>(edge.from)].name);
  }
  return names;
}

bool mentions(const std::vector<std::string>& errors, const std::string& words) {
  return std::any_of(errors.begin(), errors.end(), [&](const auto& e) { return e.find(words) != e.npos; });
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("graph: a circle is named node by node and once for all sites of a template") {
  const auto errors =
      expand_errors(plan("survey = { wait_weeks = 1, after = [\"permit\"] }\n"
                         "permit = { wait_weeks = 1, after = [\"connect\"] }\n"
                         "connect = { wait_weeks = 1, after = [\"survey\"] }\n"
                         "other = { wait_weeks = 1, after = [\"connect\"] }\n",
                         "[sites.ulm]\n[sites.graz]\n"));
  REQUIRE(errors.size() == 1);
  CHECK(mentions(errors, "graz/connect -> graz/permit -> graz/survey -> graz/connect"));
  CHECK_FALSE(mentions(errors, "other"));
  CHECK(mentions(errors, "test.toml:"));
}

TEST_CASE("graph: an item that waits for itself is a circle") {
  const auto errors = expand_errors(plan("connect = { wait_weeks = 1, after = [\"connect\"] }\n", kOneSite));
  REQUIRE(errors.size() == 1);
  CHECK(mentions(errors, "ulm/connect -> ulm/connect"));
}

TEST_CASE("graph: two circles are two errors and a chain is none") {
  const std::string two =
      "a = { wait_weeks = 1, after = [\"b\"] }\nb = { wait_weeks = 1, after = [\"a\"] }\n"
      "c = { wait_weeks = 1, after = [\"connect\"] }\n"
      "connect = { wait_weeks = 1, after = [\"c\"] }\n";
  CHECK(expand_errors(plan(two, kOneSite)).size() == 2);
  CHECK(
      expand_errors(plan("a = { wait_weeks = 1 }\nconnect = { wait_weeks = 1, after = [\"a\"] }\n", kOneSite)).empty());
}

TEST_CASE("graph: an unknown dependency is an error at its place") {
  const auto errors = expand_errors(plan("connect = { wait_weeks = 1, after = [\"surwey\"] }\n", kOneSite));
  REQUIRE(errors.size() == 1);
  CHECK(mentions(errors, "unknown `surwey`"));
  CHECK(errors.front().starts_with("test.toml:9:"));
  // All at once.
  CHECK(expand_errors(plan("connect = { wait_weeks = 1, after = [\"x\", \"y\"] }\n", kOneSite)).size() == 2);
}

TEST_CASE("graph: a dependency is looked for at the site first and then in the programme") {
  const Model model =
      model_of(plan("connect = { wait_weeks = 1, after = [\"platform\", \"survey\", \"ulm/survey\"] }\n"
                    "survey = { wait_weeks = 1 }\n",
                    "[sites.ulm]\n[sites.graz]\nwave = 2\n"
                    "[items]\nplatform = { wait_weeks = 2 }\nsurvey = { wait_weeks = 9 }\n"));
  CHECK(predecessors(model, "graz/connect") == Names{"platform", "graz/survey", "ulm/survey"});
  CHECK(predecessors(model, "graz/warning") == Names{"graz/connect"});
  CHECK(node(model, "platform").site == -1);
  CHECK(node(model, "platform").wave == 0);
}

TEST_CASE("graph: what another site has and this one has not is nothing to wait for") {
  const Model model = model_of(plan("connect = { wait_weeks = 1, after = [\"permit\"] }\n",
                                    "[sites.ulm]\n[sites.graz.items.permit]\nwait_weeks = 3\n"));
  CHECK(predecessors(model, "ulm/connect").empty());
  CHECK(predecessors(model, "graz/connect") == Names{"graz/permit"});
}

TEST_CASE("graph: nodes stand in a topological order") {
  const Model model =
      model_of(plan("a = { wait_weeks = 1, after = [\"connect\"] }\n"
                    "connect = { wait_weeks = 1, after = [\"z\"] }\nz = { wait_weeks = 1 }\n",
                    "[sites.ulm]\n[sites.graz]\n"));
  for (std::size_t v = 0; v < model.programme.nodes.size(); ++v) {
    for (const Edge& edge : model.programme.nodes[v].after) CHECK(edge.from < static_cast<int>(v));
  }
}

TEST_CASE("graph: sites roll out by wave and rank and id and repetitions count in that order") {
  const Model model = model_of(plan("connect = { team = \"ot\", effort_person_weeks = 1 }\n",
                                    "[sites.a]\nwave = 2\n[sites.b]\nwave = 1\n[sites.c]\nwave = 1\nrank = 1\n"
                                    "[sites.d]\nwave = 2\n"));
  Names order;
  for (const Site& site : model.programme.scenario.sites) order.push_back(site.id);
  CHECK(order == Names{"c", "b", "a", "d"});
  CHECK(node(model, "c/connect").repetition == 1);
  CHECK(node(model, "b/connect").repetition == 2);
  CHECK(node(model, "a/connect").repetition == 3);
  CHECK(node(model, "d/connect").repetition == 4);
  CHECK(node(model, "d/connect").wave == 2);
}

TEST_CASE("graph: a count of sites takes the first and clones beyond the list") {
  const std::string text = plan("connect = { team = \"ot\", effort_person_weeks = 1 }\n",
                                "[sites.ulm]\nwave = 1\n[sites.graz]\nwave = 2\nsize = 3\n");
  const auto ids = [&](int count) {
    const Model model = model_of(text + "[programme]\nsites = " + std::to_string(count) + "\n");
    Names names;
    for (const Site& site : model.programme.scenario.sites) names.push_back(site.id);
    return names;
  };
  CHECK(ids(1) == Names{"ulm"});
  CHECK(ids(2) == Names{"ulm", "graz"});
  CHECK(ids(5) == Names{"ulm", "graz", "ulm_2", "graz_2", "ulm_3"});
  const Model model = model_of(text + "[programme]\nsites = 5\n");
  CHECK(model.programme.scenario.sites[3].size.distribution.a == 3);
  CHECK(model.programme.scenario.sites[4].wave == 2);
  CHECK(node(model, "ulm_3/connect").repetition == 5);
}

TEST_CASE("graph: a use case is at the sites that have what it needs") {
  const Model model = model_of(kTeam + kUseCase + "[sites.ulm.items.connect]\nwait_weeks = 1\n[sites.graz]\n");
  REQUIRE(model.programme.use_cases.size() == 1);
  CHECK(node(model, "ulm/warning").kind == NodeKind::live);
  const auto errors = expand_errors(kTeam + kUseCase + "[sites.ulm]\n");
  CHECK(errors.size() >= 1);
}

TEST_CASE("graph: integrations and asset classes and groups are go-lives of what they need") {
  const Model model =
      model_of(plan("connect = { wait_weeks = 1 }\nlink = { wait_weeks = 1, after = [\"historian\"] }\n",
                    "[templates.plant.integrations.historian]\nneeds = [\"connect\"]\n"
                    "[templates.plant.assets.presses]\ncount = 2\nneeds = [{ on = \"historian\", lag_weeks = 2 }]\n"
                    "[templates.plant.groups.crew]\nheadcount = 5\nneeds = [\"presses\"]\n[sites.ulm]\n"));
  CHECK(predecessors(model, "ulm/link") == Names{"ulm/historian"});
  CHECK(predecessors(model, "ulm/presses") == Names{"ulm/historian"});
  CHECK(predecessors(model, "ulm/crew") == Names{"ulm/presses"});
  CHECK(node(model, "ulm/presses").after.front().lag_weeks.quantity->distribution.a == 2);
  // A go-live that work waits for is delivered; one at the end is not.
  CHECK(item_index(model, "ulm/historian") < item_index(model, "ulm/link"));
}

}  // namespace headrace::test
