// What is planned and changes nothing.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/support/small_plan.hpp"

namespace headrace::test {
namespace {

bool has(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("idle: what nothing waits for or names") {
  CHECK(told_with("[sites.gamma.items.translate]\nteam = \"crew\"\neffort_person_weeks = 1\nafter = [\"survey\"]\n") ==
        "s.toml:28:20: warning: nothing waits for item 'translate' (no item, link, asset class, group or use case "
        "names it, "
        "and it buys nothing). Name it in `after` or `needs` of what must wait for it, or remove it.\n");
  CHECK(
      has(told_with("[items.platform]\nwait_weeks = 3\n"), "s.toml:28:8: warning: nothing waits for item 'platform'"));
  CHECK(has(told_with("[templates.works.assets.kettles]\ncount = 3\nconnected_share = 1\n"),
            "warning: no use case names asset class 'kettles' (so it is worth nothing)"));
  CHECK(has(told_with("[templates.works.integrations.orders]\nneeds = [\"link\"]\n"),
            "warning: nothing needs integration 'orders'"));
  CHECK(
      has(told_with("[integrations.lake]\nrunning_cost_per_week = 5\n"), "warning: nothing needs integration 'lake'"));
  CHECK(has(told_with("[templates.works.systems.historian]\nintegrations_limit = 2\n"),
            "warning: no integration touches system 'historian'"));
  CHECK(has(told_with("[teams.painters]\npeople = 2\ncost_per_person_week = 1\n"),
            "warning: team 'painters' has no work"));
  CHECK(has(
      told_of_variant("[templates.works.groups.planners]\nheadcount = 3\n[use_cases.watch]\ngroups = [\"makers\"]\n"),
      "v.toml:2:25: warning: no use case names group 'planners'"));
}

TEST_CASE("idle: a column of a table that names nothing is told once") {
  const std::string plan = std::string(small_plan_without_sites).insert(12, "sites_csv = \"works.csv\"\n");
  CHECK(told_of({{"works.csv", "id,assets.kettles.count\nulm,3\ngraz,4\n"}, {"s.toml", plan}})
            .find("no use case names asset class 'kettles'") != std::string::npos);
  const std::string said = told_of({{"works.csv", "id,assets.kettles.count\nulm,3\ngraz,4\n"}, {"s.toml", plan}});
  CHECK(said.find("no use case names") == said.rfind("no use case names"));
  CHECK(told_of({{"works.csv", "id,assets.ovens.count\nulm,3\ngraz,4\n"}, {"s.toml", plan}}) == "");
}

TEST_CASE("idle: what has an effect of its own is no mistake") {
  for (const std::string added : {
           "[items.licences]\nwait_weeks = 3\ncost = 5000\n",
           "[teams.desk]\npeople = 2\ncost_per_person_week = 1\ncharge = \"standing\"\n",
           "[ideas]\nteam = \"lab\"\n[teams.lab]\npeople = 1\ncost_per_person_week = 1\n",
           "[templates.works.integrations.orders]\nneeds = [\"link\"]\n[gates.scale]\nopens_wave = 1\n"
           "min_production_grade_share = 0.5\n",
           "[sites.gamma.items.translate]\nteam = \"crew\"\neffort_person_weeks = 1\n"
           "[sites.gamma.items.link]\nafter = [\"translate\"]\n",
           "[items.platform]\nwait_weeks = 3\n[sites.gamma.items.link]\nafter = [\"platform\"]\n",
           "[sites.delta.items.link]\nafter = [\"alpha/survey\"]\n",
           "[templates.works.systems.historian]\nintegrations_limit = 2\n[sites.gamma.integrations.feed]\n"
           "from = \"historian\"\n",
           // One site does without what its template has: of use at the others.
           "[sites.gamma.items.connect]\nafter = []\n",
       }) {
    CAPTURE(added);
    CHECK(told_with(added) == "");
  }
}

TEST_CASE("idle: what is switched off is not looked for") {
  CHECK(told_of_variant("[templates.works.items.permit]\nenabled = false\n") == "");
  CHECK(told_of_variant("[sites.alpha.items.link]\nenabled = false\n") == "");
  // Without its use case the link is built for nothing.
  CHECK(has(told_of({{"s.toml", small_plan_with("needs = [\"feed\"]\n", "")}}), "nothing needs integration 'feed'"));
}

TEST_CASE("idle: money and risks and helpers without anything to do") {
  CHECK(has(told_with("[funding.all]\namount = 1e7\ncovers = [\"survey\", \"permit\", \"connect\", \"link\"]\n"
                      "[funding.rest]\namount = 5\n"),
            "warning: envelope 'rest' pays for nothing"));
  CHECK(told_with("[funding.all]\namount = 1e7\n") == "");
  CHECK(has(told_with("[risks.nothing]\nprobability = 0.5\n"), "warning: risk 'nothing' does nothing"));
  CHECK(has(told_with("[sites.gamma]\ntemplate = \"none\"\nitems.a = { wait_weeks = 1, cost = 1 }\n"
                      "[hubs.central]\nhours_per_week = 5\nsites = [\"gamma\"]\n"),
            "warning: hub 'central' serves nobody"));
  CHECK(has(told_with("[sites.gamma]\ngroups.makers.enabled = false\n[hubs.central]\nhours_per_week = 5\n"
                      "sites = [\"gamma\"]\nroles = [\"makers\"]\n"),
            "warning: hub 'central' serves nobody (no site that it lists has a group that it lists)"));
  CHECK(has(
      told_with("[sites.gamma]\nenabled = false\n[hubs.central]\nhours_per_week = 5\nsites = [\"alpha\", \"gamma\"]\n"),
      "error: 'sites' of hubs.central names 'gamma' (it is switched off)"));
  CHECK(has(told_with("[sites.gamma]\nintegrations.feed.enabled = false\n[monitoring.watching]\nsites = [\"gamma\"]\n"),
            "warning: 'watching' has no integration to look after"));
}

TEST_CASE("idle: what was written by hand is told in full") {
  std::string added;
  for (int i = 0; i < 40; ++i) added += "[items.extra_" + std::to_string(i) + "]\nwait_weeks = 1\n";
  const std::string said = told_with(added);
  CHECK(std::count(said.begin(), said.end(), '\n') == 40);
}

}  // namespace headrace::test
