// Threads that share the work of a run, under the thread sanitizer: what they hand over is handed over in order.
#include <doctest/doctest.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <stop_token>
#include <thread>
#include <vector>

#include "model/edit/prepare.hpp"
#include "sim/executor.hpp"
#include "sim/run.hpp"
#include "tests/support/source_path.hpp"

namespace headrace::test {
namespace {

constexpr int kBlocks = 200;

/// Adds blocks to a total that all tasks share.
class Adder : public BlockTask {
 public:
  Adder(std::vector<int>& merged, int& finished) : merged_(merged), finished_(finished) {}
  void run(int block) override { mine_ = block; }
  void merge(int block) override {
    CHECK(mine_ == block);
    merged_.push_back(block);
  }
  void finish() override { ++finished_; }

 private:
  int mine_ = -1;
  std::vector<int>& merged_;
  int& finished_;
};

RunOptions on_threads(int threads, std::int64_t trials) {
  RunOptions options;
  options.trials = trials;
  options.threads = threads;
  options.keep_inputs = true;
  return options;
}

std::shared_ptr<const Prepared> one_site() {
  Diagnostics diagnostics;
  auto prepared = prepare(source_path("scenarios/one-site.toml"), {}, diagnostics);
  REQUIRE(prepared);
  return prepared;
}

}  // namespace

TEST_CASE("races: tasks merge in order whatever thread ran them") {
  for (const int threads : {2, 4}) {
    std::vector<int> merged, expected(kBlocks);
    int finished = 0;
    std::iota(expected.begin(), expected.end(), 0);
    CHECK(run_blocks(0, kBlocks, threads, [&] { return std::make_unique<Adder>(merged, finished); }, {}));
    CHECK(merged == expected);
    CHECK(finished == 2 * threads);
  }
}

TEST_CASE("races: a failing task ends the run with its exception") {
  class Failing : public Adder {
   public:
    using Adder::Adder;
    void run(int block) override {
      if (block == 50) throw std::runtime_error("planned");
      Adder::run(block);
    }
  };
  std::vector<int> merged;
  int finished = 0;
  const auto make = [&] { return std::make_unique<Failing>(merged, finished); };
  CHECK_THROWS_AS(run_blocks(0, kBlocks, 4, make, {}), std::runtime_error);
}

TEST_CASE("races: a run is the same on several threads and tells its progress") {
  const auto plan = one_site();
  const CompiledModel* const both[] = {&plan->model, &plan->model};
  RunOptions options = on_threads(4, 1500);
  std::int64_t told = 0;
  options.progress = [&](std::int64_t done, std::int64_t) { told = done; };
  const auto many = simulate(both, options), one = simulate(both, on_threads(1, 1500));
  REQUIRE(many);
  REQUIRE(one);
  CHECK(told == 1500);
  CHECK(many->results[0].metrics[0].mean == one->results[0].metrics[0].mean);
  CHECK(many->pairs[0].difference[0].mean == 0);
}

TEST_CASE("races: a run is stopped from another thread") {
  const auto plan = one_site();
  std::stop_source stop;
  std::atomic<bool> begun = false;
  RunOptions options = on_threads(4, 1'000'000);
  options.stop = stop.get_token();
  options.kept_trials = 0;
  options.keep_inputs = false;
  options.progress = [&](std::int64_t, std::int64_t) { begun = true; };
  const std::jthread stopper([&] {
    while (!begun) std::this_thread::yield();
    stop.request_stop();
  });
  CHECK_FALSE(simulate(plan->model, options));
}

TEST_CASE("races: two runs of one model side by side share nothing that changes") {
  const auto plan = one_site();
  double means[2] = {};
  {
    const std::jthread other([&] { means[0] = simulate(plan->model, on_threads(2, 400))->metrics[0].mean; });
    means[1] = simulate(plan->model, on_threads(2, 400))->metrics[0].mean;
  }
  CHECK(means[0] == means[1]);
}

}  // namespace headrace::test
