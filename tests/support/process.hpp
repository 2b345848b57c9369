#pragma once

#include <sys/types.h>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace headrace::test {

/// A program that runs beside the test. What it writes, to stdout or stderr, is read line by line. Ended with the
/// object.
class Process {
 public:
  /// @param words        program, looked for in PATH, and its arguments
  /// @param environment  on top of the test's own; an empty value takes a variable away
  /// Errors: std::runtime_error when no process can be made. A program that is not there ends with code 127.
  explicit Process(const std::vector<std::string>& words, const std::map<std::string, std::string>& environment = {});
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  /// The next line, without its end; nothing when none has come in time or the program has ended.
  std::optional<std::string> line(std::chrono::milliseconds patience);

  /// Waits for the end of the program.
  /// @return  exit code as a shell would show it
  int wait();

  /// All that was read so far.
  const std::string& text() const { return text_; }

 private:
  bool read_more(std::chrono::milliseconds patience);

  pid_t child_ = -1;
  int out_ = -1;
  std::string text_;
  std::size_t taken_ = 0;  ///< bytes of the text that were given as lines
};

/// A program that stands beside this test program.
std::string beside(const std::string& program);

/// Is there a program of that name in PATH?
bool is_installed(const std::string& program);

}  // namespace headrace::test
