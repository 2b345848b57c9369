#include "gui/jobs/future_teller.hpp"

#include <utility>

#include "sim/block/kernels.hpp"

namespace headrace::gui {

FutureTeller::FutureTeller(std::function<void()> wake)
    : wake_(std::move(wake)), thread_([this](const std::stop_token& over) { work(over); }) {}

FutureTeller::~FutureTeller() {
  thread_.request_stop();
  changed_.notify_all();
}

void FutureTeller::ask(std::shared_ptr<const Prepared> prepared, std::uint64_t seed, std::int64_t trial) {
  Wish wish{std::move(prepared), seed, trial};
  const std::scoped_lock lock(mutex_);
  if (asked_ == wish) return;
  asked_ = std::move(wish);
  changed_.notify_all();
}

std::shared_ptr<const Future> FutureTeller::latest() const {
  const std::scoped_lock lock(mutex_);
  return latest_;
}

void FutureTeller::wait() const {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return asked_ == done_; });
}

void FutureTeller::work(const std::stop_token& over) {
  for (;;) {
    Wish wish;
    {
      std::unique_lock lock(mutex_);
      if (!changed_.wait(lock, over, [&] { return asked_ != done_; })) return;
      wish = asked_;
    }
    auto future = std::make_shared<const Future>(
        Future{wish.prepared, replay(wish.prepared->model, *find_kernel(""), wish.seed, wish.trial)});
    {
      const std::scoped_lock lock(mutex_);
      latest_ = std::move(future);
      done_ = std::move(wish);
    }
    changed_.notify_all();
    wake_();
  }
}

}  // namespace headrace::gui
