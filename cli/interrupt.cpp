#include "cli/interrupt.hpp"

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <mutex>

namespace headrace {
namespace {

/// The one mutable global: all that a signal handler may touch.
volatile std::sig_atomic_t signalled = 0;

extern "C" void on_signal(int number) {
  signalled = 1;
  std::signal(number, SIG_DFL);
}

}  // namespace

InterruptWatch::InterruptWatch() {
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
  watcher_ = std::jthread([this](const std::stop_token& over) {
    std::mutex mutex;
    std::condition_variable_any over_or_time;
    std::unique_lock lock(mutex);
    while (!over.stop_requested() && signalled == 0) {
      over_or_time.wait_for(lock, over, std::chrono::milliseconds(20), [] { return false; });
    }
    if (signalled != 0) stop_.request_stop();
  });
}

InterruptWatch::~InterruptWatch() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

bool InterruptWatch::interrupted() const { return signalled != 0; }

}  // namespace headrace
