#pragma once

#include <string>
#include <vector>

namespace headrace::test {

/// What a run of the program left behind.
struct Outcome {
  int exit_code = -1;  ///< as a shell would show it; 128 + signal when it was killed
  std::string out, err;
};

/// Runs the `headrace` that stands beside this test program, in some folder, and waits for it.
/// Errors: std::runtime_error when it is not there.
Outcome headrace(const std::vector<std::string>& arguments, const std::string& folder = ".");

/// Does this machine give terminals? A bare container may not.
bool has_terminals();

/// The same with stderr on a terminal.
Outcome headrace_on_terminal(const std::vector<std::string>& arguments, const std::string& folder = ".");

/// The same, sending SIGINT after some milliseconds.
Outcome headrace_interrupted(const std::vector<std::string>& arguments, int after_ms, const std::string& folder = ".");

}  // namespace headrace::test
