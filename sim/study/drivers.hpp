#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/run.hpp"
#include "sim/study/driver_inputs.hpp"
#include "sim/study/driver_items.hpp"
#include "sim/study/early_warnings.hpp"
#include "sim/study/worst_futures.hpp"

namespace headrace {

/// Why some futures end better than others, from the kept trials of one run.
struct DriverStudy {
  std::int64_t trials = 0;  ///< kept, so looked at
  std::uint64_t seed = 1;
  InputDrivers inputs;
  ItemDrivers items;
  WorstFutures worst;
  std::vector<EarlyWarning> warnings;
  std::optional<InputDriver> strongest;  ///< the number that matters most; nothing where chance might name it
};

/// What a run must keep to be studied.
RunOptions keeping_drivers(RunOptions options);

/// Errors: std::logic_error where the run did not keep items and inputs.
DriverStudy study_drivers(const Programme& programme, const CompiledModel& model, const Results& results);

}  // namespace headrace
