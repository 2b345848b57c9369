#pragma once

#include <stop_token>
#include <thread>

namespace headrace {

/// Turns Ctrl-C (and a polite kill) into a stop request, so that a run ends between two blocks and leaves no half file.
/// A second Ctrl-C ends the program at once.
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
  std::stop_source stop_;
  std::jthread watcher_;
};

}  // namespace headrace
