// `--set path=value`.
#include <doctest/doctest.h>

#include <string>

#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

/// The only message about one override of the valid scenario.
std::string about(const std::string& override_text) { return message(valid_text, {override_text}); }

Scenario with(const std::vector<std::string>& overrides) { return scenario_of(valid_text, overrides); }

}  // namespace

TEST_CASE("override: by the path of the document") {
  CHECK(with({"teams.ot.people=5"}).teams[0].people.distribution == exact(5));
  CHECK(with({"teams/ot/people = { p10 = 2, p50 = 3, p90 = 5 }"}).teams[0].people.distribution.family == Family::jqpd);
  CHECK(with({"programme.horizon_weeks=52"}).programme.horizon_weeks == 52);
  CHECK(with({"money.currency=CHF"}).money.currency == "CHF");
  CHECK(with({"money.currency=\"CHF\""}).money.currency == "CHF");
  CHECK(with({"programme.start_date=2026-01-05"}).programme.start_date == "2026-01-05");
  CHECK(with({"teams.ot.people=5", "teams.ot.people=6"}).teams[0].people.distribution == exact(6));
  CHECK(with({"adoption.turnover_per_week=0.01"}).adoption.present);
}

TEST_CASE("override: by name") {
  CHECK(with({"ot/people=5"}).teams[0].people.distribution == exact(5));
  CHECK(with({"warning/value_per_asset_week=7"}).use_cases[0].value_per_asset_week.distribution == exact(7));
  CHECK(with({"ulm/size=2"}).sites[0].size.distribution == exact(2));
  const WorkItem at_site = by_id(with({"ulm/survey/effort_person_weeks=9"}).sites[0].items, "survey");
  CHECK(at_site.effort_person_weeks.distribution == exact(9));
  CHECK_FALSE(at_site.effort_person_weeks.from_template);
  CHECK(at_site.effort_person_weeks.where == Location{"--set", 1, 1 + 31});
  const WorkItem in_template = by_id(with({"survey/effort_person_weeks=9"}).sites[0].items, "survey");
  CHECK(in_template.effort_person_weeks.distribution == exact(9));
  CHECK(in_template.effort_person_weeks.from_template);
  CHECK(by_id(with({"sites.ulm.items.survey.effort_person_weeks=9"}).sites[0].items, "survey").team == "ot");
  CHECK(by_id(with({"plant.items.survey.effort_person_weeks=9"}).sites[0].items, "survey")
            .effort_person_weeks.from_template);
}

TEST_CASE("override: anything may be switched off and lists may be set") {
  CHECK(with({"ulm/permit/enabled=false"}).sites[0].items.size() == 2);
  CHECK(with({"permit/enabled=false"}).sites[0].items.size() == 2);
  CHECK(with({"ulm/connect/after=[\"permit\"]"}).sites[0].items[0].after[0].on == "permit");
  CHECK(with({"ot/hires=[{ week = 3, people = 1 }]"}).teams[0].hires.size() == 1);
}

TEST_CASE("override: one parameter of an uncertain number") {
  const std::string uncertain =
      valid_text + "[templates.plant.items.audit]\nwait_weeks = { p10 = 1, p50 = 2, p90 = 4 }\n";
  const Scenario s = scenario_of(uncertain + "[sites.graz]\n", {"ulm/audit/wait_weeks/p50=3"});
  const Quantity& at_ulm = by_id(by_id(s.sites, "ulm").items, "audit").wait_weeks;
  CHECK(at_ulm.distribution.b == 3);
  CHECK(at_ulm.distribution.c == 4);
  CHECK_FALSE(at_ulm.from_template);
  CHECK(by_id(by_id(s.sites, "graz").items, "audit").wait_weeks.distribution.b == 2);
  CHECK(by_id(scenario_of(uncertain, {"audit/wait_weeks/p50=3"}).sites[0].items, "audit").wait_weeks.from_template);
  CHECK(about("ot/people/p50=3") ==
        "--set:1:1: error: cannot set 'ot/people/p50' ('people' is not written as a table in the file). "
        "Set the number as a whole, such as { p10 = 1, p50 = 2, p90 = 4 }.");
}

TEST_CASE("override: a path that leads nowhere names the nearest") {
  CHECK(about("ot/peple=3") ==
        "--set:1:1: error: cannot set 'ot/peple' (there is no 'peple' in 'teams.ot'). Did you mean 'people'?");
  CHECK(about("teams.otx.people=3") ==
        "--set:1:1: error: cannot set 'teams.otx.people' (there is no 'otx' in 'teams'). Did you mean 'ot'?");
  CHECK(about("survy/effort_person_weeks=3") ==
        "--set:1:1: error: cannot set 'survy/effort_person_weeks' (there is no 'survy'). Did you mean 'survey'?");
  CHECK(about("ulm/survy/effort_person_weeks=3").find("there is no 'survy' in 'sites.ulm'") != std::string::npos);
  CHECK(about("ulm/items/survy/effort_person_weeks=3").ends_with("Did you mean 'survey'?"));
  CHECK(about("ulm/survey=3").find("'sites.ulm.items.survey' is no single value") != std::string::npos);
  CHECK(about("teams=3").find("'teams' is no single value") != std::string::npos);
  CHECK(about("correlations.x.rank_correlation=1").ends_with("(there is no 'x' in 'correlations'). It holds none."));
  CHECK(about("=3").starts_with("--set:1:1: error: cannot set ''"));
  CHECK(about("..=3").starts_with("--set:1:1: error: cannot set '..'"));
  CHECK(about("base=other.toml").starts_with("--set:1:1: error: cannot set 'base' (there is no 'base')."));
}

TEST_CASE("override: values that are none and values out of range") {
  CHECK(about("ot/people") ==
        "--set:1:1: error: 'ot/people' sets nothing (it has no '='). Write --set path=value, such as --set "
        "teams.ot.people=3.");
  CHECK(about("ot/people=").starts_with("--set:1:11: error: '' is no value"));
  CHECK(about("ot/people={ p10 = 1").starts_with("--set:1:11: error: '{ p10 = 1' is no value (this is not TOML: "));
  CHECK(about("ot/people=1\nx=2").starts_with("--set:1:11: error: "));
  CHECK(about("ot/people=“3”").find("typographic quote") != std::string::npos);
  CHECK(about("ot/people=-3") ==
        "--set:1:11: error: 'people' of teams.ot is -3 (it must be at least 0). Correct the number.");
  CHECK(about("ot/people={ p10 = 1, p50 = -2, p90 = 3 }")
            .starts_with("--set:1:28: error: p50 of 'people' of teams.ot is -2"));
  CHECK(about("ot/people=many") ==
        "--set:1:11: error: 'many' is no number (it has no digits). Write a number such as 5, 40% or 1.5m.");
  CHECK(about("ot/people=\"3\"").ends_with("Write the number without quotes."));
  CHECK(about("ot/people=true").starts_with("--set:1:11: error: 'people' of teams.ot is true or false"));
  CHECK(messages(valid_text, {"x=1", "ot/people=-3", "y=1"}).size() == 3);
  CHECK(messages(valid_text, {"x=1", "ot/people=-3", "y=1"})[1].starts_with("--set:2:11: error: "));
}

}  // namespace headrace::test
