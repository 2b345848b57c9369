#include "sim/study/drivers.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace headrace {

RunOptions keeping_drivers(RunOptions options) {
  options.keep_items = true;
  options.keep_inputs = true;
  // Trials that are not kept would not be looked at.
  options.trials = std::min(options.trials, options.kept_trials);
  return options;
}

DriverStudy study_drivers(const Programme& programme, const CompiledModel& model, const Results& results) {
  const KeptTrials& kept = results.kept;
  if (kept.input.size() != model.inputs.size() || kept.item_start.size() != model.items.size() ||
      kept.risk_weight.size() != model.risks.size() || kept.item_least.size() != model.items.size()) {
    throw std::logic_error("drivers need a run that keeps items and inputs");
  }
  DriverStudy study;
  study.trials = kept.trials;
  study.seed = results.seed;
  study.inputs = drive_inputs(programme, model, kept);
  study.items = drive_items(model, kept);
  study.worst = find_worst(study.inputs, kept);
  study.warnings = find_warnings(kept);
  study.strongest = strongest_driver(study.inputs);
  return study;
}

}  // namespace headrace
