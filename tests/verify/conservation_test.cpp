// What must hold in every trial and week of a rich scenario.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "tests/support/rich_scenario.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

constexpr int kBlocks = 8;

const Model& model() {
  static const Model rich = model_of(rich_scenario());
  return rich;
}

float largest(const std::vector<float>& values) { return *std::max_element(values.begin(), values.end()); }

/// Largest value of f(state, lane) over all weeks and trials.
template <class F>
double worst(F f) {
  double most = -1e300;
  watch(model(), 3, kBlocks, [&](int week, const BlockState& s) {
    for (std::size_t l = 0; l < kLanes; ++l) most = std::max(most, static_cast<double>(f(week, s, l)));
  });
  return most;
}

double d(float x) { return static_cast<double>(x); }

}  // namespace

TEST_CASE("conservation: the engine's own checks hold in every kept trial") {
  const Results r = run(model(), kept(2000));
  CHECK(largest(r.kept[Output::share_gap]) < 1e-6f);
  CHECK(largest(r.kept[Output::team_gap]) < 1e-4f);
  CHECK(largest(r.kept[Output::cash_gap]) < 1e-5f);
}

TEST_CASE("conservation: shares of each group lie in their range and add up") {
  const CompiledModel& m = model().compiled;
  bool someone = false;
  const double below = worst([&](int, const BlockState& s, std::size_t l) {
    float low = 1;
    for (std::size_t g = 0; g < m.groups.size(); ++g) {
      low = std::min({low, s.exploring[g].v[l], s.regular[g].v[l], s.lapsed[g].v[l]});
      someone = someone || s.lapsed[g].v[l] > 0.01f;
    }
    return -low;
  });
  CHECK(below <= 0);
  CHECK(someone);
  const double above = worst([&](int, const BlockState& s, std::size_t l) {
    float most = -1;
    for (std::size_t g = 0; g < m.groups.size(); ++g) {
      most = std::max(most, s.exploring[g].v[l] + s.regular[g].v[l] + s.lapsed[g].v[l] - s.adoptable[g].v[l]);
    }
    return most;
  });
  CHECK(above <= 1e-6);
}

TEST_CASE("conservation: users of all roles and of all sites are the users there are") {
  const CompiledModel& m = model().compiled;
  REQUIRE(m.roles == 2);
  double off = 0, apart = 0, most = 0;
  watch(model(), 3, kBlocks, [&](int, const BlockState& s) {
    for (std::size_t l = 0; l < kLanes; ++l) {
      double users = 0, by_role = 0, by_site = 0;
      for (std::size_t g = 0; g < m.groups.size(); ++g) users += d(s.head[g].v[l]) * d(s.regular[g].v[l]);
      for (int r = 0; r < m.roles; ++r) by_role += d(s.role_regular[r].v[l]) / d(s.role_weight[r].v[l]);
      for (std::size_t i = 0; i < m.sites.size(); ++i) {
        const Row& share = s.site_series[i * kSiteSeries + static_cast<std::size_t>(SiteSeries::regular)];
        by_site += d(share.v[l]) / d(s.site_weight[i].v[l]);
      }
      const double all = d(s.series[static_cast<int>(Series::regular)].v[l]) / d(s.all_weight->v[l]);
      for (const double sum : {by_role, by_site, all}) off = std::max(off, std::fabs(sum - users) / (users + 1));
      apart = std::max(apart, std::fabs(d(s.role_regular[0].v[l]) - d(s.role_regular[1].v[l])));
      most = std::max(most, users);
    }
  });
  CHECK(off < 1e-5);
  CHECK(most > 30);
  CHECK(apart > 0.1);  // roles differ, so that one taken for the other would show
}

TEST_CASE("conservation: the roles of a run add up to its regular use in every week that is kept") {
  // With head counts that are known, means add up too: 60 operators and 6 planners here, 120 operators there.
  const Model two = model_of(
      "[programme]\nhorizon_weeks = 50\n[adoption]\n"
      "[use_cases.assistant]\nkind = \"assistive\"\nvalue_per_user_week = 1\n"
      "[sites.ulm.groups.operators]\nheadcount = 60\ntraining_share = { low = 0, high = 1 }\n"
      "[sites.ulm.groups.planners]\nheadcount = 6\nembedding_share = { low = 0.2, high = 0.9 }\n"
      "[sites.graz.groups.operators]\nheadcount = 120\nembedding_share = 0.3\n");
  const Results r = run(two, kept(1500));
  REQUIRE(r.roles.size() == 2);
  const Band& operators = r.roles[0].regular;
  const std::vector<int> weeks = {0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 49};
  CHECK(operators.week == weeks);
  for (std::size_t k = 0; k < weeks.size(); ++k) {
    const double all = r.weekly[static_cast<int>(Series::regular)].at[static_cast<std::size_t>(weeks[k])].mean;
    CHECK(180 * operators.at[k].mean + 6 * r.roles[1].regular.at[k].mean == doctest::Approx(186 * all).epsilon(1e-5));
  }
  CHECK(operators.at.back().mean > 0.05);
  CHECK(operators.at.back().quantile[P10].value < operators.at.back().quantile[P90].value);
}

TEST_CASE("conservation: a team never works more than it is there") {
  const CompiledModel& m = model().compiled;
  double load = 0;
  const double over = worst([&](int, const BlockState& s, std::size_t l) {
    float most = -1e9f;
    for (std::size_t k = 0; k < m.teams.size(); ++k) {
      const float there = std::max(s.capacity[k].v[l], s.held[k].v[l]);
      most = std::max(most, s.used[k].v[l] - there);
      load = std::max(load, d(s.used[k].v[l] / there));
    }
    return most;
  });
  CHECK(over <= 1e-4);
  CHECK(load > 0.99);
}

TEST_CASE("conservation: work done is work asked for") {
  // Person-weeks spent on building by the end, against the effort of finished items, crews' time and ideas
  // that went live.
  const CompiledModel& m = model().compiled;
  for (const std::size_t team : {std::size_t{0}, std::size_t{1}, std::size_t{2}}) {
    std::vector<double> spent(kLanes, 0);
    double off = 0;
    watch(model(), 3, 1, [&](int week, const BlockState& s) {
      for (std::size_t l = 0; l < kLanes; ++l) {
        const double served = d(s.capacity[team].v[l]) - d(s.building[team].v[l]);
        spent[l] += d(s.used[team].v[l]) - served;
        if (week + 1 != m.weeks) continue;
        double asked = 0;
        for (std::size_t i = 0; i < m.sites.size() && m.ideas.team == static_cast<int>(team); ++i) {
          asked += d(s.ideas_live[i].v[l]) * d(s.param[m.ideas.effort].v[l]) * d(s.param[m.pace].v[l]);
        }
        for (std::size_t i = 0; i < m.items.size(); ++i) {
          if (m.items[i].team == static_cast<int>(team)) asked += d(s.item_work[i].v[l]) - d(s.remaining[i].v[l]);
          for (int n = m.items[i].needs.begin; n < m.items[i].needs.end; ++n) {
            if (m.needs[static_cast<std::size_t>(n)].team != static_cast<int>(team)) continue;
            const double begin = std::min(d(s.start[i].v[l]), double{70}),
                         end = std::min(d(s.finish[i].v[l]), double{70});
            asked += d(s.item_need[n].v[l]) * (end - begin);
          }
        }
        off = std::max(off, std::fabs(spent[l] - asked));
      }
    });
    CHECK(off < 2e-3);
    CHECK(*std::max_element(spent.begin(), spent.end()) > 0.3);
  }
}

TEST_CASE("conservation: money by kind and by site and in the series is the same money") {
  const CompiledModel& m = model().compiled;
  std::vector<double> kinds(kLanes, 0), places(kLanes, 0);
  double off = 0, turnover = 0;
  watch(model(), 3, 1, [&](int, const BlockState& s) {
    for (std::size_t l = 0; l < kLanes; ++l) {
      for (int k = 0; k < kCashKinds; ++k) kinds[l] += (k < kFirstCost ? 1 : -1) * s.cash[k].v[l];
      for (std::size_t i = 0; i < m.sites.size(); ++i) places[l] += s.site_value[i].v[l] - s.site_cost[i].v[l];
      places[l] -= s.site_cost[m.sites.size()].v[l];
      for (int k = 0; k < kCashKinds; ++k) turnover = std::max(turnover, s.cash[k].v[l]);
      off = std::max({off, std::fabs(kinds[l] - places[l]), std::fabs(kinds[l] - s.cumulative->v[l])});
    }
  });
  CHECK(turnover > 1000);
  CHECK(off < 1e-5 * turnover);
}

TEST_CASE("conservation: purchases are those of the items that started and each is paid once") {
  const CompiledModel& m = model().compiled;
  double off = 0, most = 0;
  watch(model(), 3, 4, [&](int week, const BlockState& s) {
    if (week + 1 != m.weeks) return;
    for (std::size_t l = 0; l < kLanes; ++l) {
      double started = 0;
      for (std::size_t i = 0; i < m.items.size(); ++i) {
        if (s.start[i].v[l] < kNever) started += s.item_cost[i].v[l];
      }
      off = std::max(off, std::fabs(started - s.cash_total[static_cast<int>(Cash::purchases)].v[l]));
      most = std::max(most, started);
    }
  });
  CHECK(most > 20'000);
  CHECK(off < 1e-6 * most);
}

TEST_CASE("conservation: no item starts before what it waits for and none ends before it starts") {
  const Results r = run(model(), kept(500));
  const CompiledModel& m = model().compiled;
  std::int64_t early = 0, finished = 0;
  for (std::size_t i = 0; i < m.items.size(); ++i) {
    for (int k = m.items[i].successors.begin; k < m.items[i].successors.end; ++k) {
      const auto j = static_cast<std::size_t>(m.successors[static_cast<std::size_t>(k)].item);
      CHECK(j > i);
      for (std::size_t t = 0; t < 500; ++t) early += r.kept.item_start[j][t] < r.kept.item_finish[i][t];
    }
    for (std::size_t t = 0; t < 500; ++t) {
      early += r.kept.item_finish[i][t] < r.kept.item_start[i][t];
      finished += r.kept.item_finish[i][t] < kNever;
    }
  }
  CHECK(early == 0);
  CHECK(finished > 0);
}

}  // namespace headrace::test
