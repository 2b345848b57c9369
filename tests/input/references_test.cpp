// Names that lead nowhere, names used twice, and entities that do not fit together.
#include <doctest/doctest.h>

#include <string>

#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

const std::string none = "0 messages:";

}  // namespace

TEST_CASE("references: teams, crews and those who maintain must exist") {
  CHECK(about_added("[items.plan]\nteam = \"otx\"\neffort_person_weeks = 1") ==
        "2:8: error: 'team' of items.plan names unknown 'otx' (it must be one of the teams). Did you mean 'ot'?");
  CHECK(about_added("[items.plan]\ncrew = { it = 1 }\nduration_weeks = 1") ==
        "2:10: error: 'crew' of items.plan names unknown 'it' (it must be one of the teams). Known are: ot.");
  CHECK(about_added("[integrations.link]\nmaintained_by = \"it\"")
            .starts_with("2:17: error: 'maintained_by' of integrations.link names"));
  CHECK(about_added("[sites.ulm.items.survey]\nteam = \"it\"")
            .starts_with("2:8: error: 'team' of items.survey names unknown 'it'"));
  CHECK(about_added("[teams.it]\nenabled = false\n[items.plan]\nteam = \"it\"\neffort_person_weeks = 1") ==
        "4:8: error: 'team' of items.plan names 'it' (it is switched off). Switch it on, name another, or switch this "
        "off too.");
}

TEST_CASE("references: the pilot runs at a site that there is") {
  CHECK(about_added("[pilot]\nsite = \"ulm\"") == none);
  CHECK(about_added("[pilot]\nsite = \"ulmm\"") ==
        "2:8: error: 'site' of pilot names unknown 'ulmm' (it must be one of the sites). Did you mean 'ulm'?");
}

TEST_CASE("references: groups and assets of a use case must exist at some site") {
  const std::string use_case = "[use_cases.more]\nvalue_per_asset_week = 1\n";
  CHECK(about_added(use_case + "assets = [\"press\"]") ==
        "3:11: error: 'assets' of use_cases.more names unknown 'press' (it must be one of the assets). Did you mean "
        "'presses'?");
  CHECK(about_added(use_case + "assets = [\"presses\"]\ngroups = [\"nobody\"]")
            .starts_with("4:11: error: 'groups' of use_cases.more"));
  CHECK(about_added(use_case + "assets = [\"presses\"]\naction_links = [\"mes\"]")
            .starts_with("4:17: error: 'action_links' of"));
  CHECK(about_added(use_case + "assets = [\"presses\"]\ngroups = [\"operators\"]\naction_links = [\"historian\"]") ==
        none);
  CHECK(about_added("[sites.graz.assets.robots]\ncount = 1\n" + use_case + "assets = [\"robots\"]") == none);
}

TEST_CASE("references: templates must exist and be chosen where there are several") {
  CHECK(about_added("[sites.graz]\ntemplate = \"plnt\"") ==
        "2:12: error: unknown template 'plnt'. Did you mean 'plant'?");
  CHECK(about_added("[sites.graz]\ntemplate = \"none\"") == none);
  CHECK(about_added("[sites.graz]\ntemplate = \"plant\"") == none);
  CHECK(about_added("[templates.mill]\nenabled = false") == none);
  CHECK(about_added("[templates.mill]\nenabled = false\n[sites.graz]\ntemplate = \"mill\"")
            .starts_with("4:12: error: unusable template 'mill' (it is switched off)."));
  CHECK(about_added("[templates.mill]\nsize = 2\n")
            .find("error: site 'ulm' names no template (there are several: mill, plant)") != std::string::npos);
  CHECK(about_added("template = \"plant\"\n[templates.mill]\nsize = 2\n") ==
        "2:12: warning: no site uses template 'mill'. Name it in a site, or remove it.");
}

TEST_CASE("references: one id means one thing") {
  CHECK(about_added("[sites.ot]") ==
        "1:8: error: id 'ot' in [sites] is used twice ([teams] has it too, at s.toml:1:8). Rename one of the two.");
  CHECK(
      about_added("[items.warning]\nwait_weeks = 1").starts_with("1:8: error: id 'warning' in [items] is used twice") ==
      false);
  CHECK(about_added("[items.warning]\nwait_weeks = 1").find("id 'warning' in [use_cases] is used twice") !=
        std::string::npos);
  CHECK(about_added("[sites.money]").starts_with("1:8: error: id 'money' in [sites] is the name of a table"));
  CHECK(about_added("[templates.plant.items.operators]\nwait_weeks = 1")
            .find("id 'operators' in [items] is used twice") != std::string::npos);
  CHECK(about_added("[sites.ulm.items.warning]\nwait_weeks = 1").find("id 'warning' in [items] is used twice") !=
        std::string::npos);
  // A site may have an item of the same id as the programme: its own comes first.
  CHECK(about_added("[items.survey]\nwait_weeks = 1") == none);
}

TEST_CASE("items: their kind follows from one number") {
  CHECK(about_added("[items.plan]\nteam = \"ot\"\neffort_person_weeks = 1\nduration_weeks = 2") ==
        "4:18: error: items.plan has effort_person_weeks and duration_weeks (an item is effort, duration or wait). "
        "Keep one of them.");
  CHECK(about_added("[items.plan]\nkind = \"wait\"\nduration_weeks = 2") ==
        "3:18: error: items.plan has duration_weeks (its kind is wait). Correct one of the two.");
  CHECK(about_added("[items.plan]\nlabel = \"Plan\"") ==
        "1:8: error: items.plan says neither how much work it is nor how long it takes. "
        "Give one of effort_person_weeks, effort_per_asset_person_weeks, duration_weeks, wait_weeks.");
  CHECK(about_added("[items.plan]\nkind = \"wait\"").ends_with("Give one of wait_weeks."));
  CHECK(about_added("[items.plan]\neffort_person_weeks = 2")
            .starts_with("1:8: error: items.plan lacks 'team' (it has no default)."));
  CHECK(about_added("[items.plan]\nteam = \"ot\"\neffort_per_asset_person_weeks = 2") ==
        "3:33: error: 'effort_per_asset_person_weeks' of items.plan counts no assets. "
        "Add assets = [\"...\"] with the classes it connects.");
  CHECK(about_added("[items.plan]\nwait_weeks = 2\nassets = [\"presses\"]")
            .starts_with("3:10: warning: 'assets' of items.plan has no effect"));
  // A value that is wrong is not also missing.
  CHECK(about_added("[items.plan]\nwait_weeks = -2").starts_with("2:14: error: 'wait_weeks' of items.plan is -2"));
}

TEST_CASE("sites: an incomplete entity nearly named like the template's is a slip") {
  const std::string text = message(valid_text + "[sites.ulm.items.survy]\neffort_person_weeks = 2");
  CHECK(
      text.find("s.toml:19:18: error: 'survy' is not in template 'plant' (so it is new at this site, and incomplete). "
                "Did you mean 'survey'?") != std::string::npos);
  CHECK(about_added("[sites.ulm.items.surveys]\nwait_weeks = 2")
            .starts_with("1:18: warning: 'surveys' in [sites.ulm.items] is nearly 'survey'"));
  CHECK(about_added("[sites.ulm.items.translate]\nwait_weeks = 2") == none);
}

TEST_CASE("scenario: a crew must fit into its team") {
  const std::string item = "[items.move]\nduration_weeks = 1\ncrew = { ot = 4 }\n";
  CHECK(about_added(item) ==
        "3:10: error: item 'move' wants 4 people of team 'ot' (the team has 3 and hires nobody, so it would "
        "wait for ever). Make the crew smaller or the team larger.");
  CHECK(messages(valid_text + item, {"ot/people=4"}).empty());
  CHECK(messages(valid_text + item, {"ot/hires=[{ week = 3, people = 1 }]"}).empty());
  CHECK(messages(valid_text + item, {"ot/people={ low = 1, high = 8 }"}).empty());
  CHECK(message(valid_text + item, {"ot/people={ low = 1, high = 5 }"}) ==
        "s.toml:21:10: warning: item 'move' wants 4 people of team 'ot' (in the middle of what is expected the team "
        "has 3 "
        "and hires nobody, so it would wait for ever). Make the crew smaller or the team larger.");
}

TEST_CASE("scenario: waves, wages and worth") {
  CHECK(about_added("[programme]\nwave_start_weeks = [0]\n[sites.graz]\nwave = 2") ==
        "4:8: error: site 'graz' is in wave 2 (wave_start_weeks gives the start of 1 waves). "
        "Add its start there, or choose an earlier wave.");
  CHECK(about_added("[sites.graz]\nwave = 0").starts_with("2:8: error: 'wave' of sites.graz is 0"));
  CHECK(about_added("[programme]\nwave_start_weeks = [8, 4]\n[sites.graz]\nwave = 2")
            .starts_with("2:24: warning: a wave starts in week 4, before"));
  CHECK(about_added("[programme]\nhorizon_weeks = 9\nwave_start_weeks = [8, 9]\n[sites.graz]\nwave = 2")
            .starts_with("3:24: warning: a wave starts in week 9, at or after"));
  CHECK(about_added("[use_cases.help]\nkind = \"assistive\"\nhours_saved_per_user_week = 2")
            .find("s.toml:4:25: error: group 'operators' has no wage (use case 'help' values the hours it saves)") ==
        std::string::npos);
  CHECK(message(valid_text + "[use_cases.help]\nkind = \"assistive\"\nhours_saved_per_user_week = 2") ==
        "s.toml:4:25: error: group 'operators' has no wage (use case 'help' values the hours it saves). "
        "Add wage_per_hour = ... to the group.");
  CHECK(about_added("[use_cases.help]").starts_with("1:12: warning: use case 'help' is worth nothing"));
  // A value that is wrong is not also missing.
  CHECK(about_added("[use_cases.help]\nassets = [\"presses\"]\nvalue_per_asset_week = \"x\"")
            .starts_with("3:24: error: "));
  CHECK(about_added("[use_cases.help]\nvalue_per_asset_week = 1")
            .starts_with("1:12: error: use case 'help' runs on no assets"));
}

TEST_CASE("scenario: there must be something to simulate") {
  CHECK(message("[money]\ncurrency = \"EUR\"\n")
            .starts_with(
                "2 messages:\n"
                "s.toml: error: there are no sites (a programme rolls out at one site at least). Add [sites.ID].\n"
                "s.toml: warning: there are no use cases"));
  CHECK(message("[sites.ulm]").starts_with("s.toml: warning: there are no use cases"));
  CHECK(messages(valid_text, {"sites.ulm.enabled=false"}).front().find("there are no sites") != std::string::npos);
}

}  // namespace headrace::test
