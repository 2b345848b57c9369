#include "model/weekly_numbers.hpp"

#include <algorithm>

namespace headrace {

const std::vector<WeeklyNumber>& weekly_numbers() {
  static const std::vector<WeeklyNumber> numbers = {
      {"programme", "sponsorship"},

      {"money", "licence_per_user_month"},
      {"money", "review_insights_per_week"},

      {"teams", "people"},
      {"teams", "cost_per_person_week"},

      {"adoption", "trial_rate_per_week"},
      {"adoption", "imitation_rate_per_week"},
      {"adoption", "habit_rate_per_week"},
      {"adoption", "dropout_rate_per_week"},
      {"adoption", "lapse_rate_per_week"},
      {"adoption", "return_rate_per_week"},
      {"adoption", "turnover_per_week"},
      {"adoption", "explorer_visibility"},
      {"adoption", "own_group_weight"},
      {"adoption", "same_site_weight"},
      {"adoption", "same_role_weight"},
      {"adoption", "everyone_weight"},
      {"adoption", "between_sites_spread"},
      {"adoption", "sponsor_on_trial"},
      {"adoption", "training_on_trial"},
      {"adoption", "showcase_on_trial"},
      {"adoption", "sponsor_on_habit"},
      {"adoption", "sponsor_on_lapse"},
      {"adoption", "embedding_on_lapse"},
      {"adoption", "quality_on_lapse"},
      {"adoption", "trust_on_dropout"},
      {"adoption", "help_on_lapse"},
      {"adoption", "freshness_on_lapse"},
      {"adoption", "trust_on_lapse"},

      {"support", "help_hours_per_explorer_week"},
      {"support", "help_hours_per_regular_week"},
      {"support", "staleness_uplift"},
      {"support", "self_help_share"},
      {"support", "ask_share"},
      {"support", "hub_on_ask"},
      {"support", "governance_on_ask"},
      {"support", "ai_lead_recovery_per_week"},
      {"support", "ai_lead_burn_per_week"},
      {"support", "ai_lead_leaving_per_week"},
      {"support", "ai_lead_strain_leaving_per_week"},
      {"support", "ai_lead_replacement_weeks"},

      {"knowledge", "freshness_floor"},
      {"knowledge", "decay_per_week"},
      {"knowledge", "releases_per_week"},
      {"knowledge", "release_drop"},
      {"knowledge", "engine_gain_per_week"},
      {"knowledge", "retraining_gain_per_week"},

      {"trust", "gain_per_week"},
      {"trust", "incident_severity"},
      {"trust", "severity_elsewhere"},
      {"trust", "incidents_per_site_week"},
      {"trust", "incidents_from_shadow_use"},
      {"trust", "incidents_from_delegation"},
      {"trust", "incident_cost"},
      {"trust", "wrong_output_severity"},
      {"trust", "full_automation_trust"},

      {"governance", "strength"},
      {"governance", "shadow_share"},
      {"governance", "blocked_shadow_factor"},
      {"governance", "blocked_trial_factor"},
      {"governance", "output_checking_incident_factor"},
      {"governance", "output_checking_review_load"},
      {"governance", "automation_limit_base"},

      {"hubs", "hours_per_week"},
      {"hubs", "triage_share"},
      {"hubs", "role_fit"},
      {"hubs", "cost_per_hour"},
      {"hubs", "engine_strength"},
      {"hubs", "between_sites_spread"},

      {"use_cases", "value_per_asset_week"},
      {"use_cases", "value_per_user_week"},
      {"use_cases", "hours_saved_per_user_week"},
      {"use_cases", "captured_share"},
      {"use_cases", "automated_share"},
      {"use_cases", "insights_per_site_week"},
      {"use_cases", "follow_through"},
      {"use_cases", "running_cost_per_site_week"},

      {"groups", "embedding_share"},
      {"groups", "ai_lead_hours_per_week"},
      {"groups", "ai_lead_kept_share"},
      {"groups", "ai_lead_role_fit"},

      {"integrations", "running_cost_per_week"},
      {"sites", "running_cost_per_week"},
      {"templates", "running_cost_per_week"},
  };
  return numbers;
}

bool is_read_weekly(std::string_view table, std::string_view key) {
  const auto& all = weekly_numbers();
  return std::any_of(all.begin(), all.end(), [&](const WeeklyNumber& n) { return n.table == table && n.key == key; });
}

}  // namespace headrace
