#include "model/compile/compile_people.hpp"

#include <string>
#include <utility>

#include "model/scenario/coverage.hpp"

namespace headrace {
namespace {

constexpr double kPeoplePerAiLead = 45;  // CHA01

class PeopleCompiler {
 public:
  PeopleCompiler(const Programme& programme, CompiledModel& model, ParameterTable& parameters)
      : scenario_(programme.scenario), model_(model), parameters_(parameters) {}

  void run() {
    adoption();
    hubs();
    support();
    knowledge();
    trust();
    governance();
    for (std::size_t s = 0; s < scenario_.sites.size(); ++s) site(s);
  }

 private:
  Param number(const Quantity& q, const char* entity, const char* field) {
    return parameters_.add(q, "", entity, field);
  }

  void adoption() {
    const Adoption& a = scenario_.adoption;
    CompiledAdoption& c = model_.adoption;
    const auto number = [&](const Quantity& q, const char* field) { return parameters_.add(q, "", "adoption", field); };
    c.present = a.present;
    c.sponsorship = parameters_.add(scenario_.programme.sponsorship, "", "programme", "sponsorship");
    if (!a.present) return;
    c.trial = number(a.trial_rate_per_week, "trial_rate_per_week");
    c.imitation = number(a.imitation_rate_per_week, "imitation_rate_per_week");
    c.habit = number(a.habit_rate_per_week, "habit_rate_per_week");
    c.dropout = number(a.dropout_rate_per_week, "dropout_rate_per_week");
    c.lapse = number(a.lapse_rate_per_week, "lapse_rate_per_week");
    c.comeback = number(a.return_rate_per_week, "return_rate_per_week");
    c.turnover = number(a.turnover_per_week, "turnover_per_week");
    c.visibility = number(a.explorer_visibility, "explorer_visibility");
    c.w_own = number(a.own_group_weight, "own_group_weight");
    c.w_site = number(a.same_site_weight, "same_site_weight");
    c.w_role = number(a.same_role_weight, "same_role_weight");
    c.w_all = number(a.everyone_weight, "everyone_weight");
    c.spread = number(a.between_sites_spread, "between_sites_spread");
    c.a_s = number(a.sponsor_on_trial, "sponsor_on_trial");
    c.a_t = number(a.training_on_trial, "training_on_trial");
    c.c_s = number(a.sponsor_on_habit, "sponsor_on_habit");
    c.d_s = number(a.sponsor_on_lapse, "sponsor_on_lapse");
    c.d_b = number(a.embedding_on_lapse, "embedding_on_lapse");
    c.a_c = number(a.showcase_on_trial, "showcase_on_trial");
    c.b_help = number(a.help_on_lapse, "help_on_lapse");
    c.b_fresh = number(a.freshness_on_lapse, "freshness_on_lapse");
    c.b_quality = number(a.quality_on_lapse, "quality_on_lapse");
    c.b_trust = number(a.trust_on_lapse, "trust_on_lapse");
    c.b_trust_explorer = number(a.trust_on_dropout, "trust_on_dropout");
  }

  void hubs() {
    for (const Hub& hub : scenario_.hubs) {
      const auto at = [&](const Quantity& q, const char* field) { return parameters_.add(q, "", hub.id, field); };
      model_.hubs.push_back({at(hub.hours_per_week, "hours_per_week"), at(hub.triage_share, "triage_share"),
                             at(hub.role_fit, "role_fit"), at(hub.cost_per_hour, "cost_per_hour"),
                             at(hub.start_week, "start_week"), at(hub.engine_strength, "engine_strength"),
                             at(hub.between_sites_spread, "between_sites_spread"),
                             at(hub.between_hubs_spread, "between_hubs_spread"),
                             at(hub.spread_lag_weeks, "spread_lag_weeks"), static_cast<float>(hub.free_hours)});
    }
  }

  void support() {
    const Support& s = scenario_.support;
    CompiledSupport& c = model_.support;
    c.present = s.present;
    if (!s.present) return;
    const auto at = [&](const Quantity& q, const char* field) { return number(q, "support", field); };
    c.need_explorer = at(s.help_hours_per_explorer_week, "help_hours_per_explorer_week");
    c.need_regular = at(s.help_hours_per_regular_week, "help_hours_per_regular_week");
    c.uplift = at(s.staleness_uplift, "staleness_uplift");
    c.self_help = at(s.self_help_share, "self_help_share");
    c.ask = at(s.ask_share, "ask_share");
    c.hub_on_ask = at(s.hub_on_ask, "hub_on_ask");
    c.governance_on_ask = at(s.governance_on_ask, "governance_on_ask");
    c.recovery = at(s.ai_lead_recovery_per_week, "ai_lead_recovery_per_week");
    c.burn = at(s.ai_lead_burn_per_week, "ai_lead_burn_per_week");
    c.leaving = at(s.ai_lead_leaving_per_week, "ai_lead_leaving_per_week");
    c.strain_leaving = at(s.ai_lead_strain_leaving_per_week, "ai_lead_strain_leaving_per_week");
    c.replacement = at(s.ai_lead_replacement_weeks, "ai_lead_replacement_weeks");
  }

  void knowledge() {
    const Knowledge& k = scenario_.knowledge;
    CompiledKnowledge& c = model_.knowledge;
    c.present = k.present;
    if (!k.present) return;
    const auto at = [&](const Quantity& q, const char* field) { return number(q, "knowledge", field); };
    c.initial = at(k.initial_freshness, "initial_freshness");
    c.floor = at(k.freshness_floor, "freshness_floor");
    c.decay = at(k.decay_per_week, "decay_per_week");
    c.releases = at(k.releases_per_week, "releases_per_week");
    c.drop = at(k.release_drop, "release_drop");
    c.engine_gain = at(k.engine_gain_per_week, "engine_gain_per_week");
    c.retraining_gain = at(k.retraining_gain_per_week, "retraining_gain_per_week");
    c.release_stream = parameters_.stream("knowledge/releases");
  }

  void trust() {
    const Trust& t = scenario_.trust;
    CompiledTrust& c = model_.trust;
    c.present = t.present;
    if (!t.present) return;
    const auto at = [&](const Quantity& q, const char* field) { return number(q, "trust", field); };
    c.gain = at(t.gain_per_week, "gain_per_week");
    c.severity = at(t.incident_severity, "incident_severity");
    c.elsewhere = at(t.severity_elsewhere, "severity_elsewhere");
    c.always = at(t.incidents_per_site_week, "incidents_per_site_week");
    c.from_shadow = at(t.incidents_from_shadow_use, "incidents_from_shadow_use");
    c.from_delegation = at(t.incidents_from_delegation, "incidents_from_delegation");
    c.incident_cost = at(t.incident_cost, "incident_cost");
    c.outage_severity = at(t.outage_severity, "outage_severity");
    c.wrong_severity = at(t.wrong_output_severity, "wrong_output_severity");
    c.full_automation = at(t.full_automation_trust, "full_automation_trust");
  }

  void governance() {
    const Governance& g = scenario_.governance;
    CompiledGovernance& c = model_.governance;
    c.present = g.present;
    if (!g.present) return;
    const auto at = [&](const Quantity& q, const char* field) { return number(q, "governance", field); };
    c.blocks = g.blocks_public_tools;
    c.strength = at(g.strength, "strength");
    c.shadow = at(g.shadow_share, "shadow_share");
    c.blocked_shadow = at(g.blocked_shadow_factor, "blocked_shadow_factor");
    c.blocked_trial = at(g.blocked_trial_factor, "blocked_trial_factor");
    c.checking_incidents = at(g.output_checking_incident_factor, "output_checking_incident_factor");
    c.checking_load = at(g.output_checking_review_load, "output_checking_review_load");
    c.limit_base = at(g.automation_limit_base, "automation_limit_base");
  }

  void site(std::size_t s) {
    const Site& site = scenario_.sites[s];
    CompiledSite& c = model_.sites[s];
    if (scenario_.trust.present) {
      c.initial_trust = site.initial_trust.given ? parameters_.add(site.initial_trust, site.id, "", "initial_trust")
                                                 : number(scenario_.trust.initial, "trust", "initial");
      c.incident_stream = parameters_.stream(site.id + "/incidents");
    }
    for (std::size_t g = 0; g < site.groups.size(); ++g) {
      group(site, site.groups[g], model_.groups[static_cast<std::size_t>(c.groups.begin) + g]);
    }
  }

  void group(const Site& site, const Group& group, CompiledGroup& c) {
    const auto at = [&](const Quantity& q, const char* field) { return parameters_.add(q, site.id, group.id, field); };
    c.hub = hub_of(site, group.id);
    const std::size_t first = model_.showcase_weeks.size();
    for (std::size_t k = 0; k < group.showcase_weeks.size(); ++k) {
      model_.showcase_weeks.push_back(at(group.showcase_weeks[k], ("showcase_weeks/" + std::to_string(k + 1)).c_str()));
    }
    c.showcases = {static_cast<int>(first), static_cast<int>(model_.showcase_weeks.size())};
    if (!scenario_.support.present) return;
    c.ai_leads_given = group.ai_leads.given;
    c.ai_leads = c.ai_leads_given ? at(group.ai_leads, "ai_leads") : parameters_.constant(1 / kPeoplePerAiLead);
    c.ai_lead_hours = at(group.ai_lead_hours_per_week, "ai_lead_hours_per_week");
    const double kept = c.hub >= 0 ? 1.0 : 0.6;  // CHA02
    c.ai_lead_kept = group.ai_lead_kept_share.given ? at(group.ai_lead_kept_share, "ai_lead_kept_share")
                                                    : parameters_.constant(kept);
    c.more_ai_leads = static_cast<float>(group.more_ai_leads);
    c.free_help_hours = static_cast<float>(group.free_help_hours);
    if (group.pays_kept_share_only) c.paid_kept = std::exchange(c.ai_lead_kept, parameters_.constant(1));
    c.ai_lead_fit = at(group.ai_lead_role_fit, "ai_lead_role_fit");
    c.leave_stream = parameters_.stream(site.id + "/" + group.id + "/ai_leads_leaving");
    c.return_stream = parameters_.stream(site.id + "/" + group.id + "/ai_leads_joining");
  }

  int hub_of(const Site& site, const std::string& role) const {
    for (std::size_t h = 0; h < scenario_.hubs.size(); ++h) {
      const Hub& hub = scenario_.hubs[h];
      if (covers(hub.sites, site) && lists(hub.roles, role)) return static_cast<int>(h);
    }
    return -1;
  }

  const Scenario& scenario_;
  CompiledModel& model_;
  ParameterTable& parameters_;
};

}  // namespace

void compile_people(const Programme& programme, CompiledModel& model, ParameterTable& parameters) {
  PeopleCompiler(programme, model, parameters).run();
}

}  // namespace headrace
