#include "model/later_table.hpp"

namespace headrace {
namespace {

Table hubs() {
  return later_table(
      "hubs", "An activation hub: people who help, teach and keep knowledge alive.",
      {{"sites", later, of(KeyKind::ids), "Sites it serves; none: all."},
       {"roles", later, of(KeyKind::ids), "Groups it serves; none: all."},
       {"hours_per_week", later, number("hours a week", at_least(0), required(), "HUB01"), "Help it can give."},
       {"triage_share", later, number("share", share, 0.3), "Share of the questions it takes first."},
       {"role_fit", later, number("share", share, 0.7), "Worth of its help, against a lead's in the own trade."},
       {"cost_per_hour", later, number("money", at_least(0), 110), "Cost of an hour."},
       {"start_week", later, number("week", at_least(0), 0), "When it opens."},
       {"engine_strength", later, number("share", share, 0), "Knowledge engine: how much of what works it keeps."},
       {"between_hubs_spread", later, number("share", share, 0.3), "How far it passes knowledge to other hubs."},
       {"spread_lag_weeks", later, number("weeks", at_least(0), 4), "How late that is."}});
}

Table support() {
  return later_single_table(
      "support", "How much help people need and get.",
      {{"help_hours_per_explorer_week", later, number("hours", at_least(0), lognormal(0.25, 0.4), "HLP01, HLP04"),
        "Help an explorer needs."},
       {"help_hours_per_regular_week", later, number("hours", at_least(0), lognormal(0.05, 0.4), "HLP01, HLP04"),
        "Help a regular user needs."},
       {"staleness_uplift", later, number("", at_least(0), 1), "How much more help stale knowledge takes."},
       {"self_help_share", later, number("share", share, triangular(0.45, 0.55, 0.65), "HLP03"),
        "Share of the need that people settle by themselves."},
       {"ask_share", later, number("share", share, 0.55, "SHA03"), "Share of the rest that is asked."},
       {"hub_on_ask", later, number("share", share, 0.25), "What a hub adds to it."},
       {"governance_on_ask", later, number("share", share, 0.2), "What clear governance adds to it."},
       {"ai_lead_recovery_per_week", later, number("a week", at_least(0), lognormal(0.05, 0.3), "CHA05"),
        "How fast AI leads recover."},
       {"ai_lead_burn_per_week", later, number("a week", at_least(0), lognormal(0.15, 0.3), "CHA05"),
        "How fast overload wears them out."},
       {"ai_lead_leaving_per_week", later, number("share a week", share, 0.004, "CHA07"),
        "Share of AI leads who stop."},
       {"ai_lead_strain_leaving_per_week", later, number("share a week", share, 0.03, "CHA07"),
        "The same under full strain."},
       {"ai_lead_replacement_weeks", later, number("weeks", at_least(0), 10), "Until a successor helps."}});
}

Table knowledge() {
  return later_single_table(
      "knowledge", "How what people know goes stale and is renewed.",
      {{"initial_freshness", later, number("share", share, triangular(0.7, 0.8, 0.9), "TRN03"), "At the start."},
       {"freshness_floor", later, number("share", share, triangular(0.35, 0.45, 0.55)), "What never goes stale."},
       {"decay_per_week", later, number("a week", at_least(0), 0.01, "TRN02"), "How fast it fades."},
       {"releases_per_week", later, number("a week", at_least(0), 0.0588, "CAD01"), "How often a model is released."},
       {"release_drop", later, number("share", share, 0.08, "TRN02"), "What a release makes stale at once."},
       {"engine_gain_per_week", later, number("a week", at_least(0), lognormal(0.06, 0.3)),
        "What a knowledge engine renews."},
       {"retraining_gain_per_week", later, number("a week", at_least(0), 0.02), "What continuous training renews."}});
}

Table trust() {
  return later_single_table(
      "trust", "How trust is lost and rebuilt.",
      {{"initial", later, number("share", share, triangular(0.3, 0.46, 0.6), "TRU01"), "At the start."},
       {"gain_per_week", later, number("a week", at_least(0), lognormal(0.02, 0.4)),
        "How fast regular use rebuilds it."},
       {"incident_severity", later, number("share", share, 0.35), "What an incident destroys at its site."},
       {"severity_elsewhere", later, number("share", share, 0.3), "Share of that at other sites."},
       {"incidents_per_site_week", later, number("a week", at_least(0), 0.003, "INC01, INC02"),
        "Incidents that always may happen."},
       {"incidents_from_shadow_use", later, number("a week", at_least(0), 0.01, "SHA03"), "More at full shadow use."},
       {"incidents_from_delegation", later, number("a week", at_least(0), 0.01),
        "More per unit of delegation beyond governance."},
       {"incident_cost", later, number("money", at_least(0), 15000), "Cost of an incident."},
       {"outage_severity", later, number("share", share, 0.02), "What a noticed outage week destroys."},
       {"wrong_output_severity", later, number("share", share, 0.01), "What a noticed wrong output destroys."},
       {"full_automation_trust", later, number("share", between(0.01, 1), 0.75),
        "Trust at which all that is automated may run."}});
}

Table governance() {
  return later_single_table(
      "governance", "Rules that people can use, and what happens without them.",
      {{"strength", later, number("share", share, 0.3), "Clear guidance with a supported alternative; 0.8 is good."},
       {"shadow_share", later, number("share", share, 0.54, "SHA01"),
        "Share who use public tools when nothing stops them."},
       {"blocks_public_tools", later, of(KeyKind::flag), "Public tools are blocked."},
       {"blocked_shadow_factor", later, number("", share, 0.5),
        "What blocking leaves of shadow use, with an alternative."},
       {"blocked_trial_factor", later, number("", share, 0.8), "What blocking leaves of trying, without one."},
       {"output_checking_incident_factor", later, number("", share, 0.5), "What checking outputs leaves of incidents."},
       {"output_checking_review_load", later, number("share", at_least(0), 0.1), "Review that checking adds."},
       {"automation_limit_base", later, number("share", share, 0.4),
        "Share of automation that is safe without governance."}});
}

Table compute() {
  return later_single_table(
      "compute", "What models cost to run, and how much there is.",
      {{"capacity", later, number("compute units a week", at_least(0), {0, "1.5 x the pilot's demand"}),
        "What is there."},
       {"price_per_unit", later, number("money", at_least(0), 0), "Price at the start."},
       {"price_change_per_year", later, number("share a year", between(-1, 10), -0.2), "How the price moves."},
       {"bill_over_rate_card", later, number("", at_least(0), 1.6, "GPU04"), "The bill, against the rate card."}});
}

Table ideas() {
  return later_single_table(
      "ideas", "How curiosity becomes new use cases.",
      {{"ideas_per_user_year", later, number("ideas", at_least(0), 0.02), "Ideas of a regular user."},
       {"tested_share", later, number("share", share, 0.2), "Share that is tested."},
       {"live_share", later, number("share", share, 0.2), "Share of those that goes live."},
       {"value_share", later, number("share", at_least(0), 0.05), "Worth of one, against the use case it comes from."},
       {"datathon_weeks", later, numbers("week", at_least(0)), "Weeks with a datathon."}});
}

}  // namespace

std::vector<Table> later_people_tables() {
  return {hubs(), support(), knowledge(), trust(), governance(), compute(), ideas()};
}

}  // namespace headrace
