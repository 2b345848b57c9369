#include "sim/replay/replay.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/block/draws.hpp"
#include "sim/replay/operations_watch.hpp"
#include "sim/replay/people_watch.hpp"

namespace headrace {
namespace {

constexpr std::array<float, 3> kUseSteps = {0.10f, 0.25f, 0.50f};

/// Reads one lane of a block while it is simulated.
class Reader {
 public:
  Reader(const CompiledModel& model, const Kernel& kernel, int lane)
      : model_(model),
        block_(model, kernel),
        lane_(static_cast<std::size_t>(lane)),
        reached_(model.sites.size(), 0),
        tests_(model.gates.size(), 0),
        held_up_(model.items.size()),
        people_(model, result_.events),
        operations_(model, result_.events) {
    result_.leaks.resize(static_cast<std::size_t>(leak_count(model)));
  }

  Replay read(std::uint64_t seed, std::int64_t trial) {
    result_.trial = trial;
    result_.seed = seed;
    block_.simulate(seed, static_cast<int>(trial / kLanes), [&](int week, const BlockState& s) {
      watch_sites(week, s);
      watch_gates(week, s);
      watch_risks(s);
      const LaneWeek now{model_, s, lane_, week};
      const WeekLoss loss = week_loss(now);
      add_up(now, loss);
      if (at(*s.going) > 0) {
        people_.watch(now, loss);
        operations_.watch(now, loss);
      }
    });
    waves();
    items();
    go_lives();
    money();
    draws(seed, trial);
    std::stable_sort(result_.events.begin(), result_.events.end(), [](const ReplayEvent& a, const ReplayEvent& b) {
      return a.week != b.week ? a.week < b.week : a.kind < b.kind;
    });
    return std::move(result_);
  }

 private:
  using Kind = ReplayEvent::Kind;

  float at(const Row& row) const { return row.v[lane_]; }
  float param(Param p) { return at(block_.state().param[p]); }

  void add(float week, Kind kind, std::size_t index, double value, double cost = 0) {
    if (week < static_cast<float>(model_.weeks)) {
      result_.events.push_back({week, kind, static_cast<int>(index), value, cost});
    }
  }

  /// Regular use by site, at the end of each week; of steps taken in one week, the last.
  void watch_sites(int week, const BlockState& s) {
    for (std::size_t i = 0; i < reached_.size(); ++i) {
      const float share = at(s.site_series[i * kSiteSeries + static_cast<std::size_t>(SiteSeries::regular)]);
      const std::size_t before = reached_[i];
      while (reached_[i] < kUseSteps.size() && share >= kUseSteps[reached_[i]]) ++reached_[i];
      if (reached_[i] == before) continue;
      add(static_cast<float>(week), Kind::site_in_use, i, static_cast<double>(kUseSteps[reached_[i] - 1]));
    }
  }

  /// A gate tests at most once a week, at its start.
  void watch_gates(int week, const BlockState& s) {
    for (std::size_t g = 0; g < tests_.size(); ++g) {
      const auto made = static_cast<int>(at(s.gate_tests[g]));
      if (made == tests_[g]) continue;
      tests_[g] = made;
      ReplayGateTest test{static_cast<int>(g), made, {}, {}, {}};
      for (std::size_t t = 0; t < kGateTests; ++t) {
        if (!model_.gates[g].asks[t]) continue;
        test.measured[t] = at(s.gate_measured[g * kGateTests + t]);
        test.shortfall[t] = at(s.gate_shortfall[g * kGateTests + t]);
        test.asked[t] = param(model_.gates[g].asked[t]);
      }
      const bool passed = at(s.gate_passed[g]) < kNever;
      add(static_cast<float>(week), Kind::gate_test, result_.gate_tests.size(), passed ? 1 : 0);
      result_.gate_tests.push_back(test);
    }
    if (at(*s.stop_week) == static_cast<float>(week + 1)) {
      const double cost = s.exit_cost->v[lane_];
      add(static_cast<float>(week), Kind::stops, 0, cost, cost);
    }
  }

  void watch_risks(const BlockState& s) {
    for (std::size_t r = 0; r < model_.risks.size(); ++r) {
      const auto cost = static_cast<double>(at(s.param[model_.risks[r].cost]));
      if (at(s.risk_now[r]) > 0) add(at(s.risk_from[r]), Kind::risk_strikes, r, cost, cost);
    }
  }

  void waves() {
    std::map<float, std::pair<std::size_t, int>> waves;  // first site and sites, by week
    for (std::size_t i = 0; i < model_.sites.size(); ++i) {
      ++waves.try_emplace(at(block_.state().site_open[i]), i, 0).first->second.second;
    }
    for (const auto& [week, wave] : waves) add(week, Kind::wave_opens, wave.first, wave.second);
  }

  void items() {
    const BlockState& s = block_.state();
    for (std::size_t i = 0; i < model_.items.size(); ++i) {
      auto& waits = result_.item_waits.emplace_back();
      for (std::size_t cause = 0; cause < waits.size(); ++cause) {
        waits[cause] = at(block_.row(block_.layout().item_wait(static_cast<int>(i), static_cast<int>(cause))));
      }
      const float start = at(s.start[i]), finish = at(s.finish[i]);
      const bool work = model_.items[i].kind != NodeKind::live;
      if (work && start < kNever) {
        const float queued = waits[RowLayout::team] + waits[RowLayout::approval];
        add(start, Kind::item_starts, i, static_cast<double>(queued), held_up_[i]);
      }
      if (finish >= static_cast<float>(model_.weeks)) {
        if (work) result_.never_finished.push_back(static_cast<int>(i));
      } else if (work) {
        add(finish, Kind::item_finishes, i, static_cast<double>(finish - start));
      }
    }
  }

  void go_lives() {
    const BlockState& s = block_.state();
    for (std::size_t k = 0; k < model_.integrations.size(); ++k) {
      const int live = model_.integrations[k].live;
      if (live >= 0) add(at(s.milestone[live]), Kind::link_live, k, 0);
    }
    for (std::size_t u = 0; u < model_.use_cases.size(); ++u) add(at(s.live_from[u]), Kind::use_case_live, u, 0);
  }

  double value(int row) const { return block_.value(row, static_cast<int>(lane_)); }
  double cash(int week) const { return value(block_.layout().week(static_cast<int>(Series::cumulative_cash), week)); }

  void money() {
    for (std::size_t o = 0; o < result_.output.size(); ++o) result_.output[o] = value(static_cast<int>(o));
    for (std::size_t k = 0; k < result_.cash.size(); ++k) {
      result_.cash[k] = value(block_.layout().cash(static_cast<int>(k)));
    }
    int deepest = 0;
    for (int week = 0; week < model_.weeks; ++week) {
      result_.cumulative_cash.push_back(cash(week));
      if (cash(week) < cash(deepest)) deepest = week;
    }
    if (cash(deepest) < 0) add(static_cast<float>(deepest), Kind::deepest_cash, 0, cash(deepest));
    const double payback = result_.output[static_cast<std::size_t>(Output::payback_week)];
    if (payback < model_.weeks) {
      add(static_cast<float>(payback), Kind::payback, 0, cash(static_cast<int>(payback)));
    }
    result_.events.push_back({static_cast<double>(model_.weeks), Kind::horizon, 0, cash(model_.weeks - 1)});
  }

  void add_up(const LaneWeek& now, const WeekLoss& loss) {
    const BlockState& s = now.state;
    for (std::size_t i = 0; i < model_.sites.size(); ++i) {
      result_.potential += now.at(s.leak_potential[i]);
      result_.value += now.at(s.site_value[i]);
    }
    for (std::size_t c = 0; c < result_.leaks.size(); ++c) result_.leaks[c] += now.at(s.leak[c]);
    for (std::size_t i = 0; i < held_up_.size(); ++i) held_up_[i] += loss.item[i];
  }

  void draws(std::uint64_t seed, std::int64_t trial) {
    for (std::size_t i = 0; i < model_.inputs.size(); ++i) {
      const Input& input = model_.inputs[i];
      const float value = draw_value(model_, input, seed, static_cast<std::uint64_t>(trial));
      const double below = share_below(model_.tables[static_cast<std::size_t>(input.table)], value);
      result_.draws.push_back({static_cast<int>(i), static_cast<double>(value), below});
    }
    std::stable_sort(result_.draws.begin(), result_.draws.end(), [](const ReplayDraw& a, const ReplayDraw& b) {
      return std::fabs(a.share_below - 0.5) > std::fabs(b.share_below - 0.5);
    });
  }

  const CompiledModel& model_;
  TrialBlock block_;
  std::size_t lane_;
  std::vector<std::size_t> reached_;
  std::vector<int> tests_;       ///< of each gate so far
  std::vector<double> held_up_;  ///< [items] potential, while the item waited
  Replay result_;
  PeopleWatch people_;
  OperationsWatch operations_;
};

}  // namespace

double share_below(const QuantileTable& table, float value) {
  // Knots rise from the low end to the middle (side 0), then fall back from the high end to the middle (side 1).
  const float* low = table.knots.data();
  const float* high = low + QuantileTable::stride;
  if (low[0] == high[0]) return 0.5;
  const bool lower = value < low[QuantileTable::cells];
  const float* side = lower ? low : high;
  int cell = 0;
  for (int step = 1 << 10; step > 0; step /= 2) {
    const int next = cell + step;
    if (next < QuantileTable::cells && (lower ? side[next] <= value : side[next] >= value)) cell = next;
  }
  const auto from = static_cast<double>(side[cell]), to = static_cast<double>(side[cell + 1]);
  const double place = from == to ? 0 : std::clamp((static_cast<double>(value) - from) / (to - from), 0.0, 1.0);
  const double distance = knot_position(cell) + place * (knot_position(cell + 1) - knot_position(cell));
  return lower ? distance : 1 - distance;
}

Replay replay(const CompiledModel& model, const Kernel& kernel, std::uint64_t seed, std::int64_t trial) {
  return Reader(model, kernel, static_cast<int>(trial % kLanes)).read(seed, trial);
}

}  // namespace headrace
