// results.json and comparison.json: stable names, what is never, and nothing that JSON cannot hold.
#include <doctest/doctest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "report/files/results_json.hpp"
#include "report/words/json_text.hpp"
#include "tests/support/sample_run.hpp"

namespace headrace::test {
namespace {

const char* const metric_names[] = {
    "npv", "roi", "payback_week", "peak_cash_need", "last_go_live_week", "regular_share", "realised_value_per_year"};

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) names.push_back(name);
  return names;
}

PairResult some_pair() {
  PairResult pair;
  for (Summary& s : pair.difference) s = summary_of({1, 2, kNever, kNever});
  pair.p_better[0] = 0.5;
  pair.p_worse[0] = 0.25;
  return pair;
}

}  // namespace

TEST_CASE("results json: stable names") {
  const Json json = Json::parse(results_json(sample_run(2).view()));
  CHECK(keys(json) == std::vector<std::string>{
                          "schema",     "schema_version", "headrace_version", "scenario",       "trials",
                          "seed",       "horizon_weeks",  "currency",         "start_date",     "quantile_method",
                          "metrics",    "p_npv_positive", "p_payback",        "verdict",        "ask",
                          "cash",       "leaks",          "weekly",           "redesign_first", "team_load",
                          "team_queue", "sites",          "groups",           "gates",          "items",
                          "risks",      "inputs"});
  for (const char* name : metric_names) {
    CAPTURE(name);
    const Json& metric = json["metrics"][name];
    CHECK(keys(metric) == std::vector<std::string>{"unit", "mean", "se", "sd", "min", "max", "p05", "p10", "p25", "p50",
                                                   "p75", "p90", "p95", "never", "interval95", "bin_width"});
    CHECK(metric["interval95"]["p50"].size() == 2);
  }
  CHECK(json["metrics"]["npv"]["mean"] == 2e6);
  CHECK(json["metrics"]["npv"]["p50"] == 1.5e6);
  CHECK(json["metrics"]["npv"]["unit"] == "USD");
  CHECK(json["quantile_method"] == "exact");
  CHECK(json["start_date"] == "2027-01-04");
  CHECK(keys(json["cash"]) == std::vector<std::string>{"revenue",  "cost_saved",  "capacity",   "licences",
                                                       "building", "maintenance", "purchases",  "running",
                                                       "standing", "hubs",        "ai_leads",   "incidents",
                                                       "repairs",  "outages",     "monitoring", "managed_services",
                                                       "learning", "compute",     "exit",       "risks"});
  CHECK(json["weekly"]["cumulative_cash"]["week"] == Json({0, 155}));
  CHECK(json["weekly"]["cumulative_cash"]["p50"] == Json({2.5, 2.5}));
  CHECK(json["team_load"][0]["team"] == "ot");
  CHECK(json["sites"].size() == 2);
  CHECK(json["sites"][0]["label"] == "Ulm");
  CHECK(json["items"][1]["name"] == "site-2/survey");
  CHECK(keys(json["items"][1]["wait_weeks"]) ==
        std::vector<std::string>{"wave", "gate", "predecessor", "funds", "team", "approval"});
}

TEST_CASE("results json: what holds or not is a share of trials, and a promise needs a pilot") {
  SampleRun run = sample_run(2);
  Json metrics = Json::parse(results_json(run.view()))["metrics"];
  CHECK(keys(metrics["scaled"]) == std::vector<std::string>{"unit", "mean", "se", "interval95"});
  CHECK(metrics["scaled"]["interval95"]["mean"][0].get<double>() < 0.5);
  CHECK(metrics["scaled"]["interval95"]["mean"][1].get<double>() > 0.5);
  CHECK(metrics["scaled"]["mean"] == 0.5);
  CHECK(metrics["sustained"]["mean"] == 0.25);
  CHECK(metrics["redesign_needed"]["mean"] == 0.75);
  CHECK_FALSE(metrics.contains("promised_value_per_year"));
  run.programme.scenario.pilot.present = true;
  const Json json = Json::parse(results_json(run.view()));
  CHECK(json["metrics"]["promised_value_per_year"]["mean"] == 8.5e6);
  CHECK(json["redesign_first"][2]["cause"] == "team");
  CHECK(json["redesign_first"][2]["id"] == "ot");
  CHECK(json["redesign_first"][2]["share"] == 0.5);
  CHECK(json["team_queue"][0]["unit"] == "person-weeks");
}

TEST_CASE("results json: user groups of one id are one entry wherever they are") {
  SampleRun run = sample_run(2);
  CHECK(Json::parse(results_json(run.view()))["groups"] == Json::array());
  add_user_groups(run);
  const Json groups = Json::parse(results_json(run.view()))["groups"];
  REQUIRE(groups.size() == 2);
  CHECK(groups[0]["id"] == "operators");
  CHECK(groups[0]["label"] == "Operators");
  CHECK(groups[0]["sites"] == 2);
  CHECK(groups[1]["label"] == "planners");
  CHECK(groups[1]["sites"] == 1);
  const Json& regular = groups[0]["weekly"]["regular_share"];
  CHECK(regular["unit"] == "share");
  CHECK(regular["week"] == Json({0, 155}));
  CHECK(regular["mean"][1].get<double>() == doctest::Approx(0.25));
  CHECK(regular["p50"].size() == 2);
}

TEST_CASE("results json: files are named without their folders") {
  const std::string text = results_json(sample_run(1).view());
  CHECK(Json::parse(text)["scenario"]["files"] == Json({"ten-sites.toml", "base.toml"}));
  CHECK(text.find("plans/") == std::string::npos);
}

TEST_CASE("results json: mean and error are over the trials with a value and quantiles are null when never") {
  const Json json = Json::parse(results_json(sample_run(1).view()));
  const Json& payback = json["metrics"]["payback_week"];
  CHECK(payback["mean"] == 80);
  CHECK(payback["never"] == 0.25);
  CHECK(payback["p50"] == 90);
  CHECK(payback["p90"].is_null());
}

TEST_CASE("results json: a plan that never pays") {
  SampleRun run = sample_run(1);
  run.metric(Output::payback_week) = summary_of({kNever, kNever});
  const Json payback = Json::parse(results_json(run.view()))["metrics"]["payback_week"];
  for (const char* name : {"mean", "se", "sd", "min", "max", "p05", "p50", "p95"}) {
    CAPTURE(name);
    CHECK(payback[name].is_null());
  }
  CHECK(payback["never"] == 1);
}

TEST_CASE("results json: no sites and one trial") {
  SampleRun run = sample_run(0);
  run.results.trials = 1;
  for (int m = 0; m < kMetrics; ++m) run.results.metrics[m] = summary_of({5});
  const Json json = Json::parse(results_json(run.view()));
  CHECK(json["sites"] == Json::array());
  CHECK(json["items"] == Json::array());
  CHECK(json["inputs"] == Json::array());
  CHECK(json["metrics"]["npv"]["se"] == 0);
  CHECK(json["quantile_method"] == "binned");
}

TEST_CASE("results json: what is no number is null") {
  SampleRun run = sample_run(1);
  run.metric(Output::npv).sd = std::numeric_limits<double>::quiet_NaN();
  run.metric(Output::npv).max = std::numeric_limits<double>::infinity();
  const Json json = Json::parse(results_json(run.view()));
  CHECK(json["metrics"]["npv"]["sd"].is_null());
  CHECK(json["metrics"]["npv"]["max"].is_null());
  CHECK(json_number(-0.0).dump() == "0.0");
  CHECK(json_number(0.1 + 0.2).dump() == "0.3");
}

TEST_CASE("results json: the largest seed and odd labels survive") {
  SampleRun run = sample_run(1);
  run.results.seed = std::numeric_limits<std::uint64_t>::max();
  run.programme.scenario.programme.label = "\"Ten\" \\ sites \xff é";
  const Json json = Json::parse(results_json(run.view()));
  CHECK(json["seed"] == std::numeric_limits<std::uint64_t>::max());
  CHECK(json["scenario"]["label"].get<std::string>().starts_with("\"Ten\" \\ sites "));
}

TEST_CASE("json text: arrays of plain values stand on one line") {
  Json json;
  json["a"] = {1, nullptr, "x"};
  json["b"]["c"] = Json::array({Json({{"d", 1}}), Json::array()});
  json["e"] = Json::object();
  CHECK(json_text(json) ==
        "{\n  \"a\": [1, null, \"x\"],\n  \"b\": {\n    \"c\": [\n      {\n        \"d\": 1\n      },\n      []\n    "
        "]\n  },\n"
        "  \"e\": {}\n}\n");
}

TEST_CASE("comparison json: paired metrics under stable names") {
  SampleRun base = sample_run(1);
  base.programme.scenario.id = "one-site";
  const SampleRun other = sample_run(10);
  const std::vector<PairResult> pairs = {some_pair()};
  const Json json = Json::parse(comparison_json({{base.view(), other.view()}, pairs}));
  CHECK(json["schema"] == "headrace-comparison");
  CHECK(json["scenarios"].size() == 2);
  CHECK(json["scenarios"][0]["metrics"]["npv"]["mean"] == 2e6);
  REQUIRE(json["pairs"].size() == 1);
  CHECK(json["pairs"][0]["base"] == "one-site");
  CHECK(json["pairs"][0]["other"] == "ten-sites");
  for (const char* name : metric_names) {
    CAPTURE(name);
    const Json& metric = json["pairs"][0]["metrics"][name];
    for (const char* figure : {"mean", "se", "p10", "p50", "p90", "p_better", "p_worse", "never"}) {
      CHECK(metric.contains(figure));
    }
    CHECK(metric["p90"].is_null());
  }
  CHECK(json["pairs"][0]["metrics"]["npv"]["p_better"] == 0.5);
  CHECK(json["pairs"][0]["metrics"]["payback_week"]["unit"] == "weeks");
}

}  // namespace headrace::test
