// Scaled, sustained, what calls for a redesign, and the flows: each definition on both sides of its threshold.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

double d(float x) { return static_cast<double>(x); }

double mean_of(const Results& results, Output which) { return results.metrics[static_cast<int>(which)].mean; }

const std::vector<Summary>& weekly(const Results& results, Series which) {
  return results.weekly[static_cast<int>(which)].at;
}

/// Sites that are live from week 1; at each this share of those who ever would uses it; below 0: no group.
std::string plants(const std::vector<double>& use, const std::string& more = "") {
  std::string text =
      "[programme]\nhorizon_weeks = 30\n[use_cases.helper]\nkind = \"assistive\"\nvalue_per_user_week = 1\n"
      "needs = [\"go\"]\n" +
      more;
  for (std::size_t i = 0; i < use.size(); ++i) {
    text += fmt::format("[sites.plant_{}.items]\ngo = {{ wait_weeks = 1 }}\n", i);
    if (use[i] < 0) continue;
    text += fmt::format(
        "[sites.plant_{}.groups.operators]\nheadcount = 20\nadoptable_share = 0.5\nlicensed_share = {}\n"
        "wage_per_hour = 0\n",
        i, use[i]);
  }
  return text;
}

double scaled(const std::vector<double>& use) { return mean_of(run_text(plants(use), kept(1)), Output::scaled); }
double sustained(const std::vector<double>& use) { return mean_of(run_text(plants(use), kept(1)), Output::sustained); }

}  // namespace

TEST_CASE("scale: scaled is more than a fifth of the planned sites in use") {
  CHECK(scaled({0.5, 0.5, 0, 0, 0, 0, 0, 0, 0, 0}) == 0);
  CHECK(scaled({0.5, 0.5, 0.5, 0, 0, 0, 0, 0, 0, 0}) == 1);
  CHECK(scaled({0.5, 0, 0, 0, 0}) == 0);
  CHECK(scaled({0.5, 0, 0, 0}) == 1);
}

TEST_CASE("scale: a site is in use above a tenth of those who ever would, or where nobody needs to") {
  CHECK(scaled({0.09}) == 0);
  CHECK(scaled({0.11}) == 1);
  CHECK(scaled({-1}) == 1);
}

TEST_CASE("scale: a site that is not live is not in use") {
  const auto text = [](int wave) {
    return fmt::format("[programme]\nhorizon_weeks = 30\nwave_start_weeks = [{}]\n", wave) +
           plants({0.9}).substr(std::string("[programme]\nhorizon_weeks = 30\n").size());
  };
  CHECK(mean_of(run_text(text(28), kept(1)), Output::scaled) == 1);
  CHECK(mean_of(run_text(text(29), kept(1)), Output::scaled) == 0);
}

TEST_CASE("scale: sustained is four fifths of the sites above a fifth of those who ever would") {
  CHECK(sustained({0.21, 0.21, 0.21, 0.21, 0}) == 1);
  CHECK(sustained({0.21, 0.21, 0.21, 0.19, 0}) == 0);
  CHECK(sustained({0.21, 0.21, 0.21, 0, 0}) == 0);
  CHECK(sustained({0.9, 0.9, 0.9}) == 1);
}

TEST_CASE("scale: outputs that hold or not are shares of trials") {
  const Results results = run_text(plants({0.5}, "[items]\n").replace(0, 0, ""), kept(64));
  const Summary& s = results.metrics[static_cast<int>(Output::scaled)];
  CHECK(s.mean == 1);
  CHECK(s.se == 0);
  CHECK_FALSE(s.quantile[P50].value.has_value());

  // Live by the horizon in half of the futures.
  std::string text = plants({0.5});
  text.replace(text.find("wait_weeks = 1"), 14, "wait_weeks = { low = 20, high = 40 }");
  const Summary& half = run_text(text, kept(4096)).metrics[static_cast<int>(Output::scaled)];
  CHECK(half.mean > 0.4);
  CHECK(half.mean < 0.6);
  CHECK(half.se == doctest::Approx(0.5 / 64).epsilon(0.03));
}

namespace {

/// One person: first an item that takes `first` weeks, then one of `second` that waits for it in the queue.
std::string queue(double first, double second, const std::string& more = "", double bound = 1.5) {
  return fmt::format(
             "[programme]\nhorizon_weeks = 80\nredesign_bound = {}\n[teams.ot]\npeople = 1\ncost_per_person_week = "
             "1000\n"
             "[use_cases.helper]\nkind = \"assistive\"\nvalue_per_user_week = 1\nneeds = [\"a\", \"b\"]\n"
             "[sites.ulm.items]\na = {{ team = \"ot\", effort_person_weeks = {}, priority = 1 }}\n"
             "b = {{ team = \"ot\", effort_person_weeks = {}, priority = 2 }}\n",
             bound, first, second) +
         more;
}

double redesign(const std::string& text) { return mean_of(run_text(text, kept(1)), Output::redesign_needed); }

/// Which cause was first: rework, review, team, hub; -1: none.
int first_cause(const std::string& text) {
  const Results results = run_text(text, kept(1));
  int first = -1;
  for (std::size_t c = 0; c < results.redesign_first.size(); ++c) {
    if (results.redesign_first[c].mean == 1) first = static_cast<int>(c);
  }
  return first;
}

}  // namespace

TEST_CASE("scale: a team breaks when a quarter's work queues for a quarter") {
  // Demand: one person at work, and the queue over 13 weeks; 1.5 at a queue of 6.5 person-weeks.
  CHECK(redesign(queue(30, 6.4)) == 0);
  CHECK(redesign(queue(30, 6.6)) == 1);
  CHECK(first_cause(queue(30, 6.6)) == 2);
  CHECK(redesign(queue(12.5, 30)) == 0);  // twelve weeks of waiting
  CHECK(redesign(queue(13.5, 30)) == 1);  // thirteen
  CHECK(redesign(queue(30, 6.6, "", 1.6)) == 0);
}

TEST_CASE("scale: a limit that breaks after the last go-live calls for no redesign") {
  const std::string later =
      "late = { team = \"ot\", effort_person_weeks = 20, priority = 3, not_before_week = 5 }\n"
      "later = { team = \"ot\", effort_person_weeks = 20, priority = 4, not_before_week = 5 }\n";
  CHECK(redesign(queue(5, 1, later)) == 0);
  CHECK(redesign(queue(5, 30, later)) == 1);
}

TEST_CASE("scale: the queue of a team is the work that is ready and waits") {
  const std::string crew =
      "crew = { duration_weeks = 3, crew = { ot = 1 }, priority = 3, after = [{ on = \"a\", lag_weeks = 0 }] }\n";
  const Results results = run_text(queue(10, 7, crew), kept(1));
  const auto& at = results.team_queue.at(0).at;
  CHECK(at[0].mean == doctest::Approx(7));
  CHECK(at[8].mean == doctest::Approx(7));
  CHECK(at[10].mean == doctest::Approx(3));
  CHECK(at[16].mean == doctest::Approx(3));
  CHECK(at[17].mean == 0);
}

namespace {

/// Ulm is live from week 0, Graz from week 30; `insights` a week are to be reviewed at each.
std::string reviewing(double insights, double capacity) {
  return fmt::format(
      "[programme]\nhorizon_weeks = 60\n[money]\nreview_insights_per_week = {}\n"
      "[use_cases.warning]\nassets = [\"presses\"]\nvalue_per_asset_week = 1\ninsights_per_site_week = {}\n"
      "needs = [\"go\"]\n"
      "[sites.ulm.assets.presses]\ncount = 1\n[sites.ulm.items]\ngo = {{ wait_weeks = 0 }}\n"
      "[sites.graz.assets.presses]\ncount = 1\n[sites.graz.items]\ngo = {{ wait_weeks = 30 }}\n",
      capacity, insights);
}

std::string reworking(double factor, int second_wave, int wait = 5) {
  return fmt::format(
      "[programme]\nhorizon_weeks = 60\nwave_start_weeks = [0, {}]\n"
      "[use_cases.helper]\nkind = \"assistive\"\nvalue_per_user_week = 1\nneeds = [\"go\"]\n"
      "[templates.plant.items]\ngo = {{ wait_weeks = {} }}\n"
      "audit = {{ wait_weeks = 1, skipped_in_pilot = true, rework_factor = {} }}\n"
      "[sites.ulm]\ntemplate = \"plant\"\n[sites.graz]\ntemplate = \"plant\"\nwave = 2\n",
      second_wave, wait, factor);
}

}  // namespace

TEST_CASE("scale: review breaks above its bound") {
  CHECK(redesign(reviewing(14, 10)) == 0);
  CHECK(redesign(reviewing(16, 10)) == 1);
  CHECK(first_cause(reviewing(16, 10)) == 1);
}

TEST_CASE("scale: a hub breaks above its bound") {
  // Ulm's forty regular users ask for 40 hours a week, all of them to the hub first.
  const auto hub = [](double hours) {
    return fmt::format(
        "[programme]\nhorizon_weeks = 60\n"
        "[use_cases.helper]\nkind = \"assistive\"\nvalue_per_user_week = 1\nneeds = [\"go\"]\n"
        "[support]\nhelp_hours_per_regular_week = 1\nself_help_share = 0\nask_share = 1\n"
        "[hubs.centre]\nhours_per_week = {}\ntriage_share = 1\n"
        "[sites.ulm.groups.operators]\nheadcount = 40\nadoptable_share = 1\nwage_per_hour = 0\nai_leads = 0\n"
        "[sites.ulm.items]\ngo = {{ wait_weeks = 1 }}\n[sites.graz.items]\ngo = {{ wait_weeks = 40 }}\n",
        hours);
  };
  CHECK(redesign(hub(28)) == 0);
  CHECK(redesign(hub(25)) == 1);
  CHECK(first_cause(hub(25)) == 2);
}

TEST_CASE("scale: a system breaks above its bound") {
  // Three links of Ulm on the historian, one of them live from week 20 only; Graz goes live in week 60.
  const auto links = [](int limit, int horizon = 80) {
    return fmt::format(
               "[programme]\nhorizon_weeks = {}\n"
               "[use_cases.helper]\nkind = \"assistive\"\nvalue_per_user_week = 1\nneeds = [\"go\"]\n"
               "[sites.ulm.systems.historian]\nintegrations_limit = {}\n",
               horizon, limit) +
           "[sites.ulm.integrations]\na = { from = \"historian\", to = \"erp\" }\n"
           "b = { from = \"plc\", to = \"historian\" }\nc = { to = \"historian\", needs = [\"late\"] }\n"
           "d = { from = \"plc\", to = \"erp\" }\n"
           "[sites.ulm.items]\ngo = { wait_weeks = 1 }\nlate = { wait_weeks = 20 }\n"
           "[sites.graz.items]\ngo = { wait_weeks = 60 }\n";
  };
  CHECK(redesign(links(2)) == 0);
  CHECK(redesign(links(1)) == 1);
  CHECK(first_cause(links(1)) == 2);
  // Two links are above 1.5 from week 0, and break in week 12.
  CHECK(redesign(links(1, 13)) == 1);
  CHECK(redesign(links(1, 12)) == 0);
}

TEST_CASE("scale: rework that falls due before all sites are live calls for a redesign") {
  CHECK(redesign(reworking(1.5, 20)) == 1);
  CHECK(first_cause(reworking(1.5, 20)) == 0);
  CHECK(redesign(reworking(1, 20)) == 0);
  CHECK(redesign(reworking(0.8, 20)) == 0);
  CHECK(redesign(reworking(1.5, 60)) == 0);     // not within the horizon
  CHECK(redesign(reworking(1.5, 20, 0)) == 0);  // all sites are live at that moment
}

TEST_CASE("scale: first tries, their spread, and use kept for a year") {
  const std::string text =
      "[programme]\nhorizon_weeks = 70\nwave_start_weeks = [0, 10]\n"
      "[sites.ulm.groups.operators]\nheadcount = 30\nadoptable_share = 0.5\nlicensed_share = 0.8\nwage_per_hour = 0\n"
      "[sites.graz]\nwave = 2\n"
      "[sites.graz.groups.operators]\nheadcount = 10\nadoptable_share = 0.6\nwage_per_hour = 0\n";
  const Results results = run_text(text, kept(1));
  const auto at = [&](Series which, std::size_t week) { return weekly(results, which).at(week).mean; };
  CHECK(at(Series::licensed, 0) == doctest::Approx(0.75 * 0.8));
  CHECK(at(Series::licensed, 10) == doctest::Approx(0.75 * 0.8 + 0.25));
  CHECK(at(Series::first_tries, 0) == doctest::Approx(0.75 * 0.4));
  CHECK(at(Series::spread_tries, 0) == 0);
  CHECK(at(Series::first_tries, 1) == 0);
  CHECK(at(Series::first_tries, 10) == doctest::Approx(0.25 * 0.6));
  CHECK(at(Series::spread_tries, 10) == doctest::Approx(0.25 * 0.6));
  CHECK(at(Series::kept_year, 50) == 0);
  CHECK(at(Series::kept_year, 51) == doctest::Approx(0.3));
  CHECK(at(Series::kept_year, 60) == doctest::Approx(0.3));
  CHECK(at(Series::kept_year, 61) == doctest::Approx(0.45));
  CHECK(at(Series::active_week, 20) == doctest::Approx(0.9 * 0.45 / 0.85));
  CHECK(at(Series::active_month, 20) == doctest::Approx(0.45 / 0.85));

  const std::string elsewhere = text + "[pilot]\nsite = \"graz\"\n";
  const Results other = run_text(elsewhere, kept(1));
  CHECK(weekly(other, Series::spread_tries).at(0).mean == doctest::Approx(0.75 * 0.4));
  CHECK(weekly(other, Series::spread_tries).at(10).mean == 0);
}

TEST_CASE("scale: active users are weighed as defined") {
  const std::string text =
      "[programme]\nhorizon_weeks = 40\n[adoption]\nlapse_rate_per_week = 0.05\n"
      "[sites.ulm.groups.operators]\nheadcount = 100\nadoptable_share = 0.8\nlicensed_share = 0.9\nwage_per_hour = 0\n";
  const Model model = model_of(text);
  std::vector<double> tries;
  watch(model, 1, 1, [&](int week, const BlockState& s) {
    const double e = d(s.exploring[0].v[7]), r = d(s.regular[0].v[7]), l = d(s.lapsed[0].v[7]);
    tries.push_back(d(s.first_tries[0].v[7]));
    double month = 0;
    for (std::size_t k = 0; k < std::min<std::size_t>(4, tries.size()); ++k) month += tries[tries.size() - 1 - k];
    const auto shown = [&](Series which) { return d(s.series[static_cast<int>(which)].v[7]) * 0.9; };
    CAPTURE(week);
    CHECK(tries.back() <= e);
    CHECK(shown(Series::active_week) == doctest::Approx(0.9 * r + 0.3 * e + 0.7 * tries.back() + 0.03 * l));
    CHECK(shown(Series::active_month) == doctest::Approx(r + 0.6 * e + 0.4 * std::min(e, month) + 0.1 * l));
    CHECK(shown(Series::active_quarter) == doctest::Approx(r + 0.95 * e + 0.3 * l));
    CHECK(shown(Series::frequent) == doctest::Approx(r + 0.25 * e));
    if (week == 20) CHECK(shown(Series::active_month) != doctest::Approx(r + 0.6 * e + 0.4 * e + 0.1 * l));
  });
}

}  // namespace headrace::test
