#pragma once

#include "model/compiled_model.hpp"
#include "model/programme.hpp"
#include "sim/results.hpp"

namespace headrace {

/// Everything a report on one run looks at: what was planned, how it was laid out, what came of it.
struct RunView {
  const Programme& programme;
  const CompiledModel& model;
  const Results& results;
};

}  // namespace headrace
