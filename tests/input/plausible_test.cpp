// A number that hardly can be meant is asked about, with what it would be a year and what is common.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "model/read/read_scenario.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/source_path.hpp"

namespace headrace::test {
namespace {

const std::string plan =
    "[programme]\nhorizon_weeks = 104\n[money]\ncurrency = \"EUR\"\n"
    "[teams.crew]\npeople = 2\ncost_per_person_week = 3000\n"
    "[templates.works.groups.makers]\nheadcount = 20\nwage_per_hour = 40\n"
    "[templates.works.assets.ovens]\ncount = 6\nconnected_share = 0.2\nneeds = [\"connect\"]\n"
    "[templates.works.integrations.feed]\nneeds = [\"link\"]\nmaintained_by = \"crew\"\n"
    "maintenance_share_per_year = 0.2\n"
    "[templates.works.items]\nsurvey = { team = \"crew\", effort_person_weeks = 2 }\n"
    "connect = { team = \"crew\", effort_person_weeks = { median = 8, sigma = 0.4 }, after = [\"survey\"] }\n"
    "link = { team = \"crew\", effort_person_weeks = 6, after = [\"survey\"] }\n"
    "[use_cases.watch]\nassets = [\"ovens\"]\nneeds = [\"feed\"]\n"
    "value_per_asset_week = { p10 = 200, p50 = 400, p90 = 900 }\n[sites.alpha]\n[sites.beta]\n";

std::vector<std::string> lines_about(const std::vector<std::string>& overrides, Severity severity = Severity::warning,
                                     const std::string& more = {}) {
  const ReadResult read = read_scenario_text(plan + more, "plan.toml", overrides);
  std::vector<std::string> lines;
  for (const Diagnostic& one : read.diagnostics.sorted()) {
    if (one.severity == severity) lines.push_back(to_string(one));
  }
  return lines;
}

/// The one warning behind its place.
std::string question(const std::vector<std::string>& overrides) {
  const auto lines = lines_about(overrides);
  REQUIRE(lines.size() == 1);
  return lines[0].substr(lines[0].find("warning: "));
}

}  // namespace

TEST_CASE("plausible: a year's number in a week's field is asked about with the week's") {
  CHECK(question({"teams.crew.attrition_per_week=0.12"}) ==
        "warning: 'attrition_per_week' of teams.crew is 0.12, which is 12% a week (99.9% a year; common is 0.001 to "
        "0.01). Is it a year's number? Then write 0.00246.");
  CHECK(question({"templates.works.groups.makers.wage_per_hour=52000"}) ==
        "warning: 'wage_per_hour' of templates.works.groups.makers is 52000 (108 million a year; common is 15 to 120). "
        "Is it a year's number? Then write 25.");
  CHECK(question({"teams.crew.cost_per_person_week=156000"}) ==
        "warning: 'cost_per_person_week' of teams.crew is 156000 (8.11 million a year; common is 800 to 6000). Is it a "
        "year's number? Then write 3000.");
  CHECK(question({"use_cases.watch.value_per_asset_week={ p10 = 10400, p50 = 20800, p90 = 46800 }"}) ==
        "warning: 'value_per_asset_week' of use_cases.watch is 20800 in the middle (1.08 million a year; common is 20 "
        "to 1000). Is it a year's number? Then write 400.");
  CHECK(question({"knowledge.releases_per_week=6"}).ends_with("Is it a year's number? Then write 0.115."));
}

TEST_CASE("plausible: percentages are asked about") {
  CHECK(lines_about({"templates.works.items.connect.learning_rate=85"}, Severity::error)
            .at(0)
            .ends_with("Write 85% as 0.85."));
  CHECK(lines_about({"money.discount_rate_per_year=9"}, Severity::error).at(0).ends_with("Write 9% as 0.09."));
  CHECK(question({"adoption.lapse_rate_per_week=0.00001"}).ends_with("Check the number and its unit."));
  CHECK(question({"templates.works.integrations.feed.maintenance_share_per_year=8"})
            .ends_with("Is it a percentage? Then write 0.08."));
}

TEST_CASE("plausible: lists, crews, hires and numbers over time are asked about too") {
  for (const std::string& one : {std::string("templates.works.groups.makers.showcase_weeks=[2026]"),
                                 std::string("teams.crew.hires=[{ week = 4, people = 900 }]"),
                                 std::string("templates.works.items.link.after=[{ on = \"survey\", lag_weeks = 900 }]"),
                                 std::string("money.licence_per_user_month={ over_time = [[0, 30], [52, 36000]] }"),
                                 std::string("programme.sites=20001")}) {
    CAPTURE(one);
    if (one == "programme.sites=20001") {
      CHECK(lines_about({one}, Severity::error).size() == 1);
    } else {
      CHECK(lines_about({one}).size() >= 1);
    }
  }
}

TEST_CASE("plausible: money of another size is judged by what the plan's own people cost") {
  // Rupiah: 15000 to the dollar.
  const std::vector<std::string> rupiah = {"money.currency=\"IDR\"", "teams.crew.cost_per_person_week=3e7",
                                           "templates.works.groups.makers.wage_per_hour=4e5",
                                           "use_cases.watch.value_per_asset_week=4e6"};
  CHECK(lines_about(rupiah).empty());
  auto year = rupiah;
  year.push_back("use_cases.watch.value_per_asset_week=208e6");
  CHECK(question(year).ends_with("Then write 4e6."));
  // The same numbers in euros are not those of a plan.
  auto euros = rupiah;
  euros[0] = "money.currency=\"EUR\"";
  CHECK(lines_about(euros).size() == 3);
  // A currency that nobody knows and no wage or team to go by.
  CHECK(lines_about({"money.currency=\"JPY\""}).empty());
  CHECK(lines_about({"money.currency=\"thousand EUR\""}).empty());
}

TEST_CASE("plausible: a mistake in every row of a table is shown three times and then counted") {
  std::string sites;
  for (int i = 0; i < 9; ++i) sites += "[sites.s" + std::to_string(i) + "]\nsize = 77\n";
  const auto lines = lines_about({}, Severity::warning, sites);
  REQUIRE(lines.size() == 4);
  CHECK(lines[3].find("6 more times") != std::string::npos);
}

TEST_CASE("plausible: zero is never asked about and shipped scenarios are not either") {
  CHECK(lines_about({}).empty());
  CHECK(lines_about({"teams.crew.cost_per_person_week=0", "teams.crew.attrition_per_week=0",
                     "templates.works.groups.makers.wage_per_hour=0"})
            .empty());
  for (const char* folder : {"scenarios", "data/validation"}) {
    for (const auto& file : std::filesystem::directory_iterator(source_path(folder))) {
      if (file.path().extension() != ".toml") continue;
      CAPTURE(file.path().string());
      for (const Diagnostic& one : read_scenario(file.path()).diagnostics.sorted()) {
        CHECK(one.why.find("common is") == std::string::npos);
      }
    }
  }
}

TEST_CASE("plausible: beyond its bound a number is an error that says the range") {
  CHECK(lines_about({"knowledge.releases_per_week=1e30"}, Severity::error)
            .at(0)
            .ends_with("'releases_per_week' of knowledge is 1e+30 (it must be at most 10000). Correct the number."));
  CHECK(lines_about({"knowledge.releases_per_week=1e30"}).empty());
  CHECK(lines_about({"teams.crew.people={ low = 1, high = 1e9 }"}, Severity::error).size() == 1);
  // A tail that no draw reaches stays as it is.
  CHECK(lines_about({"templates.works.items.survey.effort_person_weeks={ median = 2, sigma = 0.5 }"}).empty());
}

}  // namespace headrace::test
