// The worker: newest request wins, results refine, mistakes keep the last good answer.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <atomic>
#include <chrono>

#include "gui/jobs/worker.hpp"
#include "tests/gui/gui_driver.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

gui::Request request(const std::string& name, const std::map<std::string, std::string>& overrides = {}) {
  return {{story(name), overrides}, {}, "return"};
}

}  // namespace

TEST_CASE("worker: results refine step by step and end finished") {
  std::atomic<int> woken = 0;
  gui::Worker worker([&] { ++woken; }, {{64, 128, 256}, 0});
  const auto generation = worker.ask(request("minimal.toml"));
  worker.wait();
  const auto latest = worker.latest();
  REQUIRE(latest);
  CHECK(latest->generation == generation);
  CHECK(latest->finished);
  CHECK(latest->current);
  CHECK(latest->run->results->trials == 256);
  CHECK(woken == 3);
  REQUIRE(latest->levers);
  CHECK(worker.ask(request("minimal.toml")) == generation);
}

TEST_CASE("worker: the newest request wins and the older one is given up at once") {
  gui::Worker worker([] {}, {{50'000'000}, 0});
  worker.ask(request("ten-sites.toml"));
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  const auto begin = std::chrono::steady_clock::now();
  const auto newest = worker.ask(request("no-such-file.toml"));
  worker.wait();
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
  CHECK(worker.latest()->generation == newest);
  CHECK(spent.count() < 5);
}

TEST_CASE("worker: a plan with mistakes says so and keeps the last good run") {
  gui::Worker worker([] {}, {{64}, 0});
  worker.ask(request("minimal.toml"));
  worker.wait();
  const auto good = worker.latest();
  worker.ask(request("minimal.toml", {{"programme.horizon_weeks", "-5"}}));
  worker.wait();
  const auto bad = worker.latest();
  CHECK(bad->failed());
  CHECK_FALSE(bad->diagnostics.empty());
  CHECK(bad->run->results == good->run->results);
  CHECK(bad->levers == good->levers);
  // So does another file.
  worker.ask(request("no-such-file.toml"));
  worker.wait();
  CHECK(worker.latest()->failed());
  CHECK_FALSE(worker.latest()->diagnostics.empty());
  CHECK(worker.latest()->run->results == good->run->results);
  CHECK(worker.latest()->levers == good->levers);
  // One that can be run is never seen with another's numbers.
  worker.ask(request("ten-sites.toml"));
  worker.wait();
  CHECK(worker.latest()->current);
  CHECK(worker.latest()->run->results != good->run->results);
  CHECK(worker.latest()->levers != good->levers);
}

TEST_CASE("worker: where nothing could be run yet there is no run") {
  gui::Worker worker([] {}, {{64}, 0});
  worker.ask(request("no-such-file.toml"));
  worker.wait();
  CHECK(worker.latest()->failed());
  CHECK_FALSE(worker.latest()->run);
}

TEST_CASE("worker: ends at once in the middle of a run") {
  const auto begin = std::chrono::steady_clock::now();
  {
    gui::Worker worker([] {}, {{50'000'000}, 64});
    worker.ask(request("ten-sites.toml"));
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
  CHECK(spent.count() < 5);
}

TEST_CASE("worker: value against sites holds the plan's own number and rises to beyond it") {
  gui::Worker worker([] {}, {{64}, 64});
  worker.ask(request("ten-sites.toml"));
  worker.wait();
  const auto& curve = worker.latest()->site_curve;
  REQUIRE(curve);
  CHECK(curve->sites.front() == 1);
  CHECK(curve->sites.back() == 12);
  CHECK(std::find(curve->sites.begin(), curve->sites.end(), 10) != curve->sites.end());
  CHECK(curve->npv.size() == curve->sites.size());

  // With one site planned all that are listed are looked at still.
  worker.ask(request("ten-sites.toml", {{"programme.sites", "1"}}));
  worker.wait();
  CHECK(worker.latest()->site_curve->sites.front() == 1);
  CHECK(worker.latest()->site_curve->sites.back() == 10);
}

TEST_CASE("worker: nobody waits for a pipe that is a plan or its base") {
  const TemporaryFolder folder;
  const std::string pipe = folder.path() / "pipe.toml";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const std::string on_pipe = folder.write("on-pipe.toml", "base = \"pipe.toml\"\n");
  gui::Worker worker([] {}, {{64}, 0});
  for (const std::string& file : {pipe, on_pipe}) {
    worker.ask({{file, {}}, {}, "return"});
    worker.wait();
    REQUIRE(worker.latest()->failed());
    CHECK(worker.latest()->diagnostics.front().problem.find("is no regular file") != std::string::npos);
  }
}

}  // namespace headrace::test
