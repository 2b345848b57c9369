#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "tests/support/fixed_use.hpp"

// Compute and ideas against closed forms, with use held fixed.
namespace headrace::test {
namespace {

/// Quality the first group meets in the last week.
double quality_of(const FixedUse& plan) {
  double found = 0;
  watch(model_of(plan.text()), 1, 1, [&](int, const BlockState& s) { found = static_cast<double>(s.quality[0].v[0]); });
  return found;
}

/// Each user has an idea in 45 weeks, all of them good: one a week, from week 1.
const std::string one_a_week =
    "[ideas]\nideas_per_user_year = 1.1555555555555554\ntested_share = 1\nlive_share = 1\nvalue_share = 0.05\n";

}  // namespace

TEST_CASE("compute: what is short of demand lowers value and what users meet") {
  const FixedUse plan{"output_reliability = 0.9\ncompute_per_user_week = 2", "[compute]\ncapacity = 60\n"};
  const Results r = plan.results();
  CHECK(use_in(r, UseSeries::compute_adequacy, 0) == 1);
  CHECK(use_in(r, UseSeries::compute_adequacy, 1) == doctest::Approx(60 / 90.0).epsilon(1e-6));
  CHECK(value_in(r, 1) == doctest::Approx(kFixedValue * 0.9 * 60 / 90).epsilon(1e-6));
  CHECK(value_in(r, 1) != doctest::Approx(kFixedValue * 0.9).epsilon(0.1));
  CHECK(quality_of(plan) == doctest::Approx(0.9 * 60 / 90).epsilon(1e-6));
  CHECK(total(r, Cash::compute) == 0);

  FixedUse ample = plan;
  ample.tables = "[compute]\ncapacity = 90\n";
  CHECK(use_in(ample.results(), UseSeries::compute_adequacy, 1) == 1);
  CHECK(quality_of(ample) == doctest::Approx(0.9).epsilon(1e-6));
}

TEST_CASE("compute: the pilot's room is soon too small for all sites") {
  // 1.5 x 45 for the first site in rollout order, and 45 + 90 asked once the second is there.
  const Results r = FixedUse{"", "[compute]\n[sites.graz]\nwave = 2\nsize = 2\n"}.results();
  CHECK(use_in(r, UseSeries::compute_adequacy, 40) == 1);
  CHECK(use_in(r, UseSeries::compute_adequacy, 41) == doctest::Approx(67.5 / 135).epsilon(1e-6));
  CHECK(value_in(r, 41) == doctest::Approx(3 * kFixedValue / 2).epsilon(1e-6));
}

TEST_CASE("compute: insights ask for it too") {
  const std::string camera =
      "[use_cases.camera]\nassets = [\"presses\"]\nvalue_per_asset_week = 1\ninsights_per_site_week = 40\n"
      "compute_per_user_week = 0\ncompute_per_insight = 0.5\n"
      "[templates.plant.assets.presses]\ncount = 1\n[compute]\ncapacity = 13\n";
  const Results r = FixedUse{"", camera}.results();
  CHECK(use_in(r, UseSeries::compute_adequacy, 0) == doctest::Approx(13 / 20.0).epsilon(1e-6));
  CHECK(use_in(r, UseSeries::compute_adequacy, 1) == doctest::Approx(13 / 65.0).epsilon(1e-6));
}

TEST_CASE("compute: the bill follows what is served and the path of the price") {
  const std::string priced =
      "price_per_unit = 3\nprice_change_per_year = -0.2\nbill_over_rate_card = 1.6\n[sites.graz]\nwave = 2\n";
  const Results ample = FixedUse{"", "[compute]\ncapacity = 1000\n" + priced}.results();
  double sum = 0;
  for (int week = 1; week < 156; ++week) sum += (week <= 40 ? 45 : 90) * 3 * 1.6 * std::pow(0.8, week / 52.0);
  CHECK(total(ample, Cash::compute) == doctest::Approx(sum).epsilon(1e-5));
  CHECK(cost_in(ample, 52) == doctest::Approx(90 * 3 * 1.6 * 0.8).epsilon(1e-5));
  CHECK(cost_in(ample, 52) != doctest::Approx(90 * 3 * 1.6).epsilon(0.01));
  CHECK(cost_in(FixedUse{"", "[compute]\ncapacity = 30\n" + priced}.results(), 52) ==
        doctest::Approx(30 * 3 * 1.6 * 0.8).epsilon(1e-5));
}

TEST_CASE("ideas: with fixed use they add up week by week and each lifts the site's value") {
  const Results r = FixedUse{"", one_a_week + "datathon_weeks = [20.5]\nideas_per_datathon = 3\n"}.results();
  CHECK(use_in(r, UseSeries::ideas_live, 0) == 0);
  CHECK(use_in(r, UseSeries::ideas_live, 19) == doctest::Approx(19).epsilon(1e-5));
  CHECK(use_in(r, UseSeries::ideas_live, 20) == doctest::Approx(23).epsilon(1e-5));
  CHECK(use_in(r, UseSeries::ideas_live, 155) == doctest::Approx(158).epsilon(1e-5));
  CHECK(value_in(r, 10) == doctest::Approx(kFixedValue * (1 + 0.05 * 9)).epsilon(1e-5));
  CHECK(value_in(r, 10) != doctest::Approx(kFixedValue * (1 + 0.05 * 10)).epsilon(1e-3));
  CHECK(r.sites[0].bands[static_cast<int>(SiteSeries::value)].at.back().mean ==
        doctest::Approx(kFixedValue * (1 + 0.05 * 157)).epsilon(1e-5));
}

TEST_CASE("ideas: a datathon counts at the sites that are live by then and at no other") {
  // Graz opens in week 40: the first datathon is Ulm's alone, the second is of both.
  const std::string datathons =
      "[ideas]\nideas_per_user_year = 0\ntested_share = 1\nlive_share = 1\nideas_per_datathon = 3\n"
      "datathon_weeks = [20.5, 60.5]\n[sites.graz]\nwave = 2\n";
  const Results r = FixedUse{"", datathons}.results();
  CHECK(use_in(r, UseSeries::ideas_live, 19) == 0);
  CHECK(use_in(r, UseSeries::ideas_live, 20) == doctest::Approx(3).epsilon(1e-6));
  CHECK(use_in(r, UseSeries::ideas_live, 59) == doctest::Approx(3).epsilon(1e-6));
  CHECK(use_in(r, UseSeries::ideas_live, 155) == doctest::Approx(9).epsilon(1e-6));
}

TEST_CASE("ideas: only those that are tested and good go live") {
  std::string few = one_a_week;
  few.replace(few.find("tested_share = 1\nlive_share = 1"), 31, "tested_share = 0.2\nlive_share = 0.5");
  CHECK(use_in(FixedUse{"", few}.results(), UseSeries::ideas_live, 100) == doctest::Approx(10).epsilon(1e-5));
}

TEST_CASE("ideas: they are built with the time that delivery leaves") {
  // One person: ten weeks of other work first, then half an idea a week of the one that comes in.
  const std::string built = one_a_week +
                            "team = \"it\"\neffort_per_idea_person_weeks = 2\n"
                            "[teams.it]\npeople = 1\ncost_per_person_week = 1000\n";
  const std::string busy = "[items.other]\nteam = \"it\"\neffort_person_weeks = 10\n";
  const Results r = FixedUse{"", built + busy}.results();
  CHECK(use_in(r, UseSeries::ideas_live, 9) == 0);
  CHECK(use_in(r, UseSeries::ideas_live, 29) == doctest::Approx(10).epsilon(1e-5));
  CHECK(use_in(FixedUse{"", built}.results(), UseSeries::ideas_live, 29) == doctest::Approx(14.5).epsilon(1e-5));
  CHECK(total(r, Cash::building) == doctest::Approx(156 * 1000).epsilon(1e-5));
  CHECK(r.team_load[0].at.at(100).mean == doctest::Approx(1).epsilon(1e-5));

  // Sites in rollout order: the first takes what there is.
  std::string quick = built;
  quick.replace(quick.find("person_weeks = 2"), 16, "person_weeks = 1");
  const Results two = FixedUse{"", quick + "[sites.vaasa]\n"}.results();
  CHECK(use_in(two, UseSeries::ideas_live, 50) == doctest::Approx(50).epsilon(1e-5));
  const auto value = [&](std::size_t site) {
    return two.sites[site].bands[static_cast<int>(SiteSeries::value)].at.back().mean;
  };
  CHECK(value(0) == doctest::Approx(kFixedValue * (1 + 0.05 * 154)).epsilon(1e-4));
  CHECK(value(1) == doctest::Approx(kFixedValue).epsilon(1e-4));
}

}  // namespace headrace::test
