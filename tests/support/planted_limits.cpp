#include "tests/support/planted_limits.hpp"

namespace headrace::test {
namespace {

const std::string teams =
    "[teams.ot]\npeople = 4\ncost_per_person_week = 100\n[teams.spare]\npeople = 1\ncost_per_person_week = 100\n"
    "[money]\nlicence_per_user_month = 0\n";
const std::string horizon = "[programme]\nhorizon_weeks = 104\n";
const std::string end_item = "[sites.ulm.items]\nend = { team = \"ot\", effort_person_weeks = 1, crew_max = 1 }\n";

/// A hundred machines that are worth 10,000 a week once `end` is done.
std::string machines(const std::string& use, const std::string& assets = "connected_share = 1\n") {
  return "[use_cases.warning]\nassets = [\"presses\"]\nvalue_per_asset_week = 100\n" + use +
         "[sites.ulm.assets.presses]\ncount = 100\n" + assets;
}

std::string machines_after_end(const std::string& use, const std::string& assets = "connected_share = 1\n") {
  return machines("needs = [\"end\"]\n" + use, assets);
}

/// Machines whose findings only systems can act on: people would have to look at too many.
std::string acting_machines(double share) {
  return machines_after_end("insights_per_site_week = 1000000\naction_links = [\"act\"]\nautomated_share = " +
                            std::to_string(share) + "\n") +
         "[sites.ulm.integrations.act]\nstyle = \"standard\"\nneeds = [\"end\"]\n";
}
const std::string few_reviews = "review_insights_per_week = 1\n";

/// Machines behind a link.
std::string linked_machines(const std::string& link) {
  return machines("needs = [\"end\", \"historian\"]\n") + "[sites.ulm.integrations.historian]\nneeds = [\"end\"]\n" +
         link;
}

/// Two hundred people to whom it is worth 100 a week.
std::string people(const std::string& group) {
  return "[use_cases.assistant]\nkind = \"assistive\"\nvalue_per_user_week = 100\nneeds = [\"end\"]\n"
         "[sites.ulm.groups.operators]\nheadcount = 200\n" +
         group;
}

/// The same people taking their time, backed and trained.
std::string adopters(const std::string& group, const std::string& adoption = "", const char* sponsorship = "1") {
  return std::string("[programme]\nhorizon_weeks = 104\nsponsorship = ") + sponsorship + "\n" + teams +
         people("wage_per_hour = 0\n" + group) + "[adoption]\n" + adoption;
}

/// The same people in need of an hour of help a week each.
std::string needy(const std::string& support, const std::string& group) {
  return adopters("training_share = 1\n" + group, "help_on_lapse = 100\n") +
         "[support]\nhelp_hours_per_regular_week = 1\nhelp_hours_per_explorer_week = 1\nself_help_share = 0\n" +
         support;
}

std::vector<PlantedLimit> capacity() {
  return {
      {"team/ot", horizon +
                      "[teams.ot]\npeople = 0.5\ncost_per_person_week = 100\n[teams.spare]\npeople = 1\n"
                      "cost_per_person_week = 100\n" +
                      machines_after_end("") +
                      "[sites.ulm.items]\nend = { team = \"ot\", effort_person_weeks = 40 }\n"},
      {"team/board",
       horizon + teams + "[teams.board]\nkind = \"review_board\"\npeople = 0.05\ncost_per_person_week = 0\n" +
           machines_after_end("") + "[sites.ulm.items]\nend = { team = \"board\", effort_person_weeks = 3 }\n"},
      {"service/care", horizon +
                           "[teams.ot]\npeople = 4\ncost_per_person_week = 100\n[teams.spare]\npeople = 1\n"
                           "cost_per_person_week = 100\n[teams.keepers]\npeople = 0\n"
                           "cost_per_person_week = 100000\n" +
                           machines("needs = [\"end\", \"historian\"]\n") +
                           "[sites.ulm.integrations.historian]\nstyle = \"standard\"\nneeds = [\"end\"]\n"
                           "maintained_by = \"keepers\"\nmaintenance_share_per_year = 10\n"
                           "[failures]\nstandard_rate_per_week = 0.05\nunserved_factor = 20\ndetection_weeks = 0\n"
                           "[managed_services.care]\ncapacity_person_weeks = 0.01\ncost_per_user_month = 0\n" +
                           "[sites.ulm.items]\nend = { team = \"ot\", effort_person_weeks = 2, crew_max = 1 }\n"},
      {"review", horizon + teams + "review_insights_per_week = 5\n" + machines_after_end("") + end_item},
      {"compute", horizon + teams + people("") + "[compute]\ncapacity = 10\nprice_per_unit = 0\n" + end_item},
      {"funds/seed", horizon + teams + machines_after_end("") +
                         "[funding.seed]\namount = 1000\n[sites.ulm.items]\nend = { wait_weeks = 0, cost = 1050 }\n"},
  };
}

std::vector<PlantedLimit> use() {
  return {
      {"follow_through/warning", horizon + teams + machines_after_end("follow_through = 0.2\n") + end_item},
      {"automation/warning", horizon + teams + few_reviews + acting_machines(0.2) + end_item},
      {"reliability/warning", horizon + teams + machines_after_end("output_reliability = 0.3\n") + end_item},
      {"proficiency/warning",
       horizon + teams + machines_after_end("proficiency_at_start = 0.1\nproficiency_half_weeks = 50\n") + end_item},
      {"access/presses", horizon + teams + machines_after_end("", "connected_share = 0.1\n") + end_item},
      {"data/presses",
       horizon + teams + machines_after_end("", "connected_share = 1\ndata_quality = 0.1\n") + end_item},
      {"sensors/presses",
       horizon + teams +
           machines("", "needs = [\"end\"]\ninstrumented_share = 0.1\nretrofit_cost_per_asset = 100000\n") +
           "[sites.ulm.items]\nend = { team = \"ot\", effort_person_weeks = 1, crew_max = 1, assets = [\"presses\"] "
           "}\n"},
  };
}

std::vector<PlantedLimit> plant() {
  return {
      {"links", horizon + teams + linked_machines("") +
                    "[failures]\nhandcrafted_rate_per_week = 0.2\nstandard_rate_per_week = 0\n" + end_item},
      {"maintenance",
       horizon + teams +
           linked_machines("style = \"standard\"\nmaintained_by = \"ot\"\nmaintenance_share_per_year = 5\n") +
           end_item},
      {"failures", horizon + teams + linked_machines("style = \"standard\"\nmaintained_by = \"ot\"\n") +
                       "[failures]\nstandard_rate_per_week = 0.5\ndetection_weeks = 0\nrepair_person_weeks = 2\n" +
                       end_item},
      {"detection", horizon + teams + linked_machines("style = \"standard\"\nmaintained_by = \"ot\"\n") +
                        "[failures]\nstandard_rate_per_week = 0.5\ndetection_weeks = 4\nrepair_person_weeks = 0\n" +
                        end_item},
      {"networks", horizon + teams + linked_machines("style = \"standard\"\n") +
                       "[sites.ulm.network]\navailability = 0.5\nrepair_weeks = 3\n" + end_item},
  };
}

std::vector<PlantedLimit> plan() {
  const std::string two_waves =
      machines_after_end("") + end_item +
      "[sites.york]\nwave = 2\n[sites.york.assets.presses]\ncount = 100\nconnected_share = 1\n"
      "[sites.york.items]\nend = { team = \"ot\", effort_person_weeks = 1, crew_max = 1 }\n";
  return {
      {"gate/scale",
       horizon + teams + two_waves + "[gates.scale]\nweek = 4\nmin_adoption = 0.5\ntries = 1\nmeasurement_error = 0\n"},
      {"waves", horizon + "wave_start_weeks = [52]\n" + teams + machines_after_end("") + end_item},
      {"freezes", horizon + "freeze_weeks = [[0, 40]]\n" + teams + machines_after_end("") + end_item},
      {"waits", horizon + teams + machines_after_end("") + "[sites.ulm.items]\nend = { wait_weeks = 50 }\n"},
      {"approvals", horizon + teams + machines_after_end("") +
                        "[sites.ulm.items]\nend = { wait_weeks = 50, category = \"approval\" }\n"},
  };
}

std::vector<PlantedLimit> staff() {
  return {
      {"hub/north", needy("ask_share = 1\n", "ai_leads = 0\nai_lead_hours_per_week = 0\n") +
                        "[hubs.north]\nhours_per_week = 10\ncost_per_hour = 0\n" + end_item},
      {"ai_leads",
       needy("ask_share = 1\n", "ai_leads = 1\nai_lead_hours_per_week = 20\nai_lead_kept_share = 1\n") + end_item},
      {"ai_lead_hours",
       needy("ask_share = 1\n", "ai_leads = 5\nai_lead_hours_per_week = 20\nai_lead_kept_share = 0.1\n") + end_item},
      {"asking",
       needy("ask_share = 0.1\n", "ai_leads = 50\nai_lead_hours_per_week = 40\nai_lead_kept_share = 1\n") + end_item},
      {"knowledge", adopters("training_share = 1\n", "freshness_on_lapse = 100\n") +
                        "[knowledge]\ndecay_per_week = 0.02\n" + end_item},
      {"sponsorship", adopters("training_share = 1\n", "", "0.1") + end_item},
      {"training", adopters("training_share = 0.1\n") + end_item},
      {"embedding", horizon + teams + people("embedding_share = 0.3\n") + end_item},
      {"licences", horizon + teams + people("licensed_share = 0.2\n") + end_item},
      {"governance", horizon + teams + few_reviews + acting_machines(1) +
                         "[governance]\nstrength = 0.1\nautomation_limit_base = 0\n" + end_item},
      {"trust", horizon + teams + few_reviews + acting_machines(1) +
                    "[trust]\ninitial = 0.2\ngain_per_week = 0\nincidents_per_site_week = 0\n"
                    "incidents_from_shadow_use = 0\nfull_automation_trust = 1\n" +
                    end_item},
  };
}

/// Twenty jobs that queue for one person.
std::string queue(const std::string& team) {
  std::string items, needs;
  for (int k = 0; k < 20; ++k) {
    const std::string job = "job" + std::to_string(k);
    items += job + " = { team = \"" + team + "\", effort_person_weeks = 2, crew_max = 1 }\n";
    needs += (k == 0 ? "\"" : ", \"") + job + "\"";
  }
  return machines("needs = [" + needs + "]\n") + "[sites.ulm.items]\n" + items;
}

/// Eight sites whose links are built one after another, each as slowly as the first.
std::string slow_links() {
  std::string sites;
  for (int k = 1; k <= 8; ++k) sites += "[sites.s" + std::to_string(k) + "]\nwave = " + std::to_string(k) + "\n";
  return "[use_cases.warning]\nassets = [\"presses\"]\nvalue_per_asset_week = 100\nneeds = [\"historian\"]\n"
         "[templates.plant.assets.presses]\ncount = 100\nconnected_share = 1\n"
         "[templates.plant.integrations.historian]\nneeds = [\"link\"]\n[templates.plant.items]\n"
         "link = { team = \"ot\", effort_person_weeks = 60, crew_max = 1, category = \"link\" }\n" +
         sites;
}

const std::string no_reviewers_short = "action_links = [\"act\"]\ninsights_per_site_week = 1\n";
const std::string action_link = "[sites.ulm.integrations.act]\nstyle = \"standard\"\nneeds = [\"end\"]\n";
const std::string slow_to_try = "trial_rate_per_week = 0.005\nimitation_rate_per_week = 0\nhabit_rate_per_week = 2\n";

}  // namespace

std::vector<PlantedLimit> usual_limits() {
  const std::string few = "cost_per_person_week = 100\n[teams.spare]\npeople = 1\ncost_per_person_week = 100\n";
  return {
      {"team/ot", horizon + "[teams.ot]\npeople = 1\n" + few + queue("ot")},
      {"team/board", horizon + teams +
                         "[teams.board]\nkind = \"review_board\"\npeople = 1\ncost_per_person_week = 0\n" +
                         queue("board")},
      {"automation/warning",
       horizon + teams + machines_after_end("follow_through = 0.1\nautomated_share = 0.2\n" + no_reviewers_short) +
           action_link + end_item},
      {"links", "[programme]\nhorizon_weeks = 104\nsites = 8\n[teams.ot]\npeople = 4\n" + few + slow_links()},
      {"sponsorship", adopters("training_share = 1\n", slow_to_try, "0.1") + end_item},
      {"trust",
       adopters("training_share = 1\n", slow_to_try) + "[trust]\ninitial = 0.2\ngain_per_week = 0\n" + end_item},
      {"sensors/presses",
       horizon + teams + "[funding.seed]\namount = 1000\n" +
           machines("needs = [\"presses\"]\n",
                    "needs = [\"end\"]\ninstrumented_share = 0.1\nretrofit_cost_per_asset = 100000\n") +
           "[sites.ulm.items]\nend = { team = \"ot\", effort_person_weeks = 1, crew_max = 1, assets = [\"presses\"] "
           "}\n"},
      {"maintenance", horizon + teams + "[teams.keepers]\npeople = 0.1\ncost_per_person_week = 100\n" +
                          machines("needs = [\"end\", \"historian\"]\n") +
                          "[sites.ulm.integrations.historian]\nstyle = \"standard\"\nneeds = [\"end\"]\n"
                          "maintained_by = \"keepers\"\nmaintenance_share_per_year = 10\n"
                          "[failures]\nstandard_rate_per_week = 0.05\nunserved_factor = 20\ndetection_weeks = 0\n"
                          "repair_person_weeks = 0.05\n"
                          "[sites.ulm.items]\nend = { team = \"ot\", effort_person_weeks = 2, crew_max = 1 }\n"},
  };
}

std::vector<PlantedLimit> planted_limits() {
  std::vector<PlantedLimit> all;
  for (const auto& some : {capacity(), use(), plant(), plan(), staff()})
    all.insert(all.end(), some.begin(), some.end());
  return all;
}

}  // namespace headrace::test
