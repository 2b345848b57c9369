#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace headrace {

/// All that decides what a command finds. No clock, no thread, no machine: those change nothing.
struct RunInputs {
  std::string command;  ///< with the options that change what it finds
  std::int64_t trials = 0;
  std::uint64_t seed = 0;
  std::vector<std::string> plans;  ///< Prepared::digest of each scenario, in the order they were named
};

/// Names a run: SHA-256, in 64 hexadecimal digits, over the above and the program's version. Results with one run id
/// belong together.
std::string run_id(const RunInputs& inputs);

}  // namespace headrace
