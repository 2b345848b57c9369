// Work inside the week, computed by hand: effort, crews, competition, hires, hand-over.
#include <doctest/doctest.h>

#include "tests/support/one_site.hpp"

namespace headrace::test {
namespace {

constexpr double never = static_cast<double>(kNever);

doctest::Approx about(double weeks) { return doctest::Approx(weeks).epsilon(1e-6); }

}  // namespace

TEST_CASE("delivery: effort takes person-weeks over people") {
  const Schedule plan({.items = "end = { team = \"ot\", effort_person_weeks = 5 }\n"});
  CHECK(plan.start("end") == 0);
  CHECK(plan.finish("end") == 2.5);
  CHECK(plan.go_live() == 2.5);
  CHECK(plan.total(Cash::building) == 5000);
  const Schedule capped({.items = "end = { team = \"ot\", effort_person_weeks = 5, crew_max = 0.8 }\n"});
  CHECK(capped.finish("end") == about(6.25));
  CHECK(capped.total(Cash::building) == about(5000));
}

TEST_CASE("delivery: the first in order takes what it can use and the next what is left") {
  const Schedule plan({.items = "a = { team = \"ot\", effort_person_weeks = 4, crew_max = 2, priority = 1 }\n"
                                "b = { team = \"ot\", effort_person_weeks = 6, priority = 2 }\n",
                       .people = 3});
  CHECK(plan.finish("a") == 2);
  CHECK(plan.start("b") == 0);
  CHECK(plan.finish("b") == about(2 + 4.0 / 3));
  const Schedule reversed({.items = "a = { team = \"ot\", effort_person_weeks = 4, crew_max = 2, priority = 2 }\n"
                                    "b = { team = \"ot\", effort_person_weeks = 6, priority = 1 }\n",
                           .people = 3});
  CHECK(reversed.finish("b") == 2);
  CHECK(reversed.start("a") == 2);
  CHECK(reversed.finish("a") == 4);
}

TEST_CASE("delivery: a crew is held from start to finish and never taken back") {
  const Schedule plan({.items =
                           "long = { duration_weeks = 4.5, crew = { ot = 2 }, priority = 2 }\n"
                           "urgent = { team = \"ot\", effort_person_weeks = 1, not_before_week = 1, priority = 1 }\n"});
  CHECK(plan.finish("long") == 4.5);
  CHECK(plan.start("urgent") == 4.5);
  CHECK(plan.finish("urgent") == 5);
}

TEST_CASE("delivery: a crew waits until all of it is free and effort steps aside for it") {
  const Schedule plan({.items = "first = { team = \"ot\", effort_person_weeks = 3, crew_max = 1, priority = 1 }\n"
                                "crew = { duration_weeks = 2, crew = { ot = 2 }, priority = 2 }\n"
                                "filler = { team = \"ot\", effort_person_weeks = 10, crew_max = 1, priority = 3 }\n"});
  CHECK(plan.start("crew") == 3);
  CHECK(plan.finish("crew") == 5);
  CHECK(plan.start("filler") == 0);
  CHECK(plan.finish("filler") == 12);
}

TEST_CASE("delivery: a crew of several teams starts when every team can spare it") {
  const std::string it = "[teams.it]\npeople = 2\ncost_per_person_week = 10\n";
  const Schedule plan({.items = "a = { duration_weeks = 2, crew = { ot = 1 }, priority = 1 }\n"
                                "b = { duration_weeks = 3.5, crew = { it = 1 }, priority = 2 }\n"
                                "both = { duration_weeks = 1, crew = { ot = 2, it = 2 }, priority = 3 }\n",
                       .tables = it});
  CHECK(plan.start("both") == 3.5);
  CHECK(plan.finish("both") == 4.5);
  CHECK(plan.total(Cash::building) == about(2 * 1000 + 3.5 * 10 + 2000 + 20));
}

TEST_CASE("delivery: a crew that can never be free never starts and holds up nobody else") {
  const Schedule plan({.items = "end = { duration_weeks = 1, crew = { ot = 3 }, priority = 1 }\n"
                                "other = { team = \"ot\", effort_person_weeks = 4, priority = 2 }\n",
                       .team = "hires = [{ week = { p10 = 500, p50 = 510, p90 = 520 }, people = 5 }]\n"});
  CHECK(plan.start("end") == never);
  CHECK(plan.finish("end") == never);
  CHECK(plan.go_live() == never);
  CHECK(plan.finish("other") == 2);
  const Summary& wait = plan.results().items[item_index(plan.model(), "ulm/end")].wait_weeks[RowLayout::team];
  CHECK(wait.mean == 52);
}

TEST_CASE("delivery: what has no length or no effort ends at once and pays once") {
  const Schedule plan({.items =
                           "busy = { duration_weeks = 3, crew = { ot = 2 }, priority = 1 }\n"
                           "nothing = { team = \"ot\", effort_person_weeks = 0, cost = 70, not_before_week = 1.5 }\n"
                           "wait = { wait_weeks = 0, cost = 500, after = [\"nothing\"] }\n"
                           "crew = { duration_weeks = 0, crew = { ot = 2 }, cost = 3, after = [\"wait\"] }\n"
                           "end = { team = \"ot\", effort_person_weeks = 0, after = [\"crew\"] }\n"});
  CHECK(plan.start("nothing") == 1.5);
  CHECK(plan.finish("nothing") == 1.5);
  CHECK(plan.finish("wait") == 1.5);
  // Its crew must be free for a moment, and holds nobody.
  CHECK(plan.start("crew") == 3);
  CHECK(plan.finish("crew") == 3);
  CHECK(plan.finish("end") == 3);
  CHECK(plan.total(Cash::purchases) == 573);
  CHECK(plan.total(Cash::building) == 6000);
}

TEST_CASE("delivery: purchases are paid once in the week the work starts") {
  for (const std::string work : {"team = \"ot\", effort_person_weeks = 7", "duration_weeks = 3.5, crew = { ot = 2 }"}) {
    const Schedule plan({.items = "end = { " + work + ", cost = 900, not_before_week = 2.5 }\n"});
    CHECK(plan.finish("end") == 6);
    CHECK(plan.total(Cash::purchases) == 900);
    const auto& cost = plan.results().weekly[static_cast<int>(Series::cost)].at;
    CHECK(cost[1].mean == 0);
    CHECK(cost[2].mean == about(900 + 1000));
    CHECK(cost[3].mean == about(2000));
    CHECK(cost[6].mean == 0);

    // In trials that start in different weeks too.
    const OneSite apart{.items = "wait = { wait_weeks = { low = 0, high = 20 } }\nend = { " + work +
                                 ", cost = 900, after = [\"wait\"] }\n"};
    const Summary purchases = run_text(apart.text(), kept(640)).cash[static_cast<int>(Cash::purchases)];
    CHECK(purchases.min == 900);
    CHECK(purchases.max == 900);
  }
}

TEST_CASE("delivery: hires add people from their week on and ramp up") {
  const auto finish = [](const std::string& team, double people, double effort) {
    return Schedule({.items = fmt::format("end = {{ team = \"ot\", effort_person_weeks = {} }}\n", effort),
                     .people = people,
                     .team = team})
        .finish("end");
  };
  CHECK(finish("hires = [{ week = 2, people = 1 }]\n", 1, 5) == about(3.5));
  CHECK(finish("hires = [{ week = 2.5, people = 1 }]\n", 1, 5) == about(3.75));
  CHECK(finish("hires = [{ week = 2, people = -1 }]\n", 2, 6) == about(4));
  // A linear ramp over 4 weeks: half of 4 person-weeks are lost.
  CHECK(finish("hires = [{ week = 0, people = 1 }]\nramp_up_weeks = 4\n", 1, 6) == about(4));
  CHECK(finish("hires = [{ week = 0, people = 1 }]\nramp_up_weeks = 4\n", 1, 2.5) == about(2));
  // 2% leave a week and are missed for 10: 1 post in 6 is vacant.
  CHECK(finish("attrition_per_week = 0.02\n", 2.4, 4) == about(2));
  CHECK(finish("attrition_per_week = 0.02\nramp_up_weeks = 5\n", 2.4, 4) == about(4 / 1.9));
}

TEST_CASE("delivery: hand-over in the same week or at the start of the next") {
  const std::string items =
      "a = { team = \"ot\", effort_person_weeks = 5 }\n"
      "b = { wait_weeks = 1.25, after = [\"a\"] }\n"
      "c = { wait_weeks = 0, after = [{ on = \"b\", lag_weeks = 0.5 }] }\n"
      "d = { wait_weeks = 1, after = [\"c\"] }\n"
      "end = { wait_weeks = 2, after = [\"d\"] }\n";
  const Schedule same({.items = items});
  CHECK(same.start("b") == 2.5);
  CHECK(same.start("c") == about(4.25));
  CHECK(same.start("d") == about(4.25));
  CHECK(same.go_live() == about(7.25));
  const Schedule next({.items = items, .settings = "handover = \"next_week\""});
  CHECK(next.start("b") == 3);
  CHECK(next.start("c") == 5.5);
  CHECK(next.start("d") == 6);
  CHECK(next.start("end") == 7);  // d ended with the week
  CHECK(next.go_live() == 9);
}

TEST_CASE("delivery: under next week hand-over a go-live is the same whether or not work waits for it") {
  const std::string links =
      "[sites.ulm.integrations.historian]\nneeds = [\"link\"]\n"
      "[use_cases.warning]\nkind = \"assistive\"\nvalue_per_user_week = 1\nneeds = [\"historian\"]\n";
  const OneSite alone{
      .items = "link = { wait_weeks = 2.5 }\n", .settings = "handover = \"next_week\"", .tables = links};
  OneSite waited = alone;
  waited.items += "later = { wait_weeks = 1, after = [\"warning\"] }\n";
  CHECK(Schedule(alone).go_live() == Schedule(waited).go_live());
}

}  // namespace headrace::test
