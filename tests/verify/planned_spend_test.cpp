#include <doctest/doctest.h>

#include "sim/study/planned_spend.hpp"
#include "tests/support/one_site.hpp"

// What a plan spends before uncertainty, by hand.
namespace headrace::test {
namespace {

double spend_of(const OneSite& plan) { return planned_spend(model_of(plan.text()).compiled, kept(64)).value(); }

}  // namespace

TEST_CASE("planned spend: every number at its median") {
  OneSite plan;
  plan.items =
      "end = { team = \"ot\", effort_person_weeks = { median = 4, sigma = 0.9 }, "
      "cost = { low = 0, mode = 10, high = 100, shape = \"triangular\" } }\n";
  // 4 person-weeks at 1,000; the triangle's median is 100 - sqrt(0.5 x 100 x 90).
  CHECK(spend_of(plan) == doctest::Approx(4000 + 100 - std::sqrt(4500)).epsilon(1e-5));
}

TEST_CASE("planned spend: numbers that are correlated are at their medians too") {
  OneSite plan;
  plan.items =
      "end = { team = \"ot\", effort_person_weeks = 1, cost = { low = 0, high = 200 } }\n"
      "other = { team = \"ot\", effort_person_weeks = 1, cost = { low = 0, high = 600 } }\n";
  plan.tables = "[correlations.prices]\nbetween = [\"ulm/end/cost\", \"ulm/other/cost\"]\nrank_correlation = 0.8\n";
  CHECK(spend_of(plan) == doctest::Approx(2000 + 100 + 300).epsilon(1e-5));
}

TEST_CASE("planned spend: losses are not spending") {
  OneSite plan;
  plan.items = "end = { team = \"ot\", effort_person_weeks = 4 }\n";
  const double before = spend_of(plan);
  plan.tables = "[trust]\nincidents_per_site_week = 1\nincident_cost = 1000\n";
  CHECK(spend_of(plan) == before);
  plan.tables += "[monitoring.eyes]\ncost_per_week = 1\n";
  CHECK(spend_of(plan) == doctest::Approx(before + 52));
}

}  // namespace headrace::test
