// Which way each mechanism moves what it is there for: a table of changes, measured on the same futures, in means.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/scenario_text.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

constexpr int kWeeks = 78;
constexpr std::int64_t kTrials = 256;

/// Two plants: operators with an assistant, presses with a camera whose insights people or systems act on. Every
/// mechanism that a row moves is there, weak or idle.
const std::string kHeld =
    "[programme]\nhorizon_weeks = 78\nwave_start_weeks = [0, 20]\nsponsorship = 0.3\n"
    "[money]\nreview_insights_per_week = 30\n"
    "[support]\n[knowledge]\n[trust]\n[governance]\n[failures]\nhandcrafted_rate_per_week = 0.05\n"
    "standard_rate_per_week = 0.02\n[compute]\ncapacity = 1e6\n[ideas]\nideas_per_user_year = 0\n"
    "[hubs.central]\nhours_per_week = 5\n"
    "[monitoring.eyes]\nstart_week = 500\ndetection_weeks = 0.5\n"
    "[managed_services.bought]\nstart_week = 500\ncapacity_person_weeks = 2\ndetection_weeks = 0.5\n"
    "[audits.look]\nweek = 500\n"
    "[funding.all]\namount = 1e9\n"
    "[gates.scale]\nweek = 14\nopens_wave = 2\ntries = 4\nmin_value_share = 0\nstop_below_cost_share = 0.3\n"
    "[risks.flu]\nrate_per_week = 0\nlasts_weeks = 3\neffects = [{ on = \"it/people\", times = 0.2 }]\n"
    "[risks.fine]\nprobability = 0\ncost = 50000\n"
    "[teams.it]\npeople = 2\ncost_per_person_week = 3000\n"
    "[templates.plant.network]\navailability = 0.999\n"
    "[templates.plant.groups.operators]\nheadcount = 90\nadoptable_share = 0.8\nwage_per_hour = 45\nai_leads = 2\n"
    "ai_lead_kept_share = 0.6\nembedding_share = 0.5\ntraining_share = 0\nlicensed_share = 1\n"
    "[templates.plant.assets.presses]\ncount = 20\nconnected_share = 0.2\nconnected_share_after = 0.9\n"
    "believed_connected_share = 0.5\ninstrumented_share = 1\nneeds = [\"connect\"]\n"
    "[templates.plant.integrations.plc]\nneeds = [\"link\"]\nfrom = \"plc\"\nto = \"lake\"\nmaintained_by = \"it\"\n"
    "maintenance_share_per_year = 0.5\ncoupling = 0.1\n"
    "[templates.plant.integrations.orders]\nneeds = [\"link\"]\nfrom = \"lake\"\nto = \"erp\"\nmaintained_by = \"it\"\n"
    "maintenance_share_per_year = 0.5\n"
    "[templates.plant.items.link]\nteam = \"it\"\neffort_person_weeks = { median = 5, sigma = 0.3 }\n"
    "[templates.plant.items.connect]\nteam = \"it\"\neffort_per_asset_person_weeks = 0.3\nassets = [\"presses\"]\n"
    "[use_cases.camera]\nassets = [\"presses\"]\nneeds = [\"presses\", \"plc\"]\naction_links = [\"orders\"]\n"
    "automated_share = 0.2\nfollow_through = 0.6\noutput_reliability = 0.9\nvalue_per_asset_week = 300\n"
    "[use_cases.assistant]\nkind = \"assistive\"\nneeds = [\"link\"]\nvalue_per_user_week = 20\n"
    "output_reliability = 0.85\n"
    "[sites]\nulm = {}\ngraz = { wave = 2 }\n";

/// How use comes about: held fixed (everyone with access who ever would uses the tool, so that help breeds no use), or
/// taken up by adoption.
enum class Use { held, adopted };

using Overrides = std::vector<std::string>;
using Measure = double (*)(const Results&);

struct Direction {
  const char* name;
  Use use;
  Overrides less, more;  ///< the two plans; what they say stands over the base
  Measure measure;
  int sign;
};

/// Mean over the weeks of a weekly mean.
double over_weeks(const Band& band) {
  double sum = 0;
  for (const Summary& s : band.at) sum += s.mean;
  return sum / static_cast<double>(band.at.size());
}

template <PeopleSeries which>
double people(const Results& r) {
  return over_weeks(r.people.at(static_cast<std::size_t>(which)));
}
constexpr Measure help = people<PeopleSeries::help>, strain = people<PeopleSeries::strain>;
constexpr Measure freshness = people<PeopleSeries::freshness>, trust = people<PeopleSeries::trust>;
constexpr Measure shadow = people<PeopleSeries::shadow>, uptime = people<PeopleSeries::uptime>;

template <Cash which>
double total(const Results& r) {
  return r.cash[static_cast<int>(which)].mean;
}

double value(const Results& r) { return over_weeks(r.weekly[static_cast<int>(Series::value)]); }
double use(const Results& r) { return over_weeks(r.weekly[static_cast<int>(Series::regular)]); }
double reached(const Results& r) { return over_weeks(r.weekly[static_cast<int>(Series::reached)]); }
double npv(const Results& r) { return r.metrics[static_cast<int>(Output::npv)].mean; }
double stopped(const Results& r) { return r.metrics[static_cast<int>(Output::stopped)].mean; }
double promised(const Results& r) { return r.metrics[static_cast<int>(Output::promised_value_per_year)].mean; }

/// Last go-live; a plan that is not live by the horizon counts as live then.
double live(const Results& r) {
  double sum = 0;
  for (const float week : r.kept[Output::last_go_live_week]) sum += std::min(static_cast<double>(week), double{kWeeks});
  return sum / static_cast<double>(r.kept.trials);
}

// clang-format off
const Direction kDirections[] = {
    // Help and what it costs those who give it
    {"more hub hours give more help", Use::held, {"central/hours_per_week=0"}, {"central/hours_per_week=20"}, help, +1},
    {"more hub hours spare AI leads", Use::held, {"central/hours_per_week=0"}, {"central/hours_per_week=20"}, strain, -1},
    {"a hub that takes more first spares AI leads", Use::held, {"central/triage_share=0.1"}, {"central/triage_share=0.6"}, strain, -1},
    {"a hub costs its hours", Use::held, {"central/hours_per_week=5"}, {"central/hours_per_week=20"}, total<Cash::hubs>, +1},
    {"more AI leads wear out less", Use::held, {"operators/ai_leads=1"}, {"operators/ai_leads=5"}, strain, -1},
    {"more AI leads give more help", Use::held, {"operators/ai_leads=1"}, {"operators/ai_leads=5"}, help, +1},
    {"hours kept free spare AI leads", Use::held, {"operators/ai_lead_kept_share=0.3"}, {"operators/ai_lead_kept_share=1"}, strain, -1},
    {"hours kept free cost wages", Use::held, {"operators/ai_lead_kept_share=0.3"}, {"operators/ai_lead_kept_share=1"}, total<Cash::ai_leads>, +1},
    {"people who ask wear AI leads out more", Use::held, {"support.ask_share=0.2"}, {"support.ask_share=0.8"}, strain, +1},
    // Knowledge
    {"a knowledge engine keeps knowledge fresh", Use::held, {}, {"central/engine_strength=0.8"}, freshness, +1},
    {"training keeps knowledge fresh", Use::held, {}, {"operators/training_share=0.8"}, freshness, +1},
    {"training that fits the role renews more", Use::held, {"operators/training_share=0.8", "operators/training_role_fit=0.4"}, {"operators/training_share=0.8"}, freshness, +1},
    {"more releases make it stale", Use::held, {}, {"knowledge.releases_per_week=0.3"}, freshness, -1},
    {"stale knowledge takes more help", Use::held, {}, {"knowledge.decay_per_week=0.1"}, help, -1},
    // Trust and rules
    {"trust is rebuilt faster", Use::held, {}, {"trust.gain_per_week=0.08"}, trust, +1},
    {"more incidents cost trust", Use::held, {}, {"trust.incidents_per_site_week=0.05"}, trust, -1},
    {"outages cost trust", Use::held, {}, {"failures.handcrafted_rate_per_week=0.5"}, trust, -1},
    {"wrong outputs cost trust", Use::held, {"assistant/output_reliability=1", "camera/output_reliability=1"}, {"assistant/output_reliability=0.5"}, trust, -1},
    {"automation beyond the rules costs trust", Use::held, {}, {"camera/automated_share=1", "trust.incidents_from_delegation=0.3"}, trust, -1},
    {"governance leaves less shadow use", Use::adopted, {"governance.strength=0.1"}, {"governance.strength=0.9"}, shadow, -1},
    {"blocking public tools leaves less shadow use", Use::adopted, {}, {"governance.blocks_public_tools=true"}, shadow, -1},
    {"blocking without an alternative keeps people from trying", Use::adopted, {"operators/licensed_share=0.3"}, {"operators/licensed_share=0.3", "governance.blocks_public_tools=true"}, reached, -1},
    {"output checking avoids incidents", Use::held, {}, {"assistant/output_checking=true"}, total<Cash::incidents>, -1},
    {"output checking loads reviewers", Use::held, {}, {"camera/output_checking=true", "governance.output_checking_review_load=2", "governance.output_checking_incident_factor=1", "camera/output_reliability=0.8"}, total<Cash::cost_saved>, -1},
    // Operations
    {"monitoring keeps links up", Use::held, {}, {"eyes/start_week=0"}, uptime, +1},
    {"monitoring costs its price", Use::held, {"eyes/start_week=0"}, {"eyes/start_week=0", "eyes/cost_per_week=100"}, npv, -1},
    {"a managed service keeps links up", Use::held, {}, {"bought/start_week=0"}, uptime, +1},
    {"a managed service takes maintenance over", Use::held, {}, {"bought/start_week=0"}, total<Cash::maintenance>, -1},
    {"links that fail more often earn less", Use::held, {}, {"failures.handcrafted_rate_per_week=0.5"}, value, -1},
    {"a worse network keeps links down", Use::held, {}, {"plant/network/availability=0.8"}, uptime, -1},
    {"what runs by itself costs more when it fails", Use::held, {"camera/dependency=0.5"}, {"camera/dependency=2"}, total<Cash::outages>, +1},
    {"standard links take less maintenance", Use::held, {}, {"plc/style=\"standard\"", "orders/style=\"standard\""}, total<Cash::maintenance>, -1},
    {"standard links stay up", Use::held, {}, {"plc/style=\"standard\""}, uptime, +1},
    {"coupling takes more maintenance", Use::held, {}, {"plc/coupling=1"}, total<Cash::maintenance>, +1},
    {"links that need no upkeep take none", Use::held, {}, {"plc/maintenance_share_per_year=0", "orders/maintenance_share_per_year=0"}, total<Cash::maintenance>, -1},
    // Delivery
    {"an audit saves work", Use::held, {}, {"look/week=0"}, total<Cash::building>, -1},
    {"an audit brings go-live forward", Use::held, {}, {"look/week=0"}, live, -1},
    {"learning saves work", Use::held, {}, {"link/learning_rate=0.7"}, total<Cash::building>, -1},
    {"a larger team is earlier", Use::held, {}, {"it/people=4"}, live, -1},
    {"hires help", Use::held, {}, {"it/hires=[{ week = 3, people = 3 }]"}, live, -1},
    {"slow ramp-up is later", Use::held, {"it/hires=[{ week = 3, people = 3 }]"}, {"it/hires=[{ week = 3, people = 3 }]", "it/ramp_up_weeks=20"}, live, +1},
    {"attrition is later", Use::held, {}, {"it/attrition_per_week=0.05"}, live, +1},
    {"a slower pace is later", Use::held, {}, {"programme.pace=2"}, live, +1},
    {"frozen weeks are later", Use::held, {}, {"programme.freeze_weeks=[[18, 30]]"}, live, +1},
    {"a crew that waits for its people is later", Use::held, {"connect/crew_min=0"}, {"connect/crew_min=2"}, live, +1},
    {"retrofits cost purchases", Use::held, {}, {"presses/instrumented_share=0.3"}, total<Cash::purchases>, +1},
    // Steering
    {"a stricter gate is later", Use::held, {}, {"scale/min_value_share=0.5"}, live, +1},
    {"a stricter gate stops more", Use::held, {}, {"scale/min_value_share=0.95"}, stopped, +1},
    {"a gate that asks for use is later", Use::adopted, {}, {"scale/min_adoption=0.3"}, live, +1},
    {"less money is later", Use::held, {}, {"all/amount=60000"}, live, +1},
    {"money that comes later is later", Use::held, {}, {"all/from_week=40"}, live, +1},
    {"a risk that takes people is later", Use::held, {}, {"flu/rate_per_week=0.3"}, live, +1},
    {"a risk that costs money is worse", Use::held, {}, {"fine/probability=0.5"}, npv, -1},
    // What use is worth
    {"more review capacity earns more", Use::held, {"money.review_insights_per_week=10"}, {"money.review_insights_per_week=60"}, value, +1},
    {"people who follow up earn more", Use::held, {}, {"camera/follow_through=0.9"}, value, +1},
    {"automation earns more", Use::held, {"trust.incidents_from_delegation=0", "camera/automated_share=0"}, {"trust.incidents_from_delegation=0", "camera/automated_share=0.9"}, value, +1},
    {"delegation earns more", Use::held, {}, {"assistant/delegated_share=0.6"}, value, +1},
    {"governance lets more run by itself", Use::held, {"camera/automated_share=0.9", "governance.strength=0"}, {"camera/automated_share=0.9", "governance.strength=0.9"}, value, +1},
    {"reliable output earns more", Use::held, {}, {"assistant/output_reliability=0.95"}, value, +1},
    {"more compute earns more", Use::held, {"compute.capacity=40"}, {"compute.capacity=100"}, value, +1},
    {"dearer compute is worse", Use::held, {}, {"compute.price_per_unit=5"}, npv, -1},
    {"what is still to be learnt earns less", Use::held, {}, {"camera/proficiency_at_start=0.5"}, value, -1},
    {"learning slowly earns less", Use::held, {"camera/proficiency_at_start=0.5"}, {"camera/proficiency_at_start=0.5", "camera/proficiency_half_weeks=30"}, value, -1},
    {"hours lost learning cost money", Use::held, {}, {"assistant/dip_hours_per_user_week=2"}, npv, -1},
    {"waiting erodes value", Use::held, {}, {"camera/delay_cost_per_year=0.3"}, value, -1},
    {"ideas earn more", Use::held, {}, {"ideas.ideas_per_user_year=1"}, value, +1},
    {"datathons earn more", Use::held, {}, {"ideas.datathon_weeks=[30, 40]"}, value, +1},
    {"curated data promise more", Use::held, {"presses/data_quality=0.5", "pilot.data_quality=0.5"}, {"presses/data_quality=0.5", "pilot.data_quality=0.95"}, promised, +1},
    {"hand review promises more", Use::held, {"pilot.hand_review=false"}, {"pilot.hand_review=true"}, promised, +1},
    {"skipped work that takes rework is dearer", Use::held, {"connect/skipped_in_pilot=true"}, {"connect/skipped_in_pilot=true", "connect/rework_factor=3"}, total<Cash::building>, +1},
    // What makes people use it
    {"sponsorship", Use::adopted, {"programme.sponsorship=0.1"}, {"programme.sponsorship=0.85"}, use, +1},
    {"embedding", Use::adopted, {}, {"operators/embedding_share=0.9"}, use, +1},
    {"showcases", Use::adopted, {}, {"operators/showcase_weeks=[6, 7, 8, 9, 24, 25, 26]"}, use, +1},
    {"training", Use::adopted, {}, {"operators/training_share=0.8"}, use, +1},
    {"licences for more people", Use::adopted, {"operators/licensed_share=0.4"}, {}, use, +1},
    {"licences that cost more are worse", Use::adopted, {}, {"money.licence_per_user_month=90"}, npv, -1},
    {"peers", Use::adopted, {"adoption.imitation_rate_per_week=0.05"}, {"adoption.imitation_rate_per_week=0.8"}, use, +1},
    {"turnover", Use::adopted, {}, {"adoption.turnover_per_week=0.03"}, use, -1},
    {"help", Use::adopted, {"support.self_help_share=0.1"}, {"support.self_help_share=0.9"}, use, +1},
    {"a hub", Use::adopted, {"central/hours_per_week=0"}, {"central/hours_per_week=20"}, use, +1},
    {"a hub that lets sites see each other", Use::adopted, {"central/between_sites_spread=0"}, {}, use, +1},
    {"stale knowledge", Use::adopted, {}, {"knowledge.decay_per_week=0.1"}, use, -1},
    {"trust at the start", Use::adopted, {"trust.initial=0.2"}, {"trust.initial=0.8"}, use, +1},
    {"incidents", Use::adopted, {}, {"trust.incidents_per_site_week=0.1"}, use, -1},
    {"reliable output", Use::adopted, {}, {"assistant/output_reliability=0.98"}, use, +1},
    {"outages", Use::adopted, {}, {"failures.handcrafted_rate_per_week=0.5"}, use, -1},
    {"too little compute", Use::adopted, {}, {"compute.capacity=20"}, use, -1},
};
// clang-format on

Results run_with(Use use, const Overrides& overrides) {
  const std::string text = use == Use::adopted ? "[adoption]\n" + kHeld : kHeld;
  return run(model_of(scenario_of(text, overrides)), kept(kTrials));
}

/// What the change does, of the larger of the two.
double effect(const Direction& row) {
  const double less = row.measure(run_with(row.use, row.less)), more = row.measure(run_with(row.use, row.more));
  const double scale = std::max(std::abs(less), std::abs(more));
  return scale > 0 ? (more - less) / scale : 0;
}

/// Futures are the same on both sides, so that an effect of one in a thousand is none of chance.
bool holds(double effect, int sign) { return sign * effect > 1e-3; }

}  // namespace

TEST_CASE("directions: each mechanism moves what it is there for the right way") {
  for (const Direction& row : kDirections) {
    const double found = effect(row);
    INFO(std::string(row.name), ": ", found);
    CHECK(holds(found, row.sign));
  }
}

TEST_CASE("directions: a wrong sign and a change of nothing are found") {
  const double found = effect(kDirections[0]);
  CHECK(holds(found, +1));
  CHECK_FALSE(holds(found, -1));
  const double nothing = effect({"nothing", Use::held, {}, {}, help, +1});
  CHECK_FALSE(holds(nothing, +1));
  CHECK_FALSE(holds(nothing, -1));
}

}  // namespace headrace::test
