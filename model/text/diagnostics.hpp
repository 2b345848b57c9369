#pragma once

#include <string>
#include <vector>

#include "model/text/shared_text.hpp"

namespace headrace {

/// A place in a file that a planner wrote. Lines and columns count from 1; columns count characters, not bytes.
struct Location {
  SharedText file;  ///< as the planner named it; "--set" for the command line; empty when there is no place
  int line = 0;     ///< 0: the file as a whole
  int column = 0;

  auto operator<=>(const Location&) const = default;
};

enum class Severity { error, warning };

/// One thing a planner should know about a file: what is wrong, why, and what to do.
struct Diagnostic {
  Severity severity = Severity::error;
  Location where;
  std::string problem;  ///< what is wrong, without a full stop
  std::string why;      ///< the reason, without brackets; may be empty
  std::string advice;   ///< what to do, a whole sentence; may be empty

  bool operator==(const Diagnostic&) const = default;
};

/// `file:line:col: error: problem (why). What to do`, without a line break.
std::string to_string(const Diagnostic& diagnostic);

/// Everything found in one reading, so that a planner sees all problems at once.
class Diagnostics {
 public:
  void error(Location where, std::string problem, std::string why = {}, std::string advice = {});
  void warning(Location where, std::string problem, std::string why = {}, std::string advice = {});
  void add(Diagnostic diagnostic);
  void add(const Diagnostics& others);

  bool has_errors() const;
  bool empty() const { return list_.empty(); }

  /// In order of file (as first met), line and column; the same once; of many alike the first five and how many more.
  std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> list_;
};

}  // namespace headrace
