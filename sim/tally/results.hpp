#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/compile/compiled_model.hpp"
#include "sim/tally/leak_results.hpp"
#include "sim/tally/tally.hpp"

namespace headrace {

/// A number week by week (or every few weeks): one summary for each point.
struct Band {
  std::vector<int> week;
  std::vector<Summary> at;
};

struct SiteResult {
  Summary go_live_week;
  Band bands[kSiteSeries];
};

/// People of one role at all sites that have it: user groups of one id.
struct RoleResult {
  Band regular;  ///< share of them in regular use
};

struct ItemResult {
  Summary start_week, finish_week;
  Summary wait_weeks[RowLayout::kWaits];  ///< means only
};

struct GateResult {
  Summary passed_week;  ///< never: it did not pass
  Summary tests;        ///< made
};

struct RiskResult {
  Summary struck;   ///< share of trials in which it struck; mean only
  Summary strikes;  ///< how often; mean only
};

/// Weekly series kept of single trials, for early warnings.
enum class Watched { regular, cumulative_cash, help, trust, live_sites, count };
inline constexpr int kWatched = static_cast<int>(Watched::count);

/// Everything kept of the first trials, for studies and picking. Floats, trial innermost.
struct KeptTrials {
  std::int64_t trials = 0;
  std::vector<float> output[kOutputs];
  std::vector<float> rest[kOutputs];  ///< what single precision leaves of money, to be added; empty: nothing
  std::vector<std::vector<float>> item_start, item_finish;  ///< [item]; empty unless asked for

  /// Empty unless asked for (RunOptions::keep_inputs).
  std::vector<std::vector<float>> input;              ///< [CompiledModel::inputs] as drawn
  std::vector<std::vector<float>> item_least;         ///< [item] weeks it takes with its whole crew
  std::vector<std::vector<float>> risk_weight;        ///< [risk] how often, or how many weeks before the end it struck
  std::vector<int> watch_weeks;                       ///< every fourth to half the horizon, and 12, 26 and 52
  std::vector<std::vector<float>> watched[kWatched];  ///< [watch_weeks] at the week's end; empty without that series

  /// An output with all its digits.
  double value(Output which, std::size_t trial) const {
    const auto o = static_cast<std::size_t>(which);
    const double more = rest[o].empty() ? 0.0 : static_cast<double>(rest[o][trial]);
    return static_cast<double>(output[o][trial]) + more;
  }
  std::vector<double> values(Output which) const;

  std::vector<float>& operator[](Output which) { return output[static_cast<int>(which)]; }
  const std::vector<float>& operator[](Output which) const { return output[static_cast<int>(which)]; }
};

/// What a run found. By index of the programme's sites, items, teams: names and words are added by report/.
struct Results {
  std::int64_t trials = 0;
  std::uint64_t seed = 0;
  Summary metrics[kMetrics];
  double p_npv_positive = 0;
  double p_payback = 0;      ///< by the horizon
  Summary cash[kCashKinds];  ///< undiscounted totals over the horizon; means only
  Band weekly[kSeries];
  std::vector<Band> people;             ///< by PeopleSeries; empty where no people mechanism is in the scenario
  std::vector<Band> use;                ///< by UseSeries; empty where neither compute nor ideas are in the scenario
  std::vector<Band> team_load;          ///< used / there
  std::vector<Band> team_queue;         ///< person-weeks of work that is ready and waits
  std::vector<Summary> redesign_first;  ///< by cause: rework, then the limits (limit_count); means only
  std::vector<SiteResult> sites;
  std::vector<RoleResult> roles;  ///< by CompiledGroup::role
  std::vector<GateResult> gates;  ///< by CompiledModel::gates
  std::vector<RiskResult> risks;  ///< by CompiledModel::risks
  std::vector<ItemResult> items;  ///< by CompiledModel::items
  std::vector<int> item_node;     ///< node of each item, index into Programme::nodes
  LeakResults leaks;
  KeptTrials kept;
};

/// A scenario against the base on the same futures: other minus base, trial by trial.
struct PairResult {
  Summary difference[kMetrics];    ///< over trials where both have a value
  double p_better[kMetrics] = {};  ///< share of all trials where the other is strictly better; never is worst
  double p_worse[kMetrics] = {};
};

}  // namespace headrace
