#include <doctest/doctest.h>

#include <fmt/format.h>

#include <cmath>
#include <string>

#include "tests/support/one_site.hpp"
#include "tests/support/rich_scenario.hpp"
#include "tests/support/statistics.hpp"

// Stage gates: what they see, when they open, and what stopping leaves.
namespace headrace::test {
namespace {

/// Ulm in wave 1, graz in wave 2 from week 3, one item `work` of one week at graz; two people on the payroll, 2,000 a
/// week. Half of ulm's 100 people use the tool.
std::string two_sites(const std::string& gate, const std::string& tables = "", const std::string& ulm = "") {
  return "[programme]\nhorizon_weeks = 60\nwave_start_weeks = [0, 3]\nsponsorship = 0\n"
         "[money]\ndiscount_rate_per_year = 0\nlicence_per_user_month = 0\n"
         "[teams.ot]\npeople = 2\ncost_per_person_week = 1000\ncharge = \"standing\"\n" +
         gate + tables +
         "[sites.ulm]\nwave = 1\n[sites.ulm.groups.operators]\nheadcount = 100\nadoptable_share = 0.5\n"
         "training_share = 0\nembedding_share = 1\n" +
         ulm + "[sites.graz]\nwave = 2\n[sites.graz.items]\nwork = { wait_weeks = 1 }\n";
}

std::string gate(const std::string& keys, double error = 0) {
  return fmt::format("[gates.scale]\nmeasurement_error = {}\n{}\n", error, keys);
}

/// An assistive use case that is live at ulm from the start, worth this much a regular user and week.
std::string use_case(double value) {
  return fmt::format("[use_cases.help]\nkind = \"assistive\"\nvalue_per_user_week = {}\noutput_reliability = 1\n",
                     value);
}

const GateResult& gate_of(const Schedule& plan) { return plan.results().gates.front(); }
const GateResult& gate_of(const Results& results) { return results.gates.front(); }

double wait_of(const Schedule& plan, const std::string& item, RowLayout::Wait cause) {
  return plan.results().items[item_index(plan.model(), item)].wait_weeks[cause].mean;
}

double weekly(const Results& results, Series which, std::size_t week) {
  return results.weekly[static_cast<int>(which)].at.at(week).mean;
}

double mean_of(const Results& results, Output which) { return results.metrics[static_cast<int>(which)].mean; }
double mean_of(const Results& results, Cash kind) { return results.cash[static_cast<int>(kind)].mean; }

double phi(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

}  // namespace

TEST_CASE("gates: without a week the first test is held at the pace of the firm, and a week that is given is a date") {
  const auto passed = [](const std::string& keys, const std::string& pace) {
    std::string text = two_sites(gate(keys));
    text.replace(text.find("sponsorship = 0"), 15, "pace = " + pace);
    return gate_of(run_text(text, kept(4096))).passed_week;
  };
  // A lognormal of median 12 and sigma 0.5, rounded up to whole weeks.
  const double mean = 12 * std::exp(0.125);
  CHECK(passed("", "1").mean == doctest::Approx(mean + 0.5).epsilon(0.03));
  CHECK(passed("", "0.5").mean == doctest::Approx(mean / 2 + 0.5).epsilon(0.03));
  CHECK(passed("week = 12", "0.5").mean == 12);
}

TEST_CASE("gates: a gate without tests opens its wave in its week, and the wait is booked to it") {
  for (const auto& [week, opens] : {std::pair{10.0, 10.0}, std::pair{10.5, 11.0}}) {
    const Schedule plan = Schedule::of(two_sites(gate(fmt::format("week = {}", week))));
    CHECK(gate_of(plan).passed_week.mean == opens);
    CHECK(gate_of(plan).tests.mean == 1);
    CHECK(plan.start("graz/work") == opens);
    CHECK(wait_of(plan, "graz/work", RowLayout::wave) == 3);
    CHECK(wait_of(plan, "graz/work", RowLayout::gate) == opens - 3);
    CHECK(wait_of(plan, "graz/work", RowLayout::predecessor) == 0);
    CHECK(wait_of(plan, "graz/work", RowLayout::team) == 0);
  }
  // Before the planned start it holds nothing up.
  CHECK(Schedule::of(two_sites(gate("week = 2"))).start("graz/work") == 3);
}

TEST_CASE("gates: use is asked for until the closed-form adoption curve crosses") {
  const std::string adoption =
      "[adoption]\ntrial_rate_per_week = 0.1\nimitation_rate_per_week = 0\nhabit_rate_per_week = 0.2\n"
      "dropout_rate_per_week = 0\nlapse_rate_per_week = 0\nreturn_rate_per_week = 0\nturnover_per_week = 0\n";
  // Two stages in a row at constant hazards: shares after n weeks are differences of geometric series.
  const auto w = [](double r) { return r * (1 + r / 2 + r * r / 6) / (1 + r + r * r / 2 + r * r * r / 6); };
  const double a = 1 - w(0.1), b = 1 - w(0.2);
  const auto regular = [&](int n) {
    return 0.5 * (1 - std::pow(a, n) - w(0.1) * (std::pow(a, n) - std::pow(b, n)) / (a - b));
  };
  for (const double asked : {0.05, 0.2, 0.31, 0.45}) {
    for (const int every : {1, 3, 7}) {
      int week = 5, tests = 1;
      for (; regular(week) < asked; ++tests) week += every;
      const Schedule plan = Schedule::of(two_sites(
          gate(fmt::format("week = 5\nretest_weeks = {}\ntries = 50\nmin_adoption = {}", every, asked)), adoption));
      CAPTURE(asked);
      CAPTURE(every);
      CHECK(gate_of(plan).passed_week.mean == week);
      CHECK(gate_of(plan).tests.mean == tests);
      CHECK(plan.start("graz/work") == week);
    }
  }
}

TEST_CASE("gates: tests come every so many weeks from the first, rounded up, as often as tries says") {
  const auto tests = [](const char* tries, const char* every) {
    const Schedule plan = Schedule::of(
        two_sites(gate(fmt::format("week = 4.3\nmin_adoption = 0.6\ntries = {}\nretest_weeks = {}", tries, every))));
    CHECK(gate_of(plan).passed_week.never == 1);
    CHECK(plan.start("graz/work") == 1e9);
    CHECK(wait_of(plan, "graz/work", RowLayout::gate) == 57);
    return gate_of(plan).tests.mean;
  };
  CHECK(tests("3", "6") == 3);
  CHECK(tests("3.4", "6") == 3);
  CHECK(tests("3.6", "6") == 4);
  CHECK(tests("100", "6.5") == 9);  // 5, 11, 18, 24, 31, 37, 44, 50, 57
  CHECK(tests("100", "0") == 55);   // every week
}

TEST_CASE("gates: what is measured without error is what is there") {
  const std::string tables =
      use_case(10) +
      "[trust]\ninitial = 0.4\ngain_per_week = 0\nincidents_per_site_week = 0\n"
      "incidents_from_shadow_use = 0\nincidents_from_delegation = 0\nwrong_output_severity = 0\n";
  const std::string ulm =
      "[sites.ulm.assets.presses]\ncount = 30\nconnected_share = 0.2\nconnected_share_after = 0.8\nneeds = [\"wire\"]\n"
      "[sites.ulm.assets.ovens]\ncount = 10\nconnected_share = 0.4\n"
      "[sites.ulm.integrations.old]\nneeds = [\"wire\"]\n"
      "[sites.ulm.integrations.new]\nstyle = \"standard\"\n[sites.ulm.integrations.late]\nneeds = [\"never\"]\n"
      "[sites.ulm.items]\nwire = { wait_weeks = 6.5 }\nnever = { wait_weeks = 99 }\n";
  const Model model = model_of(two_sites(
      gate("week = 6\nretest_weeks = 1\ntries = 2\nmin_adoption = 0.6\nmin_trust = 0.5\nmin_value_share = 0.99\n"
           "max_cost = 11999\nmin_data_access = 0.7\nmin_production_grade_share = 0.9"),
      tables, ulm));
  watch(model, 1, 1, [](int week, const BlockState& s) {
    if (week != 6 && week != 7) return;
    const auto seen = [&](GateTest test) { return static_cast<double>(s.gate_measured[static_cast<int>(test)].v[9]); };
    const auto short_by = [&](GateTest t) { return static_cast<double>(s.gate_shortfall[static_cast<int>(t)].v[9]); };
    CHECK(s.gate_tests[0].v[9] == week - 5);
    CHECK(seen(GateTest::adoption) == doctest::Approx(0.5));
    CHECK(short_by(GateTest::adoption) == doctest::Approx(1 - 0.5 / 0.6));
    CHECK(seen(GateTest::trust) == doctest::Approx(0.4));
    CHECK(seen(GateTest::value) == doctest::Approx(1.0));
    CHECK(short_by(GateTest::value) == 0);
    // The books to the week before, cost without error; connected and live at the start of the week.
    CHECK(seen(GateTest::cost) == week * 2000);
    CHECK(short_by(GateTest::cost) == doctest::Approx(1 - 11999.0 / (week * 2000)));
    CHECK(seen(GateTest::data_access) == doctest::Approx(week == 6 ? (30 * 0.2 + 4) / 40 : (30 * 0.8 + 4) / 40));
    CHECK(seen(GateTest::production_grade) == (week == 6 ? 1 : 0.5));
  });
}

TEST_CASE("gates: errors make a gate pass as often as the lognormal says") {
  // Regular use is 0.5 exactly; 0.55 is asked for.
  constexpr double asked = 0.55, sigma = 0.15;
  constexpr std::int64_t trials = 16384;
  const double once = 1 - phi(std::log(asked / 0.5) / sigma), thrice = 1 - std::pow(1 - once, 3);
  for (const auto& [tries, expected] : {std::pair{1, once}, std::pair{3, thrice}}) {
    const Results r = run_text(
        two_sites(gate(fmt::format("week = 5\nretest_weeks = 2\ntries = {}\nmin_adoption = {}", tries, asked), sigma)),
        kept(trials));
    const double share = 1 - static_cast<double>(gate_of(r).passed_week.never) / trials;
    const Estimate passed{share, std::sqrt(expected * (1 - expected) / trials)};
    CHECK(agrees(passed, expected));
    // A smaller error, and one error for all tests, would show.
    CHECK_FALSE(agrees(passed, tries == 1 ? 1 - phi(std::log(asked / 0.5) / 0.13) : once));
  }
}

TEST_CASE("gates: quantities are measured with errors of their own") {
  const std::string trust =
      "[trust]\ninitial = 0.5\ngain_per_week = 0\nincidents_per_site_week = 0\nincidents_from_shadow_use = 0\n"
      "incidents_from_delegation = 0\nwrong_output_severity = 0\n";
  const Results r =
      run_text(two_sites(gate("week = 5\ntries = 1\nmin_adoption = 0.55\nmin_trust = 0.55", 0.15), trust), kept(16384));
  const double one = 1 - phi(std::log(1.1) / 0.15), both = one * one;
  const double share = 1 - static_cast<double>(gate_of(r).passed_week.never) / 16384;
  const Estimate passed{share, std::sqrt(both * (1 - both) / 16384)};
  CHECK(agrees(passed, both));
  CHECK_FALSE(agrees(passed, one));
}

TEST_CASE("gates: nothing queues once the programme has stopped") {
  // Two people are at the first for all the weeks there are, and the second waits for them.
  const Results stops =
      run_text(two_sites(gate("week = 10\ntries = 1\nmin_adoption = 0.9\nstop_below_cost_share = 0.9"),
                         "[items]\nfirst = { team = \"ot\", effort_person_weeks = 200 }\n"
                         "second = { team = \"ot\", effort_person_weeks = 300 }\n"),
               kept(64));
  CHECK(mean_of(stops, Output::stopped) == 1);
  for (const std::size_t week : {0, 5, 10}) CHECK(stops.team_queue[0].at.at(week).mean == 300);
  for (const std::size_t week : {11, 30, 59}) CHECK(stops.team_queue[0].at.at(week).mean == 0);
}

TEST_CASE("gates: stopping costs what it says and leaves nothing") {
  // 50 users at 10 are 500 of 2,000 a week; the only test is in week 10.
  const auto run_with = [](double share) {
    return run_text(two_sites(gate(fmt::format("week = 10\ntries = 1\nmin_adoption = 0.9\nexit_cost_weeks = 8\n"
                                               "stop_below_cost_share = {}",
                                               share)),
                              use_case(10)),
                    kept(64));
  };
  const Results stops = run_with(0.26);
  CHECK(mean_of(stops, Output::stopped) == 1);
  CHECK(mean_of(stops, Cash::exit) == 16000);
  CHECK(mean_of(stops, Cash::standing) == 11 * 2000);
  CHECK(weekly(stops, Series::cost, 10) == 18000);
  CHECK(weekly(stops, Series::value, 10) == 500);
  for (std::size_t week = 11; week < 60; ++week) {
    for (const Series none : {Series::value, Series::cost, Series::net_cash, Series::exploring, Series::regular}) {
      CHECK(weekly(stops, none, week) == 0);
    }
  }
  // Whoever used it has given it up: half of ulm, the only people.
  CHECK(weekly(stops, Series::lapsed, 59) == doctest::Approx(0.5));
  CHECK(stops.team_load[0].at.back().mean == 0);
  CHECK(gate_of(stops).passed_week.never == 64);

  // Value at the share or above: it holds what it has and opens nothing more.
  const Results holds = run_with(0.25);
  CHECK(mean_of(holds, Output::stopped) == 0);
  CHECK(mean_of(holds, Cash::exit) == 0);
  CHECK(weekly(holds, Series::value, 59) == 500);
  CHECK(weekly(holds, Series::cost, 59) == 2000);
  CHECK(gate_of(holds).passed_week.never == 64);
}

TEST_CASE("gates: run rates are means over four weeks") {
  // From week 7 on 2 people more, so the four weeks before week 10 cost 2, 4, 4 and 4 thousand.
  std::string text =
      two_sites(gate("week = 10\ntries = 1\nmin_adoption = 0.9\nexit_cost_weeks = 2\nstop_below_cost_share = 0.5"));
  text.replace(text.find("charge ="), 0, "hires = [{ week = 7, people = 2 }]\n");
  const Results r = run_text(text, kept(64));
  CHECK(mean_of(r, Cash::exit) == 2 * 3500);
}

TEST_CASE("gates: work and go-lives end with the programme") {
  const Schedule plan =
      Schedule::of(two_sites(gate("week = 10\ntries = 1\nmin_adoption = 0.9\nstop_below_cost_share = 5"),
                             "[use_cases.help]\nkind = \"assistive\"\nvalue_per_user_week = 1\nneeds = [\"long\"]\n",
                             "[sites.ulm.items]\nshort = { team = \"ot\", effort_person_weeks = 21 }\n"
                             "long = { team = \"ot\", effort_person_weeks = 2, after = [\"short\"] }\nlater = { "
                             "wait_weeks = 1, not_before_week = "
                             "20 }\n"));
  CHECK(plan.finish("short") == 10.5);
  CHECK(plan.start("long") == 10.5);
  CHECK(plan.finish("long") == 1e9);
  CHECK(plan.start("later") == 1e9);
  CHECK(wait_of(plan, "ulm/later", RowLayout::wave) == 11);
  CHECK(wait_of(plan, "graz/work", RowLayout::gate) == 8);
  CHECK(plan.go_live() == 1e9);
}

TEST_CASE("gates: a wave waits for every gate before it") {
  const std::string second = "[gates.second]\nweek = 20\nopens_wave = 1\n";
  const Schedule plan = Schedule::of(two_sites(gate("week = 10") + second));
  CHECK(plan.results().gates[0].passed_week.mean == 10);
  CHECK(plan.results().gates[1].passed_week.mean == 20);
  CHECK(plan.start("graz/work") == 20);
  // Whichever comes last.
  CHECK(Schedule::of(two_sites(gate("week = 30") + second)).start("graz/work") == 30);
  // Ulm waits for the second alone: nobody uses anything before week 20.
  CHECK(weekly(plan.results(), Series::regular, 19) == 0);
  CHECK(weekly(plan.results(), Series::regular, 20) == doctest::Approx(0.5));
}

TEST_CASE("gates: a gate that passes before its wave changes no bit") {
  const RunOptions options = kept(256, 5);
  const auto without = digest(run_text(plan_scenario(), options));
  const auto with = [&](const std::string& week) {
    Results r = run_text(plan_scenario("[gates.scale]\nstop_below_cost_share = 0.2\nweek = " + week + "\n"), options);
    CHECK(gate_of(r).passed_week.never == 0);
    r.gates.clear();
    return digest(r);
  };
  CHECK(with("7") == without);
  CHECK(with("13") != without);
}

TEST_CASE("gates: books and shares hold where some futures stop") {
  const std::string people =
      "[support]\n[knowledge]\n[trust]\n[governance]\n"
      "[gates.scale]\nweek = 12\nretest_weeks = 4\ntries = 2\nmin_adoption = 0.12\nmin_value_share = 0.01\n"
      "stop_below_cost_share = { low = 0.05, high = 0.3 }\n";
  const Results r = run_text(plan_scenario(people), kept(1024));
  CHECK(mean_of(r, Output::stopped) > 0.05);
  CHECK(mean_of(r, Output::stopped) < 0.95);
}

TEST_CASE("gates: who asks for more lets fewer pass, in means") {
  const auto passed = [](double asked) {
    const Results r = run_text(
        plan_scenario(fmt::format("[gates.scale]\nweek = 15\ntries = 3\nmin_adoption = {}\n", asked)), kept(1024));
    return 1 - static_cast<double>(gate_of(r).passed_week.never) / 1024;
  };
  CHECK(passed(0.01) > passed(0.1));
  CHECK(passed(0.1) > passed(0.3));
}

}  // namespace headrace::test
