#include "model/language/keys.hpp"

namespace headrace {

const KeyTable<Hub>& hub_keys() {
  static const KeyTable<Hub> table{
      "hubs",
      "An activation hub: people who help, teach and keep knowledge alive.",
      {{"sites", &Hub::sites, ids_in("sites"), "Sites it serves; none: all."},
       {"roles", &Hub::roles, ids_in("groups"), "Groups it serves; none: all."},
       {"hours_per_week", &Hub::hours_per_week,
        number("hours a week", up_to(most_hours), required(), "HUB01").commonly(5, 400).weekly(), "Help it can give."},
       {"triage_share", &Hub::triage_share, number("share", any_share, 0.3).commonly(0.1, 0.8).weekly(),
        "Share of the questions it takes first."},
       {"role_fit", &Hub::role_fit, number("share", any_share, 0.7).commonly(0.3, 1).weekly(),
        "Worth of its help, against a lead's in the own trade."},
       {"cost_per_hour", &Hub::cost_per_hour, number("money", up_to(most_money_hour), 110).commonly(20, 200).weekly(),
        "Cost of an hour."},
       {"start_week", &Hub::start_week, number("week", up_to(most_weeks), 0).commonly(0, 104), "When it opens."},
       {"engine_strength", &Hub::engine_strength, number("share", any_share, 0).commonly(0.2, 1).weekly(),
        "Knowledge engine: how much of what works it keeps."},
       {"between_sites_spread", &Hub::between_sites_spread, number("share", any_share, 1).commonly(0.2, 1).weekly(),
        "How much of what other sites do its people see."},
       {"between_hubs_spread", &Hub::between_hubs_spread,
        number("share", any_share, 0.3, "assumption").commonly(0.1, 1),
        "How far it passes what its sites learn to the sites of other hubs."},
       {"spread_lag_weeks", &Hub::spread_lag_weeks, number("weeks", up_to(most_weeks), 4, "assumption").commonly(1, 26),
        "How late what its sites learn is passed on."}}};
  return table;
}

const KeyTable<Support>& support_keys() {
  static const KeyTable<Support> table = single(KeyTable<Support>{
      "support",
      "How much help people need and get.",
      {{"help_hours_per_explorer_week", &Support::help_hours_per_explorer_week,
        number("hours", up_to(168), lognormal(0.25, 0.4), "HLP01, HLP04").commonly(0.05, 2).weekly(),
        "Help an explorer needs."},
       {"help_hours_per_regular_week", &Support::help_hours_per_regular_week,
        number("hours", up_to(168), lognormal(0.05, 0.4), "HLP01, HLP04").commonly(0.01, 1).weekly(),
        "Help a regular user needs."},
       {"staleness_uplift", &Support::staleness_uplift, number("", up_to(most_effect), 1).commonly(0.2, 3).weekly(),
        "How much more help stale knowledge takes."},
       {"self_help_share", &Support::self_help_share,
        number("share", any_share, triangular(0.45, 0.55, 0.65), "HLP03").commonly(0.2, 0.8).weekly(),
        "Share of the need that people settle by themselves."},
       {"ask_share", &Support::ask_share, number("share", any_share, 0.55, "SHA03").commonly(0.2, 0.9).weekly(),
        "Share of the rest that is asked."},
       {"hub_on_ask", &Support::hub_on_ask, number("share", any_share, 0.25).commonly(0.05, 0.5).weekly(),
        "What a hub adds to it."},
       {"governance_on_ask", &Support::governance_on_ask, number("share", any_share, 0.2).commonly(0.05, 0.5).weekly(),
        "What clear governance adds to it."},
       {"ai_lead_recovery_per_week", &Support::ai_lead_recovery_per_week,
        number("a week", up_to(most_rate), lognormal(0.05, 0.3), "CHA05").commonly(0.01, 0.3).weekly(),
        "How fast AI leads recover."},
       {"ai_lead_burn_per_week", &Support::ai_lead_burn_per_week,
        number("a week", up_to(most_rate), lognormal(0.15, 0.3), "CHA05").commonly(0.03, 0.6).weekly(),
        "How fast overload wears them out."},
       {"ai_lead_leaving_per_week", &Support::ai_lead_leaving_per_week,
        number("share a week", any_share, 0.004, "CHA07").commonly(0.001, 0.02).weekly(),
        "Share of AI leads who stop."},
       {"ai_lead_strain_leaving_per_week", &Support::ai_lead_strain_leaving_per_week,
        number("share a week", any_share, 0.03, "CHA07").commonly(0.005, 0.1).weekly(), "The same under full strain."},
       {"ai_lead_replacement_weeks", &Support::ai_lead_replacement_weeks,
        number("weeks", up_to(most_weeks), 10).commonly(2, 30).weekly(), "Until a successor helps."}}});
  return table;
}

const KeyTable<Knowledge>& knowledge_keys() {
  static const KeyTable<Knowledge> table = single(KeyTable<Knowledge>{
      "knowledge",
      "How what people know goes stale and is renewed.",
      {{"initial_freshness", &Knowledge::initial_freshness,
        number("share", any_share, triangular(0.7, 0.8, 0.9), "TRN03").commonly(0.4, 1), "At the start."},
       {"freshness_floor", &Knowledge::freshness_floor,
        number("share", any_share, triangular(0.35, 0.45, 0.55)).commonly(0.2, 0.7).weekly(), "What never goes stale."},
       {"decay_per_week", &Knowledge::decay_per_week,
        number("a week", up_to(most_rate), 0.01, "TRN02").commonly(0.003, 0.05).weekly(), "How fast it fades."},
       {"releases_per_week", &Knowledge::releases_per_week,
        number("a week", up_to(most_events), 0.0588, "CAD01").commonly(0.02, 0.5).weekly(),
        "How often a model is released."},
       {"release_drop", &Knowledge::release_drop,
        number("share", any_share, 0.08, "TRN02").commonly(0.02, 0.3).weekly(), "What a release makes stale at once."},
       {"engine_gain_per_week", &Knowledge::engine_gain_per_week,
        number("a week", up_to(most_rate), lognormal(0.06, 0.3)).commonly(0.01, 0.2).weekly(),
        "What a knowledge engine renews."},
       {"retraining_gain_per_week", &Knowledge::retraining_gain_per_week,
        number("a week", up_to(most_rate), 0.02).commonly(0.005, 0.1).weekly(), "What continuous training renews."}}});
  return table;
}

const KeyTable<Trust>& trust_keys() {
  static const KeyTable<Trust> table = single(KeyTable<Trust>{
      "trust",
      "How trust is lost and rebuilt.",
      {{"initial", &Trust::initial, number("share", any_share, triangular(0.3, 0.46, 0.6), "TRU01").commonly(0.2, 0.8),
        "At the start."},
       {"gain_per_week", &Trust::gain_per_week,
        number("a week", up_to(most_rate), lognormal(0.02, 0.4)).commonly(0.005, 0.1).weekly(),
        "How fast regular use rebuilds it."},
       {"incident_severity", &Trust::incident_severity, number("share", any_share, 0.35).commonly(0.1, 0.6).weekly(),
        "What an incident destroys at its site."},
       {"severity_elsewhere", &Trust::severity_elsewhere, number("share", any_share, 0.3).commonly(0.1, 0.6).weekly(),
        "Share of that at other sites."},
       {"incidents_per_site_week", &Trust::incidents_per_site_week,
        number("a week", up_to(most_events), 0.003, "INC01, INC02").commonly(0.0005, 0.02).weekly(),
        "Incidents that always may happen."},
       {"incidents_from_shadow_use", &Trust::incidents_from_shadow_use,
        number("a week", up_to(most_events), 0.01, "SHA03").commonly(0.001, 0.05).weekly(), "More at full shadow use."},
       {"incidents_from_delegation", &Trust::incidents_from_delegation,
        number("a week", up_to(most_events), 0.01).commonly(0.001, 0.05).weekly(),
        "More per unit of delegation beyond governance."},
       {"incident_cost", &Trust::incident_cost,
        number("money", up_to(most_money), 15000).commonly(1000, 200000).weekly(), "Cost of an incident."},
       {"outage_severity", &Trust::outage_severity, number("share", any_share, 0.02).commonly(0.005, 0.1),
        "What a noticed outage week destroys."},
       {"wrong_output_severity", &Trust::wrong_output_severity,
        number("share", any_share, 0.01).commonly(0.002, 0.05).weekly(), "What a noticed wrong output destroys."},
       {"full_automation_trust", &Trust::full_automation_trust,
        number("share", between(0.01, 1), 0.75).commonly(0.5, 1).weekly(),
        "Trust at which all that is automated may run."}}});
  return table;
}

const KeyTable<Governance>& governance_keys() {
  static const KeyTable<Governance> table = single(KeyTable<Governance>{
      "governance",
      "Rules that people can use, and what happens without them.",
      {{"strength", &Governance::strength, number("share", any_share, 0.3).commonly(0.1, 0.9).weekly(),
        "Clear guidance with a supported alternative; 0.8 is good."},
       {"shadow_share", &Governance::shadow_share,
        number("share", any_share, 0.54, "SHA01").commonly(0.1, 0.8).weekly(),
        "Share who use public tools when nothing stops them."},
       {"blocks_public_tools", &Governance::blocks_public_tools, of(KeyKind::flag), "Public tools are blocked."},
       {"blocked_shadow_factor", &Governance::blocked_shadow_factor,
        number("", any_share, 0.5).commonly(0.2, 0.9).weekly(),
        "What blocking leaves of shadow use, with an alternative."},
       {"blocked_trial_factor", &Governance::blocked_trial_factor, number("", any_share, 0.8).commonly(0.3, 1).weekly(),
        "What blocking leaves of trying, without one."},
       {"output_checking_incident_factor", &Governance::output_checking_incident_factor,
        number("", any_share, 0.5).commonly(0.2, 0.9).weekly(), "What checking outputs leaves of incidents."},
       {"output_checking_review_load", &Governance::output_checking_review_load,
        number("share", up_to(most_factor), 0.1).commonly(0.02, 0.5).weekly(), "Review that checking adds."},
       {"automation_limit_base", &Governance::automation_limit_base,
        number("share", any_share, 0.4).commonly(0.1, 0.8).weekly(),
        "Share of automation that is safe without governance."}}});
  return table;
}

}  // namespace headrace
