#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace headrace {

/// One line of progress on stderr, when that is a terminal; nothing in a pipe.
class ProgressBar {
 public:
  explicit ProgressBar(std::string label);
  ~ProgressBar();  ///< wipes the line
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(std::int64_t done, std::int64_t total);

 private:
  std::string label_;
  bool visible_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point last_{};
};

/// "Ten sites  [########........]  50%  5,000 of 10,000 futures".
std::string progress_line(const std::string& label, std::int64_t done, std::int64_t total);

}  // namespace headrace
