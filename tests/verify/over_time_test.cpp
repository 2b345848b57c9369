#include <doctest/doctest.h>

#include <cmath>
#include <numeric>
#include <string>

#include "model/scenario/time_pattern.hpp"
#include "tests/support/one_site.hpp"
#include "tests/support/trial_run.hpp"

// Numbers that change over time and weeks in which nothing may start, against schedules and rates worked out by hand.
namespace headrace::test {
namespace {

/// One site whose operators have the tool from week 0; exact rates.
std::string office(const std::string& sponsorship) {
  return "[programme]\nhorizon_weeks = 60\nsponsorship = " + sponsorship +
         "\n[adoption]\ntrial_rate_per_week = 0.02\nsponsor_on_trial = 0.5\ntraining_on_trial = 0\n"
         "[sites.ulm.groups.operators]\nheadcount = 100\nadoptable_share = 0.9\n"
         "[use_cases.assistant]\nkind = \"assistive\"\nvalue_per_user_week = 10\n";
}

Schedule with_people(const std::string& people, double effort) {
  OneSite plan;
  plan.items = fmt::format("end = {{ team = \"ot\", effort_person_weeks = {}, crew_max = 100 }}\n", effort);
  std::string text = plan.text();
  text.replace(text.find("people = 2"), 10, "people = " + people);
  return Schedule::of(text);
}

double wait_of(const Schedule& schedule, const std::string& item, RowLayout::Wait cause) {
  return schedule.results().items[item_index(schedule.model(), "ulm/" + item)].wait_weeks[cause].mean;
}

}  // namespace

TEST_CASE("over time: values are linear between points and constant outside") {
  const std::vector<NumberPair> points = {{2, 1}, {6, 3}, {10, 0}};
  CHECK(value_at_week(points, 0) == 1);
  CHECK(value_at_week(points, 2) == 1);
  CHECK(value_at_week(points, 3) == 1.5);
  CHECK(value_at_week(points, 6) == 3);
  CHECK(value_at_week(points, 8) == 1.5);
  CHECK(value_at_week(points, 99) == 0);
}

TEST_CASE("over time: a sponsorship that ramps up and fades shows in the trial hazard of each week") {
  const Model model = model_of(office("{ over_time = [[0, 0], [10, 0.8], [30, 0.8], [40, 0.2]] }"));
  int differs_from_mean = 0;
  watch(model, 1, 1, [&](int week, const BlockState& s) {
    const double w = week;
    const double sponsorship = w <= 10 ? 0.08 * w : w <= 30 ? 0.8 : w <= 40 ? 0.8 - 0.06 * (w - 30) : 0.2;
    const auto hazard = static_cast<double>(s.hazard[0].v[5]);
    CHECK(hazard == doctest::Approx(0.02 * (1 + 0.5 * sponsorship)).epsilon(1e-6));
    differs_from_mean += std::fabs(hazard - 0.02 * (1 + 0.5 * 0.5)) > 1e-5;
  });
  CHECK(differs_from_mean > 50);
}

TEST_CASE("over time: sponsorship that fades keeps fewer users than one that lasts") {
  const auto use = [](const std::string& sponsorship) {
    return run_text(office(sponsorship), kept(256)).metrics[static_cast<int>(Output::regular_share)].mean;
  };
  CHECK(use("{ over_time = [[0, 0.8], [20, 0.8], [30, 0.1]] }") < use("0.8"));
  CHECK(use("{ over_time = [[0, 0.1], [20, 0.1], [30, 0.8]] }") > use("0.1"));
}

TEST_CASE("over time: a team that grows builds what its people add up to") {
  // 1, 1.5, 2, 2.5 and 3 people in weeks 0 to 4.
  CHECK(with_people("{ over_time = [[0, 1], [4, 3]] }", 7).finish("end") == 4);
  CHECK(with_people("{ over_time = [[0, 1], [4, 3]] }", 8.5).finish("end") == 4.5);
  CHECK(with_people("{ value = 2, times = [[0, 0.5], [4, 1.5]] }", 8.5).finish("end") == 4.5);
  CHECK(with_people("3", 8.5).finish("end") != doctest::Approx(4.5));
}

TEST_CASE("over time: a factor on an uncertain number keeps its draw and its range") {
  const auto shares = [](const std::string& sponsorship, int at) {
    std::vector<float> values;
    const Model model = model_of(office(sponsorship));
    watch(model, 1, 1, [&](int week, const BlockState& s) {
      const Row& row = s.param[model.compiled.adoption.sponsorship];
      if (week == at) values.assign(row.v, row.v + kLanes);
    });
    return values;
  };
  const auto base = shares("{ low = 0.2, high = 0.8 }", 9);
  const auto half = shares("{ low = 0.2, high = 0.8, times = [[0, 0.5]] }", 9);
  const auto triple = shares("{ low = 0.2, high = 0.8, times = [[0, 3]] }", 9);
  for (std::size_t l = 0; l < base.size(); ++l) {
    CHECK(half[l] == 0.5f * base[l]);
    CHECK(triple[l] == std::min(1.0f, 3 * base[l]));
  }
}

TEST_CASE("over time: a season is neutral over a whole period and highest at its peak") {
  const auto mean = [](const Season& season, int weeks) {
    TimePattern pattern;
    pattern.season = season;
    const std::vector<float> factors = weekly_factors(pattern, weeks);
    return std::accumulate(factors.begin(), factors.end(), 0.0) / weeks;
  };
  CHECK(mean({52, 0.2, 10}, 52) == doctest::Approx(1).epsilon(1e-6));
  CHECK(mean({52, 0.9, 51.3}, 104) == doctest::Approx(1).epsilon(1e-6));
  CHECK(mean({13, 0.5, 0}, 26) == doctest::Approx(1).epsilon(1e-6));
  CHECK(std::fabs(mean({52, 0.2, 10}, 26) - 1) > 1e-3);
  CHECK(season_factor({52, 0.2, 10}, 10) == doctest::Approx(1.2).epsilon(1e-12));
  CHECK(season_factor({52, 0.2, 10}, 36) == doctest::Approx(0.8).epsilon(1e-12));
  CHECK(season_factor({52, 0.2, 10}, 23) == doctest::Approx(1).epsilon(1e-12));
  for (double week = 0; week < 120; week += 0.7) {
    const double expected = 1 + 0.3 * std::cos(2 * std::acos(-1.0) * (week - 20) / 52);
    CHECK(season_factor({52, 0.3, 20}, week) == doctest::Approx(expected).epsilon(1e-12));
  }
}

TEST_CASE("over time: a year of seasonal value is worth a year of even value") {
  const auto value = [](const std::string& each, int weeks) {
    return run_text(fmt::format("[programme]\nhorizon_weeks = {}\n[sites.ulm.assets.presses]\ncount = 10\n"
                                "connected_share = 1\n[use_cases.warning]\nassets = [\"presses\"]\n"
                                "value_per_asset_week = {}\n",
                                weeks, each),
                    kept(1))
        .cash[static_cast<int>(Cash::cost_saved)]
        .mean;
  };
  const std::string seasonal = "{ value = 100, season = { amplitude = 0.4, peak_week = 10 } }";
  CHECK(value(seasonal, 52) == doctest::Approx(value("100", 52)).epsilon(1e-6));
  CHECK(value(seasonal, 26) > 1.1 * value("100", 26));
}

TEST_CASE("freeze: what runs goes on, what would start waits and books it to its wave") {
  OneSite plan;
  plan.items =
      "first = { team = \"ot\", effort_person_weeks = 4 , crew_max = 2 }\n"
      "permit = { wait_weeks = 1, after = [\"first\"] }\n"
      "end = { duration_weeks = 2, crew = { ot = 1 }, after = [\"permit\"] }\n";
  const Schedule free(plan);
  CHECK(free.start("permit") == 2);
  CHECK(free.finish("end") == 5);

  plan.settings = "freeze_weeks = [[1, 4]]";
  const Schedule frozen(plan);
  CHECK(frozen.finish("first") == 2);
  CHECK(frozen.start("permit") == 4);
  CHECK(frozen.finish("end") == 7);
  CHECK(wait_of(frozen, "permit", RowLayout::wave) == 2);
  CHECK(wait_of(frozen, "permit", RowLayout::predecessor) == 2);
  CHECK(wait_of(frozen, "permit", RowLayout::team) == 0);
  CHECK(wait_of(frozen, "end", RowLayout::wave) == 0);
  CHECK(wait_of(frozen, "end", RowLayout::predecessor) == 5);
}

TEST_CASE("freeze: waiting for people in a frozen week is booked to the wave and the rest to the team") {
  OneSite plan;
  plan.people = 1;
  plan.settings = "freeze_weeks = [[2, 3], [6, 8]]";
  plan.items =
      "alpha = { team = \"ot\", effort_person_weeks = 6.5 }\n"
      "beta = { team = \"ot\", effort_person_weeks = 1 }\n";
  const Schedule schedule(plan);
  CHECK(schedule.finish("alpha") == 6.5);
  CHECK(schedule.start("beta") == 8);
  CHECK(wait_of(schedule, "beta", RowLayout::wave) == 3);
  CHECK(wait_of(schedule, "beta", RowLayout::team) == 5);
}

TEST_CASE("freeze: weeks in which nothing would start change no bit") {
  OneSite plan;
  plan.items = "end = { team = \"ot\", effort_person_weeks = { median = 4, sigma = 0.1 } }\n";
  const std::uint64_t without = digest(run_text(plan.text(), kept(256)));
  plan.settings = "freeze_weeks = [[40, 45], [80, 90]]";
  CHECK(digest(run_text(plan.text(), kept(256))) == without);
  plan.settings = "freeze_weeks = [[0, 1]]";
  CHECK(digest(run_text(plan.text(), kept(256))) != without);
}

}  // namespace headrace::test
