// Same scenario, seed and trials: the same results on any threads, on any instruction set, whatever is kept.
#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

#include "model/distribution/known_tables.hpp"
#include "sim/block/kernels.hpp"
#include "tests/support/rich_scenario.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

const Model& model() {
  static const Model rich = model_of(rich_scenario());
  return rich;
}

RunOptions options(std::int64_t trials, int threads, const Kernel* kernel = nullptr) {
  RunOptions o = kept(trials);
  o.threads = threads;
  o.kernel = kernel;
  return o;
}

constexpr std::int64_t kOddCounts[] = {1, 63, 64, 65, 1000, 5000};

}  // namespace

TEST_CASE("same bits: any number of threads") {
  for (const std::int64_t trials : kOddCounts) {
    CAPTURE(trials);
    const std::uint64_t serial = digest(run(model(), options(trials, 1)));
    for (const int threads : {2, 3, 8}) {
      CAPTURE(threads);
      CHECK(digest(run(model(), options(trials, threads))) == serial);
    }
  }
}

TEST_CASE("same bits: every kernel this processor runs") {
  REQUIRE(find_kernel("baseline") == available_kernels().front());
  CHECK(find_kernel("") == available_kernels().back());
  CHECK(find_kernel("mips") == nullptr);
  MESSAGE("kernels compared: " << available_kernels().size());
  for (const std::int64_t trials : {std::int64_t{1}, std::int64_t{65}, std::int64_t{1500}}) {
    CAPTURE(trials);
    const std::uint64_t fastest = digest(run(model(), options(trials, 2)));
    for (const Kernel* kernel : available_kernels()) {
      CAPTURE(kernel->name);
      CHECK(digest(run(model(), options(trials, 1, kernel))) == fastest);
    }
  }
}

TEST_CASE("same bits: tables known from another plan change nothing") {
  KnownTables known;
  Diagnostics diagnostics;
  Programme changed = model().programme;
  changed.scenario.money.discount_rate_per_year.distribution = {Family::uniform, 0.05, 0.2};
  compile(changed, diagnostics, known);
  REQUIRE(known.tables.size() > 1);
  const CompiledModel again = compile(model().programme, diagnostics, known);
  CHECK(digest(*simulate(again, options(200, 2))) == digest(run(model(), options(200, 2))));
}

TEST_CASE("same bits: a run of outputs alone keeps the same inputs and outputs") {
  RunOptions full = options(200, 2);
  full.keep_inputs = true;
  RunOptions lean = full;
  lean.detail = Detail::outputs;
  const Results all = run(model(), full), few = run(model(), lean);
  REQUIRE(few.kept.input.size() == model().compiled.inputs.size());
  CHECK(few.kept.input == all.kept.input);
  CHECK(few.kept[Output::npv] == all.kept[Output::npv]);
  CHECK(few.kept.watched[0].empty());
  for (const RoleResult& role : few.roles) CHECK(role.regular.week.empty());
}

TEST_CASE("same bits: keeping other trials changes only what is kept") {
  const std::int64_t trials = 1500;
  const Results all = run(model(), options(trials, 2));
  RunOptions fewer = options(trials, 3);
  fewer.kept_trials = 100;
  fewer.keep_items = false;
  const Results some = run(model(), fewer);
  CHECK(some.kept.trials == 100);
  CHECK(some.kept.item_start.empty());
  for (int o = 0; o < kOutputs; ++o) {
    const auto& whole = all.kept.output[o];
    CHECK(some.kept.output[o] == std::vector<float>(whole.begin(), whole.begin() + 100));
  }
  // Metrics' quantiles are exact where every trial is kept; everything else is the same.
  CHECK(all.weekly[0].at[60].mean == some.weekly[0].at[60].mean);
  CHECK(all.weekly[0].at[60].quantile[P10].value == some.weekly[0].at[60].quantile[P10].value);
  CHECK(all.metrics[0].mean == some.metrics[0].mean);
  CHECK(all.metrics[0].sd == some.metrics[0].sd);
  fewer.threads = 1;
  CHECK(digest(run(model(), fewer)) == digest(some));
}

TEST_CASE("same bits: the first trials of a longer run are the shorter run") {
  const Results short_run = run(model(), options(65, 1)), long_run = run(model(), options(1000, 2));
  for (int o = 0; o < kOutputs; ++o) {
    const auto& whole = long_run.kept.output[o];
    CHECK(short_run.kept.output[o] == std::vector<float>(whole.begin(), whole.begin() + 65));
  }
}

TEST_CASE("same bits: repeated runs of one model do not leak into one another") {
  const std::uint64_t once = digest(run(model(), options(200, 1)));
  run(model(), options(77, 3));
  CHECK(digest(run(model(), options(200, 1))) == once);
}

TEST_CASE("same bits: the digest sees a change of seed and of one number") {
  RunOptions other = options(64, 1);
  other.seed = 2;
  const Results base = run(model(), options(64, 1));
  CHECK(digest(run(model(), other)) != digest(base));
  Results nudged = base;
  nudged.sites[1].bands[0].at[3].quantile[P75].value = 1.0;
  CHECK(digest(nudged) != digest(base));
  nudged = base;
  REQUIRE(nudged.roles.size() == 2);
  nudged.roles[1].regular.at[3].quantile[P75].value = 1.0;
  CHECK(digest(nudged) != digest(base));
}

TEST_CASE("same bits: several scenarios at once are each as alone") {
  const Model second = model_of(rich_scenario("[sites.turin]\nwave = 3\n"));
  const CompiledModel* const both[] = {&model().compiled, &second.compiled};
  std::uint64_t pairs = 0;
  for (const int threads : {1, 3}) {
    const auto ensemble = simulate(both, options(1100, threads));
    REQUIRE(ensemble.has_value());
    CHECK(digest(ensemble->results[0]) == digest(run(model(), options(1100, 1))));
    CHECK(digest(ensemble->results[1]) == digest(run(second, options(1100, 1))));
    if (pairs != 0) CHECK(digest(ensemble->pairs) == pairs);
    pairs = digest(ensemble->pairs);
  }
}

}  // namespace headrace::test
