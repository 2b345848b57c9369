#pragma once

#include <optional>

#include "model/compile/compiled_model.hpp"
#include "model/plan/programme.hpp"
#include "sim/study/verdict.hpp"
#include "sim/tally/results.hpp"

namespace headrace {

/// Everything a report on one run looks at: what was planned, how it was laid out, what came of it.
struct RunView {
  const Programme& programme;
  const CompiledModel& model;
  const Results& results;
  std::optional<StrongestInput> strongest{};  ///< nothing: not looked for, or none stands out
};

/// Is a metric in a run's files and tables? What a pilot promised and a gate stopped only where there is one.
inline bool reports(const RunView& run, Output metric) {
  const Scenario& scenario = run.programme.scenario;
  if (metric == Output::promised_value_per_year) return scenario.pilot.present;
  return metric != Output::stopped || !scenario.gates.empty();
}

}  // namespace headrace
