// Steps of a presentation: what they change is checked where it is written.
#include <doctest/doctest.h>

#include "model/read/read_scenario.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

/// About a step whose changes these are, on the second line added.
std::string about_step(const std::string& set) { return about_added("[views.board]\nset = [" + set + "]\n"); }

}  // namespace

TEST_CASE("views: changes that can be shown are taken") {
  const Scenario scenario = scenario_of(valid_text +
                                        "[views.board]\nview = \"return\"\n"
                                        "set = [\"teams.ot.people=9\", \"sites.ulm.items.survey.team=ot\","
                                        " \"survey/effort_person_weeks={ p10 = 1, p50 = 2, p90 = 4 }\"]\n");
  REQUIRE(scenario.views.size() == 1);
  CHECK(scenario.views[0].set.size() == 3);
  // They are for showing: the plan is as it was.
  CHECK(mean(by_id(scenario.teams, "ot").people.distribution) == 3);
}

TEST_CASE("views: a change that leads nowhere is told with its place and the nearest name") {
  CHECK(about_step("\"teams.ot.people=9\", \"teams.ott.people=9\"") ==
        "2:29: error: in step 'board': cannot set 'teams.ott.people' (there is no 'ott' in 'teams'). "
        "Did you mean 'ot'?");
  CHECK(about_step("\"teams.ot.people\"").starts_with("2:8: error: in step 'board': 'teams.ot.people' sets nothing"));
}

TEST_CASE("views: a value of the wrong kind or out of range is told with its place") {
  CHECK(about_step("\"teams.ot.people=-1\"").starts_with("2:8: error: in step 'board': "));
  CHECK(about_step("\"teams.ot.people=[1\"").starts_with("2:8: error: in step 'board': "));
  CHECK(about_step("\"teams.ot.people=many\"").starts_with("2:8: error: in step 'board': "));
}

TEST_CASE("views: a step of the base is told of in the base, and what is set besides does not matter") {
  const TemporaryFolder folder;
  const auto base = folder.write("base.toml", valid_text + "[views.board]\nset = [\"teams.no.people=1\"]\n");
  const auto variant = folder.write("more.toml", "base = \"base.toml\"\n[teams.ot]\npeople = 4\n");
  const auto read = read_scenario(variant);
  CHECK_FALSE(read.scenario);
  const auto found = read.diagnostics.sorted();
  REQUIRE(found.size() == 1);
  CHECK(found[0].where.file == base.string());
  CHECK(found[0].where.line == valid_lines + 2);

  // One value of the step alone is wrong for the plan, not for the step.
  const std::string good = valid_text + "[views.board]\nset = [\"teams.ot.people=9\"]\n";
  CHECK(messages(good, {"teams.ot.people=-1"}).size() == 1);
  CHECK(message(good, {"teams.ot.people=-1"}).find("step") == std::string::npos);
}

}  // namespace headrace::test
