#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <string>

#include "tests/support/fixed_use.hpp"
#include "tests/support/one_site.hpp"
#include "tests/support/statistics.hpp"

// What use is worth: proficiency, the dip of newcomers, the cost of delay, delegation and the least crew, against
// closed forms.
namespace headrace::test {
namespace {

/// Practice of the assistant at a site at the end of a week, in a plan with `graz` in wave 2.
double practice_at(const std::string& tables, int site, int week, int weeks = 60) {
  const FixedUse plan{"proficiency_at_start = 0.6", tables + "[sites.graz]\nwave = 2\n", weeks};
  double found = 0;
  watch(model_of(plan.text()), 1, 1, [&](int w, const BlockState& state) {
    if (w == week) found = static_cast<double>(state.practice[site].v[0]);
  });
  return found;
}

const std::string engine = "[hubs.central]\nhours_per_week = 0\nengine_strength = 0.8\n";

double share_learnt(double start, double half, double weeks) { return (start * half + weeks) / (half + weeks); }

}  // namespace

TEST_CASE("use worth: proficiency grows with weeks of use along its hyperbola") {
  const Results r = FixedUse{"proficiency_at_start = 0.6\nproficiency_half_weeks = 8"}.results();
  for (const std::size_t week : {std::size_t{1}, std::size_t{8}, std::size_t{50}, std::size_t{155}}) {
    const double weeks = static_cast<double>(week);
    CHECK(value_in(r, week) == doctest::Approx(kFixedValue * share_learnt(0.6, 8, weeks)).epsilon(1e-5));
    CHECK(value_in(r, week) != doctest::Approx(kFixedValue * share_learnt(0.6, 8.5, weeks)).epsilon(1e-5));
  }
  // Half of what is missing is made good after the half weeks.
  CHECK(value_in(r, 8) == doctest::Approx(kFixedValue * 0.8).epsilon(1e-5));
}

TEST_CASE("use worth: without practice to gain nothing is missing") {
  const Results r = FixedUse{"proficiency_at_start = 0.2\nproficiency_half_weeks = 0"}.results();
  CHECK(value_in(r, 0) == 0);
  CHECK(value_in(r, 1) == doctest::Approx(kFixedValue).epsilon(1e-6));
}

TEST_CASE("use worth: a knowledge engine passes practice on late to those who come later") {
  // 0.3 x engine 0.8 x half the people at ulm in regular use, from week 1; before it opens graz has no practice of its
  // own. Sites are in rollout order: ulm is 0.
  const std::string at_once = engine + "spread_lag_weeks = 0\n";
  CHECK(practice_at(at_once, 1, 39) == doctest::Approx(0.3 * 0.8 * 0.5 * 39).epsilon(1e-5));
  CHECK(practice_at(at_once, 0, 39) == doctest::Approx(40).epsilon(1e-6));

  // First-order lag of 4 weeks: the flow is 1 - 0.8^n of the full one n weeks after it began.
  double sum = 0;
  for (int n = 1; n <= 39; ++n) sum += 1 - std::pow(0.8, n);
  CHECK(practice_at(engine, 1, 39) == doctest::Approx(0.3 * 0.8 * 0.5 * sum).epsilon(1e-5));
  CHECK(practice_at(engine, 1, 39) != doctest::Approx(0.3 * 0.8 * 0.5 * 39).epsilon(0.05));
  // Four weeks late in the long run.
  CHECK(sum == doctest::Approx(39 - 4).epsilon(1e-3));
  CHECK(practice_at("", 1, 39) == 0);
}

TEST_CASE("use worth: hubs pass less on to one another") {
  const auto hubs = [](const std::string& between) {
    return "[hubs.east]\nsites = [\"ulm\"]\nhours_per_week = 0\nengine_strength = 1\nspread_lag_weeks = 0\n" + between +
           "[hubs.west]\nsites = [\"graz\"]\nhours_per_week = 0\n";
  };
  CHECK(practice_at(hubs(""), 1, 39) == doctest::Approx(0.3 * 0.3 * 0.5 * 39).epsilon(1e-5));
  CHECK(practice_at(hubs("between_hubs_spread = 0.6\n"), 1, 39) == doctest::Approx(0.6 * 0.3 * 0.5 * 39).epsilon(1e-5));
  CHECK(practice_at(hubs("between_hubs_spread = 0\n"), 1, 39) == 0);
}

TEST_CASE("use worth: nobody reads more than was found elsewhere") {
  // Graz gains 1.15 a week on ulm's 1 until it is level, 227 weeks after it opens; then both practise alike.
  const std::string strong = "[hubs.central]\nhours_per_week = 0\nengine_strength = 1\nspread_lag_weeks = 0\n";
  CHECK(practice_at(strong, 1, 150, 400) < practice_at(strong, 0, 150, 400) - 10);
  CHECK(practice_at(strong, 1, 399, 400) == doctest::Approx(practice_at(strong, 0, 399, 400)).epsilon(1e-6));
}

TEST_CASE("use worth: a knowledge engine raises what the second site is worth and not the first") {
  const auto run_with = [](const std::string& hub) {
    return FixedUse{"proficiency_at_start = 0.6", hub + "[sites.graz]\nwave = 2\n", 60}.results();
  };
  const Results with = run_with(engine), without = run_with("");
  const auto cash = [](const Results& r, std::size_t site) {
    return r.sites[site].bands[static_cast<int>(SiteSeries::value)].at.back().mean;
  };
  CHECK(cash(with, 0) == cash(without, 0));
  CHECK(cash(with, 1) > cash(without, 1) * 1.02);
}

TEST_CASE("use worth: newcomers lose their hours for as long as they learn") {
  const Results r = FixedUse{"dip_hours_per_user_week = 2\ndip_weeks = 4"}.results();
  // 45 newcomers x 2 hours x 10 an hour x 4 weeks; the rest of the tail lies beyond the horizon.
  CHECK(total(r, Cash::learning) == doctest::Approx(45 * 2 * 10 * 4).epsilon(1e-5));
  CHECK(total(r, Cash::learning) != doctest::Approx(45 * 2 * 10 * 4.1).epsilon(1e-3));
  CHECK(cost_in(r, 0) == doctest::Approx(900).epsilon(1e-6));
  CHECK(cost_in(r, 3) == doctest::Approx(900 * std::pow(0.75, 3)).epsilon(1e-5));
  CHECK(total(FixedUse{"dip_hours_per_user_week = 2\ndip_weeks = 0.5"}.results(), Cash::learning) ==
        doctest::Approx(450).epsilon(1e-6));
  CHECK(total(FixedUse{"dip_hours_per_user_week = 2\ndip_weeks = 0"}.results(), Cash::learning) == 0);
}

TEST_CASE("use worth: each use case has its own dip and begins when it is live") {
  const std::string second =
      "[use_cases.drafts]\nkind = \"assistive\"\nvalue_per_user_week = 2\nneeds = [\"course\"]\n"
      "dip_hours_per_user_week = 3\ndip_weeks = 4\n[templates.plant.items]\ncourse = { wait_weeks = 10 }\n";
  const Results r = FixedUse{"dip_hours_per_user_week = 2\ndip_weeks = 4", second}.results();
  CHECK(total(r, Cash::learning) == doctest::Approx(45 * (2 + 3) * 10 * 4).epsilon(1e-5));
  CHECK(cost_in(r, 9) == doctest::Approx(900 * std::pow(0.75, 9)).epsilon(1e-5));
  CHECK(cost_in(r, 10) == doctest::Approx(900 * std::pow(0.75, 10) + 45 * 3 * 10).epsilon(1e-5));
}

TEST_CASE("use worth: waiting erodes worth from week 0 wherever it begins") {
  const Results r = FixedUse{"delay_cost_per_year = 0.2", "[sites.graz]\nwave = 2\n"}.results();
  double sum = 0, wrong = 0;
  for (int week = 1; week < 156; ++week) {
    const double sites = week <= 40 ? 1 : 2;
    sum += sites * kFixedValue * std::pow(0.8, week / 52.0);
    wrong += sites * kFixedValue * std::pow(0.79, week / 52.0);
  }
  CHECK(total(r, Cash::cost_saved) == doctest::Approx(sum).epsilon(1e-5));
  CHECK(total(r, Cash::cost_saved) != doctest::Approx(wrong).epsilon(1e-3));
  CHECK(value_in(r, 52) == doctest::Approx(2 * kFixedValue * 0.8).epsilon(1e-5));
}

TEST_CASE("use worth: what is delegated needs no workflow") {
  const auto value = [](const std::string& share, const std::string& rules = "") {
    return value_in(FixedUse{"delegated_share = " + share, rules}.results(), 60);
  };
  CHECK(value("1") == doctest::Approx(2 * kFixedValue).epsilon(1e-6));
  CHECK(value("0.4") == doctest::Approx(90 * (0.4 + 0.6 * 0.5)).epsilon(1e-6));
  CHECK(value("0") == value_in(FixedUse{}.results(), 60));

  // Rules carry 0.4 + 0.6 x 0.5 of it, trust of 0.3 against the full 0.75 another 0.4.
  const std::string rules = "[governance]\nstrength = 0.5\nautomation_limit_base = 0.4\nshadow_share = 0\n";
  const std::string trust =
      "[trust]\ninitial = 0.3\ngain_per_week = 0\nincidents_per_site_week = 0\nincidents_from_shadow_use = 0\n"
      "incidents_from_delegation = 0\nwrong_output_severity = 0\nfull_automation_trust = 0.75\n";
  const double governed = 0.6 * 0.7, trusted = governed * 0.4;
  CHECK(value("0.6", rules) == doctest::Approx(90 * (governed + (1 - governed) * 0.5)).epsilon(1e-5));
  CHECK(value("0.6", rules + trust) == doctest::Approx(90 * (trusted + (1 - trusted) * 0.5)).epsilon(1e-5));
  CHECK(value("0.6", rules + trust) != doctest::Approx(value("0.6", rules)).epsilon(1e-3));
}

TEST_CASE("use worth: delegation beyond the rules leads to incidents") {
  const auto incidents = [](const std::string& share) {
    const std::string rules =
        "[governance]\nstrength = 0.5\nautomation_limit_base = 0.4\nshadow_share = 0\n"
        "[trust]\nincidents_per_site_week = 0\nincidents_from_shadow_use = 0\nincidents_from_delegation = 0.5\n"
        "incident_cost = 1000\n";
    const Summary& s =
        FixedUse{"delegated_share = " + share, rules}.results(2048).cash[static_cast<int>(Cash::incidents)];
    return Estimate{s.mean, s.se};
  };
  CHECK(agrees(incidents("0.9"), 0.5 * (0.9 - 0.7) * 156 * 1000));
  CHECK_FALSE(agrees(incidents("0.9"), 0.5 * (0.9 - 0.68) * 156 * 1000));
  CHECK(incidents("0.7").value == doctest::Approx(0).epsilon(1e-6));
}

TEST_CASE("use worth: an item with a least crew waits for it and may be thinned out once it has begun") {
  const auto plan = [](const std::string& least, const std::string& more = "") {
    return OneSite{
        "first = { team = \"ot\", effort_person_weeks = 2, crew_max = 1, priority = 1 }\n"
        "second = { team = \"ot\", effort_person_weeks = 4, priority = 2" +
        least + " }\n" + more};
  };
  // Two people, of whom the first item holds one for two weeks.
  const Schedule waits(plan(", crew_min = 2"));
  CHECK(waits.start("second") == 2);
  CHECK(waits.finish("second") == 4);
  CHECK(Schedule(plan("")).start("second") == 0);
  CHECK(Schedule(plan("")).finish("second") == 3);
  CHECK(Schedule(plan(", crew_min = 1")).finish("second") == 3);

  // In week 3 a third item takes one of the two for a week.
  const Schedule thinned(plan(", crew_min = 2",
                              "third = { team = \"ot\", effort_person_weeks = 1, crew_max = 1, priority = 0, "
                              "not_before_week = 3 }\n"));
  CHECK(thinned.start("second") == 2);
  CHECK(thinned.finish("third") == 4);
  CHECK(thinned.finish("second") == 4.5);
}

}  // namespace headrace::test
