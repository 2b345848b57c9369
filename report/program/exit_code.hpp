#pragma once

namespace headrace {

/// What both programs tell the shell (docs/results.md).
enum ExitCode : int {
  kDone = 0,
  kBadInput = 2,  ///< a scenario with errors, a missing file, wrong usage
  kMachine = 3,   ///< unwritable output, no memory, no more processes, no display
  kOurFault = 4,  ///< a result that cannot be
  kInterrupted = 130,
};

}  // namespace headrace
