#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/read/read_scenario.hpp"

namespace headrace {

/// The scenarios behind the published facts (data/validation), which travel inside the program.
struct ValidationText {
  std::string_view name;  ///< stem of its file
  std::string_view text;
};

/// All of them, by name.
std::span<const ValidationText> validation_texts();

/// Reads one, with overrides as on the command line.
/// Errors: std::out_of_range for a name there is none of; what is wrong in the text stands in the diagnostics.
ReadResult read_validation_scenario(std::string_view name, std::span<const std::string> overrides = {});

}  // namespace headrace
