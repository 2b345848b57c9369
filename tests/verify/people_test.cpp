#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "tests/support/statistics.hpp"
#include "tests/support/trial_run.hpp"

// Help, AI leads, knowledge and trust against closed forms. Use is held fixed: without [adoption] everyone with access
// who would ever use the tool does, so nothing that helps breeds more use.
namespace headrace::test {
namespace {

/// One site, one group of 90 people of whom half use the tool from week 0, and whatever `mechanisms` says.
std::string fixed_use(const std::string& mechanisms, const std::string& group = "", int weeks = 156) {
  return fmt::format(
      "[programme]\nhorizon_weeks = {}\n[money]\ndiscount_rate_per_year = 0\nlicence_per_user_month = 0\n{}\n"
      "[sites.ulm.groups.operators]\nheadcount = 90\nadoptable_share = 0.5\nwage_per_hour = 0\n{}\n",
      weeks, mechanisms, group);
}

/// Support in which a regular user needs one hour a week and asks for all of it; nobody leaves.
std::string steady_support(const std::string& more = "") {
  return "[support]\nhelp_hours_per_explorer_week = 0\nhelp_hours_per_regular_week = 1\nstaleness_uplift = 0\n"
         "self_help_share = 0.5\nask_share = 1\nhub_on_ask = 0\ngovernance_on_ask = 0\n"
         "ai_lead_recovery_per_week = 0.05\nai_lead_burn_per_week = 0.15\nai_lead_leaving_per_week = 0\n"
         "ai_lead_strain_leaving_per_week = 0\n" +
         more;
}

double at_end(const Results& results, PeopleSeries which) {
  return results.people.at(static_cast<std::size_t>(which)).at.back().mean;
}

double at(const Results& results, PeopleSeries which, std::size_t week) {
  return results.people.at(static_cast<std::size_t>(which)).at.at(week).mean;
}

Results run_fixed(const std::string& mechanisms, const std::string& group = "", std::int64_t trials = 64) {
  return run_text(fixed_use(mechanisms, group), kept(trials));
}

}  // namespace

TEST_CASE("people: use of a role is that of its groups by head count") {
  // 100 operators of whom 80% would use it, from week 0; 300 of whom 40% would, from week 10; planners apart.
  const Results results = run_text(
      "[programme]\nhorizon_weeks = 30\nwave_start_weeks = [0, 10]\n[sites.ulm]\nwave = 1\n[sites.graz]\nwave = 2\n"
      "[sites.ulm.groups.operators]\nheadcount = 100\nadoptable_share = 0.8\n"
      "[sites.graz.groups.operators]\nheadcount = 300\nadoptable_share = 0.4\n"
      "[sites.graz.groups.planners]\nheadcount = 50\nadoptable_share = 0.9\nlicensed_share = 0.5\n",
      kept(1));
  REQUIRE(results.roles.size() == 2);
  const Band &operators = results.roles[0].regular, &planners = results.roles[1].regular;
  REQUIRE(operators.week == std::vector<int>{0, 4, 8, 12, 16, 20, 24, 28, 29});
  for (std::size_t k = 0; k < operators.week.size(); ++k) {
    CAPTURE(operators.week[k]);
    const bool second = operators.week[k] >= 10;
    CHECK(operators.at[k].mean == doctest::Approx(second ? (80 + 120) / 400.0 : 80 / 400.0).epsilon(1e-6));
    CHECK(planners.at[k].mean == doctest::Approx(second ? 0.45 : 0).epsilon(1e-6));
  }
}

TEST_CASE("people: strain at constant load reaches its closed-form equilibrium") {
  // 45 hours are asked for, 20 are kept free: overload 25/45 whatever the energy.
  const Results results =
      run_fixed(steady_support(), "ai_leads = 10\nai_lead_hours_per_week = 2\nai_lead_kept_share = 1\n");
  const double overload = 25.0 / 45, energy = 0.05 / (0.05 + 0.15 * overload);
  CHECK(at_end(results, PeopleSeries::strain) == doctest::Approx(1 - energy).epsilon(1e-4));
  CHECK(at_end(results, PeopleSeries::strain) != doctest::Approx(1 - 0.05 / (0.05 + 0.15)).epsilon(0.05));
}

TEST_CASE("people: AI leads with enough hours do not wear out") {
  const Results results =
      run_fixed(steady_support(), "ai_leads = 30\nai_lead_hours_per_week = 2\nai_lead_kept_share = 1\n");
  CHECK(at_end(results, PeopleSeries::strain) == 0);
  CHECK(at_end(results, PeopleSeries::help) == 1);
}

TEST_CASE("people: help in its fluid limit is what is settled alone and what is served") {
  // Fresh leads serve 20 of 45 hours in week 1 (week 0 starts with nobody using the tool).
  const Results results =
      run_fixed(steady_support(), "ai_leads = 10\nai_lead_hours_per_week = 2\nai_lead_kept_share = 1\n");
  CHECK(at(results, PeopleSeries::help, 0) == 1);
  CHECK(at(results, PeopleSeries::help, 1) == doctest::Approx(1 - 0.5 * (1 - 20.0 / 45)).epsilon(1e-5));
  CHECK(at_end(results, PeopleSeries::help) < at(results, PeopleSeries::help, 1));
}

TEST_CASE("people: a hub takes its share first and then what AI leads cannot serve") {
  const std::string hub =
      "[hubs.central]\nhours_per_week = 30\ntriage_share = 0.4\nrole_fit = 0.7\ncost_per_hour = 100\n";
  const Results results =
      run_fixed(steady_support(hub), "ai_leads = 5\nai_lead_hours_per_week = 2\nai_lead_kept_share = 1\n");
  // Of 45 hours asked, 18 go to the hub; leads face 27 and serve 10 with full energy; of the 17 left the hub has 12.
  const double served = 0.7 * 18 + 10 + 0.7 * 12;
  CHECK(at(results, PeopleSeries::help, 1) == doctest::Approx(1 - 0.5 * (1 - served / 45)).epsilon(1e-5));
  const Summary& cost = results.cash[static_cast<int>(Cash::hubs)];
  CHECK(cost.mean == doctest::Approx(30 * 100 * 156).epsilon(1e-6));
}

TEST_CASE("people: worn out AI leads leave and are replaced as often as the hazards say") {
  // Fully overloaded leads (no kept hours) lose all energy; hazards then are constant and the stock settles.
  std::string support = steady_support();
  support.replace(support.find("strain_leaving_per_week = 0"), 27, "strain_leaving_per_week = 0.03");
  support += "ai_lead_replacement_weeks = 10\n";
  const Model model =
      model_of(fixed_use(support, "ai_leads = 40\nai_lead_hours_per_week = 2\nai_lead_kept_share = 0\n", 400));
  double leads = 0, count = 0;
  watch(model, 1, 32, [&](int week, const BlockState& state) {
    if (week < 250) return;
    for (const float n : state.ai_leads[0].v) {
      leads += static_cast<double>(n);
      ++count;
      CHECK(n == std::floor(n));
    }
  });
  const auto w = [](double r) { return r * (1 + r / 2 + r * r / 6) / (1 + r + r * r / 2 + r * r * r / 6); };
  const double energy = 0.05 / (0.05 + 0.15);  // equilibrium at full overload
  const double leave = w(0.03 * (1 - energy)), join = w(0.1);
  CHECK(leads / count == doctest::Approx(40 * join / (join + leave)).epsilon(0.01));
  CHECK(leads / count != doctest::Approx(40 * 0.1 / (0.1 + 0.03)).epsilon(0.01));
}

TEST_CASE("people: with many people help follows its fluid equations week by week") {
  // 45,000 users ask for 9,000 hours a week; one lead for 45 of 90,000 people keeps 2 hours: 4,000 at first.
  const auto fluid = [](double strain_leaving, std::size_t week) {
    const auto w = [](double r) { return r * (1 + r / 2 + r * r / 6) / (1 + r + r * r / 2 + r * r * r / 6); };
    double leads = 2000, vacant = 0, energy = 1, help = 1;
    for (std::size_t k = 0; k <= week; ++k) {
      const double faced = k == 0 ? 0 : 9000, offered = 2 * leads;
      const double served = std::min(faced, offered * energy);
      help = faced > 0 ? 1 - 0.5 * (1 - served / faced) : 1;
      const double overload = faced > offered ? (faced - offered) / faced : 0;
      energy = (energy + 0.05) / (1 + 0.05 + 0.15 * overload);
      const double gone = leads * w(0.004 + strain_leaving * (1 - energy)), found = vacant * w(0.1);
      leads += found - gone;
      vacant += gone - found;
    }
    return help;
  };
  std::string text = fixed_use(
      "[support]\nhelp_hours_per_explorer_week = 0\nhelp_hours_per_regular_week = 0.2\nself_help_share = 0.5\n"
      "ask_share = 1\nai_lead_recovery_per_week = 0.05\nai_lead_burn_per_week = 0.15\n"
      "ai_lead_leaving_per_week = 0.004\nai_lead_strain_leaving_per_week = 0.1\nai_lead_replacement_weeks = 10\n",
      "ai_lead_hours_per_week = 2\nai_lead_kept_share = 1\n", 110);
  text.replace(text.find("headcount = 90"), 14, "headcount = 90000");
  const Results results = run_text(text, kept(64));
  for (const std::size_t week : {std::size_t{1}, std::size_t{5}, std::size_t{20}, std::size_t{100}}) {
    CHECK(at(results, PeopleSeries::help, week) == doctest::Approx(fluid(0.1, week)).epsilon(2e-4));
  }
  CHECK(at(results, PeopleSeries::help, 100) != doctest::Approx(fluid(0.09, 100)).epsilon(2e-4));
}

TEST_CASE("people: freshness under releases has its closed-form mean") {
  const Results results = run_fixed(
      "[knowledge]\ninitial_freshness = 0.9\nfreshness_floor = 0.4\ndecay_per_week = 0.01\nreleases_per_week = 0.06\n"
      "release_drop = 0.1\nretraining_gain_per_week = 0\nengine_gain_per_week = 0\n",
      "", 4096);
  const double decay = 0.01 * (1 + 0.005 + 1e-4 / 6) / (1 + 0.01 + 5e-5 + 1e-6 / 6);
  const double keeps = (1 - decay) * (1 - 0.06 * 0.1);
  for (const std::size_t week : {std::size_t{10}, std::size_t{52}, std::size_t{155}}) {
    const Summary& s = results.people.at(static_cast<std::size_t>(PeopleSeries::freshness)).at.at(week);
    const double expected = 0.4 + 0.5 * std::pow(keeps, static_cast<double>(week) + 1);
    CHECK(agrees({s.mean, s.se}, expected));
    CHECK_FALSE(agrees({s.mean, s.se}, 0.4 + 0.5 * std::pow(keeps * 0.999, static_cast<double>(week) + 1)));
  }
}

TEST_CASE("people: training and a knowledge engine hold freshness at the balance of gain and loss") {
  const std::string knowledge =
      "[knowledge]\ninitial_freshness = 0.9\nfreshness_floor = 0\ndecay_per_week = 0.02\nreleases_per_week = 0\n"
      "retraining_gain_per_week = 0.05\nengine_gain_per_week = 0.06\n"
      "[hubs.central]\nhours_per_week = 0\nengine_strength = 0.5\n";
  const Results results = run_fixed(knowledge, "training_share = 0.8\ntraining_role_fit = 0.5\n");
  const auto w = [](double r) { return r * (1 + r / 2 + r * r / 6) / (1 + r + r * r / 2 + r * r * r / 6); };
  const double gain = w(0.05 * 0.8 * 0.5 + 0.06 * 0.5 * 0.5 / (0.5 + 0.1)), keep = 1 - w(0.02);
  CHECK(at_end(results, PeopleSeries::freshness) == doctest::Approx(gain / (1 - keep * (1 - gain))).epsilon(1e-3));
}

TEST_CASE("people: trust recovers exponentially and incidents cut it by what they are worth") {
  const std::string calm =
      "[trust]\ninitial = 0.4\ngain_per_week = 0.1\nincidents_per_site_week = 0\nincidents_from_shadow_use = 0\n"
      "incidents_from_delegation = 0\n";
  const Results recovers = run_fixed(calm);
  const double w = 0.05 * (1 + 0.025 + 0.0025 / 6) / (1 + 0.05 + 0.00125 + 0.000125 / 6);
  // Nobody uses the tool at the start of week 0.
  CHECK(at(recovers, PeopleSeries::trust, 0) == doctest::Approx(0.4).epsilon(1e-6));
  CHECK(at(recovers, PeopleSeries::trust, 40) == doctest::Approx(1 - 0.6 * std::pow(1 - w, 40)).epsilon(1e-4));

  std::string troubled = calm;
  troubled.replace(troubled.find("gain_per_week = 0.1"), 19, "gain_per_week = 0");
  troubled.replace(troubled.find("site_week = 0"), 13, "site_week = 0.05");
  troubled += "incident_severity = 0.3\nincident_cost = 1000\n";
  const Results falls = run_fixed(troubled, "", 4096);
  const Summary& after = falls.people.at(static_cast<std::size_t>(PeopleSeries::trust)).at.at(51);
  const double expected = 0.4 * std::pow(1 - 0.05 * 0.3, 52);
  CHECK(agrees({after.mean, after.se}, expected));
  CHECK_FALSE(agrees({after.mean, after.se}, expected * 1.1));
  const Summary& cost = falls.cash[static_cast<int>(Cash::incidents)];
  CHECK(agrees({cost.mean, cost.se}, 0.05 * 156 * 1000));
}

TEST_CASE("people: an incident at one site costs the others a part of it") {
  const std::string text =
      fixed_use(
          "[trust]\ninitial = 0.8\ngain_per_week = 0\nincidents_per_site_week = 0.02\nincidents_from_shadow_use = 0\n"
          "incidents_from_delegation = 0\nincident_severity = 0.5\nseverity_elsewhere = 0.4\n") +
      "[sites.graz.groups.operators]\nheadcount = 90\nadoptable_share = 0.5\nwage_per_hour = 0\n";
  const Results results = run_text(text, kept(8192));
  const Summary& s = results.people.at(static_cast<std::size_t>(PeopleSeries::trust)).at.at(19);
  const double expected = 0.8 * std::pow((1 - 0.02 * 0.5) * (1 - 0.02 * 0.5 * 0.4), 20);
  CHECK(agrees({s.mean, s.se}, expected));
  CHECK_FALSE(agrees({s.mean, s.se}, 0.8 * std::pow(1 - 0.02 * 0.5, 20)));
}

TEST_CASE("people: shadow use follows governance and blocking") {
  const auto shadow = [](const std::string& governance) {
    return at(run_fixed("[governance]\nshadow_share = 0.54\n" + governance), PeopleSeries::shadow, 0);
  };
  CHECK(shadow("strength = 0\n") == doctest::Approx(0.54).epsilon(1e-5));
  CHECK(shadow("strength = 0.8\n") == doctest::Approx(0.54 * 0.2).epsilon(1e-5));
  CHECK(shadow("strength = 0\nblocks_public_tools = true\n") == doctest::Approx(0.27).epsilon(1e-5));
  // Everyone who would ever use a tool uses the licensed one from week 1.
  CHECK(at(run_fixed("[governance]\nstrength = 0\n"), PeopleSeries::shadow, 1) == doctest::Approx(0).epsilon(1e-5));
}

}  // namespace headrace::test
