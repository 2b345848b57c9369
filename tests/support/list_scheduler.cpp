#include "tests/support/list_scheduler.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace headrace::test {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

class Scheduler {
 public:
  Scheduler(const std::vector<Job>& jobs, const std::vector<double>& people)
      : jobs_(jobs), people_(people), left_(jobs.size()), rate_(jobs.size(), 0) {
    times_.start.assign(jobs.size(), never);
    times_.finish.assign(jobs.size(), never);
    for (std::size_t j = 0; j < jobs.size(); ++j) left_[j] = jobs[j].work;
  }

  Times run() {
    for (double now = 0; now < never;) {
      const double next = allocate(now);
      for (std::size_t j = 0; j < jobs_.size(); ++j) {
        if (jobs_[j].kind != Job::Kind::effort || rate_[j] <= 0) continue;
        const double end = now + left_[j] / rate_[j];
        left_[j] = end <= next ? 0 : left_[j] - rate_[j] * (next - now);
        if (end <= next) times_.finish[j] = next;
      }
      now = next;
    }
    return times_;
  }

 private:
  bool is_running(std::size_t j, double now) const { return times_.start[j] <= now && times_.finish[j] > now; }

  /// When it may start; infinite while that is not known.
  double ready(std::size_t j, double now) const {
    double time = jobs_[j].release;
    for (const auto& [before, lag] : jobs_[j].after) {
      const double end = times_.finish[static_cast<std::size_t>(before)];
      if (end > now) return never;
      time = std::max(time, end + lag);
    }
    return time;
  }

  /// Gives people to jobs at `now`.
  /// @return  time of the next event
  double allocate(double now) {
    std::vector<double> free = people_;
    for (std::size_t j = 0; j < jobs_.size(); ++j) {
      rate_[j] = 0;
      if (jobs_[j].kind == Job::Kind::effort || !is_running(j, now)) continue;
      for (std::size_t k = 0; k < jobs_[j].crew.size(); ++k) free[k] -= jobs_[j].crew[k];
    }
    double next = never;
    for (std::size_t j = 0; j < jobs_.size(); ++j) {
      const bool open = jobs_[j].kind == Job::Kind::effort ? times_.finish[j] == never : times_.start[j] == never;
      if (open) {
        const double from = ready(j, now);
        if (from > now) {
          next = std::min(next, from);
          continue;
        }
        jobs_[j].kind == Job::Kind::effort ? work(j, now, free) : begin(j, now, free);
      }
      if (rate_[j] > 0) next = std::min(next, now + left_[j] / rate_[j]);
      if (jobs_[j].kind != Job::Kind::effort && is_running(j, now)) next = std::min(next, times_.finish[j]);
    }
    return next;
  }

  void work(std::size_t j, double now, std::vector<double>& free) {
    double& there = free[static_cast<std::size_t>(jobs_[j].team)];
    rate_[j] = left_[j] > 0 ? std::min(jobs_[j].crew_max, std::max(0.0, there)) : 0;
    there -= rate_[j];
    if (rate_[j] > 0 || left_[j] <= 0) times_.start[j] = std::min(times_.start[j], now);
    if (left_[j] <= 0) times_.finish[j] = now;
  }

  void begin(std::size_t j, double now, std::vector<double>& free) {
    const Job& job = jobs_[j];
    for (std::size_t k = 0; k < job.crew.size(); ++k) {
      if (job.crew[k] > 0 && free[k] < job.crew[k]) return;
    }
    times_.start[j] = now;
    times_.finish[j] = now + job.work;
    if (job.work <= 0) return;
    for (std::size_t k = 0; k < job.crew.size(); ++k) free[k] -= job.crew[k];
  }

  const std::vector<Job>& jobs_;
  const std::vector<double>& people_;
  std::vector<double> left_, rate_;
  Times times_;
};

}  // namespace

Times schedule(const std::vector<Job>& jobs, const std::vector<double>& people) {
  return Scheduler(jobs, people).run();
}

}  // namespace headrace::test
