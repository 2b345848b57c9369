// Which unlocks to buy: planted sets that only help together are found, budgets are kept to, and what is told is told
// from futures that had no say.
#include "sim/study/search.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "sim/study/set_climb.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

/// A crew of some teams, each one person short of it, and a decoy that alone gains a little. A step costs 10,000 each.
std::string crew_and_decoy(const std::vector<std::string>& crew) {
  std::string text =
      "[programme]\nhorizon_weeks = 104\n[money]\nlicence_per_user_month = 0\ndiscount_rate_per_year = 0\n";
  std::string needed, prices;
  std::vector<std::string> teams = crew;
  teams.push_back("decoy");
  for (const std::string& team : teams) {
    text += fmt::format("[teams.{}]\npeople = {{ p10 = 1.004, p50 = 1.005, p90 = 1.006 }}\ncost_per_person_week = 0\n",
                        team);
    prices += fmt::format("[[price]]\nlimit = \"team/{}\"\nonce = 10000\n", team);
    if (team != "decoy") needed += fmt::format("{}{} = 2", needed.empty() ? "" : ", ", team);
  }
  return text +
         "[use_cases.warning]\nassets = [\"presses\"]\nvalue_per_asset_week = 100\nneeds = [\"end\"]\n"
         "[use_cases.extra]\nassets = [\"presses\"]\nvalue_per_asset_week = 20\nneeds = [\"also\"]\n"
         "[sites.ulm.assets.presses]\ncount = 100\nconnected_share = 1\n[sites.ulm.items]\n"
         "end = { duration_weeks = 4, crew = { " +
         needed + " } }\nalso = { team = \"decoy\", effort_person_weeks = 40 }\n" + prices;
}

/// A plan with chance in value and wages, so that what a set is worth and costs differs from future to future.
const std::string noisy =
    "[programme]\nhorizon_weeks = 104\n[money]\nlicence_per_user_month = 0\n"
    "[teams.ot]\npeople = 1\ncharge = \"standing\"\ncost_per_person_week = { low = 500, high = 2000 }\n"
    "[teams.it]\npeople = 1\ncharge = \"standing\"\ncost_per_person_week = { low = 500, high = 2000 }\n"
    "[use_cases.warning]\nassets = [\"presses\"]\nneeds = [\"end\"]\nvalue_per_asset_week = { low = 10, high = 200 }\n"
    "follow_through = 0.3\n[sites.ulm.assets.presses]\ncount = 100\nconnected_share = 0.5\n[sites.ulm.items]\n"
    "begin = { team = \"it\", effort_person_weeks = { low = 5, high = 40 } }\n"
    "end = { team = \"ot\", effort_person_weeks = { low = 5, high = 40 }, after = [\"begin\"] }\n"
    "[[price]]\nlimit = \"follow_through/warning\"\nonce = 20000\nper_year = 1000\n"
    "[[price]]\nlimit = \"access/presses\"\nonce = 30000\n";

SearchOptions options_of(double budget, std::int64_t trials = 128, std::int64_t most_enumerated = 300) {
  SearchOptions options;
  options.run.trials = trials;
  options.run.threads = 1;
  options.budget = budget;
  options.screened = 64;
  options.most_enumerated = most_enumerated;
  return options;
}

SearchStudy study_of(const std::string& text, const SearchOptions& options) {
  const auto study = search_unlocks(scenario_of(text), options);
  if (!study) FAIL("stopped");
  return *study;
}

/// "team/left 1, team/right 1".
std::string words(const SearchStudy& study, const Purchases& set) {
  std::string text;
  for (const Purchase& one : set) {
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", study.limits[static_cast<std::size_t>(one.limit)].id,
                        one.steps);
  }
  return text;
}

/// Adds one step after the other, the best first, while that gains and the budget lasts.
std::string greedy(const std::string& text, const SearchStudy& study) {
  const Scenario scenario = scenario_of(text);
  RunOptions options;
  options.trials = 64;
  SetRunner runner(scenario, study.limits, study.prices, options, 1000);
  const SetWorth* now = runner.as_it_is();
  for (bool gains = true; gains;) {
    const SetWorth* best = now;
    for (int limit = 0; limit < static_cast<int>(study.limits.size()); ++limit) {
      Purchases more = now->set;
      more.push_back({limit, 1});
      std::sort(more.begin(), more.end());
      if (more.size() > 1 && more[more.size() - 2].limit == more.back().limit) continue;
      const SetWorth* worth = runner.worth(more);
      if (is_within(*worth, study.budget) && worth->npv.mean > best->npv.mean) best = worth;
    }
    gains = best != now;
    now = best;
  }
  return words(study, now->set);
}

bool is_same(const SearchPoint& a, const SearchPoint& b) {
  return a.set == b.set && a.npv.mean == b.npv.mean && a.npv.se == b.npv.se && a.spend == b.spend &&
         a.p_npv_positive == b.p_npv_positive && a.p_sustained == b.p_sustained;
}

}  // namespace

TEST_CASE("search: finds a planted pair that greedy misses") {
  const std::string text = crew_and_decoy({"left", "right"});
  for (const std::int64_t most_enumerated : {300, 0}) {
    const SearchStudy study = study_of(text, options_of(20'000, 128, most_enumerated));
    CHECK(study.all_sets == (most_enumerated > 0));
    CHECK(words(study, study.chosen.set) == "team/left 1, team/right 1");
    CHECK(study.chosen.npv.mean > 900'000);
    CHECK(study.chosen.spend == doctest::Approx(20'000));
    CHECK(greedy(text, study) == "team/decoy 1");
  }
}

TEST_CASE("search: finds three that only help together") {
  const std::string text = crew_and_decoy({"left", "middle", "right"});
  const SearchStudy study = study_of(text, options_of(30'000, 128, 0));
  CHECK(words(study, study.chosen.set) == "team/left 1, team/middle 1, team/right 1");
  const SearchStudy poorer = study_of(text, options_of(20'000, 128, 0));
  CHECK(words(poorer, poorer.chosen.set) == "team/decoy 2");
}

TEST_CASE("search: never spends more than the budget and more money never buys less") {
  for (const std::int64_t most_enumerated : {300, 0}) {
    for (const double budget : {1.0, 25'000.0, 60'000.0, 150'000.0, 400'000.0}) {
      CAPTURE(budget);
      const SearchStudy study = study_of(noisy, options_of(budget, 128, most_enumerated));
      CHECK(study.chosen.spend <= budget);
      REQUIRE_FALSE(study.frontier.empty());
      CHECK(study.frontier.front().set.empty());
      for (std::size_t k = 1; k < study.frontier.size(); ++k) {
        CHECK(study.frontier[k].spend <= budget);
        CHECK(study.frontier[k].npv.mean > study.frontier[k - 1].npv.mean);
        if (k > 1) CHECK(study.frontier[k].spend > study.frontier[k - 1].spend);
      }
    }
  }
}

TEST_CASE("search: a local search finds what looking at all sets finds") {
  for (const double budget : {60'000.0, 150'000.0}) {
    const SearchStudy all = study_of(noisy, options_of(budget, 128, 300));
    const SearchStudy local = study_of(noisy, options_of(budget, 128, 0));
    CHECK(all.all_sets);
    CHECK_FALSE(local.all_sets);
    CHECK(words(local, local.chosen.set) == words(all, all.chosen.set));
    CHECK_FALSE(all.chosen.set.empty());
  }
}

TEST_CASE("search: a budget of nothing buys nothing") {
  const SearchStudy study = study_of(crew_and_decoy({"left", "right"}), options_of(0));
  CHECK(study.chosen.set.empty());
  CHECK(study.chosen.npv.mean == 0);
  CHECK(study.sets == 0);
  REQUIRE(study.frontier.size() == 1);
  CHECK_FALSE(study.go.has_value());
}

TEST_CASE("search: is judged in fresh futures and says how much better it seemed") {
  const SearchStudy study = study_of(noisy, options_of(150'000));
  CHECK(study.fresh_seed != study.seed);
  const Scenario scenario = scenario_of(noisy);
  const auto worth_in = [&](std::uint64_t seed) {
    RunOptions options;
    options.trials = study.trials;
    options.seed = seed;
    SetRunner runner(scenario, study.limits, study.prices, options, 10);
    runner.as_it_is();
    return *runner.worth(study.chosen.set);
  };
  const SetWorth seemed = worth_in(study.seed), fresh = worth_in(study.fresh_seed);
  CHECK(study.chosen.npv.mean == fresh.npv.mean);
  CHECK(study.chosen.spend == fresh.spend);
  CHECK(study.optimism == seemed.npv.mean - fresh.npv.mean);
  CHECK(study.optimism != 0);
}

TEST_CASE("search: the same result on any number of threads") {
  SearchOptions options = options_of(150'000, 192, 0);
  options.screened = 192;
  const SearchStudy one = study_of(noisy, options);
  for (const int threads : {2, 3, 8}) {
    options.run.threads = threads;
    const SearchStudy other = study_of(noisy, options);
    CHECK(is_same(one.chosen, other.chosen));
    CHECK(one.optimism == other.optimism);
    CHECK(one.sets == other.sets);
    REQUIRE(one.frontier.size() == other.frontier.size());
    for (std::size_t k = 0; k < one.frontier.size(); ++k) CHECK(is_same(one.frontier[k], other.frontier[k]));
  }
  options.run.seed = 2;
  CHECK_FALSE(is_same(one.chosen, study_of(noisy, options).chosen));
}

TEST_CASE("search: the cheapest set that makes a plan go is the one a verdict names") {
  const std::string text = crew_and_decoy({"left", "right"}) + "[verdict]\np_npv_positive = 0.8\np_sustained = 0.6\n";
  const SearchStudy study = study_of(text, options_of(90'000));
  CHECK(study.before.p_sustained == 0);
  REQUIRE(study.go.has_value());
  CHECK(words(study, study.go->set) == "team/left 1, team/right 1");
  CHECK(study.go->p_sustained == 1);
  CHECK(study.go->spend <= study.chosen.spend);
  CHECK_FALSE(study_of(text, options_of(19'999)).go.has_value());
}

TEST_CASE("search: limits of which nothing says what they cost are left out unless asked for") {
  const std::string text = crew_and_decoy({"left", "right"}) + "[sites.ulm.assets.pumps]\ncount = 1\n";
  const SearchStudy study = study_of(text, options_of(20'000));
  const auto names = [](const std::vector<Limit>& limits) {
    std::string all;
    for (const Limit& limit : limits) all += limit.id + " ";
    return all;
  };
  CHECK(names(study.limits) == "team/decoy team/left team/right ");
  CHECK(names(study.unpriced).find("access/pumps") != std::string::npos);
  SearchOptions all = options_of(20'000);
  all.unpriced = true;
  all.most_sets = 20;
  const SearchStudy free = study_of(text, all);
  CHECK(free.unpriced.empty());
  CHECK(free.limits.size() == study.limits.size() + study.unpriced.size());
  CHECK(free.cut_short);
  CHECK(free.sets == 20);
}

TEST_CASE("search: tells its progress and stops when told") {
  SearchOptions options = options_of(20'000);
  std::stop_source stop;
  std::int64_t last = 0, whole = 0;
  options.run.progress = [&](std::int64_t done, std::int64_t total) {
    CHECK(done >= last);
    CHECK(done <= total);
    last = done;
    whole = total;
  };
  CHECK(search_unlocks(scenario_of(noisy), options).has_value());
  CHECK(last > 0);
  CHECK(whole > 0);
  options.run.progress = [&](std::int64_t, std::int64_t) { stop.request_stop(); };
  options.run.stop = stop.get_token();
  CHECK_FALSE(search_unlocks(scenario_of(noisy), options).has_value());
}

}  // namespace headrace::test
