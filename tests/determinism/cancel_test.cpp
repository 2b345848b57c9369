// A run can be stopped at any time, and says how far it is.
#include <doctest/doctest.h>

#include <cstdint>
#include <stop_token>
#include <vector>

#include "tests/support/rich_scenario.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

const Model& model() {
  static const Model rich = model_of(rich_scenario());
  return rich;
}

}  // namespace

TEST_CASE("cancel: a run that is stopped before it begins gives nothing and reports nothing") {
  for (const int threads : {1, 3}) {
    std::stop_source source;
    source.request_stop();
    RunOptions options = kept(10'000);
    options.threads = threads;
    options.stop = source.get_token();
    int calls = 0;
    options.progress = [&](std::int64_t, std::int64_t) { ++calls; };
    CHECK_FALSE(simulate(model().compiled, options).has_value());
    CHECK(calls == 0);
  }
}

TEST_CASE("cancel: a run that is stopped on the way ends within the blocks in flight") {
  for (const int threads : {1, 2, 3}) {
    std::stop_source source;
    RunOptions options = kept(1'000'000);
    options.kept_trials = 0;
    options.threads = threads;
    options.stop = source.get_token();
    std::int64_t last = 0;
    options.progress = [&](std::int64_t done, std::int64_t) {
      last = done;
      if (done >= 20 * 64) source.request_stop();
    };
    CHECK_FALSE(simulate(model().compiled, options).has_value());
    CHECK(last >= 20 * 64);
    CHECK(last <= (20 + 2 * threads) * 64);
  }
}

TEST_CASE("cancel: a token that nobody uses changes nothing") {
  std::stop_source source;
  RunOptions options = kept(100);
  options.stop = source.get_token();
  CHECK(digest(run(model(), options)) == digest(run(model(), kept(100))));
}

TEST_CASE("cancel: progress rises block by block to the number of trials") {
  for (const int threads : {1, 3}) {
    std::vector<std::int64_t> done;
    RunOptions options = kept(1300);
    options.threads = threads;
    options.progress = [&](std::int64_t now, std::int64_t total) {
      CHECK(total == 1300);
      done.push_back(now);
    };
    run(model(), options);
    REQUIRE(done.size() == 21);
    for (std::size_t b = 0; b < done.size(); ++b) {
      CHECK(done[b] == std::min<std::int64_t>(1300, 64 * (static_cast<std::int64_t>(b) + 1)));
    }
  }
}

}  // namespace headrace::test
