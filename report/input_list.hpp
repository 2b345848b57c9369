#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/compiled_model.hpp"
#include "model/programme.hpp"

namespace headrace {

/// One uncertain number of a scenario, as an analyst must be able to explain it.
struct InputLine {
  std::string name;          ///< path of ids
  std::string distribution;  ///< in words
  double mean = 0;
  double p10 = 0, p50 = 0, p90 = 0;
  std::string common;  ///< "one draw for all", "correlated 0.3 between sites", or empty
  bool given = false;  ///< false: the default of the language
  std::string source, owner, note;
  std::string where;  ///< file:line, file name only; empty for a default
};

/// All of them, in order of name.
std::vector<InputLine> input_lines(const CompiledModel& model);

/// Those without a source.
int unsourced(const CompiledModel& model);

/// The list as a table for the screen. Inputs that sites have from one template alike stand in one line,
/// `*/item/field`.
std::string inputs_text(const Programme& programme, const CompiledModel& model);

/// The same as CSV, one row an input.
std::string inputs_csv(const CompiledModel& model);

}  // namespace headrace
