#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/compile/compiled_model.hpp"
#include "model/plan/programme.hpp"

namespace headrace {

/// One uncertain number of a scenario, as an analyst must be able to explain it; or whether a risk strikes: 1 or 0.
struct InputLine {
  std::string name;          ///< path of ids
  std::string distribution;  ///< in words
  double mean = 0;
  double p10 = 0, p50 = 0, p90 = 0, p99 = 0;
  std::optional<double> largest;  ///< nothing: no limit
  std::string common;             ///< "one draw for all", "correlated 0.3 between sites", or empty
  bool given = false;             ///< false: the default of the language
  std::string source, owner, note;
  std::string where;  ///< file:line, file name only; empty for a default
};

/// All of them, in order of name.
std::vector<InputLine> input_lines(const CompiledModel& model);

/// How many there are: numbers, and risks that strike by chance.
int uncertain_inputs(const CompiledModel& model);

/// Those without a source.
int unsourced(const CompiledModel& model);

/// The list as a table for the screen. Inputs that sites have from one template alike stand in one line,
/// `*/item/field`.
std::string inputs_text(const Programme& programme, const CompiledModel& model);

/// The same as CSV, one row an input.
std::string inputs_csv(const CompiledModel& model);

}  // namespace headrace
