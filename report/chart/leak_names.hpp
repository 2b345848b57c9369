#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/compile/leak_causes.hpp"
#include "report/words/run_view.hpp"
#include "sim/tally/leak_results.hpp"

namespace headrace::chart {

/// A cause of lost value: its stable name, its words and their short form, and why value was lost, after "because".
struct CauseName {
  std::string id, words, label, reason;
};

/// Names of all causes of a plan. [leak_count]
std::vector<CauseName> cause_names(const Programme& programme);

/// Causes in the order of what they take, most first; those that take nothing left out.
std::vector<std::size_t> by_size(const LeakResults& leaks);

/// The first letter large, as at the beginning of a line.
std::string capital(std::string_view words);

}  // namespace headrace::chart
