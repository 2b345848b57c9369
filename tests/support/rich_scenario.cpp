#include "tests/support/rich_scenario.hpp"

#include <algorithm>
#include <vector>

namespace headrace::test {
namespace {

/// Tables of the document, each with its keys one a line, so that both can be put in another order.
const std::vector<std::vector<std::string>>& tables() {
  static const std::vector<std::vector<std::string>> all = {
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

bool is_label(const std::string& line) { return line.starts_with("label"); }

}  // namespace

std::string rich_scenario(const std::string& patch) {
  std::string text;
  for (const auto& table : tables()) {
    for (const std::string& line : table) text += line + "\n";
  }
  return text + patch;
}

std::string rich_scenario_reordered() {
  std::string text;
  for (auto table = tables().rbegin(); table != tables().rend(); ++table) {
    std::vector<std::string> lines = *table;
    std::reverse(lines.begin() + 1, lines.end());
    std::erase_if(lines, is_label);
    for (const std::string& line : lines) text += line + "\n";
    const bool by_id = lines.front().starts_with("[teams") || lines.front().starts_with("[sites");
    if (by_id) text += "label = \"Renamed\"\n";
  }
  return text;
}

}  // namespace headrace::test
