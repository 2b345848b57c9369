#include "model/weekly_numbers.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "model/language.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/trial_run.hpp"

// That the list of numbers the engine reads every week is right: each moves results from the week it changes in, and a
// number not on the list is refused.
namespace headrace::test {
namespace {

constexpr int kChange = 20, kWeeks = 60;

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

std::string path_of(const WeeklyNumber& number) {
  const std::string table(number.table), key(number.key);
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
  for (const WeeklyNumber& number : weekly_numbers()) {
    const std::string path = path_of(number);
    CAPTURE(path);
    const Results constant = run_with(path, "0.4");
    const Results later = run_with(path, "{ over_time = [[0, 0.4], [20, 0.4], [21, 0.8]] }");
    CHECK(early_differences(constant, later) == 0);
    CHECK(constant.kept[Output::npv] != later.kept[Output::npv]);
  }
}

TEST_CASE("weekly numbers: a pattern that changes nothing changes no bit") {
  for (const WeeklyNumber& number : weekly_numbers()) {
    const std::string path = path_of(number);
    CAPTURE(path);
    const std::uint64_t exact = digest(run_with(path, "0.4"));
    CHECK(digest(run_with(path, "{ over_time = [[3, 0.4]] }")) == exact);
    CHECK(digest(run_with(path, "{ value = 0.4, times = [[3, 1], [9, 1]], season = { amplitude = 0 } }")) == exact);
  }
}

TEST_CASE("weekly numbers: the list names numbers of the language and no others are marked") {
  std::size_t marked = 0;
  const auto count = [&](const auto& self, const Table& table) -> void {
    for (const Key& key : table.keys) {
      marked += key.type.read_weekly;
      CHECK((!key.type.read_weekly || key.type.kind == KeyKind::number));
    }
    for (const Table& inner : table.tables) self(self, inner);
  };
  for (const Table& table : language().tables) {
    if (table.name != "templates") count(count, table);
  }
  std::size_t listed = 0;
  for (const WeeklyNumber& number : weekly_numbers()) {
    // Integrations are a table of the programme and of sites.
    listed += number.table == "templates" ? 0 : number.table == "integrations" ? 2 : 1;
  }
  CHECK(marked == listed);
}

}  // namespace headrace::test
