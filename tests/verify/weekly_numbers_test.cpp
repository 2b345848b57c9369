#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "model/fields/read_field.hpp"
#include "model/language/language.hpp"
#include "model/toml/parse.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/trial_run.hpp"

// That the numbers the engine reads every week are those that the keys say: each moves results from the week it changes
// in, and every other is refused. The names stand here once more, so that one that is lost is missed.
namespace headrace::test {
namespace {

constexpr int kChange = 20, kWeeks = 60;

/// Table and key of every number that may vary weekly.
const std::vector<std::string> weekly_names = {"programme/sponsorship",
                                               "money/licence_per_user_month",
                                               "money/review_insights_per_week",
                                               "teams/people",
                                               "teams/cost_per_person_week",
                                               "adoption/trial_rate_per_week",
                                               "adoption/imitation_rate_per_week",
                                               "adoption/habit_rate_per_week",
                                               "adoption/dropout_rate_per_week",
                                               "adoption/lapse_rate_per_week",
                                               "adoption/return_rate_per_week",
                                               "adoption/turnover_per_week",
                                               "adoption/explorer_visibility",
                                               "adoption/own_group_weight",
                                               "adoption/same_site_weight",
                                               "adoption/same_role_weight",
                                               "adoption/everyone_weight",
                                               "adoption/between_sites_spread",
                                               "adoption/sponsor_on_trial",
                                               "adoption/training_on_trial",
                                               "adoption/showcase_on_trial",
                                               "adoption/sponsor_on_habit",
                                               "adoption/sponsor_on_lapse",
                                               "adoption/embedding_on_lapse",
                                               "adoption/quality_on_lapse",
                                               "adoption/trust_on_dropout",
                                               "adoption/help_on_lapse",
                                               "adoption/freshness_on_lapse",
                                               "adoption/trust_on_lapse",
                                               "support/help_hours_per_explorer_week",
                                               "support/help_hours_per_regular_week",
                                               "support/staleness_uplift",
                                               "support/self_help_share",
                                               "support/ask_share",
                                               "support/hub_on_ask",
                                               "support/governance_on_ask",
                                               "support/ai_lead_recovery_per_week",
                                               "support/ai_lead_burn_per_week",
                                               "support/ai_lead_leaving_per_week",
                                               "support/ai_lead_strain_leaving_per_week",
                                               "support/ai_lead_replacement_weeks",
                                               "knowledge/freshness_floor",
                                               "knowledge/decay_per_week",
                                               "knowledge/releases_per_week",
                                               "knowledge/release_drop",
                                               "knowledge/engine_gain_per_week",
                                               "knowledge/retraining_gain_per_week",
                                               "trust/gain_per_week",
                                               "trust/incident_severity",
                                               "trust/severity_elsewhere",
                                               "trust/incidents_per_site_week",
                                               "trust/incidents_from_shadow_use",
                                               "trust/incidents_from_delegation",
                                               "trust/incident_cost",
                                               "trust/wrong_output_severity",
                                               "trust/full_automation_trust",
                                               "governance/strength",
                                               "governance/shadow_share",
                                               "governance/blocked_shadow_factor",
                                               "governance/blocked_trial_factor",
                                               "governance/output_checking_incident_factor",
                                               "governance/output_checking_review_load",
                                               "governance/automation_limit_base",
                                               "hubs/hours_per_week",
                                               "hubs/triage_share",
                                               "hubs/role_fit",
                                               "hubs/cost_per_hour",
                                               "hubs/engine_strength",
                                               "hubs/between_sites_spread",
                                               "use_cases/value_per_asset_week",
                                               "use_cases/value_per_user_week",
                                               "use_cases/hours_saved_per_user_week",
                                               "use_cases/captured_share",
                                               "use_cases/automated_share",
                                               "use_cases/insights_per_site_week",
                                               "use_cases/follow_through",
                                               "use_cases/running_cost_per_site_week",
                                               "groups/embedding_share",
                                               "groups/ai_lead_hours_per_week",
                                               "groups/ai_lead_kept_share",
                                               "groups/ai_lead_role_fit",
                                               "integrations/running_cost_per_week",
                                               "sites/running_cost_per_week",
                                               "templates/running_cost_per_week"};

/// Two plants in which every number on the list matters.
const std::string plants =
    "[programme]\nhorizon_weeks = 60\nsponsorship = 0.5\n[money]\nreview_insights_per_week = 0.3\n"
    "[adoption]\n[support]\nask_share = 0.1\nai_lead_leaving_per_week = 0.05\n[knowledge]\nreleases_per_week = 0.3\n"
    "[trust]\nincidents_per_site_week = 0.05\nincidents_from_shadow_use = 0.5\n"
    "[governance]\nblocks_public_tools = true\n"
    "[hubs.central]\nhours_per_week = 4\nsites = [\"ulm\"]\nengine_strength = 0.5\n"
    "[teams.it]\npeople = 3\ncost_per_person_week = 3000\n"
    "[templates.plant.groups.operators]\nheadcount = 180\nadoptable_share = 0.8\nlicensed_share = 0.9\n"
    "wage_per_hour = 45\ntraining_share = 0.4\nembedding_share = 0.65\nshowcase_weeks = [25, 30, 35]\n"
    "[templates.plant.assets.presses]\ncount = 20\nconnected_share = 0.8\n"
    "[templates.plant.items.link]\nteam = \"it\"\neffort_person_weeks = 15\n"
    "[templates.plant.integrations.plc]\nneeds = [\"link\"]\nmaintained_by = \"it\"\nmaintenance_share_per_year = 0.3\n"
    "[use_cases.inspection]\nassets = [\"presses\"]\nneeds = [\"link\"]\naction_links = [\"plc\"]\n"
    "automated_share = 0.9\nfollow_through = 0.6\noutput_reliability = 0.9\nvalue_per_asset_week = 100\n"
    "output_checking = true\n"
    "[use_cases.assistant]\nkind = \"assistive\"\nhours_saved_per_user_week = 2\nvalue_per_user_week = 5\n"
    "[sites]\nulm = {}\ngraz = {}\n";

std::string path_of(const std::string& name) {
  const std::string table = name.substr(0, name.find('/')), key = name.substr(name.find('/') + 1);
  const bool assistive = key.find("user") != key.npos || key == "captured_share";
  if (table == "teams") return "teams.it." + key;
  if (table == "hubs") return "hubs.central." + key;
  if (table == "sites") return "sites.ulm." + key;
  if (table == "templates") return "templates.plant." + key;
  if (table == "groups") return "templates.plant.groups.operators." + key;
  if (table == "integrations") return "templates.plant.integrations.plc." + key;
  if (table == "use_cases") return (assistive ? "use_cases.assistant." : "use_cases.inspection.") + key;
  return table + "." + key;
}

Results run_with(const std::string& path, const std::string& value) {
  return run(model_of(scenario_of(plants, {path + " = " + value})), kept(64));
}

/// Weeks before the change in which anything was different.
int early_differences(const Results& a, const Results& b) {
  int count = 0;
  for (std::size_t week = 0; week <= kChange; ++week) {
    for (int s = 0; s < kSeries; ++s) count += a.weekly[s].at[week].mean != b.weekly[s].at[week].mean;
  }
  return count;
}

}  // namespace

TEST_CASE("weekly numbers: each moves results from the week in which it changes and not before") {
  for (const std::string& name : weekly_names) {
    const std::string path = path_of(name);
    CAPTURE(path);
    const Results constant = run_with(path, "0.5");
    const Results later = run_with(path, "{ over_time = [[0, 0.5], [20, 0.5], [21, 0.75]] }");
    CHECK(early_differences(constant, later) == 0);
    CHECK(constant.kept[Output::npv] != later.kept[Output::npv]);
  }
}

TEST_CASE("weekly numbers: a pattern that changes nothing changes no bit") {
  for (const std::string& name : weekly_names) {
    const std::string path = path_of(name);
    CAPTURE(path);
    const std::uint64_t exact = digest(run_with(path, "0.5"));
    CHECK(digest(run_with(path, "{ over_time = [[3, 0.5]] }")) == exact);
    CHECK(digest(run_with(path, "{ value = 0.5, times = [[3, 1], [9, 1]], season = { amplitude = 0 } }")) == exact);
  }
}

TEST_CASE("weekly numbers: the keys that may vary weekly are those and no others") {
  std::set<std::string> marked;
  const auto collect = [&](const auto& self, const Table& table) -> void {
    for (const Key& key : table.keys) {
      if (!key.type.read_weekly) continue;
      CHECK(key.type.kind == KeyKind::number);
      marked.insert(table.name + "/" + key.name);
    }
    for (const Table& inner : table.tables) self(self, inner);
  };
  collect(collect, language());
  CHECK(marked == std::set<std::string>(weekly_names.begin(), weekly_names.end()));
}

TEST_CASE("weekly numbers: every other number refuses to change over time") {
  int refused = 0;
  const auto refuse = [&](const auto& self, const Table& table) -> void {
    for (const Key& key : table.keys) {
      if (key.type.kind != KeyKind::number || key.type.read_weekly) continue;
      Diagnostics diagnostics;
      const auto document = toml_text::parse("n = { over_time = [[0, 1], [9, 1]] }\n", "n.toml", diagnostics);
      REQUIRE(document.has_value());
      read_field(key.type, *find(*document, "n"), key.name, diagnostics);
      const auto all = diagnostics.sorted();
      const bool said = std::any_of(all.begin(), all.end(), [](const Diagnostic& one) {
        return one.problem.find("cannot change over time") != std::string::npos;
      });
      CAPTURE(table.name + "/" + key.name);
      CHECK(said);
      ++refused;
    }
    for (const Table& inner : table.tables) self(self, inner);
  };
  refuse(refuse, language());
  CHECK(refused > 80);
}

}  // namespace headrace::test
