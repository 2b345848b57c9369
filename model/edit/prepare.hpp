#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "model/compile/compiled_model.hpp"
#include "model/plan/programme.hpp"
#include "model/text/diagnostics.hpp"

namespace headrace {

/// A scenario ready to run. Does not move: views point into it.
struct Prepared {
  Scenario listed;  ///< as read: all listed sites
  Programme programme;
  CompiledModel model;
  std::string digest;  ///< SHA-256 of its canonical text, with bases, overrides and tables: equal for equal plans
};

/// Reads, expands and compiles a scenario.
/// @param overrides    `path=value`, as read_scenario() takes them
/// @param diagnostics  gets all there is to say about it, warnings included
/// @return  null where it has errors
std::unique_ptr<const Prepared> prepare(const std::filesystem::path& file, std::span<const std::string> overrides,
                                        Diagnostics& diagnostics);

}  // namespace headrace
