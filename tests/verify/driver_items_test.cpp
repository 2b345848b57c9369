// Criticality, cruciality and merge delay of work items: against theory, and against schedules worked by hand.
#include "sim/study/driver_items.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <string>
#include <vector>

#include "tests/support/kept_trials.hpp"
#include "tests/support/one_site.hpp"
#include "tests/support/statistics.hpp"

namespace headrace::test {
namespace {

constexpr std::int64_t kTrials = 100'000;

/// Five activities, each exponential with mean 1: paths 1-4, 1-3-5 and 2-5 (Burt and Garman 1971).
const DrivenRun& network() {
  static const DrivenRun run(
      "[programme]\nhorizon_weeks = 52\n[use_cases.end]\nkind = \"assistive\"\nvalue_per_user_week = 1\n"
      "needs = [\"x4\", \"x5\"]\n[sites.ulm.items]\n"
      "x1 = { wait_weeks = { mean = 1, shape = \"exponential\" } }\n"
      "x2 = { wait_weeks = { mean = 1, shape = \"exponential\" } }\n"
      "x3 = { wait_weeks = { mean = 1, shape = \"exponential\" }, after = [\"x1\"] }\n"
      "x4 = { wait_weeks = { mean = 1, shape = \"exponential\" }, after = [\"x1\"] }\n"
      "x5 = { wait_weeks = { mean = 1, shape = \"exponential\" }, after = [\"x2\", \"x3\"] }\n",
      kTrials);
  return run;
}

ItemDriver driver_of(const DrivenRun& run, const ItemDrivers& drivers, const std::string& item) {
  const auto index = static_cast<int>(item_index(run.model, "ulm/" + item));
  for (const ItemDriver& one : drivers.items) {
    if (one.item == index) return one;
  }
  FAIL("no item " << item);
  return {};
}

const ItemDrivers& network_drivers() {
  static const ItemDrivers drivers = drive_items(network().model.compiled, network().results.kept);
  return drivers;
}

/// Items of site ulm that are critical in the only trial of a plan, in words.
std::string critical_in(const std::string& toml, const std::vector<std::string>& items) {
  const DrivenRun run(toml, 1);
  const ItemDrivers drivers = drive_items(run.model.compiled, run.results.kept);
  std::string text;
  for (const std::string& item : items) {
    const double share = driver_of(run, drivers, item).criticality.value;
    if (share == 1) text += item + " ";
    CHECK((share == 0 || share == 1));
  }
  return text;
}

}  // namespace

// Row W44 of worked_examples.csv, exact.
TEST_CASE("driver items: criticality of the five activities") {
  const double exact[] = {19 / 24.0, 5 / 24.0, 14 / 24.0, 5 / 24.0, 19 / 24.0};
  for (int i = 0; i < 5; ++i) {
    const double share = driver_of(network(), network_drivers(), fmt::format("x{}", i + 1)).criticality.value;
    const Estimate estimate{share, std::sqrt(share * (1 - share) / kTrials)};
    CHECK(agrees(estimate, exact[i]));
    CHECK_FALSE(agrees(estimate, exact[i] + 0.01));
  }
}

// Row W45, from four million trials.
TEST_CASE("driver items: cruciality and sensitivity of the five activities") {
  const double published[] = {0.527, 0.261, 0.457, 0.262, 0.527};
  for (int i = 0; i < 5; ++i) {
    const ItemDriver item = driver_of(network(), network_drivers(), fmt::format("x{}", i + 1));
    REQUIRE(item.cruciality.has_value());
    // Pearson's error is larger than (1 - r^2) / sqrt(n) for exponential times: about twice.
    const Estimate estimate{*item.cruciality, 2 * (1 - *item.cruciality * *item.cruciality) / std::sqrt(kTrials)};
    CHECK(agrees(estimate, published[i]));
    CHECK_FALSE(agrees(estimate, published[i] + 0.04));
    CHECK(item.rank.value_or(1) == doctest::Approx(*item.cruciality).epsilon(0.2));
    // Spread 1 of each, against the exact spread of the whole.
    CHECK(item.sensitivity == doctest::Approx(item.criticality.value / 1.699162).epsilon(0.03));
    CHECK(item.mean_weeks == doctest::Approx(1).epsilon(0.02));
  }
  CHECK(network_drivers().items.front().sensitivity >= network_drivers().items.back().sensitivity);
}

TEST_CASE("driver items: merge delay by hand") {
  // Two waits alike from 0 to 1 before `end`: the later one is done at 2/3 on average, either at 1/2.
  const std::string two =
      "a = { wait_weeks = { low = 0, high = 1 } }\nb = { wait_weeks = { low = 0, high = 1 } }\n"
      "end = { wait_weeks = 1, after = [\"a\", \"b\"] }\n";
  const DrivenRun run(OneSite{.items = two}.text(), 20'000);
  const ItemDrivers drivers = drive_items(run.model.compiled, run.results.kept);
  REQUIRE(drivers.merges.size() == 1);
  const MergeDelay& merge = drivers.merges.front();
  CHECK(run.model.programme.nodes[static_cast<std::size_t>(merge.node)].name == "ulm/end");
  CHECK(merge.predecessors == 2);
  // The larger of the two means is that of one of them: measured against it, and never against less.
  CHECK(agrees({merge.weeks, merge.se}, 1.0 / 6));
  CHECK_FALSE(agrees({merge.weeks, merge.se}, 1.0 / 6 + 0.02));

  // Where one is always the later there is none.
  std::string apart = two;
  apart.replace(apart.find("low = 0, high = 1"), 17, "low = 1, high = 2");
  const DrivenRun other(OneSite{.items = apart}.text(), 1000);
  CHECK(drive_items(other.model.compiled, other.results.kept).merges.front().weeks == 0);
}

TEST_CASE("driver items: a lag and a release date decide too") {
  // b and its lag end last; a has half a week of float, and c starts on a date.
  const std::string text = OneSite{.items =
                                       "a = { wait_weeks = 3 }\nb = { wait_weeks = 2 }\nc = { wait_weeks = 1, "
                                       "not_before_week = 1 }\n"
                                       "end = { wait_weeks = 1, after = [\"a\", { on = \"b\", lag_weeks = 1.5 }, "
                                       "\"c\"] }\n"}
                               .text();
  CHECK(critical_in(text, {"a", "b", "c", "end"}) == "b end ");
  std::string less = text;
  less.replace(less.find("lag_weeks = 1.5"), 15, "lag_weeks = 0.5");
  CHECK(critical_in(less, {"a", "b", "c", "end"}) == "a end ");
  std::string late = text;
  late.replace(late.find("not_before_week = 1"), 19, "not_before_week = 4");
  CHECK(critical_in(late, {"a", "b", "c", "end"}) == "c end ");
}

TEST_CASE("driver items: work that holds the team up is critical") {
  // One person: `other` is no predecessor of `end`, but end waits for the person it holds.
  const std::string items =
      "other = { team = \"ot\", effort_person_weeks = 3, priority = 1 }\n"
      "idle = { wait_weeks = 1 }\n"
      "end = { team = \"ot\", effort_person_weeks = 2, priority = 2 }\n";
  CHECK(critical_in(OneSite{.items = items, .people = 1}.text(), {"other", "idle", "end"}) == "other end ");
  // With two people and one each they do not meet.
  std::string one_each = items;
  for (const std::string work : {"effort_person_weeks = 3", "effort_person_weeks = 2"}) {
    one_each.replace(one_each.find(work), work.size(), work + ", crew_max = 1");
  }
  CHECK(critical_in(OneSite{.items = one_each, .people = 2}.text(), {"other", "idle", "end"}) == "end ");
  // A crew is held as an effort is.
  const std::string crews =
      "other = { duration_weeks = 3, crew = { ot = 1 }, priority = 1 }\n"
      "end = { duration_weeks = 2, crew = { ot = 1 }, priority = 2 }\n";
  CHECK(critical_in(OneSite{.items = crews, .people = 1}.text(), {"other", "end"}) == "other end ");
}

TEST_CASE("driver items: work that thins out a crew is critical") {
  // Three people, two each at most: `first` has two, `end` one until first is done, then two.
  const std::string items =
      "first = { team = \"ot\", effort_person_weeks = 4, crew_max = 2, priority = 1 }\n"
      "end = { team = \"ot\", effort_person_weeks = 6, crew_max = 2, priority = 2 }\n";
  CHECK(critical_in(OneSite{.items = items, .people = 3}.text(), {"first", "end"}) == "first end ");
  CHECK(critical_in(OneSite{.items = items, .people = 4}.text(), {"first", "end"}) == "end ");
}

TEST_CASE("driver items: handed over to the next week it is still the predecessor that decides") {
  const std::string items =
      "a = { wait_weeks = 1.5 }\nb = { wait_weeks = 0.5 }\nend = { wait_weeks = 1, after = [\"a\", \"b\"] }\n";
  const OneSite plan{.items = items, .settings = "handover = \"next_week\""};
  CHECK(critical_in(plan.text(), {"a", "b", "end"}) == "a end ");
}

TEST_CASE("driver items: nothing is critical where nothing goes live") {
  const DrivenRun run(OneSite{.items = "end = { wait_weeks = 90 }\n"}.text(), 100);
  const ItemDrivers drivers = drive_items(run.model.compiled, run.results.kept);
  CHECK(drivers.trials == 0);
  CHECK(drivers.items.front().criticality.value == 0);
  CHECK_FALSE(drivers.items.front().cruciality.has_value());
}

}  // namespace headrace::test
