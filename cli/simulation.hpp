#pragma once

#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>

#include "cli/arguments.hpp"
#include "cli/interrupt.hpp"
#include "cli/prepare.hpp"
#include "report/program/run_id.hpp"
#include "sim/run.hpp"

namespace headrace {

/// Our own fault, with the command that shows it again.
class Fault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What was asked for on the command line; progress is the caller's.
RunOptions run_options(const Arguments& arguments, const InterruptWatch& interrupt);

/// What a command's results come of.
/// @param command  with the options that change what it finds
RunInputs run_inputs(const std::string& command, std::span<const std::unique_ptr<const Prepared>> scenarios,
                     const Arguments& arguments);

/// The commands that tell the faulty trial, one a scenario: the fault does not say in which it was.
std::string replay_commands(const EngineFault& fault, std::span<const std::string> files, const Arguments& arguments);

/// What a run is asked to keep for what follows it.
enum class Wanted { results, strongest_input };

/// Simulates the same futures of some scenarios, with a progress bar.
/// @param files  as the planner named them, for messages
/// @return  nothing when interrupted
/// Errors: Fault.
std::optional<Ensemble> simulate(std::span<const std::unique_ptr<const Prepared>> scenarios,
                                 std::span<const std::string> files, const Arguments& arguments,
                                 const InterruptWatch& interrupt, Wanted wanted = Wanted::results);

}  // namespace headrace
