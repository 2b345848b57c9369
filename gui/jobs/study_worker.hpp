#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include "gui/jobs/studies.hpp"

namespace headrace::gui {

/// Runs one study at a time on a thread of its own, beside the worker that refines the run. The newest request wins:
/// what is under way for another is given up within a block of trials.
class StudyWorker {
 public:
  /// @param wake  called from the worker's thread when there is something new
  explicit StudyWorker(std::function<void()> wake, StudyEffort effort = {});
  ~StudyWorker();
  StudyWorker(const StudyWorker&) = delete;
  StudyWorker& operator=(const StudyWorker&) = delete;

  /// Asks for a study, or for none; returns at once. Asking for the same again changes nothing.
  void ask(std::optional<StudyRequest> request);

  /// What is known by now. Returns at once.
  std::shared_ptr<const Studies> latest() const;

  /// Waits until the newest request is finished, for tests and pictures.
  void wait() const;

 private:
  void work(const std::stop_token& over);
  void publish(const Studies& studies);

  std::function<void()> wake_;
  StudyEffort effort_;
  mutable std::mutex mutex_;
  mutable std::condition_variable_any changed_;
  std::optional<StudyRequest> asked_;
  std::uint64_t generation_ = 0, begun_ = 0, finished_ = 0;
  std::stop_source stop_;
  std::shared_ptr<const Studies> latest_;
  std::jthread thread_;  ///< last: ends before what it uses
};

}  // namespace headrace::gui
