#include <doctest/doctest.h>

#include <fmt/format.h>

#include <string>

#include "tests/support/trial_run.hpp"

// Links that fail: an alternating renewal process, up for an exponential time, down until noticed and repaired.
namespace headrace::test {
namespace {

struct Plant {
  std::string failures = "handcrafted_rate_per_week = 0.05\ndetection_weeks = 3\nrepair_person_weeks = 0.4\n";
  std::string tables = {};  ///< more tables
  std::string link = {};    ///< more keys of the link
  double people = 5;
  int weeks = 400;

  /// One asset worth 1 a week through one handcrafted link that is there from the start.
  std::string text() const {
    return fmt::format(
        "[programme]\nhorizon_weeks = {}\n[money]\ndiscount_rate_per_year = 0\nlicence_per_user_month = 0\n"
        "[teams.it]\npeople = {}\ncost_per_person_week = 1000\n"
        "{}[failures]\n{}"
        "[use_cases.watch]\nassets = [\"machines\"]\nneeds = [\"link\"]\nvalue_per_asset_week = 1\n"
        "[sites.ulm.assets.machines]\ncount = 1\nconnected_share = 1\n"
        "[sites.ulm.integrations.link]\nfrom = \"a\"\nto = \"b\"\nmaintained_by = \"it\"\n{}\n",
        weeks, people, tables, failures, link);
  }
};

double mean_value(const Results& results, Cash kind = Cash::cost_saved) {
  return results.cash[static_cast<int>(kind)].mean;
}

/// Mean availability over the second half of the horizon, when the start is forgotten.
double availability(const Plant& plant, std::int64_t trials = 2048) {
  const Results results = run_text(plant.text(), kept(trials));
  const Band& value = results.weekly[static_cast<int>(Series::value)];
  double sum = 0;
  const std::size_t half = value.at.size() / 2;
  for (std::size_t w = half; w < value.at.size(); ++w) sum += value.at[w].mean;
  return sum / static_cast<double>(value.at.size() - half);
}

/// Some 30 independent stretches of 200 weeks in each of 2,048 futures: a standard error of 0.15%.
doctest::Approx about(double share) { return doctest::Approx(share).epsilon(0.005); }

double renewal(double rate, double detection, double repair) {
  const double up = 1 / rate;
  return up / (up + detection + repair);
}

}  // namespace

TEST_CASE("failures: availability is that of the alternating renewal process") {
  const double found = availability({});
  CHECK(found == about(renewal(0.05, 3, 0.4)));
  CHECK(found != about(renewal(0.05, 3, 0)));
}

TEST_CASE("failures: short outages inside a week count for what they are") {
  Plant plant;
  plant.failures = "handcrafted_rate_per_week = 0.2\ndetection_weeks = 0.1\nrepair_person_weeks = 0.2\n";
  const double found = availability(plant);
  CHECK(found == about(renewal(0.2, 0.1, 0.2)));
  CHECK(found != about(renewal(0.2, 0, 0.2)));
}

TEST_CASE("failures: a repair that takes no work ends when somebody notices") {
  Plant plant;
  plant.failures = "handcrafted_rate_per_week = 0.05\ndetection_weeks = 3\nrepair_person_weeks = 0\n";
  CHECK(availability(plant) == about(renewal(0.05, 3, 0)));
}

TEST_CASE("failures: standard links have their own rate, and a link may have one of its own") {
  Plant standard;
  standard.failures = "standard_rate_per_week = 0.01\ndetection_weeks = 2\nrepair_person_weeks = 0.5\n";
  standard.link = "style = \"standard\"\n";
  CHECK(availability(standard) == about(renewal(0.01, 2, 0.5)));
  standard.link += "failure_rate_per_week = 0.1\ndetection_weeks = 1\nrepair_person_weeks = 0.2\n";
  CHECK(availability(standard) == about(renewal(0.1, 1, 0.2)));
}

TEST_CASE("failures: monitoring and managed services notice sooner, from their start on") {
  Plant watched;
  watched.tables = "[monitoring.eyes]\ndetection_weeks = 0.5\ncost_per_week = 10\n";
  CHECK(availability(watched) == about(renewal(0.05, 0.5, 0.4)));
  Plant elsewhere = watched;
  elsewhere.tables = "[monitoring.eyes]\ndetection_weeks = 0.5\nsites = [\"bonn\"]\n[sites.bonn]\n";
  CHECK(availability(elsewhere) == about(renewal(0.05, 3, 0.4)));
  Plant late = watched;
  late.tables = "[monitoring.eyes]\ndetection_weeks = 0.5\nstart_week = 1000\n";
  CHECK(availability(late) == about(renewal(0.05, 3, 0.4)));
  Plant managed;
  managed.tables = "[managed_services.bought]\ncapacity_person_weeks = 1\ndetection_weeks = 1\n";
  CHECK(availability(managed) == about(renewal(0.05, 1, 0.4)));
}

TEST_CASE("failures: monitoring costs its price a week, a managed service its price a head, an audit once") {
  Plant plant;
  plant.weeks = 52;
  plant.tables =
      "[monitoring.eyes]\ncost_per_week = 10\nstart_week = 12.5\n[audits.look]\nweek = 3\ncost = 700\n"
      "[managed_services.bought]\ncapacity_person_weeks = 1\ncost_per_user_month = 26\nstart_week = 26\n"
      "[sites.ulm.groups.operators]\nheadcount = 10\nlicensed_share = 0.5\n";
  const Results results = run_text(plant.text(), kept(64));
  CHECK(mean_value(results, Cash::monitoring) == doctest::Approx(10 * 39.5 + 700));
  CHECK(mean_value(results, Cash::managed_services) == doctest::Approx(26 * 6 * 5));
}

TEST_CASE("failures: repairs are paid to the team, or done by the managed service") {
  Plant plant;
  const Results by_team = run_text(plant.text(), kept(1024));
  // One repair a cycle of 1/rate + 3.4 weeks, 400 person-money each.
  const double cycles = 400 / (20 + 3.4);
  CHECK(mean_value(by_team, Cash::repairs) == doctest::Approx(cycles * 400).epsilon(0.03));
  plant.tables = "[managed_services.bought]\ncapacity_person_weeks = 10\n";
  CHECK(mean_value(run_text(plant.text(), kept(1024)), Cash::repairs) == 0);
}

TEST_CASE("failures: a team without people repairs nothing") {
  Plant plant;
  plant.people = 0;
  CHECK(availability(plant, 512) < 1e-3);
}

TEST_CASE("failures: what nobody maintains fails more often") {
  const std::string upkeep =
      "maintenance_share_per_year = 1\nneeds = [\"build\"]\n[sites.ulm.items.build]\n"
      "team = \"it\"\neffort_person_weeks = 52\n";
  Plant served, starved;
  served.link = starved.link = upkeep;
  // The team is held by another crew for good once it has built the link: maintenance finds nobody.
  starved.link += "[items.other]\ncrew = { it = 5 }\nduration_weeks = 1000\nafter = [\"ulm/build\"]\n";
  const auto failing = [](const Plant& plant) {
    double hazard = 0;
    watch(model_of(plant.text()), 1, 1, [&](int week, const BlockState& s) {
      if (week == 300) hazard = static_cast<double>(s.link_hazard[0].v[0]);
    });
    return hazard;
  };
  CHECK(failing(served) == doctest::Approx(0.05));
  CHECK(failing(starved) == doctest::Approx(0.05 * 4));
}

TEST_CASE("failures: a site's network has the availability it is said to have") {
  Plant plant;
  plant.failures = "handcrafted_rate_per_week = 0\n";
  plant.tables = "[sites.ulm.network]\navailability = 0.9\nrepair_weeks = 0.5\n";
  CHECK(availability(plant) == about(0.9));
  plant.tables = "[sites.ulm.network]\navailability = 0.9\nrepair_weeks = 4\n";
  CHECK(availability(plant) == doctest::Approx(0.9).epsilon(0.01));
  // Also where links themselves never fail.
  std::string alone = plant.text();
  alone.erase(alone.find("[failures]"), alone.find("[use_cases") - alone.find("[failures]"));
  CHECK(digest(run_text(alone, kept(64))) == digest(run_text(plant.text(), kept(64))));
}

TEST_CASE("failures: an outage of automated work costs dependency times its benefit") {
  Plant plant;
  plant.tables =
      "[sites.ulm.integrations.act]\nfrom = \"b\"\nto = \"c\"\nfailure_rate_per_week = 0\nmaintained_by = \"it\"\n";
  const std::string act = "action_links = [\"act\"]\nautomated_share = 0.5\ndependency = 2\n";
  std::string text = plant.text();
  text.insert(text.find("value_per_asset_week"), act);
  const Results results = run_text(text, kept(2048));
  const double down = 1 - renewal(0.05, 3, 0.4), found = mean_value(results, Cash::outages) / plant.weeks;
  CHECK(found == doctest::Approx(2 * 0.5 * down).epsilon(0.03));
}

TEST_CASE("failures: links that never fail and networks that are always up change no bit") {
  Plant plain;
  std::string without = plain.text();
  const auto at = without.find("[failures]");
  without.erase(at, without.find("[use_cases") - at);
  Plant neutral;
  neutral.failures = "handcrafted_rate_per_week = 0\n";
  neutral.tables = "[sites.ulm.network]\navailability = 1\n[monitoring.eyes]\ncost_per_week = 0\n";
  const Results a = run_text(without, kept(256)), b = run_text(neutral.text(), kept(256));
  for (int o = 0; o < kOutputs; ++o) CHECK(a.kept.output[o] == b.kept.output[o]);
}

TEST_CASE("audits: what nobody had planned for takes longer, unless an audit finds it before the work may start") {
  // 100 machines, none connected; the plan believes in 40.
  const auto finish = [](const std::string& tables, const std::string& asset) {
    const Model model = model_of(
        "[teams.it]\npeople = 1\ncost_per_person_week = 0\n" + tables +
        "[sites.ulm.assets.machines]\ncount = 100\nconnected_share = 0\nneeds = [\"connect\"]\n" + asset +
        "[sites.ulm.items.connect]\nteam = \"it\"\neffort_per_asset_person_weeks = 0.1\nassets = [\"machines\"]\n"
        "not_before_week = 10\n[use_cases.watch]\nassets = [\"machines\"]\nneeds = [\"connect\"]\n"
        "value_per_asset_week = 1\n");
    return static_cast<double>(finish_of(run(model, kept(1)), model, "ulm/connect").front()) - 10;
  };
  CHECK(finish("", "") == doctest::Approx(10));
  const std::string believed = "believed_connected_share = 0.4\nsurprise_factor = 1.5\n";
  CHECK(finish("", believed) == doctest::Approx(6 + 4 * 1.5));
  CHECK(finish("[audits.look]\nweek = 9\n", believed) == doctest::Approx(10));
  CHECK(finish("[audits.look]\nweek = 11\n", believed) == doctest::Approx(12));
  CHECK(finish("[audits.look]\nweek = 9\nsites = [\"bonn\"]\n[sites.bonn]\n", believed) == doctest::Approx(12));
}

TEST_CASE("assets: those without sensors are retrofitted once, by the first work that counts them") {
  const Results results = run_text(
      "[teams.it]\npeople = 9\ncost_per_person_week = 0\n"
      "[sites.ulm.assets.machines]\ncount = 100\nconnected_share = 0.2\nconnected_share_after = 0.9\n"
      "instrumented_share = 0.5\nretrofit_cost_per_asset = 7\nneeds = [\"connect\", \"clean\"]\n"
      "[sites.ulm.items.connect]\nteam = \"it\"\neffort_per_asset_person_weeks = 0.1\nassets = [\"machines\"]\n"
      "[sites.ulm.items.clean]\nteam = \"it\"\neffort_per_asset_person_weeks = 0.1\nassets = [\"machines\"]\n"
      "after = [\"connect\"]\n[use_cases.watch]\nassets = [\"machines\"]\nneeds = [\"clean\"]\n"
      "value_per_asset_week = 1\n",
      kept(64));
  CHECK(mean_value(results, Cash::purchases) == doctest::Approx(100 * (0.9 - 0.5) * 7));
}

}  // namespace headrace::test
