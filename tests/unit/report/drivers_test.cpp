// What drives a run, in words and in files.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "report/files/driver_files.hpp"
#include "report/tables/driver_tables.hpp"
#include "report/words/driver_words.hpp"
#include "report/words/input_title.hpp"
#include "report/words/text_table.hpp"
#include "tests/support/sample_run.hpp"
#include "tests/support/written_files.hpp"

namespace headrace::test {
namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

InputDriver row(const std::string& name, double r) {
  InputDriver driver;
  driver.name = name;
  driver.inputs = {0};
  for (int o = 0; o < kDrivenOutputs; ++o) {
    driver.rank[o] = r;
    driver.error[o] = 0.01;
  }
  driver.lowest = {100, -1e6, 1e4};
  driver.highest = {100, 2.5e6, 1e4};
  return driver;
}

InputDriver group() {
  InputDriver driver = row("*plant/survey/effort_person_weeks", -0.62);
  driver.inputs = {0, 1};
  driver.sourcing = Sourcing::assumption;
  driver.sites = {row("site-1/survey/effort_person_weeks", -0.5), row("site-2/survey/effort_person_weeks", -0.4)};
  return driver;
}

DriverStudy sample_study() {
  DriverStudy study;
  study.trials = 1000;
  study.seed = 7;
  study.inputs.trials = 1000;
  study.inputs.rows = {group(), row("vision/captured_share", 0.31), row("ot/cost_per_person_week", 0.02)};
  study.inputs.explained[0] = 0.71;
  study.strongest = study.inputs.rows.front();
  study.items.trials = 900;
  study.items.items = {{0, 900, 4.5, 1.25, {0.4, 0.37, 0.43}, 0.52, 0.5, 0.21},
                       {1, 900, 2, 0, {1, 0.99, 1}, {}, {}, 0}};
  study.items.merges = {{1, 3, 900, 2.25, 0.1}};
  Rule rule;
  rule.conditions = {{0, 12.4, {}}, {1, {}, 0.18}};
  rule.checked = {500, 60, {0.61, 0.5, 0.7}, {0.55, 0.42, 0.67}};
  rule.learned = {500, 62, {0.66, 0.5, 0.7}, {0.6, 0.42, 0.67}};
  study.worst = {-2e6, {rule}, {0.61, 0.5, 0.7}};
  EarlyWarning warning;
  warning.series = Watched::regular;
  warning.week = 12;
  warning.threshold = 0.18;
  warning.trials = 480;
  warning.warned = {0.22, 0.2, 0.25};
  warning.all = {0.72, 0.7, 0.74};
  warning.warning = {0.31, 0.27, 0.35};
  warning.rest = {0.84, 0.8, 0.88};
  warning.information = 0.1;
  study.warnings = {warning};
  return study;
}

SampleRun sample() {
  SampleRun run = sample_run(2);
  for (Site& site : run.programme.scenario.sites) {
    site.template_id = "plant";
    site.items.front().label = "Survey the lines";
  }
  return run;
}

}  // namespace

TEST_CASE("report drivers: titles and conditions in words") {
  const SampleRun run = sample();
  CHECK(input_title(run.programme, "*plant/survey/effort") == "Survey the lines: effort");
  CHECK(input_title(run.programme, "*office/survey/effort") == "survey: effort");
  CHECK(input_title(run.programme, "site-1/survey/effort") == "Ulm, Survey the lines: effort");
  CHECK(short_input_title(run.programme, "*plant/survey/effort_person_weeks") == "Survey the lines: effort");
  CHECK(short_input_title(run.programme, "*plant/survey/wait_weeks") == "Survey the lines: wait");
  CHECK(condition_text(run.programme, group(), {0, 12.4, {}}) ==
        "Survey the lines: effort above 12.4 person-weeks on average");
  CHECK(condition_text(run.programme, row("site-1/survey/wait_weeks", 0), {0, 3, 12}) ==
        "Ulm, Survey the lines: wait between 3 and 12 weeks");
  CHECK(condition_text(run.programme, row("vision/captured_share", 0), {0, {}, 0.18}) ==
        "Vision inspection: captured share below 18%");
  CHECK(condition_text(run.programme, row("ot/cost_per_person_week", 0), {0, 2851, {}}) ==
        "OT engineers: cost per person week above USD 2,851");
}

TEST_CASE("report drivers: a risk that strikes has a name and conditions in words") {
  SampleRun run = sample();
  run.programme.scenario.programme.horizon_weeks = 156;
  Risk attack;
  attack.id = "cyber_attack";
  attack.label = "Cyber attack";
  run.programme.scenario.risks = {attack};
  InputDriver strikes = row("cyber_attack/strikes", -0.4);
  strikes.inputs = {};
  strikes.risk = 0;
  const auto words = [&](const RuleCondition& condition) { return condition_text(run.programme, strikes, condition); };
  CHECK(short_input_title(run.programme, strikes.name) == "Cyber attack strikes");
  CHECK(words({0, 100, {}}) == "Cyber attack strikes before week 56");
  CHECK(words({0, 0.2, {}}) == "Cyber attack strikes");
  CHECK(words({0, {}, 100}) == "Cyber attack does not strike before week 56");
  CHECK(words({0, 50, 100}) == "Cyber attack strikes between week 56 and week 106");
  run.programme.scenario.risks[0].rate_per_week.given = true;
  CHECK(words({0, 2.5, {}}) == "Cyber attack strikes more than 2 times");
  CHECK(words({0, {}, 0.5}) == "Cyber attack does not strike");
  CHECK(words({0, {}, 2.5}) == "Cyber attack strikes fewer than 3 times");
}

TEST_CASE("report drivers: early warnings in words") {
  const SampleRun run = sample();
  EarlyWarning warning = sample_study().warnings.front();
  CHECK(
      warning_text(run.programme, warning) ==
      "If regular use is under 18% in week 12, the chance of paying back falls from 72% to 31% (27% to 35%); otherwise "
      "it is 84%. That is so in 22% of futures.");
  warning.series = Watched::cumulative_cash;
  warning.threshold = -1.25e6;
  CHECK(warning_text(run.programme, warning).starts_with("If net cash so far is under USD -1.2m in week 12,"));
  warning.series = Watched::live_sites;
  warning.threshold = 3;
  CHECK(warning_text(run.programme, warning).starts_with("If fewer than 3 sites are live in week 12,"));
  warning.threshold = 1;
  CHECK(warning_text(run.programme, warning).starts_with("If no site is live in week 12,"));
  warning.series = Watched::trust;
  warning.threshold = 0.5;
  CHECK(warning_text(run.programme, warning).starts_with("If trust is under 50% in week 12, the"));
  warning.series = Watched::help;
  warning.threshold = 0.999;
  CHECK(warning_text(run.programme, warning).starts_with("If the help that people get is under 99.9% in week 12, the"));
}

TEST_CASE("report drivers: the text tells what matters most and keeps to the screen") {
  const SampleRun run = sample();
  const std::string text = drivers_text(run.view(), sample_study());
  CHECK(contains(text, "What matters most is Survey"));
  CHECK(contains(text, "It is an"));
  CHECK(contains(text, "-0.62   0.02    -0.62      -0.62   -1.0m     2.5m  assumption"));
  CHECK(contains(text, "Vision inspection: captured share"));
  CHECK_FALSE(contains(text, "cost per person week"));  // within three standard errors of nothing
  CHECK(contains(text, "Together all 3 explain 71%"));
  CHECK(contains(text, "55% of these futures are among the worst (42% to 67%); they are 61% of the worst."));
  CHECK(contains(text, "1,000 futures, seed 7."));
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t end = text.find('\n', from);
    CAPTURE(text.substr(from, end - from));
    CHECK(display_width(text.substr(from, end - from)) <= kScreenColumns);
    from = end + 1;
  }

  const std::string empty = drivers_text(run.view(), DriverStudy{});
  CHECK(contains(empty, "No uncertain number stands out"));
  CHECK(contains(empty, "No future has all sites live."));
  CHECK(contains(empty, "nothing that holds"));
}

TEST_CASE("report drivers: files have a row for each and null where there is no value") {
  const SampleRun run = sample();
  const DriverStudy study = sample_study();
  const auto json = nlohmann::json::parse(drivers_json(run.view(), study));
  CHECK(json["strongest"] == "*plant/survey/effort_person_weeks");
  CHECK(json["inputs"].size() == 3);
  CHECK(json["inputs"][0]["sites"].size() == 2);
  CHECK(json["inputs"][0]["rank_correlation"]["npv"]["r"] == -0.62);
  CHECK(json["inputs"][0]["rank_correlation"]["npv"]["partial"].is_null());
  CHECK(json["explained"]["npv"] == 0.71);
  CHECK(json["explained"]["payback_week"].is_null());
  CHECK(json["items"][0]["criticality"]["value"] == 0.4);
  CHECK(json["items"][1]["cruciality"].is_null());
  CHECK(json["merges"][0]["delay_weeks"]["mean"] == 2.25);
  CHECK(json["worst"]["rules"][0]["conditions"][1]["below"] == 0.18);
  CHECK(json["worst"]["rules"][0]["conditions"][1]["above"].is_null());
  CHECK(json["worst"]["rules"][0]["checked"]["density"]["value"] == 0.55);
  CHECK(json["warnings"][0]["p_payback_warned"]["interval95"][0] == 0.27);
  CHECK(nlohmann::json::parse(drivers_json(run.view(), {}))["strongest"].is_null());

  const auto files = drivers_csv(run.view(), study);
  REQUIRE(files.size() == 5);
  const auto rows = [](const std::string& csv) { return std::count(csv.begin(), csv.end(), '\n') - 1; };
  CHECK(rows(files[0].second) == 5);  // three rows and two sites
  CHECK(contains(files[0].second, "site-1/survey/effort_person_weeks,*plant/survey/effort_person_weeks,"));
  const auto inputs = csv_rows(files[0].second);
  const auto of_first = [&](const char* column) {
    const auto at = std::find(inputs[0].begin(), inputs[0].end(), column);
    REQUIRE(at != inputs[0].end());
    return inputs[1][static_cast<std::size_t>(at - inputs[0].begin())];
  };
  CHECK(of_first("npv_lowest_tenth_mean") == "-1000000");
  CHECK(of_first("npv_highest_tenth_mean") == "2500000");
  CHECK(json["inputs"][0]["npv_at_lowest_tenth"]["mean"] == -1e6);
  CHECK(rows(files[1].second) == 2);
  CHECK(contains(files[1].second, ",900,2,0,1,0.99,1,,,0\n"));
  CHECK(contains(files[2].second, "site-2/survey,Graz: Survey the lines,3,900,2.25,0.1\n"));
  CHECK(contains(files[3].second, ",500,60,0.61,0.55,0.42,0.67,500,62,0.66,0.6,0.42,0.67\n"));
  CHECK(contains(files[4].second, "regular_share,12,below,0.18,480,0.22,0.72,0.31,0.27,0.35,0.84,0.8,0.88,0.1\n"));
}

}  // namespace headrace::test
