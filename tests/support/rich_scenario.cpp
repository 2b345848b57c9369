#include "tests/support/rich_scenario.hpp"

#include <algorithm>
#include <functional>
#include <vector>

namespace headrace::test {
namespace {

using Tables = std::vector<std::vector<std::string>>;

/// Tables of a plan, each with its keys one a line, so that both can be put in another order.
const Tables& plan_tables() {
  static const Tables all = {
      {"[programme]", "horizon_weeks = 70", "sites = 5", "wave_start_weeks = [0, { low = 8, high = 14 }, 20]",
       "sponsorship = 0.5"},
      {"[money]", "discount_rate_per_year = { mean = 0.09, sd = 0.01 }", "licence_per_user_month = 25",
       "review_insights_per_week = { low = 20, mode = 40, high = 90 }"},
      {"[adoption]", "label = \"uptake\""},
      {"[compute]", "price_per_unit = { low = 1, high = 3 }"},
      {"[ideas]", "ideas_per_user_year = 0.3", "datathon_weeks = [30]", "team = \"ot\"",
       "effort_per_idea_person_weeks = { mean = 1, sd = 0.2 }"},
      {"[hubs.central]", "hours_per_week = 5", "engine_strength = 0.6"},
      {"[teams.ot]", "label = \"Operations\"", "people = { low = 2, mode = 3, high = 4 }",
       "cost_per_person_week = 3000", "ramp_up_weeks = 4", "attrition_per_week = 0.003",
       "hires = [{ week = 12, people = 1 }, { week = 40, people = -1 }]"},
      {"[teams.it]", "people = 2", "cost_per_person_week = { low = 2500, high = 3500 }", "charge = \"standing\""},
      {"[teams.board]", "kind = \"review_board\"", "people = 1", "cost_per_person_week = 500"},
      {"[items]", "contract = { wait_weeks = { mean = 2, shape = \"exponential\" }, cost = 20000 }",
       "platform = { team = \"it\", effort_person_weeks = { p10 = 6, p50 = 9, p90 = 20 }, after = [\"contract\"] }"},
      {"[templates.plant]", "size = { median = 1, sigma = 0.3 }", "running_cost_per_week = 120"},
      {"[templates.plant.groups.operators]", "label = \"Shift crews\"", "headcount = 60", "wage_per_hour = 40",
       "training_share = { low = 0.1, high = 0.6 }", "embedding_share = { p10 = 0.4, p50 = 0.6, p90 = 0.9 }"},
      {"[templates.plant.groups.planners]", "headcount = { low = 4, high = 9, shared = true }", "wage_per_hour = 55",
       "licensed_share = 0.8", "needs = [\"course\"]"},
      {"[templates.plant.assets.presses]", "count = 14", "connected_share = 0.2", "data_quality = 0.6",
       "connected_share_after = { low = 0.6, mode = 0.85, high = 0.95, between_sites_rho = 0.7 }",
       "data_quality_after = { low = 0.7, mode = 0.9, high = 1, shape = \"triangular\" }", "needs = [\"connect\"]"},
      {"[templates.plant.integrations.historian]", "needs = [\"link\"]", "from = \"scada\"", "to = \"lake\"",
       "maintained_by = \"ot\"", "maintenance_share_per_year = 0.5", "coupling = 0.1", "running_cost_per_week = 40"},
      {"[templates.plant.integrations.orders]", "needs = [\"order_link\", \"platform\"]", "from = \"lake\"",
       "to = \"erp\"", "maintained_by = \"it\"", "maintenance_share_per_year = { low = 0.1, high = 0.3 }",
       "coupling = 0.08"},
      {"[templates.plant.items]",
       "survey = { team = \"ot\", effort_person_weeks = { low = 1, high = 3 }, crew_max = 2, crew_min = 1 }",
       "permit = { wait_weeks = { p10 = 1, p50 = 3, p90 = 9 } }",
       "approve = { team = \"board\", effort_person_weeks = 0.5, after = [{ on = \"survey\", lag_weeks = 0.5 }] }",
       "connect = { team = \"ot\", effort_person_weeks = 2, effort_per_asset_person_weeks = { median = 0.4, sigma = "
       "0.4 "
       "}, assets = [\"presses\"], cost_per_asset = 900, learning_rate = 0.85, after = [\"approve\", \"permit\"] }",
       "link = { duration_weeks = { mean = 3, sd = 1, min = 0.5 }, crew = { ot = 1, it = 1 }, after = [\"survey\"], "
       "cost = 4000 }",
       "order_link = { team = \"it\", effort_person_weeks = 3, learning_rate = 0.9, after = [{ on = \"link\", "
       "lag_weeks "
       "= { low = 0, high = 2 } }] }",
       "course = { wait_weeks = 2, cost = { low = 500, high = 900 }, not_before_week = 4 }"},
      {"[use_cases.early_warning]", "assets = [\"presses\"]", "needs = [\"presses\", \"historian\"]",
       "groups = [\"operators\"]", "action_links = [\"orders\"]", "automated_share = 0.5", "follow_through = 0.7",
       "value_per_asset_week = { p10 = 100, p50 = 250, p90 = 600 }", "running_cost_per_site_week = 80",
       "proficiency_at_start = 0.6", "delay_cost_per_year = 0.05"},
      {"[use_cases.assistant]", "kind = \"assistive\"", "value_kind = \"capacity\"", "groups = [\"planners\"]",
       "needs = [\"platform\", \"course\"]", "hours_saved_per_user_week = { median = 2, sigma = 0.5 }",
       "captured_share = 0.3", "dip_hours_per_user_week = 2", "delegated_share = 0.2",
       "output_reliability = { p10 = 0.7, p50 = 0.85, p90 = 0.95 }"},
      {"[sites.ulm]", "wave = 1", "label = \"Ulm works\""},
      {"[sites.graz]", "wave = 2", "size = 1.5"},
      {"[sites.lodz]", "wave = 3", "rank = 1", "wage_factor = 0.5"},
  };
  return all;
}

/// What turns the plan into one with every mechanism: more tables, and more keys of the plan's.
const Tables& mechanism_tables() {
  static const Tables all = {
      {"[programme]", "freeze_weeks = [[25, 27], [51, 53]]", "pace = { median = 0.9, sigma = 0.2 }",
       "redesign_bound = 3"},
      {"[compute]", "capacity = { low = 60, high = 200 }", "price_change_per_year = { low = -0.3, high = -0.1 }"},
      {"[support]", "ask_share = { value = 0.5, times = [[0, 0.6], [30, 1.2]] }"},
      {"[knowledge]", "releases_per_week = { over_time = [[0, 0.05], [40, 0.1]] }"},
      {"[trust]", "incidents_per_site_week = 0.01", "incidents_from_delegation = 0.2"},
      {"[governance]", "strength = { low = 0.1, high = 0.5 }", "blocks_public_tools = true"},
      {"[failures]", "handcrafted_rate_per_week = { low = 0.02, high = 0.08 }", "detection_weeks = 2"},
      {"[pilot]", "site = \"ulm\"", "weeks = { low = 8, high = 14 }", "hand_review = true"},
      {"[hubs.academy]", "roles = [\"planners\"]", "sites = [\"graz\", \"ulm\"]", "engine_strength = 0.4",
       "start_week = { low = 5, high = 20 }",
       "hours_per_week = { value = 3, season = { amplitude = 0.3, peak_week = 12 } }", "between_hubs_spread = 0.5"},
      {"[monitoring.eyes]", "sites = [\"ulm\"]", "start_week = 10", "detection_weeks = { low = 0.2, high = 1 }",
       "cost_per_week = 90"},
      {"[managed_services.operator]", "sites = [\"graz\"]", "start_week = 30",
       "capacity_person_weeks = { low = 0.05, high = 0.2 }", "cost_per_user_month = 20"},
      {"[audits.first]", "sites = [\"graz\", \"lodz\"]", "week = { low = 2, high = 16 }", "cost = 7000"},
      {"[funding.run_up]", "amount = { low = 40000, high = 150000 }", "covers = [\"connect\", \"link\"]",
       "to_week = 35"},
      {"[funding.second_year]", "amount = { low = 30000, high = 200000 }", "from_week = 36",
       "covers = [\"connect\", \"link\"]"},
      {"[funding.safety]", "amount = { low = 6000, high = 25000 }", "from_week = { low = 0, high = 12 }",
       "covers = [\"course\"]"},
      {"[gates.data]", "week = 9", "opens_wave = 2", "min_data_access = 0.23", "max_cost = 400000", "retest_weeks = 2",
       "tries = 6"},
      {"[gates.scale]", "week = { low = 18, high = 26 }", "opens_wave = 3", "min_adoption = 0.2", "min_trust = 0.15",
       "min_value_share = 0.005", "min_production_grade_share = 0.1", "retest_weeks = 4",
       "tries = { low = 2, high = 6 }", "stop_below_cost_share = { low = 0.02, high = 0.4 }", "exit_cost_weeks = 4"},
      {"[risks.flood]", "probability = 0.2", "cost = { low = 1000, high = 30000 }",
       "effects = [{ on = \"survey/effort_person_weeks\", times = 1.5 }]"},
      {"[risks.flu]", "rate_per_week = { low = 0.01, high = 0.05 }", "lasts_weeks = { low = 1, high = 4 }",
       "effects = [{ on = \"ot/people\", times = 0.6 }, { on = \"adoption/trial_rate_per_week\", times = 0.5 }]"},
      {"[risks.headline]", "probability = 0.4", "week = { low = 20, high = 60 }", "lasts_weeks = 8", "cost = 4000",
       "effects = [{ on = \"programme/sponsorship\", times = 0.2 }]"},
      {"[correlations.plant_state]",
       "between = [\"*plant/survey/effort_person_weeks\", \"*plant/connect/effort_per_asset_person_weeks\"]",
       "rank_correlation = 0.6"},
      {"[correlations.good_management]", "rank_correlation = -0.3",
       "between = [\"it/cost_per_person_week\", \"*plant/operators/training_share\", "
       "\"*plant/operators/embedding_share\"]"},
      {"[templates.plant.network]", "availability = 0.98"},
      {"[templates.plant.systems.erp]", "integrations_limit = 1"},
      {"[templates.plant.systems.lake]", "integrations_limit = 2"},
      {"[templates.plant.groups.operators]", "ai_leads = { low = 1, high = 3 }", "showcase_weeks = [14, 40]",
       "training_role_fit = 0.7"},
      {"[templates.plant.groups.planners]", "showcase_weeks = [{ low = 20, high = 50 }]"},
      {"[templates.plant.assets.presses]", "believed_connected_share = 0.45", "instrumented_share = 0.7",
       "retrofit_cost_per_asset = { median = 900, sigma = 0.5 }"},
      {"[templates.plant.integrations.gateway]", "style = \"standard\"", "needs = [\"platform\", \"cabling\"]",
       "from = \"erp\"", "to = \"lake\"", "maintained_by = \"ot\"", "maintenance_share_per_year = 0.2"},
      {"[templates.plant.items]",
       "cabling = { team = \"ot\", effort_person_weeks = { low = 0.5, high = 2 }, skipped_in_pilot = true, "
       "rework_factor = { low = 0.5, high = 1.5 }, funded_by = \"safety\", cost = 1500, category = \"link\" }"},
      {"[templates.plant.items.sign_off]", "duration_weeks = 4", "crew = { board = 1 }", "after = [\"survey\"]",
       "category = \"approval\""},
      {"[use_cases.early_warning]", "output_checking = true", "output_reliability = 0.9",
       "dependency = { low = 0.5, high = 1.5 }", "insights_per_site_week = 20"},
      {"[use_cases.assistant]", "compute_per_user_week = { low = 1, high = 4 }"},
  };
  return all;
}

/// Every table once, with the keys of both lists; of the mechanisms' tables those that pass.
Tables all_tables(const std::function<bool(const std::vector<std::string>&)>& passes = {}) {
  Tables all = plan_tables();
  for (const auto& table : mechanism_tables()) {
    if (passes && !passes(table)) continue;
    const auto same = std::find_if(all.begin(), all.end(), [&](const auto& t) { return t.front() == table.front(); });
    if (same == all.end()) {
      all.push_back(table);
    } else {
      same->insert(same->end(), table.begin() + 1, table.end());
    }
  }
  return all;
}

bool is_label(const std::string& line) { return line.starts_with("label"); }

std::string text_of(const Tables& tables) {
  std::string text;
  for (const auto& table : tables) {
    for (const std::string& line : table) text += line + "\n";
  }
  return text;
}

}  // namespace

std::string rich_scenario(const std::string& patch) { return text_of(all_tables()) + patch; }

std::string plan_scenario(const std::string& patch) { return text_of(plan_tables()) + patch; }

std::string rich_scenario_reordered() {
  const Tables all = all_tables();
  std::string text;
  for (auto table = all.rbegin(); table != all.rend(); ++table) {
    std::vector<std::string> lines = *table;
    std::reverse(lines.begin() + 1, lines.end());
    std::erase_if(lines, is_label);
    for (const std::string& line : lines) text += line + "\n";
    const bool by_id = lines.front().starts_with("[teams") || lines.front().starts_with("[sites");
    if (by_id) text += "label = \"Renamed\"\n";
  }
  return text;
}

std::vector<std::string> rich_mechanisms() {
  std::vector<std::string> headers;
  for (const auto& table : mechanism_tables()) headers.push_back(table.front());
  return headers;
}

std::string rich_scenario_without(const std::string& header) {
  return text_of(all_tables([&](const std::vector<std::string>& table) { return table.front() != header; }));
}

}  // namespace headrace::test
