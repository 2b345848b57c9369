// A mechanism that is in the scenario with neutral values changes no bit of what the plan comes to. One row for each.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/support/scenario_text.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

/// Two plants with uncertain work, a camera whose insights systems act on, and an assistant that people take up.
const std::string kPlan =
    "[programme]\nhorizon_weeks = 60\nwave_start_weeks = [0, 20]\n[money]\n[adoption]\n"
    "[teams.it]\npeople = 2\ncost_per_person_week = 3000\n"
    "[templates.plant.groups.operators]\nheadcount = { low = 60, high = 120 }\nadoptable_share = 0.8\n"
    "wage_per_hour = 45\nembedding_share = 0.5\n"
    "[templates.plant.assets.presses]\ncount = 20\nconnected_share = 0.2\nconnected_share_after = 0.9\n"
    "data_quality = 0.7\nneeds = [\"connect\"]\n"
    "[templates.plant.integrations.plc]\nneeds = [\"link\"]\nfrom = \"plc\"\nto = \"lake\"\n"
    "[templates.plant.integrations.orders]\nneeds = [\"link\"]\nfrom = \"lake\"\nto = \"erp\"\n"
    "[templates.plant.items.link]\nteam = \"it\"\neffort_person_weeks = { median = 5, sigma = 0.3 }\ncrew_max = "
    "1\npriority = 1\n"
    "[templates.plant.items.connect]\nteam = \"it\"\neffort_per_asset_person_weeks = 0.3\nassets = "
    "[\"presses\"]\npriority = 2\n"
    "[use_cases.camera]\nassets = [\"presses\"]\nneeds = [\"presses\", \"plc\"]\naction_links = [\"orders\"]\n"
    "automated_share = 0.5\nfollow_through = 0.6\noutput_reliability = 0.9\nvalue_per_asset_week = 300\n"
    "[use_cases.assistant]\nkind = \"assistive\"\nneeds = [\"link\"]\nvalue_per_user_week = 20\n"
    "output_reliability = { low = 0.8, high = 0.9 }\n"
    "[sites]\nulm = {}\ngraz = { wave = 2 }\n";

using Overrides = std::vector<std::string>;

struct Neutral {
  std::string name;
  std::string tables;  ///< put at the end of the plan
  Overrides neutral;   ///< numbers at which the mechanism does nothing
  Overrides moved;     ///< and off them, said after the neutral ones
};

/// Everything found but what names the mechanism itself: its gates, risks and limits, series that are there with it
/// alone, and a pilot's promise.
std::uint64_t found(const Neutral& row, const Overrides& overrides) {
  Results r = run(model_of(scenario_of(kPlan + row.tables, overrides)), kept(192));
  const int promise = static_cast<int>(Output::promised_value_per_year);
  r.gates.clear();
  r.risks.clear();
  r.redesign_first.clear();
  r.people.clear();
  r.use.clear();
  r.metrics[promise] = {};
  r.kept.output[promise].clear();
  r.kept.rest[promise].clear();
  return digest(r);
}

// clang-format off
std::vector<Neutral> for_people() {
  const std::string calm = "[trust]\ninitial = 1\nincidents_per_site_week = 0\nincidents_from_shadow_use = 0\nincidents_from_delegation = 0\nwrong_output_severity = 0\n";
  const std::string idle_hub = "[hubs.central]\nhours_per_week = 0\nbetween_sites_spread = 0.3\n";
  return {
      {"support", "[support]\nself_help_share = 1\n", {"operators/ai_leads=0"}, {"support.self_help_share=0.9"}},
      {"AI leads", "[support]\nself_help_share = 1\n", {"operators/ai_leads=3", "operators/ai_lead_kept_share=0"}, {"operators/ai_lead_kept_share=0.5"}},
      {"hub", idle_hub, {}, {"central/hours_per_week=1"}},
      {"spread", idle_hub, {}, {"central/between_sites_spread=0.4"}},
      {"knowledge engine", idle_hub + "[knowledge]\ninitial_freshness = 1\ndecay_per_week = 0.01\nreleases_per_week = 0\n", {"knowledge.decay_per_week=0", "central/engine_strength=0"}, {"knowledge.decay_per_week=0.01", "central/engine_strength=0.5"}},
      {"knowledge", "[knowledge]\ninitial_freshness = 1\n", {"knowledge.decay_per_week=0", "knowledge.releases_per_week=0"}, {"knowledge.releases_per_week=0.05"}},
      {"trust", calm, {}, {"trust.initial=0.99"}},
      {"incidents", calm, {}, {"trust.incidents_per_site_week=0.01"}},
      {"wrong outputs", calm, {}, {"trust.wrong_output_severity=0.01"}},
      {"shadow use", calm + "[governance]\nstrength = 0\nautomation_limit_base = 1\nshadow_share = 0\n", {}, {"trust.incidents_from_shadow_use=0.1", "governance.shadow_share=0.5"}},
      {"governance", "[governance]\nstrength = 1\nshadow_share = 0\n", {}, {"governance.strength=0.9"}},
      {"blocking", "[governance]\nstrength = 1\nblocks_public_tools = true\n", {}, {"operators/licensed_share=0.9"}},
      {"output checking", "[governance]\nstrength = 1\n", {"assistant/output_checking=false"}, {"assistant/output_checking=true"}},
      {"sponsorship", "", {"programme.sponsorship=0"}, {"programme.sponsorship=0.1"}},
      {"training", "", {"operators/training_share=0"}, {"operators/training_share=0.1"}},
      {"showcases", "", {"operators/showcase_weeks=[10, 30]", "adoption.showcase_on_trial=0"}, {"adoption.showcase_on_trial=0.3"}},
      {"licensed share", "", {"operators/licensed_share=1"}, {"operators/licensed_share=0.9"}},
  };
}

std::vector<Neutral> for_operations() {
  const std::string sure = "[failures]\nhandcrafted_rate_per_week = 0\n", service = "[managed_services.bought]\ncapacity_person_weeks = 0\ncost_per_user_month = 0\n";
  return {
      {"failures", sure, {}, {"failures.handcrafted_rate_per_week=0.05"}},
      {"network", "[templates.plant.network]\navailability = 1\n", {}, {"plant/network/availability=0.9"}},
      {"monitoring", "[monitoring.eyes]\n", {}, {"eyes/cost_per_week=1"}},
      {"managed service", service, {}, {"bought/cost_per_user_month=1"}},
      {"audit", "[audits.look]\nweek = 0\n", {"look/cost=0"}, {"look/cost=1"}},
      {"surprise", "", {"presses/believed_connected_share=0.2"}, {"presses/believed_connected_share=0.3"}},
      {"retrofit", "", {"presses/instrumented_share=1"}, {"presses/instrumented_share=0.5"}},
      {"maintenance", "", {"plc/maintained_by=\"it\"", "plc/maintenance_share_per_year=0", "plc/coupling=0.3"}, {"plc/maintenance_share_per_year=0.2"}},
      {"coupling", "", {"plc/maintained_by=\"it\"", "orders/maintained_by=\"it\"", "plc/coupling=0", "orders/maintenance_share_per_year=0"}, {"plc/maintenance_share_per_year=0.5", "plc/coupling=1"}},
      {"limits of systems", "[templates.plant.systems.lake]\nintegrations_limit = 5\n", {}, {"lake/integrations_limit=0"}},
      {"review capacity", "", {"money.review_insights_per_week=1e6"}, {"money.review_insights_per_week=10"}},
  };
}

std::vector<Neutral> for_the_plan() {
  const std::string open = "[gates.scale]\nweek = 3\nopens_wave = 2\nmin_adoption = 0\nstop_below_cost_share = 0.2\n";
  return {
      {"gate", open, {}, {"scale/min_adoption=0.9"}},
      {"funding", "[funding.all]\namount = 1e9\n", {}, {"all/amount=20000"}},
      {"risk that does nothing", "[risks.flu]\nrate_per_week = 0.1\nlasts_weeks = 3\neffects = [{ on = \"it/people\", times = 1 }]\n", {}, {"flu/cost=1"}},
      {"risk that never strikes", "[risks.fire]\nprobability = 0\ncost = 1e6\neffects = [{ on = \"link/effort_person_weeks\", times = 3 }]\n", {}, {"fire/probability=0.5"}},
      {"number over time", "", {"it/people={ over_time = [[0, 2], [30, 2]] }"}, {"it/people={ over_time = [[0, 2], [30, 1]] }"}},
      {"season", "", {"it/people={ value = 2, season = { amplitude = 0 } }"}, {"it/people={ value = 2, season = { amplitude = 0.1 } }"}},
      {"frozen weeks", "", {"programme.freeze_weeks=[[59, 60]]"}, {"programme.freeze_weeks=[[0, 2]]"}},
      {"pace", "", {"programme.pace=1"}, {"programme.pace=1.1"}},
      {"learning of work", "", {"link/learning_rate=1"}, {"link/learning_rate=0.9"}},
      {"least crew", "", {"connect/crew_min=0"}, {"connect/crew_min=2"}},
      {"attrition", "", {"it/attrition_per_week=0", "it/ramp_up_weeks=5"}, {"it/attrition_per_week=0.01"}},
      {"hires", "", {"it/hires=[{ week = 3, people = 0 }]"}, {"it/hires=[{ week = 3, people = 1 }]"}},
      {"rework", "", {"connect/rework_factor=2"}, {"connect/skipped_in_pilot=true"}},
      {"pilot", "[pilot]\ndata_quality = 0\nadoptable_share = 0.8\n", {}, {"pilot.data_quality=0.9"}},
      {"hand review", "[pilot]\ndata_quality = 0\nadoptable_share = 0.8\n", {"pilot.hand_review=false"}, {"pilot.hand_review=true"}},
  };
}

std::vector<Neutral> for_use() {
  return {
      {"proficiency", "", {"camera/proficiency_at_start=1", "camera/proficiency_half_weeks=3"}, {"camera/proficiency_at_start=0.9"}},
      {"dip", "", {"assistant/dip_hours_per_user_week=0", "assistant/dip_weeks=9"}, {"assistant/dip_hours_per_user_week=0.1"}},
      {"delay", "", {"camera/delay_cost_per_year=0"}, {"camera/delay_cost_per_year=0.01"}},
      {"compute", "[compute]\ncapacity = 1e6\n", {}, {"compute.capacity=30"}},
      {"price of compute", "[compute]\ncapacity = 1e6\nprice_per_unit = 0\n", {}, {"compute.price_per_unit=1"}},
      {"ideas", "[ideas]\nteam = \"it\"\neffort_per_idea_person_weeks = 1\n", {"ideas.ideas_per_user_year=0", "ideas.datathon_weeks=[9]", "ideas.ideas_per_datathon=0"}, {"ideas.ideas_per_datathon=3"}},
      {"delegation", "", {"assistant/delegated_share=0"}, {"assistant/delegated_share=0.1"}},
  };
}
// clang-format on

void check(const std::vector<Neutral>& rows) {
  const std::uint64_t without = found({}, {});
  for (const Neutral& row : rows) {
    CAPTURE(row.name);
    Overrides moved = row.neutral;
    moved.insert(moved.end(), row.moved.begin(), row.moved.end());
    const std::uint64_t neutral = found(row, row.neutral);
    CHECK(neutral == without);
    CHECK(found(row, moved) != neutral);
  }
}

}  // namespace

TEST_CASE("neutral: mechanisms of people") { check(for_people()); }
TEST_CASE("neutral: mechanisms of operations") { check(for_operations()); }
TEST_CASE("neutral: mechanisms of the plan") { check(for_the_plan()); }
TEST_CASE("neutral: mechanisms of use") { check(for_use()); }

TEST_CASE("neutral: action links that carry nothing") {
  const std::uint64_t without = found({}, {"camera/action_links=[]"});
  CHECK(found({}, {"camera/automated_share=0"}) == without);
  CHECK(found({}, {}) != without);
}

}  // namespace headrace::test
