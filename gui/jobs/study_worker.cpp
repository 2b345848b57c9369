#include "gui/jobs/study_worker.hpp"

#include <utility>

namespace headrace::gui {

StudyWorker::StudyWorker(std::function<void()> wake, StudyEffort effort)
    : wake_(std::move(wake)),
      effort_(std::move(effort)),
      latest_(std::make_shared<const Studies>()),
      thread_([this](const std::stop_token& over) { work(over); }) {}

StudyWorker::~StudyWorker() {
  thread_.request_stop();
  {
    const std::scoped_lock lock(mutex_);
    stop_.request_stop();
  }
  changed_.notify_all();
}

void StudyWorker::ask(std::optional<StudyRequest> request) {
  const std::scoped_lock lock(mutex_);
  const bool same = asked_ && request ? asked_->same_as(*request) : !asked_ && !request;
  if (same) return;
  asked_ = std::move(request);
  stop_.request_stop();
  stop_ = std::stop_source();
  ++generation_;
  changed_.notify_all();
}

std::shared_ptr<const Studies> StudyWorker::latest() const {
  const std::scoped_lock lock(mutex_);
  return latest_;
}

void StudyWorker::wait() const {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return finished_ == generation_; });
}

void StudyWorker::publish(const Studies& studies) {
  auto shared = std::make_shared<const Studies>(studies);
  {
    const std::scoped_lock lock(mutex_);
    latest_ = std::move(shared);
  }
  wake_();
}

void StudyWorker::work(const std::stop_token& over) {
  Studies studies;
  for (;;) {
    std::optional<StudyRequest> request;
    std::stop_token stop;
    std::uint64_t generation = 0;
    {
      std::unique_lock lock(mutex_);
      if (!changed_.wait(lock, over, [&] { return begun_ != generation_; })) return;
      begun_ = generation = generation_;
      request = asked_;
      stop = stop_.get_token();
    }
    if (request && !effort_.trials.empty()) {
      run_study(*request, effort_, stop, studies, [this](const Studies& found) { publish(found); });
    }
    {
      const std::scoped_lock lock(mutex_);
      finished_ = generation;
    }
    changed_.notify_all();
  }
}

}  // namespace headrace::gui
