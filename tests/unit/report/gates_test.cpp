// Gates and stopping in the words of a replay and in results.json.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "report/files/results_json.hpp"
#include "report/tables/replay_log.hpp"
#include "sim/block/kernels.hpp"
#include "sim/replay/replay.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const std::string gated = R"(
[programme]
horizon_weeks = 30
[money]
licence_per_user_month = 0
[teams.ot]
people = 1
cost_per_person_week = 1000
charge = "standing"
[gates.scale]
label = "Scale up"
week = 10
retest_weeks = 5
tries = 2
measurement_error = 0
min_adoption = 0.6
max_cost = 12000
stop_below_cost_share = 0.5
[sites.ulm]
wave = 1
[sites.ulm.groups.crew]
headcount = 10
adoptable_share = 0.5
[sites.graz]
wave = 2
)";

}  // namespace

TEST_CASE("gates: a replay tells each test, what it missed, and the stop") {
  const Model model = model_of(gated);
  const Replay told = replay(model.compiled, *find_kernel(""), 1, 3);
  CHECK(told.gate_tests.size() == 2);
  const std::string csv = replay_csv(model.programme, model.compiled, told);
  CHECK(contains(csv, ",10,,gate_test,scale,0,\"Scale up, test 1: fails on regular use (50.0% seen, 60.0% asked)\""));
  CHECK(contains(csv,
                 ",15,,gate_test,scale,0,\"Scale up, test 2: fails on regular use (50.0% seen, 60.0% asked), cost so "
                 "far (USD 15.0k seen, USD 12.0k allowed)\""));
  CHECK(contains(csv, ",15,,stops,,8000,\"The programme stops; costs USD 8,000\",8000,0"));
  CHECK_FALSE(contains(csv, "Wave 2 opens"));
}

TEST_CASE("gates: a replay tells that a gate passes and when its wave opens") {
  std::string easy = gated;
  easy.replace(easy.find("min_adoption = 0.6"), 18, "min_adoption = 0.4");
  const Model model = model_of(easy);
  const std::string csv = replay_csv(model.programme, model.compiled, replay(model.compiled, *find_kernel(""), 1, 3));
  CHECK(contains(csv, ",10,,gate_test,scale,1,\"Scale up, test 1: passes on regular use (50.0% seen, 40.0% asked), "));
  CHECK(contains(csv, ",10,,wave_opens,,1,Wave 2 opens: graz"));
  CHECK_FALSE(contains(csv, "stops"));
}

TEST_CASE("funding: a replay says that work waited for money") {
  const Model model = model_of(gated +
                               "[funding.later]\namount = 500\nfrom_week = 4\n[sites.ulm.items]\n"
                               "buy = { wait_weeks = 1, cost = 500 }\n");
  const std::string csv = replay_csv(model.programme, model.compiled, replay(model.compiled, *find_kernel(""), 1, 3));
  CHECK(contains(csv, ",4,,item_starts,ulm/buy,0,ulm: buy starts; waited 4.0 weeks for money"));
}

TEST_CASE("gates: results.json says how often gates pass and programmes stop") {
  const Model model = model_of(gated);
  const Results results = run(model, kept(64));
  const auto json = nlohmann::json::parse(results_json({model.programme, model.compiled, results}));
  CHECK(json["metrics"]["stopped"]["mean"] == 1);
  CHECK(json["cash"]["exit"]["mean"] == 8000);
  const auto& gate = json["gates"][0];
  CHECK(gate["id"] == "scale");
  CHECK(gate["label"] == "Scale up");
  CHECK(gate["opens_wave"] == 2);
  CHECK(gate["p_passed"] == 0);
  CHECK(gate["tests"]["mean"] == 2);
  CHECK(gate["passed_week"]["mean"].is_null());
  CHECK(gate["passed_week"]["never"] == 1);
}

}  // namespace headrace::test
