#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/compile/compiled_model.hpp"
#include "model/plan/programme.hpp"
#include "sim/tally/results.hpp"

namespace headrace {

/// What the inputs are held against.
inline constexpr Output kDriven[] = {Output::npv, Output::payback_week, Output::last_go_live_week};
inline constexpr int kDrivenOutputs = 3;

/// Where a number comes from: the weakest of those in a group.
enum class Sourcing { none, assumption, sourced };

/// Mean net present value of some trials.
struct TornadoEnd {
  std::int64_t trials = 0;
  double mean = 0, se = 0;
};

/// How one uncertain number moves the results: a number of its own, one that several sites have (a group), or whether a
/// risk strikes.
///
/// A risk's value in a trial is how often it struck, or, of one that strikes once, how many weeks before the end; 0
/// where it did not. Where more than nine tenths of the trials share one value, the tornado holds them against the
/// rest. A group's value in a trial is the sum of its members' ranks. Never counts as later than any week.
struct InputDriver {
  std::string name;         ///< path of ids; of a group `*template/entity/field`
  std::vector<int> inputs;  ///< into CompiledModel::inputs; several: a group; none: the striking of a risk
  int risk = -1;            ///< into CompiledModel::risks; -1: a number
  bool once = false;        ///< a risk that strikes at most once
  Sourcing sourcing = Sourcing::none;
  std::optional<double> rank[kDrivenOutputs];     ///< Spearman's correlation; nothing where either never varies
  std::optional<double> error[kDrivenOutputs];    ///< its standard error
  std::optional<double> partial[kDrivenOutputs];  ///< the same, all other rows held fixed; of rows only
  TornadoEnd lowest, highest;                     ///< of the trials with its lowest and its highest tenth; of a risk
                                                  ///< that strikes once: without and with it
  std::vector<InputDriver> sites;                 ///< a group's members; each by itself
};

struct InputDrivers {
  std::int64_t trials = 0;
  std::vector<InputDriver> rows;                    ///< strongest correlation with net present value first
  std::optional<double> explained[kDrivenOutputs];  ///< share of the ranks' variance that all rows explain together
};

/// Rank correlations, partial rank correlations and tornado of every uncertain number, from kept trials with inputs.
/// Source: docs/model.md, what drives the results.
InputDrivers drive_inputs(const Programme& programme, const CompiledModel& model, const KeptTrials& kept);

/// The row whose rank correlation with net present value is strongest; nothing where none is beyond four standard
/// errors, so that chance is never named. From kept trials with inputs it is measured against that alone.
std::optional<InputDriver> strongest_driver(const InputDrivers& drivers);
std::optional<InputDriver> strongest_driver(const Programme& programme, const CompiledModel& model,
                                            const KeptTrials& kept);

/// A row's numbers as one column: its own, the mean over its sites, or a risk's value. [trial]
std::vector<float> driver_values(const InputDriver& row, const KeptTrials& kept);

}  // namespace headrace
