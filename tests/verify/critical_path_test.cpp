// A project computed by hand: lags, releases, waves, waits, crews and effort on the way to several go-lives.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/one_site.hpp"

namespace headrace::test {

//  survey 2 pw/2 = 1      -> [1]
//  approve after survey + lag 0.5, wait 1.25          1.5 .. 2.75
//  order not before 2, wait 3                         2 .. 5
//  build after approve, effort 4 by at most 1         2.75 .. 6.75
//  fit after order + lag 0.25, crew of 1 for 2        5.25 .. 7.25   (the second of two people)
//  end after build, fit + lag 1, wait 0.5             8.25 .. 8.75
TEST_CASE("critical path: lags and releases and limits by hand") {
  const OneSite plan{.items =
                         "survey = { team = \"ot\", effort_person_weeks = 2 }\n"
                         "approve = { wait_weeks = 1.25, after = [{ on = \"survey\", lag_weeks = 0.5 }] }\n"
                         "order = { wait_weeks = 3, not_before_week = 2 }\n"
                         "build = { team = \"ot\", effort_person_weeks = 4, crew_max = 1, after = [\"approve\"] }\n"
                         "fit = { duration_weeks = 2, crew = { ot = 1 }, after = [{ on = \"order\", lag_weeks = "
                         "0.25 }] }\n"
                         "end = { wait_weeks = 0.5, after = [\"build\", { on = \"fit\", lag_weeks = 1 }] }\n"};
  const Schedule s(plan);
  CHECK(s.finish("survey") == 1);
  CHECK(s.start("approve") == 1.5);
  CHECK(s.finish("approve") == 2.75);
  CHECK(s.start("order") == 2);
  CHECK(s.finish("order") == 5);
  CHECK(s.start("build") == 2.75);
  CHECK(s.finish("build") == 6.75);
  CHECK(s.start("fit") == 5.25);
  CHECK(s.finish("fit") == 7.25);
  CHECK(s.start("end") == 8.25);
  CHECK(s.go_live() == 8.75);

  // The path through fit decides: a week off build changes nothing, a week off order does.
  OneSite quick_build = plan, quick_order = plan;
  quick_build.items.replace(quick_build.items.find("effort_person_weeks = 4"), 23, "effort_person_weeks = 3");
  quick_order.items.replace(quick_order.items.find("wait_weeks = 3"), 14, "wait_weeks = 2");
  CHECK(Schedule(quick_build).go_live() == 8.75);
  CHECK(Schedule(quick_order).go_live() == 7.75);

  // Without its lag the plan would end a week earlier: a lag left out is seen.
  OneSite no_lag = plan;
  no_lag.items.replace(no_lag.items.find("lag_weeks = 1 "), 14, "lag_weeks = 0 ");
  CHECK(Schedule(no_lag).go_live() == 7.75);
}

TEST_CASE("critical path: waiting is booked to wave and predecessor and team") {
  const Schedule s({.items = "a = { team = \"ot\", effort_person_weeks = 3, priority = 1 }\n"
                             "b = { team = \"ot\", effort_person_weeks = 2, not_before_week = 1, priority = 2 }\n"
                             "c = { wait_weeks = 1, after = [\"b\"] }\n",
                    .people = 1});
  const auto wait = [&](const std::string& item, RowLayout::Wait cause) {
    return s.results().items[item_index(s.model(), "ulm/" + item)].wait_weeks[cause].mean;
  };
  CHECK(s.start("b") == 3);
  CHECK(wait("b", RowLayout::wave) == 1);
  CHECK(wait("b", RowLayout::predecessor) == 0);
  CHECK(wait("b", RowLayout::team) == 2);
  CHECK(wait("c", RowLayout::predecessor) == 5);
  CHECK(wait("c", RowLayout::team) == 0);
}

TEST_CASE("critical path: waves open one after another and the earlier wave is served first") {
  const std::string text =
      "[programme]\nhorizon_weeks = 60\nwave_start_weeks = [0, 2]\n"
      "[teams.ot]\npeople = 1\ncost_per_person_week = 0\n"
      "[items]\nplatform = { team = \"ot\", effort_person_weeks = 1, wave = 2 }\n"
      "[use_cases.warning]\nkind = \"assistive\"\nvalue_per_user_week = 1\nneeds = [\"connect\"]\n"
      "[templates.plant.items]\nconnect = { team = \"ot\", effort_person_weeks = 3 }\n"
      "[sites.ulm]\nwave = 1\n[sites.alm]\nwave = 2\n[sites.graz]\nwave = 1\n";
  const Schedule s = Schedule::of(text);
  CHECK(s.finish("graz/connect") == 3);
  CHECK(s.finish("ulm/connect") == 6);
  const Model& model = s.model();
  const Results& results = s.results();
  CHECK(start_of(results, model, "platform").front() >= 6);
  CHECK(s.finish("alm/connect") + static_cast<double>(finish_of(results, model, "platform").front()) == 10 + 7);
  CHECK(results.sites[0].go_live_week.mean == 3);
  CHECK(results.sites[1].go_live_week.mean == 6);
  CHECK(s.go_live() >= 9);
}

TEST_CASE("critical path: what an item waits for passes on its wave") {
  // `late` belongs to no wave but waits for wave 2's site: when both could start, in week 6, wave 1's audit goes first.
  const std::string text =
      "[programme]\nhorizon_weeks = 60\nwave_start_weeks = [0, 0]\n"
      "[teams.ot]\npeople = 1\ncost_per_person_week = 0\n"
      "[items]\nlate = { team = \"ot\", effort_person_weeks = 1, after = [\"alm/connect\"] }\n"
      "[use_cases.warning]\nkind = \"assistive\"\nvalue_per_user_week = 1\nneeds = [\"connect\"]\n"
      "[templates.plant.items]\nconnect = { team = \"ot\", effort_person_weeks = 2 }\n"
      "[sites.ulm]\nwave = 1\n[sites.alm]\nwave = 2\n[sites.graz]\nwave = 1\n"
      "[sites.ulm.items]\naudit = { team = \"ot\", effort_person_weeks = 3, not_before_week = 6 }\n";
  const Schedule s = Schedule::of(text);
  CHECK(s.finish("graz/connect") == 2);
  CHECK(s.finish("ulm/connect") == 4);
  CHECK(s.finish("alm/connect") == 6);
  CHECK(s.start("audit") == 6);
  CHECK(start_of(s.results(), s.model(), "late").front() == 9);
}

TEST_CASE("critical path: what an item waits for passes on its priority") {
  const std::string items =
      "a = {{ team = \"ot\", effort_person_weeks = 1, priority = {} }}\n"
      "b = {{ team = \"ot\", effort_person_weeks = 1, priority = 1, after = [\"a\"] }}\n"
      "c = {{ team = \"ot\", effort_person_weeks = 1, priority = 3, not_before_week = 1 }}\n";
  const Schedule raised({.items = fmt::format(fmt::runtime(items), 5), .people = 1});
  CHECK(raised.start("c") == 1);
  CHECK(raised.start("b") == 2);
  const Schedule own({.items = fmt::format(fmt::runtime(items), 0), .people = 1});
  CHECK(own.start("b") == 1);
  CHECK(own.start("c") == 2);
}

TEST_CASE("critical path: a go-live may lag behind the work it needs") {
  const Schedule s({.items = "survey = { wait_weeks = 2.25 }\n",
                    .tables = "[use_cases.warning]\nkind = \"assistive\"\nvalue_per_user_week = 1\n"
                              "needs = [{ on = \"survey\", lag_weeks = 1.5 }]\n"});
  CHECK(s.finish("survey") == 2.25);
  CHECK(s.go_live() == 3.75);
}

TEST_CASE("critical path: a programme is live when its last site is and never when one site never is") {
  const auto live = [](const std::string& weeks) {
    return Schedule::of(
               "[programme]\nhorizon_weeks = 20\n"
               "[use_cases.warning]\nkind = \"assistive\"\nvalue_per_user_week = 1\nneeds = [\"connect\"]\n"
               "[sites.a.items]\nconnect = { wait_weeks = " +
               weeks + " }\n[sites.b.items]\nconnect = { wait_weeks = 2 }\n")
        .go_live();
  };
  CHECK(live("9") == 9);
  CHECK(live("1") == 2);
  CHECK(live("30") == static_cast<double>(kNever));
}

// Row W70 of worked_examples.csv (Wright 1936): 100, 80, 64, 51.2 at units 1, 2, 4, 8.
TEST_CASE("learning curve: the k-th repetition costs effort times k to log2 of the rate") {
  std::string text =
      "[programme]\nhorizon_weeks = 1000\n[teams.ot]\npeople = 1\ncost_per_person_week = 1\n"
      "[use_cases.warning]\nkind = \"assistive\"\nvalue_per_user_week = 1\nneeds = [\"connect\"]\n"
      "[templates.plant.items]\nconnect = { team = \"ot\", effort_person_weeks = 100, learning_rate = 0.8 }\n"
      "survey = { team = \"ot\", effort_person_weeks = 1 }\n[sites]\n";
  for (int k = 1; k <= 8; ++k) text += fmt::format("s{} = {{ rank = {} }}\n", k, 10 - k);  // s8 comes first
  const Schedule s = Schedule::of(text);
  const auto effort = [&](int unit) {
    const std::size_t i = item_index(s.model(), fmt::format("s{}/connect", 9 - unit));
    double work = 0;
    watch(s.model(), 1, 1, [&](int, const BlockState& state) { work = static_cast<double>(state.item_work[i].v[0]); });
    return work;
  };
  CHECK(effort(1) == doctest::Approx(100).epsilon(1e-6));
  CHECK(effort(2) == doctest::Approx(80).epsilon(1e-6));
  CHECK(effort(4) == doctest::Approx(64).epsilon(1e-6));
  CHECK(effort(8) == doctest::Approx(51.2).epsilon(1e-6));
  CHECK(effort(3) == doctest::Approx(100 * std::pow(3, std::log2(0.8))).epsilon(1e-6));
  CHECK_FALSE(effort(3) == doctest::Approx(64).epsilon(1e-2));
  // All of it is worked and paid: the sum over units, and what learns nothing costs the same each time.
  double total = 8;
  for (int unit = 1; unit <= 8; ++unit) total += 100 * std::pow(unit, std::log2(0.8));
  CHECK(s.total(Cash::building) == doctest::Approx(total).epsilon(1e-5));
}

}  // namespace headrace::test
