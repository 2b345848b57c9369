#pragma once

#include <cstdint>

#include "model/compile/compiled_people.hpp"

namespace headrace {

/// Money set aside for work.
struct CompiledEnvelope {
  int envelope;  ///< index into Scenario::funding
  Param amount, from_week, to_week;
};

/// An item that waits for money: envelopes are CompiledModel::item_envelopes[begin, end), asked in that order.
struct FundedItem {
  int item;  ///< index into CompiledModel::items
  int begin = 0, end = 0;
};

/// What a gate can ask about. Measured with error, but for the cost, which the books say.
enum class GateTest { adoption, trust, value, cost, data_access, production_grade, count };
inline constexpr int kGateTests = static_cast<int>(GateTest::count);

struct CompiledGate {
  int gate;        ///< index into Scenario::gates
  int opens_wave;  ///< this wave and later ones wait for it
  Param week, retest_weeks, tries, measurement_error, stop_below_cost_share, exit_cost_weeks;
  Param pace;  ///< of the first test: the programme's where no week is given, else 1
  Param asked[kGateTests];
  std::uint64_t error_key[kGateTests];  ///< stream of the measurement's normals; index: number of the test
  bool asks[kGateTests];
  bool stops = false;
};

}  // namespace headrace
