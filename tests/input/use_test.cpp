// What use is worth: numbers that do not fit together.
#include <doctest/doctest.h>

#include <string>

#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

const std::string none = "0 messages:";

}  // namespace

TEST_CASE("use: a least crew must be possible") {
  const std::string item =
      "[teams.it]\npeople = 3\ncost_per_person_week = 1\n[items.plan]\nteam = \"it\"\n"
      "effort_person_weeks = 1\n";
  CHECK(about_added(item + "crew_min = 2\ncrew_max = 1\n") ==
        "7:12: error: item 'plan' does not start with fewer than 2 people (it takes 1 at most). Make crew_min smaller "
        "or crew_max larger.");
  CHECK(about_added(item + "crew_min = 4\n") ==
        "7:12: error: item 'plan' does not start with fewer than 4 people (team 'it' has 3 and hires nobody, so it "
        "would wait for ever). Make crew_min smaller or the team larger.");
  CHECK(about_added(item + "crew_min = 3\n") == none);
  CHECK(about_added(item + "crew_min = { low = 2, high = 4 }\n") == none);
  CHECK(about_added(item + "crew_min = { low = 2, high = 5 }\n") ==
        "7:12: warning: item 'plan' does not start with fewer than 3.5 people (in the middle of what is expected team "
        "'it' has 3 and hires nobody, so it would wait for ever). Make crew_min smaller or the team larger.");
}

TEST_CASE("use: ideas that take work need a team that is there") {
  CHECK(about_added("[ideas]\neffort_per_idea_person_weeks = 2\n") ==
        "2:32: error: ideas take work but no team does it (who builds them decides when they go live). Add team = "
        "\"...\".");
  CHECK(about_added("[ideas]\neffort_per_idea_person_weeks = 2\nteam = \"otx\"\n") ==
        "3:8: error: 'team' of ideas names unknown 'otx' (it must be one of the teams). Did you mean 'ot'?");
  CHECK(about_added("[ideas]\neffort_per_idea_person_weeks = 2\nteam = \"ot\"\n") == none);
  CHECK(about_added("[ideas]\n") == none);
}

TEST_CASE("use: hours lost learning need a wage and shares stay shares") {
  const std::string use_case = "[use_cases.more]\nassets = [\"presses\"]\nvalue_per_asset_week = 1\n";
  CHECK(about_added("[sites.ulm.groups.planners]\nheadcount = 3\n" + use_case + "dip_hours_per_user_week = 2\n")
            .find("group 'planners' has no wage (use case 'more' values the hours it costs)") != std::string::npos);
  CHECK(about_added("[sites.ulm.groups.planners]\nheadcount = 3\n" + use_case + "dip_hours_per_user_week = 0\n") ==
        none);
  CHECK(about_added(use_case + "delay_cost_per_year = 1\n").find("between 0 and 0.99") != std::string::npos);
  CHECK(about_added(use_case + "delegated_share = 0.5\n").find("delegated_share") != std::string::npos);
}

}  // namespace headrace::test
