#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "model/compiled_model.hpp"
#include "sim/trial_block.hpp"

namespace headrace {

/// Something that happened in one trial.
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
    deepest_cash,   ///< value: cumulative net cash, below 0
    payback,        ///< value: cumulative net cash
    horizon,        ///< value: cumulative net cash
  };
  double week = 0;
  Kind kind = Kind::horizon;
  int index = -1;  ///< into the compiled model's list of that kind
  double value = 0;

  bool operator==(const ReplayEvent&) const = default;
};

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
  std::array<float, kOutputs> output{};                          ///< kNever where there is none
  std::array<float, kCashKinds> cash{};                          ///< totals over the horizon
  std::vector<float> cumulative_cash;                            ///< [week] net, undiscounted
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
