#include <doctest/doctest.h>

#include <fmt/format.h>

#include <string>

#include "tests/support/one_site.hpp"
#include "tests/support/rich_scenario.hpp"
#include "tests/support/statistics.hpp"

// Funding envelopes against schedules worked out by hand: two people at 1,000 a week, so that a person-week costs
// 1,000.
namespace headrace::test {
namespace {

constexpr double kNoStart = 1e9;

double wait_of(const Schedule& plan, const std::string& item, RowLayout::Wait cause) {
  return plan.results().items[item_index(plan.model(), "ulm/" + item)].wait_weeks[cause].mean;
}

/// Items `a`, 4 person-weeks and 500 of purchases (4,500), and `b` after it, 2 person-weeks and 1,000 (3,000).
Schedule two_items(const std::string& funding, const std::string& more = "") {
  return Schedule({.items = "a = { team = \"ot\", effort_person_weeks = 4, cost = 500 }\n"
                            "b = { team = \"ot\", effort_person_weeks = 2, cost = 1000, after = [\"a\"] }\n" +
                            more,
                   .tables = funding});
}

}  // namespace

TEST_CASE("funding: an envelope that holds the planned cost pays, and one unit less does not") {
  const Schedule enough = two_items("[funding.first]\namount = 7500\n");
  CHECK(enough.start("a") == 0);
  CHECK(enough.start("b") == 2);
  CHECK(enough.finish("b") == 3);
  CHECK(wait_of(enough, "b", RowLayout::funds) == 0);

  // The second item waits for one unit of money until the horizon.
  const Schedule short_of = two_items("[funding.first]\namount = 7499\n");
  CHECK(short_of.finish("a") == 2);
  CHECK(short_of.start("b") == kNoStart);
  CHECK(wait_of(short_of, "b", RowLayout::predecessor) == 2);
  CHECK(wait_of(short_of, "b", RowLayout::funds) == 50);
  CHECK(wait_of(short_of, "b", RowLayout::team) == 0);
  CHECK(short_of.total(Cash::purchases) == 500);

  const Schedule nothing = two_items("[funding.first]\namount = 4499\n");
  CHECK(nothing.start("a") == kNoStart);
  CHECK(wait_of(nothing, "a", RowLayout::funds) == 52);
}

TEST_CASE("funding: money is served in the order of delivery, and what it cannot pay does not block what it can") {
  const auto plan = [](double amount) {
    return Schedule({.items = "a = { team = \"ot\", effort_person_weeks = 4, priority = 2 }\n"
                              "b = { team = \"ot\", effort_person_weeks = 4, priority = 1 }\n"
                              "c = { wait_weeks = 1, cost = 1000, priority = 3 }\n",
                     .tables = fmt::format("[funding.only]\namount = {}\n", amount)});
  };
  const Schedule one = plan(4000);
  CHECK(one.start("b") == 0);
  CHECK(one.start("a") == kNoStart);
  CHECK(one.start("c") == kNoStart);
  const Schedule small_too = plan(5000);
  CHECK(small_too.start("b") == 0);
  CHECK(small_too.start("a") == kNoStart);
  CHECK(small_too.start("c") == 0);
  // With everything paid for, the second in the order waits for its team and not for money.
  const Schedule all = plan(9000);
  CHECK(all.start("a") == 2);
  CHECK(wait_of(all, "a", RowLayout::funds) == 0);
  CHECK(wait_of(all, "a", RowLayout::team) == 2);
}

TEST_CASE("funding: next year's envelope delays by the known time") {
  const std::string first = "[funding.one]\namount = 4500\n";
  for (const auto& [from, opens] : {std::pair{30.0, 30.0}, std::pair{30.25, 31.0}}) {
    const Schedule plan = two_items(first + fmt::format("[funding.two]\namount = 3000\nfrom_week = {}\n", from));
    CHECK(plan.finish("a") == 2);
    CHECK(plan.start("b") == opens);
    CHECK(wait_of(plan, "b", RowLayout::funds) == opens - 2);
    CHECK(wait_of(plan, "b", RowLayout::team) == 0);
  }
  // What is left when an envelope closes is lost.
  const Schedule closed = two_items("[funding.one]\namount = 9000\nto_week = 2\n");
  CHECK(closed.finish("a") == 2);
  CHECK(closed.start("b") == kNoStart);
  CHECK(two_items("[funding.one]\namount = 9000\nto_week = 3\n").start("b") == 2);
}

TEST_CASE("funding: who pays is the item's own word, then who names it, then who covers the rest") {
  const std::string poor = "amount = 1\n", rich = "amount = 100000\n";
  const auto starts = [](const std::string& funding, const std::string& more = "") {
    return Schedule({.items = "a = { wait_weeks = 1, cost = 700 }\nb = { wait_weeks = 1, cost = 700" + more + " }\n",
                     .tables = funding});
  };
  const Schedule named = starts("[funding.rest]\n" + rich + "[funding.some]\n" + poor + "covers = [\"a\"]\n");
  CHECK(named.start("a") == kNoStart);
  CHECK(named.start("b") == 0);
  const Schedule own =
      starts("[funding.rest]\n" + rich + "[funding.some]\n" + poor + "covers = [\"a\"]\n", ", funded_by = \"some\"");
  CHECK(own.start("b") == kNoStart);
  // Nobody covers b: it is free of funds.
  CHECK(starts("[funding.some]\n" + poor + "covers = [\"a\"]\n").start("b") == 0);
  // Two that cover one item: the first by id that can pay.
  const Schedule both = starts("[funding.one]\namount = 800\n[funding.two]\namount = 700\n");
  CHECK(both.start("a") == 0);
  CHECK(both.start("b") == 0);
  CHECK(starts("[funding.one]\namount = 800\n[funding.two]\namount = 699\n").start("b") == kNoStart);
}

TEST_CASE("funding: a crew's time counts, a standing team's and work that costs nothing do not") {
  const auto start = [](double amount, const std::string& team) {
    return Schedule({.items = "a = { duration_weeks = 3, crew = { ot = 2 }, cost = 10 }\nb = { wait_weeks = 2 }\n",
                     .team = team,
                     .tables = fmt::format("[funding.only]\namount = {}\nfrom_week = 5\n", amount)});
  };
  CHECK(start(6010, "").start("a") == 5);
  CHECK(start(6009, "").start("a") == kNoStart);
  CHECK(start(10, "charge = \"standing\"\n").start("a") == 5);
  CHECK(start(9, "charge = \"standing\"\n").start("a") == kNoStart);
  CHECK(start(9, "").start("b") == 0);
}

TEST_CASE("funding: running items are never stopped and an effort is paid for once") {
  // b takes over the team at week 1; a, begun at week 0, goes on at week 2 though the envelope is empty and closed.
  const Schedule plan({.items = "a = { team = \"ot\", effort_person_weeks = 4, priority = 2 }\n"
                                "b = { team = \"ot\", effort_person_weeks = 2, priority = 1, not_before_week = 1 }\n",
                       .tables = "[funding.only]\namount = 4000\nto_week = 1\ncovers = [\"a\"]\n"});
  CHECK(plan.start("a") == 0);
  CHECK(plan.start("b") == 1);
  CHECK(plan.finish("a") == 3);
}

TEST_CASE("funding: enough money changes no bit") {
  const RunOptions options = kept(256, 7);
  const auto without = digest(run_text(plan_scenario(), options));
  CHECK(digest(run_text(plan_scenario("[funding.all]\namount = 1e9\n"), options)) == without);
  CHECK(digest(run_text(plan_scenario("[funding.all]\namount = 1e5\n"), options)) != without);
}

TEST_CASE("funding: less money means fewer sites live, in means") {
  const auto never = [](double amount) {
    const Results r = run_text(plan_scenario(fmt::format("[funding.all]\namount = {}\n", amount)), kept(512));
    return r.metrics[static_cast<int>(Output::last_go_live_week)].never;
  };
  CHECK(never(1e9) < never(2e5));
  CHECK(never(2e5) <= never(5e4));
  CHECK(never(5e4) == 512);
}

}  // namespace headrace::test
