#include "sim/executor.hpp"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <mutex>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace headrace {
namespace {

/// TBB tells of threads that the system does not give in words only: throws what the standard library would.
void throw_refusal(const std::runtime_error& error) {
  if (std::string_view(error.what()).starts_with("pthread_create")) {
    throw std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again));
  }
}

bool run_serial(int first, int last, const std::function<std::unique_ptr<BlockTask>()>& make,
                const std::stop_token& stop) {
  const auto task = make();
  for (int block = first; block < last; ++block) {
    if (stop.stop_requested()) return false;
    task->run(block);
    task->merge(block);
  }
  task->finish();
  return true;
}

/// The serial run's twin: run() in parallel, merge() in order, a fixed set of tasks handed round.
bool run_parallel(int first, int last, int threads, const std::function<std::unique_ptr<BlockTask>()>& make,
                  const std::stop_token& stop) {
  const int in_flight = std::min(2 * threads, last - first);
  std::vector<std::unique_ptr<BlockTask>> tasks;
  for (int k = 0; k < in_flight; ++k) tasks.push_back(make());
  std::vector<BlockTask*> idle;
  for (const auto& task : tasks) idle.push_back(task.get());
  std::mutex idle_mutex;

  using Work = std::pair<BlockTask*, int>;
  int next = first;
  bool stopped = false;
  const auto take = [&](tbb::flow_control& flow) -> Work {
    stopped = stop.stop_requested();
    if (stopped || next == last) {
      flow.stop();
      return {};
    }
    const std::lock_guard lock(idle_mutex);
    BlockTask* task = idle.back();
    idle.pop_back();
    return {task, next++};
  };
  const auto run = [](Work work) {
    work.first->run(work.second);
    return work;
  };
  const auto merge = [&](Work work) {
    work.first->merge(work.second);
    const std::lock_guard lock(idle_mutex);
    idle.push_back(work.first);
  };

  const auto pipeline = tbb::make_filter<void, Work>(tbb::filter_mode::serial_in_order, take) &
                        tbb::make_filter<Work, Work>(tbb::filter_mode::parallel, run) &
                        tbb::make_filter<Work, void>(tbb::filter_mode::serial_in_order, merge);
  const tbb::global_control workers(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
  tbb::task_arena arena(threads);
  try {
    arena.execute([&] { tbb::parallel_pipeline(static_cast<std::size_t>(in_flight), pipeline); });
  } catch (const std::runtime_error& error) {
    throw_refusal(error);
    throw;
  }
  if (stopped) return false;
  for (const auto& task : tasks) task->finish();
  return true;
}

}  // namespace

bool run_blocks(int first, int last, int threads, const std::function<std::unique_ptr<BlockTask>()>& make,
                const std::stop_token& stop) {
  if (first >= last) return true;
  const int workers = threads > 0 ? threads : tbb::info::default_concurrency();
  return workers == 1 ? run_serial(first, last, make, stop) : run_parallel(first, last, workers, make, stop);
}

}  // namespace headrace
