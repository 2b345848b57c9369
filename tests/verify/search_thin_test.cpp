// What a set of unlocks can do without: all that helps nobody goes, at few runs with all futures; what is missed stays;
// of two that stand in for each other one stays.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "sim/study/set_thin.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

constexpr int kIdle = 20;
constexpr double kBudget = 1e9;

/// Work that waits for a person more in each of two teams and for money that either of two envelopes nearly has; many
/// teams have nothing to do.
std::string plan() {
  std::string text =
      "[programme]\nhorizon_weeks = 104\n[money]\nlicence_per_user_month = 0\n"
      "[teams.left]\npeople = { p10 = 1.004, p50 = 1.005, p90 = 1.006 }\ncost_per_person_week = "
      "0\n[teams.right]\npeople = { p10 = 1.004, p50 = 1.005, "
      "p90 = 1.006 }\ncost_per_person_week = 0\n";
  for (int k = 0; k < kIdle; ++k) text += fmt::format("[teams.idle{}]\npeople = 1\ncost_per_person_week = 0\n", k);
  return text +
         "[use_cases.warning]\nassets = [\"presses\"]\nneeds = [\"end\"]\nvalue_per_asset_week = { low = 10, high = "
         "200 }\n[sites.ulm.assets.presses]\ncount = 100\nconnected_share = 1\n"
         "[funding.first]\namount = 1000\n[funding.second]\namount = 1000\n[sites.ulm.items]\n"
         "begin = { wait_weeks = 0, cost = 1050 }\n"
         "end = { duration_weeks = 4, crew = { left = 2, right = 2 }, after = [\"begin\"] }\n";
}

struct Shop {
  Shop()
      : scenario(scenario_of(plan())),
        offered(limits(scenario)),
        prices(offered.size(), 0.0),
        all(scenario, offered, prices, options(128), 1000),
        few(scenario, offered, prices, options(64), 1000) {
    REQUIRE(all.as_it_is() != nullptr);
  }

  static RunOptions options(std::int64_t trials) {
    RunOptions run;
    run.trials = trials;
    run.threads = 1;
    return run;
  }

  /// One step of each limit of which `wanted` says so.
  template <class Wanted>
  Purchases set(const Wanted& wanted) const {
    Purchases bought;
    for (std::size_t k = 0; k < offered.size(); ++k) {
      if (wanted(offered[k].id)) bought.push_back({static_cast<int>(k), 1});
    }
    return bought;
  }

  std::string words(const Purchases& bought) const {
    std::string text;
    for (const Purchase& one : bought) text += offered[static_cast<std::size_t>(one.limit)].id + " ";
    return text;
  }

  Scenario scenario;
  std::vector<Limit> offered;
  std::vector<double> prices;
  SetRunner all, few;
};

bool is_needed(const std::string& id) { return id == "team/left" || id == "team/right" || id == "funds/first"; }
bool is_idle(const std::string& id) { return id.starts_with("team/idle"); }

}  // namespace

TEST_CASE("thinning: what helps nobody goes at once and what is missed stays") {
  Shop shop;
  const SetWorth* bought = shop.all.worth(shop.set([](const std::string& id) { return is_needed(id) || is_idle(id); }));
  REQUIRE(bought != nullptr);
  REQUIRE(bought->set.size() == kIdle + 3);
  CHECK(bought->npv.low() > 100'000);
  const std::int64_t before = shop.all.sets();
  const SetWorth* left = thinned(shop.all, shop.few, bought, kBudget);
  REQUIRE(left != nullptr);
  CHECK(shop.words(left->set) == "team/left team/right funds/first ");
  CHECK(left->npv.mean == bought->npv.mean);
  // One by one it would take more than 200.
  CHECK(shop.all.sets() - before <= 2);

  // Nothing to leave out: the same comes back.
  CHECK(thinned(shop.all, shop.few, left, kBudget) == left);
  CHECK(thinned(shop.all, shop.few, nullptr, kBudget) == nullptr);
}

TEST_CASE("thinning: of two that stand in for each other one stays") {
  Shop shop;
  const SetWorth* bought =
      shop.all.worth(shop.set([](const std::string& id) { return is_needed(id) || id == "funds/second"; }));
  REQUIRE(bought != nullptr);
  const SetWorth* left = thinned(shop.all, shop.few, bought, kBudget);
  REQUIRE(left != nullptr);
  CHECK(left->set.size() == 3);
  CHECK(left->npv.mean == bought->npv.mean);
  CHECK(shop.words(left->set).find("team/left team/right") != std::string::npos);
}

TEST_CASE("thinning: no more sets may be run") {
  Shop shop;
  const Purchases set = shop.set([](const std::string& id) { return is_needed(id) || is_idle(id); });
  SetRunner poor(shop.scenario, shop.offered, shop.prices, Shop::options(64), 3);
  CHECK(thinned(shop.all, poor, shop.all.worth(set), kBudget) == nullptr);
}

}  // namespace headrace::test
