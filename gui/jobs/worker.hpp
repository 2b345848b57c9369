#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

#include "gui/state/snapshot.hpp"

namespace headrace::gui {

/// What the window wants to see.
struct Request {
  Plan plan;
  std::optional<Plan> pinned;
  std::string view;            ///< open now: its studies come first
  std::uint64_t revision = 0;  ///< counts how often the file has changed on disk

  bool operator==(const Request&) const = default;
};

/// How far a worker goes.
struct Effort {
  std::vector<std::int64_t> trials = {256, 1024, 4096, 16384};  ///< steps of refinement
  std::int64_t study_trials = 512;                              ///< of each run of a study; 0: no studies
};

/// Runs scenarios on a thread of its own. The newest request wins: what is under way for an older one is given up
/// within a block of trials.
class Worker {
 public:
  /// @param wake  called from the worker's thread after each new snapshot
  explicit Worker(std::function<void()> wake, Effort effort = {});
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  /// Asks for a plan; returns at once. Asking for the same plan again changes nothing.
  /// @return  the request's generation
  std::uint64_t ask(Request request);

  /// The newest snapshot; null before the first. Returns at once.
  std::shared_ptr<const Snapshot> latest() const;

  /// Waits until the newest request is finished, for tests and pictures.
  void wait() const;

 private:
  void work(const std::stop_token& over);
  void publish(Snapshot snapshot);

  std::function<void()> wake_;
  Effort effort_;
  mutable std::mutex mutex_;
  mutable std::condition_variable_any changed_;
  std::optional<Request> asked_;
  std::uint64_t generation_ = 0, begun_ = 0, finished_ = 0;
  std::stop_source stop_;
  std::shared_ptr<const Snapshot> latest_;
  std::jthread thread_;  ///< last: ends before what it uses
};

}  // namespace headrace::gui
