#pragma once

#include <signal.h>

#include <array>
#include <stop_token>
#include <thread>

namespace headrace {

/// Turns Ctrl-C, a polite kill and a terminal that hangs up into a stop request, so that a run ends between two blocks
/// and leaves no half file. A second signal ends the program at once. One at a time.
/// Errors: std::system_error when there is no thread to be had.
class InterruptWatch {
 public:
  InterruptWatch();
  ~InterruptWatch();
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;

  std::stop_token token() const { return stop_.get_token(); }
  /// Asked for by now?
  bool interrupted() const;

 private:
  static constexpr std::array kWatched = {SIGINT, SIGTERM, SIGHUP};

  std::stop_source stop_;
  std::array<struct sigaction, kWatched.size()> before_{};
  std::jthread watcher_;
};

}  // namespace headrace
