// What can be said of a scenario before it runs: summary, inputs, graph.
#include <doctest/doctest.h>

#include <algorithm>

#include "report/tables/check_summary.hpp"
#include "report/tables/input_list.hpp"
#include "report/words/graph_text.hpp"
#include "report/words/input_title.hpp"
#include "tests/support/rich_scenario.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

const std::string small = R"(
[programme]
label = "Two plants"
question = "Does it pay?"
start_date = 2027-01-04
wave_start_weeks = [0, 10]
[teams.ot]
people = { low = 1, mode = 2, high = 3, source = "HR plan", owner = "Ann" }
cost_per_person_week = 3000
[items]
contract = { wait_weeks = 2, label = "Sign the \"contract\"" }
[templates.plant.items]
survey = { team = "ot", effort_person_weeks = { median = 4, sigma = 0.3 }, after = ["contract"] }
connect = { team = "ot", effort_person_weeks = 2, after = [{ on = "survey", lag_weeks = 1 }] }
[templates.plant.groups.crew]
headcount = 20
adoptable_share = 1
[templates.plant.assets.presses]
count = 3
[use_cases.warning]
assets = ["presses"]
needs = ["connect"]
value_per_asset_week = 5
[sites]
ulm = { wave = 1 }
graz = { wave = 2, label = "Graz" }
)";

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::ptrdiff_t lines(const std::string& text) { return std::count(text.begin(), text.end(), '\n'); }

}  // namespace

TEST_CASE("check text: what a scenario holds") {
  const Model model = model_of(small);
  const std::string text = check_text(model.programme, model.compiled);
  for (const char* part :
       {"is fine: Two plants\nDoes it pay?\n\n", "  three years from 4 Jan 2027, in USD\n",
        "  2 sites in 2 waves: ulm, Graz\n", "  2 user groups with 40 people\n", "  1 use case: warning\n",
        "  4 work items at sites, 1 for the whole programme, 6 dependencies between them\n", "  no integrations\n",
        "  1 team: ot\n", "  3 uncertain inputs, 2 without a source\n"}) {
    CAPTURE(text);
    CAPTURE(part);
    CHECK(contains(text, part));
  }
}

TEST_CASE("inputs: every uncertain number with distribution, source and owner") {
  const Model model = model_of(small);
  const std::vector<InputLine> list = input_lines(model.compiled);
  REQUIRE(list.size() == 3);
  CHECK(list[0].name == "graz/survey/effort_person_weeks");
  CHECK(list[0].distribution == "lognormal, median 4, sigma 0.3");
  CHECK(list[0].mean == doctest::Approx(4.184).epsilon(1e-3));
  CHECK(list[0].common == "correlated 0.3 between sites");
  CHECK(list[1].name == "ot/people");
  CHECK(list[0].p99 == doctest::Approx(8.038).epsilon(1e-3));
  CHECK_FALSE(list[0].largest.has_value());
  CHECK(list[1].mean == 2);
  CHECK(list[1].largest == 3.0);
  CHECK(list[1].source == "HR plan");
  CHECK(list[1].owner == "Ann");
  CHECK(unsourced(model.compiled) == 2);
  CHECK(lines(inputs_csv(model.compiled)) == 4);
}

TEST_CASE("inputs: whether a risk strikes by chance is one of them") {
  const std::string risks =
      "[risks.cyber_attack]\nlabel = \"Cyber attack\"\nprobability = 0.3\ncost = { low = 1, high = 2 }\n"
      "source = \"register\"\nowner = \"CISO\"\n"
      "[risks.flood]\nrate_per_week = 0.02\nlasts_weeks = 2\n"
      "[risks.certain]\nprobability = 1\nweek = 5\ncost = 3\n"
      "[risks.never]\nprobability = 0\ncost = 3\n"
      "[risks.some_day]\nprobability = 1\ncost = 3\n";
  const Model model = model_of(small + risks);
  const std::vector<InputLine> list = input_lines(model.compiled);
  REQUIRE(list.size() == 7);
  CHECK(list[0].name == "cyber_attack/cost");
  CHECK(list[0].source == "register");
  CHECK(list[0].owner == "CISO");
  CHECK(list[1].name == "cyber_attack/strikes");
  CHECK(list[1].distribution == "strikes once, with probability 0.3");
  CHECK(list[1].mean == doctest::Approx(0.3));
  CHECK(list[1].p50 == 0);
  CHECK(list[1].p90 == 1);
  CHECK(list[1].largest == 1.0);
  CHECK(list[1].source == "register");
  CHECK(list[1].owner == "CISO");
  CHECK(list[2].name == "flood/strikes");
  CHECK(list[2].distribution == "strikes in a week with probability 0.02");
  CHECK(list[5].name == "some_day/strikes");
  CHECK(uncertain_inputs(model.compiled) == 7);
  CHECK(unsourced(model.compiled) == 4);
  CHECK(contains(check_text(model.programme, model.compiled), "  7 uncertain inputs, 4 without a source\n"));
  CHECK(contains(inputs_text(model.programme, model.compiled), "7 uncertain inputs; 4 without a source.\n"));
  CHECK(lines(inputs_csv(model.compiled)) == 8);
  CHECK(input_title(model.programme, "cyber_attack/strikes") == "Cyber attack strikes");
}

TEST_CASE("inputs: what sites have alike from a template is one line on screen") {
  const Model model = model_of(small);
  CHECK(inputs_text(model.programme, model.compiled) ==
        "Input                                   mean   P99   largest  distribution                    source   owner\n"
        "*/survey/effort_person_weeks (2 sites)  4.18  8.04  no limit  lognormal, median 4, sigma 0.3  none\n"
        "ot/people                                  2  2.79         3  PERT 1 / 2 / 3                  HR plan  Ann\n"
        "\n"
        "3 uncertain inputs; 2 without a source.\n");
  const Model exact = model_of("[templates.plant]\n[sites]\nulm = {}\n");
  CHECK(inputs_text(exact.programme, exact.compiled) == "Every number of this scenario is exact.\n");
}

TEST_CASE("graph text: nodes by site with layer, repetition and what they wait for") {
  const Model model = model_of(small);
  CHECK(graph_text(model.programme) ==
        "Two plants: 7 nodes, 6 edges, 4 layers. k: k-th repetition of an item in rollout order.\n"
        "\n"
        "The programme\n"
        "  node      layer  wave  k  kind  waits for\n"
        "  contract      1     -  1  wait  nothing\n"
        "\n"
        "ulm, wave 1\n"
        "  node         layer  wave  k  kind          waits for\n"
        "  ulm/survey       2     1  1  effort of ot  contract\n"
        "  ulm/connect      3     1  1  effort of ot  ulm/survey + 1 week\n"
        "  ulm/warning      4     1  -  go-live       ulm/connect\n"
        "\n"
        "Graz, wave 2\n"
        "  node          layer  wave  k  kind          waits for\n"
        "  graz/survey       2     2  2  effort of ot  contract\n"
        "  graz/connect      3     2  2  effort of ot  graz/survey + 1 week\n"
        "  graz/warning      4     2  -  go-live       graz/connect\n");
}

TEST_CASE("graph dot: every node and edge, clusters by site, quotes escaped") {
  const Model model = model_of(small);
  const std::string dot = graph_dot(model.programme);
  CHECK(contains(dot, "label=\"Sign the \\\"contract\\\"\""));
  CHECK(contains(dot, "subgraph cluster_1 {\n    label=\"Graz\";\n"));
  CHECK(contains(dot, "[label=\"+1 weeks\"]"));
  CHECK(std::count(dot.begin(), dot.end(), '>') == 6);
  CHECK(std::count(dot.begin(), dot.end(), '{') == std::count(dot.begin(), dot.end(), '}'));
  CHECK(contains(dot, "digraph headrace {\n  label=\"Two plants\";"));
}

TEST_CASE("graph text: every node of a rich programme has its line") {
  const Model model = model_of(rich_scenario());
  const std::string text = graph_text(model.programme), dot = graph_dot(model.programme);
  for (const Node& node : model.programme.nodes) {
    CAPTURE(node.name);
    CHECK(contains(text, "  " + node.name + " "));
    CHECK(contains(dot, "tooltip=\"" + node.name + "\""));
  }
}

}  // namespace headrace::test
