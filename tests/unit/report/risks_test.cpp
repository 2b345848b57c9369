// What reports say of risks: results.json and the replay of one future.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "report/files/results_json.hpp"
#include "report/tables/replay_log.hpp"
#include "sim/block/kernels.hpp"
#include "sim/replay/replay.hpp"
#include "tests/support/one_site.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

Model model_with(const std::string& risks) {
  OneSite plan;
  plan.items = "end = { team = \"ot\", effort_person_weeks = 10, crew_max = 2 }\n";
  plan.tables = risks;
  return model_of(plan.text());
}

const std::string outage =
    "[risks.outage]\nlabel = \"Plant outage\"\nprobability = 1\nweek = 3\ncost = 20000\n"
    "[risks.recall]\nrate_per_week = 1\nlasts_weeks = 26\n";

}  // namespace

TEST_CASE("risks report: results.json says how often each struck and what they cost") {
  const Model model = model_with(outage);
  const Results results = run(model, kept(64));
  const auto document = nlohmann::json::parse(results_json({model.programme, model.compiled, results}));
  const auto& risks = document["risks"];
  REQUIRE(risks.size() == 2);
  CHECK(risks[0]["id"] == "outage");
  CHECK(risks[0]["label"] == "Plant outage");
  CHECK(risks[0]["struck"]["mean"] == 1);
  CHECK(risks[0]["struck"]["se"] == 0);
  CHECK(risks[1]["id"] == "recall");
  CHECK(risks[1]["label"] == "recall");
  CHECK(risks[1]["strikes"]["mean"] == 2);
  CHECK(document["cash"]["risks"]["mean"] == 20000);
}

TEST_CASE("risks report: without risks the list is empty") {
  const Model model = model_with("");
  const Results results = run(model, kept(64));
  CHECK(nlohmann::json::parse(results_json({model.programme, model.compiled, results}))["risks"].empty());
}

TEST_CASE("risks report: the replay has a line for each strike with its cost") {
  const Model model = model_with(outage);
  const Replay told = replay(model.compiled, *find_kernel(""), 1, 0);
  std::vector<ReplayEvent> strikes;
  for (const ReplayEvent& event : told.events) {
    if (event.kind == ReplayEvent::Kind::risk_strikes) strikes.push_back(event);
  }
  REQUIRE(strikes.size() == 3);
  CHECK(strikes[0] == ReplayEvent{0, ReplayEvent::Kind::risk_strikes, 1, 0});
  CHECK(strikes[1] == ReplayEvent{3, ReplayEvent::Kind::risk_strikes, 0, 20000, 20000});
  CHECK(strikes[2] == ReplayEvent{26, ReplayEvent::Kind::risk_strikes, 1, 0});
  const std::string text = replay_text(model.programme, model.compiled, told);
  CHECK_MESSAGE(text.find("Plant outage strikes; costs USD 20k") != text.npos, text);
  CHECK(text.find("recall strikes\n") != text.npos);
  const std::string csv = replay_csv(model.programme, model.compiled, told);
  CHECK(csv.find("risk_strikes,outage,20000,") != csv.npos);
}

}  // namespace headrace::test
