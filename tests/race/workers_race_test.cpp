// The window's two workers, under the thread sanitizer: asked, looked at and ended from another thread at any moment.
#include <doctest/doctest.h>

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <thread>

#include "gui/jobs/study_worker.hpp"
#include "gui/jobs/worker.hpp"
#include "model/edit/prepare.hpp"
#include "tests/support/source_path.hpp"

namespace headrace::test {
namespace {

gui::Plan plan_of(const std::map<std::string, std::string>& overrides = {}) {
  return {source_path("scenarios/minimal.toml"), overrides};
}

gui::Request request(const std::string& sites = "") {
  return {sites.empty() ? plan_of() : plan_of({{"programme.horizon_weeks", sites}}), {}, "return"};
}

}  // namespace

TEST_CASE("races: snapshots are taken while the worker refines") {
  std::atomic<int> woken = 0;
  gui::Worker worker([&] { ++woken; }, {{64, 256, 1024}, 32});
  worker.ask(request());
  std::int64_t seen = 0;
  while (woken < 3) {
    if (const auto latest = worker.latest(); latest && latest->run) seen = latest->run->results->trials;
    std::this_thread::yield();
  }
  worker.wait();
  CHECK(seen >= 64);
  CHECK(worker.latest()->finished);
  CHECK(worker.latest()->site_curve);
}

TEST_CASE("races: a lever is dragged while the worker runs") {
  gui::Worker worker([] {}, {{64, 50'000'000}, 0});
  std::uint64_t newest = 0;
  for (int week = 60; week < 90; ++week) {
    newest = worker.ask(request(std::to_string(week)));
    worker.latest();
  }
  newest = worker.ask({{source_path("scenarios/no-such-file.toml"), {}}, {}, "return"});
  worker.wait();
  CHECK(worker.latest()->generation == newest);
}

TEST_CASE("races: both workers end in the middle of their work") {
  Diagnostics diagnostics;
  const std::shared_ptr<const Prepared> prepared = prepare(plan_of().file, {}, diagnostics);
  REQUIRE(prepared);
  std::atomic<int> woken = 0;
  gui::Worker worker([&] { ++woken; }, {{64, 50'000'000}, 0});
  gui::StudyWorker studies([&] { ++woken; }, {{50'000'000}});
  worker.ask(request());
  studies.ask(gui::StudyRequest{gui::StudyKind::unlocks, plan_of(), {}, prepared});
  while (woken < 2) std::this_thread::yield();
  CHECK(studies.latest());
}

TEST_CASE("races: a study is looked at while it runs and given up for another") {
  Diagnostics diagnostics;
  const std::shared_ptr<const Prepared> prepared = prepare(plan_of().file, {}, diagnostics);
  REQUIRE(prepared);
  std::atomic<int> woken = 0;
  gui::StudyWorker worker([&] { ++woken; }, {{64}});
  worker.ask(gui::StudyRequest{gui::StudyKind::unlocks, plan_of(), {}, prepared});
  while (woken == 0) {
    worker.latest();
    std::this_thread::yield();
  }
  worker.ask(gui::StudyRequest{gui::StudyKind::why, plan_of({{"programme.horizon_weeks", "80"}}), plan_of(), prepared});
  worker.wait();
  CHECK(worker.latest()->why);
  worker.ask(std::nullopt);
  worker.wait();
  CHECK_FALSE(worker.latest()->progress);
}

}  // namespace headrace::test
