#include "model/limits/mechanisms.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "tests/support/rich_scenario.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/trial_run.hpp"

// Every row of the list of mechanisms: on where the scenario has it, off when switched off, and nothing else changed.
namespace headrace::test {
namespace {

/// What the rich scenario does not say: people, plant and steering.
const char* const more =
    "[support]\n[knowledge]\n[trust]\n[governance]\nstrength = 0.4\n[failures]\nhandcrafted_rate_per_week = 0.05\n"
    "[templates.plant.network]\navailability = 0.9\n[monitoring.eyes]\nstart_week = 20\ndetection_weeks = 0.5\n"
    "[managed_services.care]\nstart_week = 30\ncapacity_person_weeks = 0.05\n[audits.look]\nsites = [\"ulm\"]\n"
    "[pilot]\nweeks = 8\nhand_review = true\n[funding.seed]\namount = 50000\nfrom_week = 3\ncovers = "
    "[\"contract\"]\n"
    "[gates.scale]\nweek = 24\nopens_wave = 3\nmin_trust = 0.2\n[risks.strike]\nrate_per_week = 0.05\nlasts_weeks = "
    "1\ncost = 1000\n"
    "[correlations.staffing]\nbetween = [\"ot/people\", \"it/cost_per_person_week\", "
    "\"*plant/survey/effort_person_weeks\"]\nrank_correlation = 0.6\n";

/// Enough trouble for a short run to show it: tools beside the daily work, two links that meet on one system, assets
/// that are not as believed, and work that the pilot skips.
void trouble(Site& site) {
  for (Group& group : site.groups) {
    group.showcase_weeks.assign(3, Quantity{.distribution = exact(30)});
    group.embedding_share.distribution = exact(0.5);
  }
  for (Integration& link : site.integrations) link.maintained_by = "it";
  for (AssetClass& assets : site.assets) {
    assets.believed_connected_share = {.distribution = exact(0.6), .given = true};
    assets.instrumented_share = {.distribution = exact(0.5), .given = true};
  }
  for (WorkItem& item : site.items) item.skipped_in_pilot = item.id == "permit";
}

/// Every mechanism is at work in it.
Scenario everything() {
  Scenario scenario = scenario_of(plan_scenario(more));
  scenario.programme.pace.distribution = exact(1.3);
  scenario.programme.freeze_weeks = {{10, 13}};
  for (UseCase& use : scenario.use_cases) {
    use.output_checking = use.id == "assistant";
    TimePattern& pattern = use.value_per_asset_week.pattern;
    pattern.times = {{30, 1}, {50, 0.5}};
    pattern.high = 1e9;
  }
  for (Site& site : scenario.sites) trouble(site);
  // Outputs go wrong often.
  scenario.trust.incidents_per_site_week.distribution = exact(0.1);
  return scenario;
}

/// One site where a team does one thing.
Scenario plain() {
  return scenario_of(
      "[programme]\nhorizon_weeks = 30\n[teams.ot]\npeople = 2\ncost_per_person_week = 1\n"
      "[use_cases.warning]\nkind = \"assistive\"\nvalue_per_user_week = 1\nneeds = [\"survey\"]\n"
      "[sites.ulm.items]\nsurvey = { team = \"ot\", effort_person_weeks = 4 }\n");
}

std::uint64_t found(const Scenario& scenario) { return digest(run(model_of(scenario), kept(192))); }

const Mechanism& mechanism(const std::string& id) {
  for (const Mechanism& row : mechanisms()) {
    if (row.id == id) return row;
  }
  FAIL("no mechanism " << id);
  return mechanisms().front();
}

std::set<std::string> at_work(const Scenario& scenario) {
  std::set<std::string> on;
  for (const Mechanism& row : mechanisms()) {
    if (row.is_on(scenario)) on.insert(std::string(row.id));
  }
  return on;
}

}  // namespace

TEST_CASE("mechanisms: ids are unique and every one has its words") {
  std::set<std::string_view> ids;
  for (const Mechanism& row : mechanisms()) {
    CHECK_MESSAGE(ids.insert(row.id).second, row.id);
    CHECK_FALSE(row.words.empty());
  }
}

TEST_CASE("mechanisms: each is on in a scenario that has it, and switching it off changes what is found") {
  const Scenario full = everything();
  const std::uint64_t base = found(full);
  CHECK(found(everything()) == base);
  for (const Mechanism& row : mechanisms()) {
    CAPTURE(std::string(row.id));
    CHECK(row.is_on(full));
    Scenario without = full;
    row.switch_off(without);
    CHECK_FALSE(row.is_on(without));
    CHECK(found(without) != base);
  }
}

TEST_CASE("mechanisms: off twice is off once") {
  for (const Mechanism& row : mechanisms()) {
    CAPTURE(std::string(row.id));
    Scenario once = everything();
    row.switch_off(once);
    Scenario twice = once;
    row.switch_off(twice);
    CHECK_FALSE(row.is_on(twice));
    CHECK(found(twice) == found(once));
  }
}

TEST_CASE("mechanisms: switching one off leaves the others at work, but for those that act through it") {
  const std::map<std::string, std::set<std::string>> goes_too = {{"adoption", {"peers", "sponsorship", "turnover"}},
                                                                 {"hubs", {"knowledge_engine"}},
                                                                 {"maintenance", {"coupling"}}};
  const std::set<std::string> all = at_work(everything());
  CHECK(all.size() == mechanisms().size());
  for (const Mechanism& row : mechanisms()) {
    CAPTURE(std::string(row.id));
    const std::string id(row.id);
    Scenario without = everything();
    row.switch_off(without);
    std::set<std::string> left = all;
    left.erase(id);
    if (goes_too.contains(id)) {
      for (const std::string& other : goes_too.at(id)) left.erase(other);
    }
    CHECK(at_work(without) == left);
  }
}

TEST_CASE("mechanisms: a scenario without any has none on, and switching them off changes no bit") {
  const Scenario none = plain();
  CHECK(at_work(none).empty());
  const std::uint64_t base = found(none);
  for (const Mechanism& row : mechanisms()) {
    CAPTURE(std::string(row.id));
    Scenario without = none;
    row.switch_off(without);
    CHECK(found(without) == base);
  }
}

TEST_CASE("mechanisms: a number given by points is at work, and off is off in every week") {
  Scenario scenario = everything();
  const auto points = [](Quantity& number) {
    number.distribution = exact(0);
    number.pattern.over_time = {{0, 0.4}, {20, 0.8}};
    number.pattern.high = 1;
  };
  points(scenario.programme.sponsorship);
  for (Site& site : scenario.sites) {
    for (Group& group : site.groups) points(group.embedding_share);
  }
  CHECK(mechanism("sponsorship").is_on(scenario));
  Scenario without = scenario;
  mechanism("sponsorship").switch_off(without);
  CHECK_FALSE(mechanism("sponsorship").is_on(without));
  CHECK_FALSE(without.programme.sponsorship.pattern.varies());

  // Held steady, it keeps what it has in week 0.
  Scenario expected = scenario;
  mechanism("over_time").switch_off(scenario);
  expected.programme.sponsorship = {.distribution = exact(0.4)};
  for (UseCase& use : expected.use_cases) use.value_per_asset_week.pattern = {};
  for (Site& site : expected.sites) {
    for (Group& group : site.groups) group.embedding_share = {.distribution = exact(0.4)};
  }
  CHECK(found(scenario) == found(expected));
}

TEST_CASE("mechanisms: approvals keep their place but take no time") {
  Scenario scenario = scenario_of(
      "[programme]\nhorizon_weeks = 60\n[teams.ot]\npeople = 2\ncost_per_person_week = 0\n"
      "[teams.board]\nkind = \"review_board\"\npeople = 1\ncost_per_person_week = 0\n"
      "[use_cases.warning]\nkind = \"assistive\"\nvalue_per_user_week = 1\nneeds = [\"end\"]\n[sites.ulm.items]\n"
      "survey = { team = \"ot\", effort_person_weeks = 4, crew_max = 2 }\n"
      "permit = { category = \"approval\", wait_weeks = 9, after = [\"survey\"] }\n"
      "review = { team = \"board\", effort_person_weeks = 3, after = [\"permit\"] }\n"
      "hearing = { duration_weeks = 5, crew = { board = 1, ot = 1 }, after = [\"review\"] }\n"
      "delivery = { wait_weeks = 6, after = [\"hearing\"] }\n"
      "end = { team = \"ot\", effort_person_weeks = 2, crew_max = 2, after = [\"delivery\"] }\n");
  const auto go_live = [](const Scenario& s) {
    return run(model_of(s), kept(1)).kept[Output::last_go_live_week].front();
  };
  CHECK(go_live(scenario) == doctest::Approx(2 + 9 + 3 + 5 + 6 + 1));
  mechanism("approvals").switch_off(scenario);
  CHECK(go_live(scenario) == doctest::Approx(2 + 6 + 1));
}

}  // namespace headrace::test
