#include "gui/jobs/worker.hpp"

#include <utility>

#include "gui/jobs/refine.hpp"

namespace headrace::gui {

Worker::Worker(std::function<void()> wake, Effort effort)
    : wake_(std::move(wake)),
      effort_(std::move(effort)),
      thread_([this](const std::stop_token& over) { work(over); }) {}

Worker::~Worker() {
  thread_.request_stop();
  {
    const std::scoped_lock lock(mutex_);
    stop_.request_stop();
  }
  changed_.notify_all();
}

std::uint64_t Worker::ask(Request request) {
  const std::scoped_lock lock(mutex_);
  // Another view of the same plan is no reason to begin again.
  const bool same = asked_ && asked_->plan == request.plan && asked_->pinned == request.pinned &&
                    asked_->revision == request.revision;
  asked_ = std::move(request);
  if (same) return generation_;
  stop_.request_stop();
  stop_ = std::stop_source();
  ++generation_;
  changed_.notify_all();
  return generation_;
}

std::shared_ptr<const Snapshot> Worker::latest() const {
  const std::scoped_lock lock(mutex_);
  return latest_;
}

void Worker::wait() const {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return finished_ == generation_; });
}

void Worker::publish(Snapshot snapshot) {
  auto shared = std::make_shared<const Snapshot>(std::move(snapshot));
  {
    const std::scoped_lock lock(mutex_);
    if (shared->generation != generation_) return;
    latest_ = std::move(shared);
  }
  wake_();
}

void Worker::work(const std::stop_token& over) {
  Kept kept;
  for (;;) {
    Request request;
    std::stop_token stop;
    std::uint64_t generation = 0;
    {
      std::unique_lock lock(mutex_);
      if (!changed_.wait(lock, over, [&] { return begun_ != generation_; })) return;
      begun_ = generation = generation_;
      request = *asked_;
      stop = stop_.get_token();
    }
    refine(request, effort_, generation, stop, kept, [this](Snapshot snapshot) { publish(std::move(snapshot)); });
    {
      const std::scoped_lock lock(mutex_);
      finished_ = generation;
    }
    changed_.notify_all();
  }
}

}  // namespace headrace::gui
