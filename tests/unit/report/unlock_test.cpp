#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "report/tables/unlock_tables.hpp"
#include "report/words/text_table.hpp"
#include "tests/support/scenario_text.hpp"

// Words and files of what relaxing limits is worth.
namespace headrace::test {
namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Relief sample_relief(double npv, double cost) {
  Relief relief;
  relief.npv = {1000, npv, 20'000};
  relief.last_go_live_weeks = {900, -3.5, 0.1};
  relief.p_payback = {1000, 0.05, 0.01};
  relief.p_sustained = {1000, 0, 0};
  relief.pv_cost = {1000, cost, 1'000};
  relief.p_better = 0.83;
  relief.p_worse = 0.17;
  if (cost > 0) relief.gain = npv / cost;
  return relief;
}

UnlockStudy sample_study() {
  UnlockStudy study{1000, 3, -2e6, 5e6, {}, {}};
  const Limit team{"team/ot", LimitKind::team, "ot", LimitUnit::person, 1};
  const Limit links{"links", LimitKind::links, "", LimitUnit::all, 1};
  study.unlocks.push_back({team, 50'000, sample_relief(1'200'000, 300'000), sample_relief(2'000'000, 0)});
  study.unlocks.push_back({links, 0, sample_relief(-90'000, -10'000), std::nullopt});
  study.pairs.push_back({0, 1, {1000, 1'500'000, 30'000}, {1000, 390'000, 20'000}, true});
  return study;
}

}  // namespace

TEST_CASE("report unlock: the table tells the step, its worth, its return and what helps together") {
  const std::string text = unlock_text(scenario_of(valid_text), sample_study());
  CHECK(contains(text, "People of ot"));
  CHECK(contains(text, "1 more person"));
  CHECK(contains(text, "+1.20m"));
  CHECK(contains(text, "±0.04m"));
  CHECK(contains(text, "-3.5"));
  CHECK(contains(text, "4.0"));
  CHECK(contains(text, "+2.00m"));
  CHECK(contains(text, "all standard"));
  CHECK(contains(text, "1.50m together, 0.39m more than one by one"));
  CHECK(contains(text, "; they only"));
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = text.find('\n', from);
    CHECK(display_width(text.substr(from, end - from)) <= kScreenColumns);
    from = end + 1;
  }
}

TEST_CASE("report unlock: no name is cut") {
  Scenario scenario = scenario_of(valid_text);
  for (Team& team : scenario.teams) team.label = "Plant automation and controls engineers of the north";
  const std::string text = unlock_text(scenario, sample_study());
  CHECK(contains(text, "\nPeople of Plant           "));
  CHECK(contains(text, "\n  automation and controls\n  engineers of the north\n"));
  CHECK_FALSE(contains(text, "…"));
}

TEST_CASE("report unlock: a plan without limits says so") {
  CHECK(contains(unlock_text(scenario_of(valid_text), {1000, 3, 0, 0, {}, {}}), "Nothing limits it."));
}

TEST_CASE("report unlock: files hold every number and null where there is none") {
  const auto json = nlohmann::json::parse(unlock_json(scenario_of(valid_text), sample_study()));
  CHECK(json["schema"] == "headrace-unlock");
  const auto& first = json["unlocks"][0];
  CHECK(first["limit"] == "team/ot");
  CHECK(first["step"] == 1);
  CHECK(first["unit"] == "person");
  CHECK(first["npv"] == 1'200'000);
  CHECK(first["se"] == 20'000);
  CHECK(first["cost"] == 300'000);
  CHECK(first["price"] == 50'000);
  CHECK(first["by_a_step"]["return"] == 4);
  CHECK(first["no_limit"]["return"].is_null());
  CHECK(json["unlocks"][1]["no_limit"].is_null());
  CHECK(json["pairs"][0]["limits"][1] == "links");
  CHECK(json["pairs"][0]["only_together"] == true);
  CHECK(json["pairs"][0]["beyond"]["mean"] == 390'000);

  const std::string csv = unlock_csv(scenario_of(valid_text), sample_study());
  CHECK(csv.starts_with("limit,words,kind,step,unit,currency,price,npv_trials,"));
  CHECK(contains(csv, "\nteam/ot,People of ot,team,1,person,USD,50000,1000,1200000,20000,"));
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 3);
}

}  // namespace headrace::test
