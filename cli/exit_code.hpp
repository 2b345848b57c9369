#pragma once

namespace headrace {

/// What the program tells the shell (docs/results.md).
enum ExitCode : int {
  kDone = 0,
  kBadInput = 2,  ///< a scenario with errors, a missing file, wrong usage
  kMachine = 3,   ///< unwritable output, no memory
  kOurFault = 4,  ///< a result that cannot be
  kInterrupted = 130,
};

}  // namespace headrace
