#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "report/tables/mechanisms_tables.hpp"
#include "report/tables/validation_tables.hpp"
#include "report/words/version.hpp"
#include "tests/support/sample_run.hpp"

// Words of the studies: signs, intervals, what stands for nothing.
namespace headrace::test {
namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

MechanismStudy sample_study() {
  const auto all = mechanisms();
  MechanismStudy study{1000, 3, {}, {}};
  study.effects.push_back({&all[0], {1000, -1'240'000, 20'000}, {0, 0, 0}, {1000, -0.031, 0.001}, 0.9, 0.1});
  study.effects.push_back({&all[1], {1000, 150'000, 10'000}, {800, 2.5, 0.1}, {1000, 0, 0}, 0.2, 0.7});
  study.effects.push_back({&all[2], {1000, 2'400, 1'000}, {1, 0.5, 0}, {1000, 0, 0}, 0.5, 0.5});
  for (std::size_t k = 3; k < all.size(); ++k) study.absent.push_back(&all[k]);
  return study;
}

const Fact kHolds{"S21", "Many, \"most\" even", "ADO03", FactKind::emergent, nullptr, "supported.toml"};
const Fact kWaits{"S54", "Downtime", "DAT01", FactKind::emergent, nullptr, "needs link failures"};
const Fact kRecord{"S29", "A habit", "TIM02", FactKind::not_modelled, nullptr, "no minutes"};

std::vector<FactResult> sample_facts() {
  return {{&kHolds,
           {{"active", FactUnit::share, {0.811, 0.0011}, 0.75, 0.88},
            {"lift", FactUnit::points, {-0.05, 0.002}, 0.0},
            {"odds", FactUnit::ratio, {2.25, 0.01}, 3, 6},
            {"alone", FactUnit::ratio, {1.5, 0.01}, 0, 0, false}},
           FactStatus::miss},
          {&kRecord, {}, FactStatus::not_computed},
          {&kWaits, {}, FactStatus::not_computed}};
}

}  // namespace

TEST_CASE("report mechanisms: the table shows sign, interval and what is off") {
  const SampleRun run = sample_run(2);
  const std::string text = mechanisms_text(run.programme.scenario, sample_study());
  CHECK(contains(text, "with it minus without it"));
  CHECK(contains(text, "-1.24m  -1.28m to -1.20m          -         -3.1"));
  CHECK(contains(text, "+0.15m  +0.13m to +0.17m       +2.5            0"));
  CHECK(contains(text, "90%"));
  // A small change is told in its own unit, and one future has no interval.
  CHECK(contains(text, "+2,400    +440 to +4,360       +0.5            0"));
  CHECK(contains(text, "Not in this scenario: training, showcases"));
  CHECK(contains(text, "1,000 futures, seed 3"));

  const std::string none = mechanisms_text(run.programme.scenario, {1000, 3, {}, {}});
  CHECK(contains(none, "None is at work."));
}

TEST_CASE("report mechanisms: files have a row for each, empty where there is no value") {
  const SampleRun run = sample_run(2);
  const MechanismStudy study = sample_study();
  const std::string csv = mechanisms_csv(run.programme.scenario, study);
  CHECK(csv.starts_with("mechanism,words,on,currency,npv_trials,npv_change,npv_se,npv_low,npv_high,"));
  CHECK(contains(
      csv, "adoption,people take the tool up in their own time,yes,USD,1000,-1240000,20000,-1279199.28,-1200800.72,"));
  CHECK(contains(csv, ",0,,,,,1000,-0.031,0.001,"));
  CHECK(contains(csv, ",1,0.5,,,,1000,0,0,0,0,0.5,0.5\n"));
  CHECK(contains(csv, "pace,the firm works at its own pace,no,USD,,,,,,,,,,,,,,,,,\n"));

  const auto json = nlohmann::json::parse(mechanisms_json(run.programme.scenario, study));
  CHECK(json["schema"] == "headrace-mechanisms");
  CHECK(json["schema_version"] == 1);
  CHECK(json["headrace_version"] == version());
  CHECK(json["mechanisms"].size() == mechanisms().size());
  CHECK(json["mechanisms"][0]["npv"]["mean"] == -1240000);
  CHECK(json["mechanisms"][0]["last_go_live"]["mean"].is_null());
  CHECK(json["mechanisms"][0]["on"] == true);
  CHECK(json["mechanisms"][2]["last_go_live"]["mean"] == 0.5);
  CHECK(json["mechanisms"][2]["last_go_live"]["se"].is_null());
  CHECK(json["mechanisms"][2]["last_go_live"]["interval95"][0].is_null());
  CHECK(json["mechanisms"][3]["on"] == false);
  CHECK_FALSE(json["mechanisms"][3].contains("npv"));
}

TEST_CASE("report validation: numbers, brackets and verdicts") {
  const std::vector<FactResult> facts = sample_facts();
  const std::string text = validation_text({facts, 2000, 5});
  CHECK(contains(text, "S21 emergent: miss\n"));
  CHECK(contains(text, "75-88%     81.1% ±0.22  inside"));
  CHECK(contains(text, "above 0 points      -5.0 ±0.39  outside"));
  CHECK(contains(text, "3-6     2.25 ±0.020  outside"));
  CHECK(contains(text, "  for the record     1.50 ±0.020\n"));
  CHECK(contains(text, "S29 for the record: not modelled\n"));
  CHECK(contains(text, "S54 emergent: not computed\n    Downtime.\n    (needs link failures)"));
  CHECK(contains(text, "Of 2 emergent facts hold: 0, miss: 1, not computed yet: 1."));
}

TEST_CASE("report validation: files hold a row a number") {
  const std::vector<FactResult> facts = sample_facts();
  const std::string csv = validation_csv({facts, 2000, 5});
  CHECK(contains(csv, "S21,\"Many, \"\"most\"\" even\",ADO03,emergent,miss,active,share,0.75,0.88,0.811,0.0011,yes,"));
  CHECK(contains(csv, "lift,points,0,,-5,0.2,no,"));
  CHECK(contains(csv, "alone,ratio,,,1.5,0.01,,"));
  CHECK(contains(csv, "S54,Downtime,DAT01,emergent,not computed,,,,,,,,needs link failures\n"));
  const auto json = nlohmann::json::parse(validation_json({facts, 2000, 5}));
  CHECK(json["schema"] == "headrace-validation");
  CHECK(json["headrace_version"] == version());
  CHECK(json["facts"][0]["numbers"][1]["bracket"][1].is_null());
  CHECK(json["facts"][0]["numbers"][2]["inside"] == false);
  CHECK(json["facts"][0]["numbers"][3]["bracket"].is_null());
  CHECK(json["facts"][0]["numbers"][3]["inside"].is_null());
  CHECK(json["facts"][0]["numbers"][3]["value"] == 1.5);
  CHECK(json["facts"][1]["status"] == "not modelled");
  CHECK(json["facts"][2]["numbers"].empty());
}

}  // namespace headrace::test
