// `enabled = false`: what is left, and in which order.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

using Ids = std::vector<std::string>;

Ids on(const std::vector<Dependency>& needs) {
  Ids ids;
  for (const Dependency& need : needs) ids.push_back(need.on);
  return ids;
}

const Site& ulm(const Scenario& s) { return by_id(s.sites, "ulm"); }
const Site& ulm(Scenario&&) = delete;

}  // namespace

TEST_CASE("switched off: sites and teams are in no list") {
  const Scenario s = scenario_of(valid_text +
                                 "[sites.graz]\n[sites.linz]\nenabled = false\n[teams.it]\nenabled = false\n"
                                 "[items.plan]\nwait_weeks = 1\nafter = [\"linz/survey\", \"graz/survey\"]\n");
  CHECK(s.sites.size() == 2);
  CHECK(s.teams.size() == 1);
  CHECK(s.switched_off == Ids{"it", "linz"});
  CHECK(on(by_id(s.items, "plan").after) == Ids{"graz/survey"});
}

TEST_CASE("switched off: work that something waits for keeps its place and takes no time") {
  const std::string chain =
      "[templates.plant.items.start]\nteam = \"ot\"\neffort_person_weeks = 2\nafter = [\"permit\"]\n"
      "[sites.ulm.items.survey]\nafter = [\"start\"]\nenabled = false\nlabel = \"Survey\"\n";
  const Scenario s = scenario_of(valid_text + chain);
  CHECK(ulm(s).switched_off == Ids{"survey"});
  const WorkItem& survey = by_id(ulm(s).items, "survey");
  CHECK(survey.kind == WorkKind::wait);
  CHECK(survey.wait_weeks.distribution == exact(0));
  CHECK(survey.cost.distribution == exact(0));
  CHECK(survey.label == "Survey (switched off)");
  CHECK(on(survey.after) == Ids{"start"});
  CHECK(on(by_id(ulm(s).items, "connect").after) == Ids{"survey"});
}

TEST_CASE("switched off: work that nothing waits for is gone") {
  const Scenario s = scenario_of(valid_text, {"ulm/permit/enabled=false"});
  CHECK(ulm(s).items.size() == 2);
  CHECK(ulm(s).switched_off == Ids{"permit"});
}

TEST_CASE("switched off: at one site only") {
  const std::string need = "[use_cases.more]\nassets = [\"presses\"]\nvalue_per_asset_week = 1\nneeds = [\"permit\"]\n";
  const Scenario s = scenario_of(valid_text + need + "[sites.graz]\n", {"ulm/permit/enabled=false"});
  CHECK(by_id(ulm(s).items, "permit").wait_weeks.distribution == exact(0));
  CHECK(by_id(by_id(s.sites, "graz").items, "permit").wait_weeks.distribution == exact(2));
  CHECK(on(by_id(s.use_cases, "more").needs) == Ids{"permit"});
}

TEST_CASE("switched off: asset classes and groups are taken out of what names them") {
  const std::string item =
      "[templates.plant.items.teach]\nteam = \"ot\"\neffort_per_asset_person_weeks = 1\n"
      "assets = [\"presses\", \"robots\"]\nafter = [\"robots\"]\n"
      "[templates.plant.assets.robots]\ncount = 2\n";
  const Scenario s = scenario_of(valid_text + item, {"ulm/robots/enabled=false"});
  CHECK(by_id(ulm(s).items, "teach").assets == Ids{"presses"});
  CHECK(by_id(ulm(s).items, "teach").after.empty());
}

TEST_CASE("switched off: assets whose work is off stay as they are") {
  const std::string work =
      "[sites.ulm.assets.presses]\nconnected_share = 0.2\ndata_quality = 0.5\n"
      "connected_share_after = 0.9\ndata_quality_after = 0.8\nneeds = [\"connect\"]\n";
  const Scenario whole = scenario_of(valid_text + work);
  CHECK(ulm(whole).assets[0].connected_share_after.distribution == exact(0.9));
  const Scenario off = scenario_of(valid_text + work, {"ulm/connect/enabled=false"});
  CHECK(ulm(off).assets[0].needs.empty());
  CHECK(ulm(off).assets[0].connected_share_after.distribution == exact(0.2));
  CHECK(ulm(off).assets[0].data_quality_after.distribution == exact(0.5));
}

TEST_CASE("switched off: links of a use case") {
  const std::string use_case =
      "[use_cases.more]\nassets = [\"presses\"]\nvalue_per_asset_week = 1\n"
      "needs = [\"historian\"]\naction_links = [\"historian\"]\n";
  const Scenario off = scenario_of(valid_text + use_case, {"historian/enabled=false"});
  CHECK(ulm(off).integrations.empty());
  CHECK(on(by_id(ulm(off).items, "historian").after) == Ids{"connect"});
  CHECK(scenario_of(valid_text + use_case).use_cases[0].action_links == Ids{"historian"});
}

}  // namespace headrace::test
