#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/ask_arguments.hpp"

namespace headrace {

enum class Command {
  help,
  check,
  check_results,
  run,
  compare,
  graph,
  replay,
  inputs,
  keys,
  mechanisms,
  unlock,
  search,
  validate,
  drivers,
  set,
  variant,
  ask
};

/// Most trials and threads that can be asked for.
inline constexpr std::int64_t kMostTrials = 100'000'000;
inline constexpr int kMostThreads = 1024;

/// Fewer futures would be too few firms for the published facts.
inline constexpr std::int64_t kFewestToValidate = 1000, kMostToValidate = 100'000;

/// Studies that run many plans keep every future of each.
inline constexpr std::int64_t kUnlockTrials = 2000, kMostToUnlock = 200'000;
/// More than that is no budget.
inline constexpr double kMostBudget = 1e15;

/// Futures of a comparison that is explained, unless the command line says how many: it takes up to 256 runs and more.
inline constexpr std::int64_t kTrialsToExplain = 2000;

/// What was asked for on the command line, checked.
struct Arguments {
  Command command = Command::help;
  std::vector<std::string> files;
  std::vector<std::string> overrides;  ///< path=value
  std::int64_t trials = 10'000;
  std::uint64_t seed = 1;
  int threads = 0;  ///< 0: all of the machine's
  std::optional<std::filesystem::path> out;
  std::int64_t trial = 0;                     ///< replay
  bool dot = false;                           ///< graph
  bool explain = false;                       ///< compare
  bool force = false;                         ///< set, variant: replace a file that is there
  std::string title;                          ///< variant
  double budget = 0;                          ///< search: present value
  bool unpriced = false;                      ///< search: also what has no price, as if free
  std::optional<std::filesystem::path> save;  ///< search: variant to write
  std::string isa;                            ///< instruction set; empty: the best there is
  AskArguments ask;
};

/// Reads the command line.
///
/// `a=b` that is no file counts as an override wherever it stands, so `--set a=1 b=2` sets both.
/// @return  nothing when there is nothing left to do: help or version were printed, or wrong usage was explained on
/// stderr;
///          then `exit_code` says which
std::optional<Arguments> parse_arguments(int argc, const char* const* argv, int& exit_code);

}  // namespace headrace
