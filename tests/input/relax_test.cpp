#include <doctest/doctest.h>

#include <string>

#include "model/limits/limits.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {

TEST_CASE("relax: limits are relaxed by steps or fully and the original stays as written") {
  const Scenario s = scenario_of(valid_text +
                                 "[[relax]]\nlimit = \"team/ot\"\nsteps = 2\n[[relax]]\nlimit = \"access/presses\"\n"
                                 "fully = true\n");
  CHECK(s.teams.front().people.distribution == exact(5));
  CHECK(s.sites.front().assets.front().connected_share.distribution == exact(1));
  CHECK(s.relaxations.size() == 2);
  CHECK_FALSE(find_limit(s, "access/presses").has_value());
  CHECK(find_limit(s, "team/ot")->step == 1);
}

TEST_CASE("relax: one step where nothing else is said and half a step where it is") {
  const std::string one = valid_text + "[[relax]]\nlimit = \"team/ot\"\n";
  CHECK(scenario_of(one).teams.front().people.distribution == exact(4));
  CHECK(scenario_of(one + "steps = 0.5\n").teams.front().people.distribution == exact(3.5));
  CHECK(scenario_of(one + "steps = 0\n").teams.front().people.distribution == exact(3));
}

TEST_CASE("relax: unknown limits and values that cannot be are told with their place") {
  CHECK(about_added("[[relax]]\nlimit = \"team/ott\"\n") ==
        "2:9: error: [[relax]] names unknown limit 'team/ott' (this scenario has no such limit, or nothing of it is "
        "left to relax). Did you mean 'team/ot'?");
  CHECK(about_added("[[relax]]\nlimit = \"unheard-of things\"\n").find("Its limits are: team/ot, ") !=
        std::string::npos);
  CHECK(about_added("[[relax]]\nlimit = \"team/ot\"\n[[relax]]\nlimit = \"team/ot\"\n") ==
        "4:9: error: [[relax]] names 'team/ot' twice. Remove one of the two.");
  CHECK(about_added("[[relax]]\nlimit = \"team/ot\"\nsteps = -1\n").starts_with("3:9: error: 'steps' of 'relax'"));
  CHECK(about_added("[[relax]]\nlimit = \"team/ot\"\nstep = 1\n").starts_with("3:1: error: unknown key 'step'"));
  CHECK(about_added("[[relax]]\nsteps = 1\n").find("lacks 'limit'") != std::string::npos);
  CHECK(about_added("[relax]\nlimit = \"team/ot\"\n").find("it must be a list") != std::string::npos);
}

TEST_CASE("relax: prices are kept for the limits they name") {
  const Scenario s = scenario_of(valid_text + "[[price]]\nlimit = \"team/ot\"\nonce = 1000\nper_year = 50000\n");
  REQUIRE(s.prices.size() == 1);
  CHECK(s.prices.front().per_year == 50000);
  CHECK(s.teams.front().people.distribution == exact(3));
  CHECK(about_added("[[price]]\nlimit = \"review\"\n").starts_with("2:9: error: [[price]] names unknown limit"));
  CHECK(about_added("[[price]]\nlimit = \"team/ot\"\nonce = -5\n").starts_with("3:8: error: "));
}

}  // namespace headrace::test
