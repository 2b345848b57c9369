// Plans that can never go: an error where nothing can, a warning where a part cannot, in the words of a crew that is
// larger than its team.
#include <doctest/doctest.h>

#include <string>

#include "tests/support/small_plan.hpp"

namespace headrace::test {
namespace {

bool has(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

std::string told(const std::string& old_text, const std::string& new_text, const std::string& added = {}) {
  return told_of({{"s.toml", small_plan_with(old_text, new_text) + added}});
}

/// Work of a team of its own that only site beta's use of `extra` waits for: a part of the plan.
const std::string part =
    "[teams.extra]\npeople = 1\ncost_per_person_week = 1\n"
    "[sites.beta.items.polish]\nteam = \"extra\"\neffort_person_weeks = 1\n"
    "[use_cases.shine]\nneeds = [\"polish\"]\nassets = [\"ovens\"]\nvalue_per_asset_week = 1\n";

std::string part_with(const std::string& old_text, const std::string& new_text) {
  std::string text = small_plan_without_sites + "[sites.alpha]\n" + part;
  return text.replace(text.find(old_text), old_text.size(), new_text);
}

}  // namespace

TEST_CASE("never: the small plan and its part can") {
  CHECK(told_of({{"s.toml", small_plan}}) == "");
  CHECK(told_of({{"s.toml", part_with("people = 1", "people = 1")}}) == "");
}

TEST_CASE("never: a team of nobody with work") {
  CHECK(
      told("people = 2", "people = 0") ==
      "s.toml:4:10: error: team 'crew' has work and nobody to do it (it has 0 people and hires nobody, so 'connect', "
      "'link', 'survey' and the upkeep of 'feed' would wait for ever). Give it people, or the work to another team.\n");
  CHECK(has(told("people = 2", "people = 0\nhires = [{ week = 120, people = 3 }]"),
            "nobody joins it within the 104 weeks"));
  CHECK(
      has(told("people = 2", "people = { over_time = [[0, 0], [110, 0], [120, 5]] }"), "error: team 'crew' has work"));
  CHECK(has(told("people = 2", "people = { values = [0, 0] }"), "error: team 'crew' has work"));
  CHECK(has(told("people = 2", "people = 2\nattrition_per_week = 0.5\nramp_up_weeks = 4"),
            "its people leave before they have learnt the work"));
  CHECK(has(told("people = 2", "people = 0\nkind = \"review_board\""),
            "error: review board 'crew' has work and no capacity"));
  // A part of the plan.
  CHECK(has(told_of({{"s.toml", part_with("people = 1", "people = 0")}}), "warning: team 'extra' has work and nobody"));
  CHECK(has(
      told("maintained_by = \"crew\"", "maintained_by = \"night\"",
           "[teams.night]\npeople = 0\ncost_per_person_week = 1\n"),
      "warning: team 'night' has work and nobody to do it (it has 0 people and hires nobody, so the upkeep of 'feed'"));
}

TEST_CASE("never: a team that somebody joins or may join can") {
  CHECK(told("people = 2", "people = 0\nhires = [{ week = 20, people = 2 }]") == "");
  CHECK(told("people = 2", "people = { over_time = [[0, 0], [10, 2]] }") == "");
  CHECK(told("people = 2", "people = { low = 0, mode = 2, high = 3 }") == "");
  CHECK(told("people = 2", "people = 2",
             "[teams.desk]\npeople = 0\ncost_per_person_week = 9\ncharge = \"standing\"\n") == "");
  // Nobody in most futures.
  CHECK(has(told("people = 2", "people = { probability = 0.3, value = 2 }"),
            "warning: team 'crew' has work and nobody to do it (in the middle of what is expected it has 0 people"));
}

TEST_CASE("never: crews that do not come together") {
  const std::string move = "[sites.alpha.items.move]\nduration_weeks = 1\nafter = [\"link\"]\ncost = 1\n";
  CHECK(has(told_with(move + "crew = { crew = 3 }\n"), "(the team has 2 and hires nobody, so it would wait for ever)"));
  CHECK(has(told_with(move + "crew = { crew = { low = 3, high = 5 } }\n"), "error: item 'move' wants 3 people"));
  CHECK(has(told_with(move + "crew = { crew = { low = 1, high = 5 } }\n"),
            "warning: item 'move' wants 3 people of team 'crew' (in the middle of what is expected the team has 2"));
  CHECK(told_with(move + "crew = { crew = { low = 1, high = 2 } }\n") == "");
  // Two in post of whom some are always away are never two at work.
  CHECK(has(told("people = 2", "people = 2\nattrition_per_week = 0.003", move + "crew = { crew = 2 }\n"),
            "(the team has 1.942 at work, since some are always away, and hires nobody, so it would wait for ever)"));
  CHECK(has(told("people = 2", "people = 2\nhires = [{ week = 9, people = 2 }]", move + "crew = { crew = 5 }\n"),
            "(the team has 4 at most, with all who join it, so it would wait for ever)"));
  CHECK(told("people = 2", "people = 2\nhires = [{ week = 9, people = 2 }]", move + "crew = { crew = 4 }\n") == "");
  CHECK(has(told("effort_person_weeks = 6", "effort_person_weeks = 6, crew_min = 4"),
            "error: item 'link' does not start with fewer than 4 people (team 'crew' has 2 and hires nobody"));
}

TEST_CASE("never: all weeks frozen") {
  CHECK(
      told("horizon_weeks = 104", "horizon_weeks = 104\nfreeze_weeks = [[0, 104]]") ==
      "s.toml:3:17: error: no work can ever start (every week of the horizon of 104 weeks is frozen, so all would wait "
      "for ever). Leave weeks free in which work may start.\n");
  CHECK(
      has(told("horizon_weeks = 104", "horizon_weeks = 104\nfreeze_weeks = [[0, 50], [40, 300]]"), "no work can ever"));
  CHECK(told("horizon_weeks = 104", "horizon_weeks = 104\nfreeze_weeks = [[0, 50], [60, 104]]") == "");
  CHECK(has(
      told("horizon_weeks = 104", "horizon_weeks = 104\nfreeze_weeks = [[60, 104]]",
           "items.polish = { team = \"crew\", effort_person_weeks = 1, cost = 1, not_before_week = 70 }\n"),
      "warning: item 'polish' can never start (every week from its first on is frozen, so it would wait for ever)"));
}

TEST_CASE("never: a gate that waits for what it holds back") {
  CHECK(told_with("[gates.scale]\nweek = 24\nopens_wave = 1\nmin_adoption = 0.2\n") ==
        "s.toml:28:8: error: gate 'scale' can never pass (it asks for min_adoption, and no site is in a wave before 1, "
        "so "
        "wave 1 and later would wait for ever). Correct opens_wave, or let it ask for something else.\n");
  for (const std::string test : {"min_trust", "min_value_share"}) {
    CHECK(has(told_with("[trust]\n[gates.scale]\nopens_wave = 1\n" + test + " = 0.2\n"),
              "error: gate 'scale' can never"));
  }
  // What wave 1 uses needs work of wave 2.
  const std::string across =
      "wave = 2\n[items.platform]\nteam = \"crew\"\neffort_person_weeks = 1\nwave = 2\n"
      "[gates.scale]\nweek = 40\nmin_adoption = 0.2\n";
  CHECK(has(told("needs = [\"feed\"]", "needs = [\"feed\", \"platform\"]", across),
            "error: gate 'scale' can never pass (it asks for min_adoption, and there is none of it before the gate is "
            "open, so wave 2 and later would wait for ever)"));
  CHECK(has(told("needs = [\"link\"]", "needs = [\"link\", \"beta/survey\"]",
                 "wave = 2\n[gates.scale]\nweek = 40\nmin_value_share = 0.01\n"),
            "error: gate 'scale' can never pass (it asks for min_value_share, and there is none of it"));
}

TEST_CASE("never: two gates that wait for each other") {
  const std::string waves =
      "wave = 2\n[sites.gamma]\nwave = 3\n"
      "[items.platform]\nteam = \"crew\"\neffort_person_weeks = 1\nwave = 3\n"
      "[gates.second]\nweek = 30\nopens_wave = 2\nmin_value_share = 0.01\n"
      "[gates.third]\nweek = 50\nopens_wave = 3\nmin_value_share = 0.01\n";
  const std::string said = told("needs = [\"feed\"]", "needs = [\"feed\", \"platform\"]", waves);
  CHECK(has(said, "error: gate 'second' can never pass"));
  CHECK(has(said, "error: gate 'third' can never pass"));
}

TEST_CASE("never: a gate whose last test comes too early") {
  const std::string gate = "wave = 2\n[gates.scale]\nmin_adoption = 0.1\nretest_weeks = 2\ntries = 3\n";
  CHECK(
      has(told("effort_person_weeks = 6", "effort_person_weeks = 60", gate + "week = 4\n"),
          "warning: gate 'scale' can never pass (its last test is in week 8, and what it asks for is not there before "
          "week 31"));
  CHECK(told("effort_person_weeks = 6", "effort_person_weeks = 60", gate + "week = 60\n") == "");
}

TEST_CASE("never: gates that can pass") {
  CHECK(told_with("wave = 2\n[gates.scale]\nweek = 40\nmin_adoption = 0.2\nmin_trust = 0.1\nmin_value_share = 0.01\n"
                  "min_data_access = 0.5\n") == "");
  CHECK(told_with("[gates.scale]\nweek = 24\nopens_wave = 1\nmax_cost = 100\n") == "");
  CHECK(told_with("[gates.scale]\nweek = 24\nopens_wave = 1\nmin_data_access = 0.5\n") == "");
  CHECK(told_with("[gates.scale]\nweek = 24\nopens_wave = 1\n") == "");
}

TEST_CASE("never: waves without a site and starts without a wave") {
  CHECK(told_with("wave = 7\n") ==
        "s.toml:28:8: warning: no site and no item is in waves 2 to 6 (site 'beta' is in wave 7). Number the waves 1, "
        "2, 3 "
        "....\n");
  CHECK(has(told_with("wave = 3\n"), "no site and no item is in wave 2 (site 'beta' is in wave 3)"));
  CHECK(told_with("wave = 3\n[items.platform]\nwait_weeks = 1\ncost = 1\nwave = 2\n") == "");
  CHECK(told_with("wave = 3\n[sites.gamma]\nwave = 2\nenabled = false\n") == "");
  CHECK(has(told("horizon_weeks = 104", "horizon_weeks = 104\nwave_start_weeks = [0, 10]"),
            "s.toml:3:24: warning: no site and no item is in wave 2 (wave_start_weeks gives the start of 2 waves)"));
}

TEST_CASE("never: weeks at or after the end") {
  CHECK(has(
      told("permit = { ", "permit = { not_before_week = 104, "),
      "warning: 'not_before_week' of items.permit is week 104, at or after the end (the horizon is 104 weeks, so it "
      "would wait for ever). Make it earlier or lengthen horizon_weeks."));
  // The permit is awaited at a site's beginning of all: nothing can go without it here.
  CHECK(has(told("link = { team", "link = { not_before_week = 200, team"), "error: nothing can go live"));
  CHECK(has(told("people = 2", "people = 2\nhires = [{ week = 104, people = 1 }]"),
            "'week' of a hire of team 'crew' is week 104"));
  CHECK(has(told_with("[hubs.central]\nhours_per_week = 5\nstart_week = 300\n"),
            "'start_week' of hubs.central is week 300"));
  CHECK(has(told_with("[gates.scale]\nopens_wave = 1\nweek = 105\n"), "'week' of gates.scale is week 105"));
  CHECK(
      has(told("wage_per_hour = 40", "wage_per_hour = 40\nshowcase_weeks = [110, 120]"), "'showcase_weeks' of groups"));
  CHECK(told("wage_per_hour = 40", "wage_per_hour = 40\nshowcase_weeks = [90, 120]") == "");
  CHECK(told("permit = { ", "permit = { not_before_week = { low = 40, high = 140 }, ") == "");
  CHECK(has(told("permit = { ", "permit = { not_before_week = { low = 90, high = 140 }, "),
            "'not_before_week' of items.permit is week 115 in the middle of what is expected, at or after the end"));
  CHECK(has(told("horizon_weeks = 104", "horizon_weeks = 104\nwave_start_weeks = [{ low = 110, high = 120 }]"),
            "warning: a wave starts in week 110, at or after the end"));
  CHECK(has(told("horizon_weeks = 104", "horizon_weeks = 104\nwave_start_weeks = [{ low = 90, high = 140 }]"),
            "warning: a wave starts in week 115 in the middle of what is expected, at or after the end"));
}

TEST_CASE("never: more work than the horizon holds") {
  CHECK(has(told("effort_person_weeks = 6", "effort_person_weeks = 600"), "error: nothing can go live"));
  CHECK(has(
      told_of({{"s.toml", part_with("effort_person_weeks = 1\n", "effort_person_weeks = 300\n")}}),
      "warning: use case 'shine' cannot be live at 'beta' before the end (at best it is in week 300, and the horizon "
      "is 104 weeks)"));
  CHECK(told("effort_person_weeks = 6", "effort_person_weeks = { low = 100, high = 900 }") == "");
  CHECK(has(told("permit = { wait_weeks = { p10 = 2, p50 = 4, p90 = 12 } }", "permit = { wait_weeks = 300 }"),
            "warning: item 'permit' cannot be done before the end (at best it is in week 300, and the horizon is 104"));
}

TEST_CASE("never: work that no envelope can pay") {
  const std::string build = "[funding.build]\namount = 1000\n";
  CHECK(has(told_with(build),
            "error: item 'survey' can never be paid (no envelope that pays for it holds enough while it "
            "is open, so it would wait for ever)"));
  CHECK(told_with("[funding.build]\namount = 1000000\n") == "");
  CHECK(has(told_with("[funding.build]\namount = 1000000\n[items.platform]\nwait_weeks = 1\ncost = 2000000\n"),
            "s.toml:32:8: warning: item 'platform' can never be paid"));
}

TEST_CASE("never: nobody and nothing there") {
  CHECK(has(told("count = 6", "count = 0"),
            "warning: 'count' of asset class 'ovens' is 0 (so there are none at any site)"));
  CHECK(told_with("[sites.gamma.assets.ovens]\ncount = 0\n") == "");
  CHECK(has(told("connected_share = 0.2\nneeds = [\"connect\"]\n", "connected_share_after = 1\n"),
            "'connected_share' of asset class 'ovens' is 0 (and no work connects them"));
  CHECK(has(told("headcount = 20", "headcount = 20\nlicensed_share = 0"),
            "warning: 'licensed_share' of group 'makers' is 0 (so nobody in it would ever have access)"));
  CHECK(has(told("headcount = 20", "headcount = 20\nadoptable_share = 0"), "'adoptable_share' of group 'makers' is 0"));
  CHECK(has(told("headcount = 20", "headcount = 0"), "'headcount' of group 'makers' is 0"));
  CHECK(has(told_with("[sites.gamma]\ntemplate = \"none\"\n"), "site 'gamma' has no people, no assets and no work"));
  CHECK(has(told_with("[hubs.central]\nhours_per_week = 0\n"),
            "warning: hub 'central' has no hours (so it helps nobody)"));
  CHECK(told_with("[hubs.central]\nhours_per_week = 1\n") == "");
}

}  // namespace headrace::test
