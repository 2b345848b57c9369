#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

#include "model/edit/prepare.hpp"
#include "sim/replay/replay.hpp"

namespace headrace::gui {

/// One future of a run, told again. Never changes once made.
struct Future {
  std::shared_ptr<const Prepared> prepared;
  Replay told;
};

/// Tells single futures on a thread of its own, so that it need not wait for a run. The newest wish wins.
class FutureTeller {
 public:
  /// @param wake  called from the teller's thread after each one
  explicit FutureTeller(std::function<void()> wake);
  ~FutureTeller();
  FutureTeller(const FutureTeller&) = delete;
  FutureTeller& operator=(const FutureTeller&) = delete;

  /// Returns at once. Asking for the same again changes nothing.
  /// @param trial  0 .. 64 * 2^31 - 1
  void ask(std::shared_ptr<const Prepared> prepared, std::uint64_t seed, std::int64_t trial);

  /// The newest that was told; null before the first. Returns at once.
  std::shared_ptr<const Future> latest() const;

  /// Waits until what was asked for last is told, for tests and pictures.
  void wait() const;

 private:
  struct Wish {
    std::shared_ptr<const Prepared> prepared;
    std::uint64_t seed = 0;
    std::int64_t trial = -1;
    bool operator==(const Wish&) const = default;
  };
  void work(const std::stop_token& over);

  std::function<void()> wake_;
  mutable std::mutex mutex_;
  mutable std::condition_variable_any changed_;
  Wish asked_, done_;
  std::shared_ptr<const Future> latest_;
  std::jthread thread_;  ///< last: ends before what it uses
};

}  // namespace headrace::gui
