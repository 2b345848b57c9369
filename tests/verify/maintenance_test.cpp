// Maintenance takes capacity before anything is built, from what running crews leave. All by hand.
#include <doctest/doctest.h>

#include "tests/support/one_site.hpp"

namespace headrace::test {
namespace {

/// A link of 10 person-weeks; kept alive it asks for `people` of the team.
std::string link(double people, const std::string& more = {}) {
  return fmt::format(
      "[sites.ulm.integrations.historian]\nneeds = [\"build\"]\nmaintained_by = \"ot\"\n"
      "maintenance_share_per_year = {}\n{}",
      people * 52 / 10, more);
}

const std::string kBuild = "build = { team = \"ot\", effort_person_weeks = 10, crew_max = 2, priority = 1 }\n";

double load(const Schedule& plan, std::size_t week) { return plan.results().team_load[0].at[week].mean; }

}  // namespace

TEST_CASE("maintenance: a live link leaves less for what is built next") {
  const OneSite without{.items = kBuild + "end = { team = \"ot\", effort_person_weeks = 4, after = [\"build\"] }\n"};
  OneSite with = without;
  with.tables = link(1);
  CHECK(Schedule(without).go_live() == 7);
  const Schedule plan(with);
  CHECK(plan.finish("build") == 5);
  CHECK(plan.go_live() == doctest::Approx(9));
  CHECK(plan.total(Cash::building) == doctest::Approx(14'000));
  CHECK(plan.total(Cash::maintenance) == doctest::Approx((52 - 5) * 1000));
  CHECK(load(plan, 8) == doctest::Approx(1));
  CHECK(load(plan, 12) == doctest::Approx(0.5));
}

TEST_CASE("maintenance: it begins with the week after a go-live within a week") {
  const Schedule plan({.items = "build = { team = \"ot\", effort_person_weeks = 10, not_before_week = 0.5 }\n"
                                "end = { team = \"ot\", effort_person_weeks = 4, after = [\"build\"] }\n",
                       .tables = link(1)});
  CHECK(plan.finish("build") == 5.5);
  CHECK(plan.go_live() == doctest::Approx(9));  // 1 person-week in what is left of week 5, then 1 a week
}

TEST_CASE("maintenance: it waits for a go-live that lags behind the work") {
  const std::string links =
      "[sites.ulm.integrations.historian]\nneeds = [{ on = \"build\", lag_weeks = 2.5 }]\n"
      "maintained_by = \"ot\"\nmaintenance_share_per_year = 5.2\n";
  CHECK(Schedule({.items = kBuild, .tables = links}).total(Cash::maintenance) == doctest::Approx(1000 * (52 - 8)));
}

// Three people. The crew of 2 starts in week 3 for 10; build goes on with 1 (6 done by then) to week 7. From then on 2
// are wanted for maintenance: 1 is served while the crew runs, all from week 13 on. `end` gets nothing before, then 1.
TEST_CASE("maintenance: running crews are not taken back and the rest is not served") {
  const Schedule plan(
      {.items = kBuild + "crew = { duration_weeks = 10, crew = { ot = 2 }, not_before_week = 3, priority = 0 }\n"
                         "end = { team = \"ot\", effort_person_weeks = 2.5, priority = 3, after = [\"build\"] }\n",
       .people = 3,
       .tables = link(1.9)});
  CHECK(plan.start("crew") == 3);
  CHECK(plan.finish("crew") == 13);
  CHECK(plan.finish("build") == 7);
  CHECK(plan.start("end") == 13);
  CHECK(plan.go_live() == doctest::Approx(13 + 2.5 / 1.1));
  CHECK(load(plan, 9) == doctest::Approx(1));
  CHECK(plan.total(Cash::maintenance) == doctest::Approx(1000 * (6 * 1 + (52 - 13) * 1.9)));
}

TEST_CASE("maintenance: a team that only maintains works no more than it is there") {
  const Schedule plan({.items = "build = { team = \"ot\", effort_person_weeks = 20 }\n", .tables = link(1.9)});  // 3.8
  CHECK(load(plan, 10) == doctest::Approx(1));
  CHECK(plan.total(Cash::maintenance) == doctest::Approx(1000 * (52 - 10) * 2));
  CHECK(static_cast<double>(plan.results().kept[Output::team_gap].front()) <= 1e-5);
}

// Degree of a link: mean number of handcrafted links on the systems it touches, itself included. `historian` touches
// scada (1) and lake (3): 2; `orders` lake (3) and erp (1): 2; `lab` lake alone: 3.
TEST_CASE("maintenance: handcrafted links that meet on a system cost more") {
  const auto rest = [](const std::string& id, const std::string& systems, const std::string& style) {
    return fmt::format(
        "[sites.ulm.integrations.{}]\nneeds = [\"build\"]\nmaintained_by = \"ot\"\ncoupling = 0.1\n"
        "maintenance_share_per_year = 0.52\nstyle = \"{}\"\n{}",
        id, style, systems);
  };
  const auto asked = [&](const std::string& style) {
    const std::string links = rest("historian", "from = \"scada\"\nto = \"lake\"\n", style) +
                              rest("orders", "from = \"lake\"\nto = \"erp\"\n", style) +
                              rest("lab", "from = \"lake\"\n", style);
    return Schedule({.items = kBuild, .tables = links}).total(Cash::maintenance) / 1000 / (52 - 5);
  };
  CHECK(asked("handcrafted") == doctest::Approx(0.1 * (1.1 + 1.1 + 1.2)));
  CHECK(asked("standard") == doctest::Approx(0.3));
}

}  // namespace headrace::test
