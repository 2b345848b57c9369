#pragma once

#include <csignal>
#include <string>
#include <vector>

namespace headrace::test {

/// What a run of the program left behind.
struct Outcome {
  int exit_code = -1;  ///< as a shell would show it; 128 + signal when it was killed
  std::string out, err;
};

/// Runs the `headrace` that stands beside this test program, in some folder, and waits for it. Nobody types: stdin is
/// empty.
/// Errors: std::runtime_error when it is not there.
Outcome headrace(const std::vector<std::string>& arguments, const std::string& folder = ".");

/// The same for the program whose trial 0 breaks a law (tests/cli/planted_fault.cpp).
Outcome faulty_headrace(const std::vector<std::string>& arguments, const std::string& folder = ".");

/// Does this machine give terminals? A bare container may not.
bool has_terminals();

/// The same with stderr on a terminal.
Outcome headrace_on_terminal(const std::vector<std::string>& arguments, const std::string& folder = ".");

/// The same with a terminal on stdin and somebody who types: each text is typed when the program has asked once more,
/// which is when stderr ends in ": ". What is left untyped when it has ended is dropped. "\x03" is Ctrl-C, "\x04"
/// Ctrl-D.
Outcome headrace_typing(const std::vector<std::string>& arguments, const std::vector<std::string>& typed,
                        const std::string& folder = ".");

/// The same, sending a signal after some milliseconds.
Outcome headrace_interrupted(const std::vector<std::string>& arguments, int after_ms, const std::string& folder = ".",
                             int signal = SIGINT);

}  // namespace headrace::test
