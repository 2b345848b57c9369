#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "model/compile/compiled_model.hpp"
#include "sim/tally/trial_block.hpp"

namespace headrace {

/// Something that happened in one trial. What costs is money booked or value lost; losses of two events may be the same
/// money seen twice, so that costs do not add up (Replay::leaks do).
struct ReplayEvent {
  enum class Kind {
    gate_test,      ///< index: into Replay::gate_tests; value: 1 passed, 0 failed
    stops,          ///< the programme stops; value: what that costs
    wave_opens,     ///< index: a site of the wave (its first in rollout order); value: sites in the wave
    item_starts,    ///< index: item; value: weeks it waited for people or approval once it could start
    item_finishes,  ///< index: item; value: weeks from its start
    link_live,      ///< index: integration
    use_case_live,  ///< index: use case at a site
    site_in_use,    ///< index: site; value: share of its people in regular use that is reached (0.1, 0.25 or 0.5)
    risk_strikes,   ///< index: risk; value: what it costs at once
    incident,       ///< index: site; value: how many; before, after: trust at the week's start and end
    leads_leave,    ///< index: group; value: how many more than were found; before: how many there were; after: strain
    goes_stale,     ///< index: site; value: freshness, below kStale; weeks: how many of them
    link_fails,     ///< index: integration; value: of the cost, the repair; weeks: down
    network_fails,  ///< index: site; weeks: down, more than a day
    queue_grows,    ///< index: team; value: longest queue, person-weeks; before: people; weeks: beyond kLongQueue
    review_short,   ///< value: most insights to review a week; before: how many can be; weeks: how many short ones
    hub_short,      ///< index: hub; value: most hours asked a week; before: hours it has; weeks: how many short ones
    funds_short,    ///< index: item; weeks: waiting for money
    compute_short,  ///< value: least share of demand served; weeks: how many short ones
    licences_idle,  ///< index: site; value: mean share of licences in regular use; weeks: so many below kIdle
    users_leave,    ///< index: site; before, after: most regular use, and use below half of it; cause: why people left
    deepest_cash,   ///< value: cumulative net cash, below 0
    payback,        ///< value: cumulative net cash
    horizon,        ///< value: cumulative net cash
  };
  double week = 0;
  Kind kind = Kind::horizon;
  int index = -1;  ///< into the compiled model's list of that kind
  double value = 0;
  double cost = 0;   ///< money, and value lost
  double weeks = 0;  ///< how long, where it lasts
  double before = 0, after = 0;
  double hours = 0;  ///< leads_leave: of help lost a week
  int cause = -1;    ///< of kLapsedCauses, in their order; -1: nobody gave up, they left the firm

  bool operator==(const ReplayEvent&) const = default;
};

inline constexpr double kStale = 0.6;       ///< freshness of a site, mean over people with access
inline constexpr double kLongQueue = 4;     ///< person-weeks for each of a team
inline constexpr double kIdle = 0.1;        ///< regular users by licences in access
inline constexpr int kIdleWeeks = 13;       ///< in a row, to be told
inline constexpr double kLeastPeak = 0.05;  ///< regular use of a site from which losing half of it is told

/// An uncertain input of the trial.
struct ReplayDraw {
  int input = 0;  ///< index into CompiledModel::inputs
  double value = 0;
  double share_below = 0;  ///< of futures in which it is smaller
};

/// One test of a stage gate. By GateTest; 0 where a quantity was not asked about.
struct ReplayGateTest {
  int gate = 0;    ///< index into CompiledModel::gates
  int number = 1;  ///< 1: the first
  std::array<float, kGateTests> measured{}, asked{}, shortfall{};
};

/// One trial, told again.
struct Replay {
  std::int64_t trial = 0;
  std::uint64_t seed = 0;
  std::array<double, kOutputs> output{};                         ///< kNever where there is none
  std::array<double, kCashKinds> cash{};                         ///< totals over the horizon
  double potential = 0;                                          ///< of its sites over the horizon
  double value = 0;                                              ///< realised
  std::vector<double> leaks;                                     ///< [leak_count] of the difference; they add up to it
  std::vector<double> cumulative_cash;                           ///< [week] net, undiscounted
  std::vector<ReplayEvent> events;                               ///< by week, then in the order of Kind
  std::vector<std::array<float, RowLayout::kWaits>> item_waits;  ///< [item] weeks, by cause
  std::vector<ReplayGateTest> gate_tests;                        ///< in time
  std::vector<int> never_finished;                               ///< items, in the order of delivery
  std::vector<ReplayDraw> draws;                                 ///< furthest into their tails first
};

/// Simulates the block that holds the trial and reads its lane: the same bits as in the run.
/// @param trial  0 .. 64 * 2^31 - 1
/// Draws: those of the trial. Errors: none; a trial that broke a law is told as it is.
Replay replay(const CompiledModel& model, const Kernel& kernel, std::uint64_t seed, std::int64_t trial);

/// Share of the futures in which an input with this table is below a value; 0.5 for one that never varies.
double share_below(const QuantileTable& table, float value);

}  // namespace headrace
