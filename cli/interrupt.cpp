#include "cli/interrupt.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace headrace {
namespace {

/// The one mutable global: all that a signal handler may touch.
std::atomic<bool> signalled = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void on_signal(int) { signalled = true; }

}  // namespace

InterruptWatch::InterruptWatch() {
  watcher_ = std::jthread([this](const std::stop_token& over) {
    std::mutex mutex;
    std::condition_variable_any over_or_time;
    std::unique_lock lock(mutex);
    while (!over.stop_requested() && !signalled) {
      over_or_time.wait_for(lock, over, std::chrono::milliseconds(20), [] { return false; });
    }
    if (signalled) stop_.request_stop();
  });

  // What whoever started us chose to ignore (nohup, a background job) stays ignored. A second signal does what it
  // always did: ends the program.
  for (std::size_t i = 0; i < kWatched.size(); ++i) {
    struct sigaction ours {};
    ours.sa_handler = on_signal;
    ours.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(kWatched[i], nullptr, &before_[i]);
    if (before_[i].sa_handler != SIG_IGN) ::sigaction(kWatched[i], &ours, nullptr);
  }
}

InterruptWatch::~InterruptWatch() {
  for (std::size_t i = 0; i < kWatched.size(); ++i) ::sigaction(kWatched[i], &before_[i], nullptr);
}

bool InterruptWatch::interrupted() const { return signalled; }

}  // namespace headrace
