#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "sim/block/block_state.hpp"
#include "sim/block/kernels.hpp"
#include "sim/tally/leak_sums.hpp"

namespace headrace {

/// What one trial comes to. Weeks count from the programme's start; kNever where it does not happen by the horizon.
enum class Output {
  npv,
  roi,
  payback_week,
  peak_cash_need,
  last_go_live_week,
  regular_share,
  promised_value_per_year,
  realised_value_per_year,
  scaled,  ///< 1 or 0, like the two after it
  sustained,
  redesign_needed,
  stopped,  ///< 1: a gate stopped the programme
  share_gap,
  team_gap,
  cash_gap,
  leak_gap,  ///< checks that must hold in every trial (BlockState)
  pv_cost,   ///< present value of all cost; kept for studies
  count
};
inline constexpr int kOutputs = static_cast<int>(Output::count);
inline constexpr int kMetrics = static_cast<int>(Output::share_gap);

/// Of what may be never: below it there is a value.
inline constexpr float kHasValue = 0.5f * kNever;

/// Weeks and return on cost may have no value in a trial; money and shares always have one.
constexpr bool may_be_never(Output output) {
  return output == Output::roi || output == Output::payback_week || output == Output::last_go_live_week;
}

/// 1 in trials where it holds, else 0: its mean is a share of trials, and quantiles say nothing.
constexpr bool is_yes_or_no(Output output) {
  return output == Output::scaled || output == Output::sustained || output == Output::redesign_needed ||
         output == Output::stopped;
}

/// Money of those above. Its rows come in two: in single precision, and what that leaves (RowLayout::rest).
inline constexpr Output kMoneyOutputs[] = {Output::npv, Output::peak_cash_need, Output::promised_value_per_year,
                                           Output::realised_value_per_year, Output::pv_cost};
inline constexpr int kMoneyOutputCount = 5;

/// Sites and roles are recorded every so many weeks, and at the horizon.
inline constexpr int kSiteStride = 4;

/// How much a run tells.
enum class Detail {
  full,     ///< everything in Results
  outputs,  ///< what each future comes to, and nothing of its weeks, sites' weeks and items: for studies of many plans
};

/// Which rows a block of this model gives, in one fixed order; the layout of every tally.
struct RowLayout {
  explicit RowLayout(const CompiledModel& model, Detail detail = Detail::full);

  int weeks;
  int told;  ///< weeks of which there are rows: all or none
  int series, people, use, sites, roles, samples, items, teams, causes, gates, risks, leaks, inputs;

  int output(Output which) const { return static_cast<int>(which); }
  int cash(int kind) const { return kOutputs + kind; }
  /// 1 where this cause was the first to call for a redesign; causes are rework, then the limits (limit_count).
  int redesign_first(int cause) const { return cash(kCashKinds) + cause; }
  int site_go_live(int site) const { return redesign_first(causes) + site; }
  int gate_passed(int g) const { return site_go_live(sites) + g; }
  int gate_tests(int g) const { return gate_passed(gates) + g; }
  int item_start(int item) const { return gate_tests(gates) + item; }
  int item_finish(int item) const { return item_start(items) + item; }
  int item_wait(int item, int cause) const { return item_finish(items) + item * kWaits + cause; }
  int week(int which, int w) const { return item_wait(items, 0) + w * series + which; }
  int site_sample(int site, SiteSeries which, int sample) const {
    return week(0, told) + (sample * sites + site) * kSiteSeries + static_cast<int>(which);
  }
  /// Regular use of a role at all sites.
  int role_sample(int role, int sample) const { return site_sample(0, SiteSeries{}, samples) + sample * roles + role; }
  int risk_struck(int risk) const { return role_sample(0, samples) + risk; }
  int risk_strikes(int risk) const { return risk_struck(risks) + risk; }
  /// Total lost to a cause; after the causes potential and realised value.
  int leak(int cause) const { return risk_strikes(risks) + cause; }
  int rows() const { return leak(leaks); }

  /// Rows behind those: what single precision leaves of money, to be added to the row of its name.
  int output_rest(int place) const { return rows() + place; }  ///< place: in kMoneyOutputs
  int cash_rest(int kind) const { return output_rest(kMoneyOutputCount) + kind; }
  int week_rest(int which, int w) const { return cash_rest(kCashKinds) + w * kMoneySeries + which; }
  int site_rest(int site, int which, int sample) const {
    return week_rest(0, told) + (sample * sites + site) * kSiteMoney + which;
  }
  int leak_rest(int cause) const { return site_rest(0, 0, samples) + cause; }
  int rows_with_rests() const { return leak_rest(leaks); }
  /// The rest of each row, -1 where it has none. [rows]
  std::vector<int> rests() const;

  /// Rows behind those, where a block keeps inputs (Keep::inputs).
  int input(int i) const { return rows_with_rests() + i; }
  /// Weeks the item takes with its whole crew.
  int item_least(int item) const { return input(inputs) + item; }
  /// How much a risk struck: how often, if it recurs; else weeks of the horizon that were left when it did, 0: never.
  int risk_weight(int risk) const { return item_least(items) + risk; }
  int rows_with_inputs() const { return risk_weight(risks); }

  /// Why an item waits before it starts, first cause first.
  static constexpr int kWaits = 6;
  enum Wait { wave, gate, predecessor, funds, team, approval };

  int sample_week(int sample) const { return sample + 1 == samples ? weeks - 1 : sample * kSiteStride; }
};

/// Called after each week with the state of the block; for replay and for tests.
using WeekObserver = std::function<void(int week, const BlockState& state)>;

/// What a block's rows hold beside the results: inputs are kept for studies only.
enum class Keep { results, inputs };

/// Memory to simulate one block after another: the state, and all rows of the last block.
class TrialBlock {
 public:
  TrialBlock(const CompiledModel& model, const Kernel& kernel, Keep keep = Keep::results, Detail detail = Detail::full);

  /// Simulates trials [64 block, 64 block + 64).
  /// @param lanes  how many of them count in leaks()
  void simulate(std::uint64_t seed, int block, const WeekObserver& observe = {}, int lanes = kLanes);
  /// Simulates any trials in any lanes, also one several times: what a trial comes to depends on neither its lane nor
  /// on the others.
  /// @param trials  [lane] their numbers
  void simulate(std::uint64_t seed, std::span<const std::int64_t, kLanes> trials, const WeekObserver& observe = {},
                int lanes = kLanes);

  /// Whether leaks are booked, as they are unless said otherwise; without, their rows are 0.
  void book_leaks(bool on) { memory_.state().books_leaks = on; }

  /// Takes rows simulated earlier instead.
  void load(std::vector<Row> rows) { rows_ = std::move(rows); }
  void load(LeakSums leaks) { leaks_ = std::move(leaks); }
  /// Gives the rows away; the next simulate() makes new ones.
  std::vector<Row> take_rows();

  const RowLayout& layout() const { return layout_; }
  const Row& row(int index) const { return rows_[static_cast<std::size_t>(index)]; }
  /// A number of one trial, money with all its digits.
  double value(int index, int lane) const {
    const int rest = rests_[static_cast<std::size_t>(index)];
    const auto near = static_cast<double>(row(index).v[lane]);
    return rest < 0 ? near : near + static_cast<double>(row(rest).v[lane]);
  }
  const LeakSums& leaks() const { return leaks_; }
  const BlockState& state() { return memory_.state(); }

 private:
  void keep_week(int week);
  void keep_outputs();
  void keep_items();
  void keep_risks();
  void keep_leaks();
  void keep_inputs();
  float frozen_between(float from, float to) const;
  void put(const WideRow& money, int row, int rest);

  const CompiledModel& model_;
  const Kernel& kernel_;
  RowLayout layout_;
  Keep keep_;
  std::vector<int> rests_;  ///< [layout_.rows()]
  BlockMemory memory_;
  std::vector<float> frozen_;  ///< weeks in which no item may start
  std::vector<Row> rows_;
  LeakSums leaks_;
};

}  // namespace headrace
