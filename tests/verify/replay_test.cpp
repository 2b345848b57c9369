#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "report/tables/replay_log.hpp"
#include "sim/block/kernels.hpp"
#include "sim/replay/replay.hpp"
#include "tests/support/trial_run.hpp"

// One future told again: planted troubles are told on their day and at their price, and what is missing from value adds
// up.
namespace headrace::test {
namespace {

using Kind = ReplayEvent::Kind;

constexpr std::uint64_t kSeed = 3;

Replay told(const Model& model, std::int64_t trial = 0) {
  return replay(model.compiled, *find_kernel(""), kSeed, trial);
}

std::vector<ReplayEvent> events_of(const Replay& replay, Kind kind) {
  std::vector<ReplayEvent> found;
  std::copy_if(replay.events.begin(), replay.events.end(), std::back_inserter(found),
               [&](const ReplayEvent& event) { return event.kind == kind; });
  return found;
}

double leak(const Replay& replay, LeakCause which) { return replay.leaks[static_cast<std::size_t>(which)]; }

const std::string no_licences = "[money]\ndiscount_rate_per_year = 0\nlicence_per_user_month = 0\n";

/// One incident, in the only week of the horizon in which the site takes part: week 9 of 10.
std::string one_incident() {
  return "[programme]\nhorizon_weeks = 10\nwave_start_weeks = [9]\nstart_date = 2027-01-04\n" + no_licences +
         "[trust]\ninitial = 0.8\ngain_per_week = 0\nincident_severity = 0.25\nincidents_per_site_week = 1\n"
         "incidents_from_shadow_use = 0\nincidents_from_delegation = 0\nincident_cost = 15000\n"
         "[sites.ulm]\nlabel = \"Ulm works\"\n[sites.ulm.groups.crew]\nheadcount = 10\n";
}

/// One AI lead who leaves sooner or later and is never replaced; people use the tool from the start.
std::string one_lead(double leaving) {
  return fmt::format(
             "[programme]\nhorizon_weeks = 40\n{}[support]\nai_lead_leaving_per_week = {}\n"
             "ai_lead_strain_leaving_per_week = 0\nai_lead_replacement_weeks = 1e5\n",
             no_licences, leaving) +
         "[sites.ulm]\nlabel = \"Ulm works\"\n[sites.ulm.groups.crew]\nlabel = \"Shift crews\"\nheadcount = 10\n"
         "adoptable_share = 1\nwage_per_hour = 40\nai_leads = 1\nai_lead_hours_per_week = 2\nai_lead_kept_share = 1\n";
}

/// One asset worth 1,000 a week through one link that works from the start.
std::string one_link(double detection, double rate, const std::string& more = "") {
  return fmt::format(
      "[programme]\nhorizon_weeks = 60\n{}[teams.it]\npeople = 5\ncost_per_person_week = 2000\n"
      "[failures]\nhandcrafted_rate_per_week = {}\ndetection_weeks = {}\nrepair_person_weeks = 0.4\n"
      "[use_cases.watch]\nassets = [\"machines\"]\nneeds = [\"link\"]\nvalue_per_asset_week = 1000\n"
      "output_reliability = 1\nfollow_through = 1\n"
      "[sites.ulm]\nlabel = \"Ulm works\"\n[sites.ulm.assets.machines]\ncount = 1\nconnected_share = 1\n"
      "data_quality = 1\n"
      "[sites.ulm.integrations.link]\nlabel = \"Historian link\"\nfrom = \"a\"\nto = \"b\"\n"
      "maintained_by = \"it\"\n{}",
      no_licences, rate, detection, more);
}

}  // namespace

TEST_CASE("replay: an incident is told in its week, at its price, with the trust it takes") {
  const Model model = model_of(one_incident());
  const Replay one = told(model);
  const auto incidents = events_of(one, Kind::incident);
  REQUIRE(incidents.size() == 1);
  CHECK(incidents[0].week == 9);
  CHECK(incidents[0].value == 1);
  CHECK(incidents[0].cost == 15000);
  CHECK(incidents[0].before == doctest::Approx(0.8));
  CHECK(incidents[0].after == doctest::Approx(0.6));
  CHECK(incidents[0].cost == one.cash[static_cast<std::size_t>(Cash::incidents)]);
  CHECK(replay_text(model.programme, model.compiled, one)
            .find("  9.0  Mar 2027    -15.0k  Ulm works: an incident; trust 80% to 60%; costs USD 15k\n") !=
        std::string::npos);
}

TEST_CASE("replay: an AI lead who leaves is missed at the wage of the hours kept, week by week") {
  const Model model = model_of(one_lead(0.05));
  std::vector<int> left(kLanes, -1);
  watch(model, kSeed, 1, [&](int week, const BlockState& s) {
    for (int l = 0; l < kLanes; ++l) {
      if (s.ai_leads[0].v[l] == 0 && left[static_cast<std::size_t>(l)] < 0) left[static_cast<std::size_t>(l)] = week;
    }
  });
  int found = 0;
  for (const std::int64_t trial : {0, 1, 2, 3, 4, 5}) {
    CAPTURE(trial);
    const Replay one = told(model, trial);
    const auto gone = events_of(one, Kind::leads_leave);
    const int week = left[static_cast<std::size_t>(trial)];
    REQUIRE(gone.size() == (week < 0 ? 0 : 1));
    if (week < 0) continue;
    ++found;
    // Two hours a week at 40 from the week after.
    CHECK(gone[0].week == week);
    CHECK(gone[0].hours == 2);
    CHECK(gone[0].weeks == 39 - week);
    CHECK(gone[0].cost == doctest::Approx(80 * (39 - week)));
  }
  CHECK(found >= 3);
  CHECK(events_of(told(model_of(one_lead(0))), Kind::leads_leave).empty());
}

TEST_CASE("replay: AI leads who are replaced are missed until then") {
  std::string text = one_lead(0.3);
  text.replace(text.find("1e5"), 3, "2.0");
  text.replace(text.find("ai_leads = 1\n"), 13, "ai_leads = 9\n");
  const Model model = model_of(text);
  double vacant = 0;
  watch(model, kSeed, 1, [&](int week, const BlockState& s) {
    if (week < 39) vacant += static_cast<double>(s.vacancies[0].v[7]);
  });
  double cost = 0, most = 0;
  for (const ReplayEvent& event : events_of(told(model, 7), Kind::leads_leave)) {
    cost += event.cost;
    most = std::max(most, event.value);
  }
  CHECK(most > 1);
  CHECK(vacant > 0);
  CHECK(cost == doctest::Approx(80 * vacant));
}

TEST_CASE("replay: a link that fails is told from the day it fails, with the value lost while down") {
  // Nobody notices within the horizon, so it is down from its first failure to the end.
  const Model model = model_of(one_link(1000, 0.2));
  const Replay one = told(model);
  const auto failures = events_of(one, Kind::link_fails);
  REQUIRE(failures.size() == 1);
  CHECK(failures[0].week > 0);
  CHECK(failures[0].week + failures[0].weeks == doctest::Approx(60).epsilon(1e-5));
  CHECK(failures[0].value == 0);
  CHECK(failures[0].cost == doctest::Approx(1000 * failures[0].weeks).epsilon(1e-5));
  CHECK(one.value == doctest::Approx(1000 * failures[0].week).epsilon(1e-4));
  const std::string text = replay_text(model.programme, model.compiled, one);
  CHECK(text.find("Ulm works: Historian link is down for ") != std::string::npos);
  CHECK(text.find("links or networks were down (USD ") != std::string::npos);
}

TEST_CASE("replay: failures and their repairs cost what the books say") {
  const std::string bought = "[managed_services.bought]\ncapacity_person_weeks = 0.2\ndetection_weeks = 1\n";
  for (const std::string& service : {std::string(), bought})
    for (const std::int64_t trial : {0, 9, 33}) {
      CAPTURE(trial);
      CAPTURE(service);
      const Replay one = told(model_of(one_link(0.5, 0.1, service)), trial);
      double repairs = 0, cost = 0, down = 0;
      for (const ReplayEvent& event : events_of(one, Kind::link_fails)) {
        repairs += event.value;
        cost += event.cost;
        down += event.weeks;
      }
      CHECK(repairs > 0);
      CHECK(repairs == doctest::Approx(one.cash[static_cast<std::size_t>(Cash::repairs)]).epsilon(1e-4));
      CHECK(cost - repairs == doctest::Approx(one.potential - one.value).epsilon(1e-4));
      CHECK(cost - repairs == doctest::Approx(1000 * down).epsilon(1e-4));
      CHECK(cost - repairs == doctest::Approx(leak(one, LeakCause::outages)).epsilon(1e-4));
    }
}

TEST_CASE("replay: network outages above a day are told, with what they cost while all else is up") {
  const std::string network = "[sites.ulm.network]\navailability = 0.9\nrepair_weeks = ";
  const Replay one = told(model_of(one_link(1, 0, network + "0.5\n")));
  const auto outages = events_of(one, Kind::network_fails);
  REQUIRE_FALSE(outages.empty());
  double cost = 0;
  for (const ReplayEvent& event : outages) {
    CHECK(event.weeks == doctest::Approx(0.5));
    cost += event.cost;
  }
  CHECK(cost == doctest::Approx(one.potential - one.value).epsilon(1e-4));
  CHECK(events_of(told(model_of(one_link(1, 0, network + "0.1\n"))), Kind::network_fails).empty());
}

}  // namespace headrace::test
