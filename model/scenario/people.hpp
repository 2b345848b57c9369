#pragma once

#include <string>
#include <vector>

#include "model/scenario/quantity.hpp"

namespace headrace {

/// People who help, teach and keep knowledge alive for the sites and roles they serve. A group is served by the first
/// hub, in order of id, that lists its site and role.
struct Hub {
  std::string id, label;
  Location where;
  std::vector<std::string> sites;  ///< none: all
  std::vector<std::string> roles;  ///< none: all
  Quantity hours_per_week;         ///< of help it can give
  Quantity triage_share;           ///< of what is asked, taken before the AI leads
  Quantity role_fit;               ///< worth of an hour of its help
  Quantity cost_per_hour;
  Quantity start_week;
  Quantity engine_strength;       ///< knowledge engine, 0..1
  Quantity between_sites_spread;  ///< scales what people see of other sites, instead of the adoption's own number
  Quantity between_hubs_spread;   ///< how far it passes what its sites learn to other hubs'
  Quantity spread_lag_weeks;      ///< how late what its sites learn is passed on
  double free_hours = 0;          ///< more hours a week that nobody pays (model/limits/limits.hpp)
};

/// How much help people need and get, and what that does to AI leads. Absent: help is always enough.
struct Support {
  bool present = false;
  Quantity help_hours_per_explorer_week, help_hours_per_regular_week;  ///< h_E, h_R
  Quantity staleness_uplift;                                           ///< u
  Quantity self_help_share;                                            ///< of the need, settled without asking
  Quantity ask_share, hub_on_ask, governance_on_ask;
  Quantity ai_lead_recovery_per_week, ai_lead_burn_per_week;           ///< rec, burn
  Quantity ai_lead_leaving_per_week, ai_lead_strain_leaving_per_week;  ///< lam0, lam1
  Quantity ai_lead_replacement_weeks;                                  ///< tau
};

/// How what people know goes stale and is renewed. Absent: always fresh.
struct Knowledge {
  bool present = false;
  Quantity initial_freshness, freshness_floor;
  Quantity decay_per_week;
  Quantity releases_per_week, release_drop;
  Quantity engine_gain_per_week;      ///< kappa
  Quantity retraining_gain_per_week;  ///< times training and its fit to the role
};

/// How trust is lost and rebuilt. Absent: full trust, no incidents.
struct Trust {
  bool present = false;
  Quantity initial, gain_per_week;
  Quantity incident_severity, severity_elsewhere;
  Quantity incidents_per_site_week, incidents_from_shadow_use, incidents_from_delegation;  ///< i0, i1, i2
  Quantity incident_cost;
  Quantity outage_severity, wrong_output_severity;
  Quantity full_automation_trust;
};

/// Rules that people can use. Absent: nobody uses tools in the shadow, and all that is automated may run.
struct Governance {
  bool present = false;
  Quantity strength;  ///< 0..1
  Quantity shadow_share;
  bool blocks_public_tools = false;
  Quantity blocked_shadow_factor, blocked_trial_factor;
  Quantity output_checking_incident_factor, output_checking_review_load;
  Quantity automation_limit_base;
};

}  // namespace headrace
