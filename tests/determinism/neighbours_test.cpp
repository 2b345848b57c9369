// A trial comes to the same whatever its lane and whoever shares its block: every recorded row, bit for bit.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <array>
#include <cstring>
#include <memory>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "model/read/read_scenario.hpp"
#include "sim/block/kernels.hpp"
#include "tests/support/rich_scenario.hpp"
#include "tests/support/source_path.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

using Trials = std::array<std::int64_t, kLanes>;

Trials from(std::int64_t first) {
  Trials trials;
  std::iota(trials.begin(), trials.end(), first);
  return trials;
}

/// Simulates blocks of a model and keeps what each lane came to.
class Blocks {
 public:
  explicit Blocks(const CompiledModel& model) : model_(model), block_(model, *find_kernel(""), Keep::inputs) {}

  /// Rows of a block, and the weeks of what is summed over trials only.
  struct Recorded {
    std::vector<Row> rows, leaks, measured;
  };

  Recorded run(const Trials& trials) {
    Recorded recorded;
    block_.simulate(5, trials, [&](int, const BlockState& s) {
      const auto causes = static_cast<std::size_t>(leak_count(model_));
      recorded.leaks.insert(recorded.leaks.end(), s.leak, s.leak + causes);
      recorded.leaks.insert(recorded.leaks.end(), s.leak_potential, s.leak_potential + model_.sites.size());
      recorded.measured.insert(recorded.measured.end(), s.gate_measured,
                               s.gate_measured + model_.gates.size() * kGateTests);
    });
    for (int r = 0; r < block_.layout().rows_with_inputs(); ++r) recorded.rows.push_back(block_.row(r));
    return recorded;
  }

  const RowLayout& layout() const { return block_.layout(); }

 private:
  const CompiledModel& model_;
  TrialBlock block_;
};

/// Number of rows in which lane `a` of one block and lane `b` of another differ, by what they record.
std::string differences(const RowLayout& layout, const Blocks::Recorded& one, int a, const Blocks::Recorded& other,
                        int b) {
  const auto differ = [&](const std::vector<Row>& x, const std::vector<Row>& y, std::size_t from, std::size_t to) {
    int count = 0;
    for (std::size_t r = from; r < to; ++r) count += std::memcmp(&x[r].v[a], &y[r].v[b], sizeof(float)) != 0;
    return count;
  };
  const auto rows = [&](int from, int to) {
    return differ(one.rows, other.rows, static_cast<std::size_t>(from), static_cast<std::size_t>(to));
  };
  const std::pair<const char*, int> found[] = {
      {"results", rows(0, layout.site_go_live(0))},
      {"go-lives and gates", rows(layout.site_go_live(0), layout.item_start(0))},
      {"items", rows(layout.item_start(0), layout.week(0, 0))},
      {"weeks", rows(layout.week(0, 0), layout.site_sample(0, SiteSeries{}, 0))},
      {"sites and roles", rows(layout.site_sample(0, SiteSeries{}, 0), layout.risk_struck(0))},
      {"risks", rows(layout.risk_struck(0), layout.leak(0))},
      {"leaks", rows(layout.leak(0), layout.rows())},
      {"inputs", rows(layout.rows(), layout.rows_with_inputs())},
      {"weeks of leaks", differ(one.leaks, other.leaks, 0, one.leaks.size())},
      {"what gates measured", differ(one.measured, other.measured, 0, one.measured.size())}};
  std::string text;
  for (const auto& [what, count] : found) {
    if (count > 0) text += fmt::format("{} {}; ", count, what);
  }
  return text;
}

/// Each of these trials among others against the same alone: a block of nothing but it.
void check_alone(const CompiledModel& model, int step) {
  Blocks blocks(model);
  const Blocks::Recorded mixed = blocks.run(from(0));
  for (int lane = 0; lane < kLanes; lane += step) {
    CAPTURE(lane);
    Trials same;
    same.fill(lane);
    const Blocks::Recorded alone = blocks.run(same);
    CHECK(differences(blocks.layout(), mixed, lane, alone, (lane + 27) % kLanes) == "");
    CHECK(differences(blocks.layout(), alone, 0, alone, kLanes - 1) == "");
  }
}

CompiledModel story(const std::string& name) {
  const ReadResult read = read_scenario(source_path("scenarios/" + name + ".toml"));
  REQUIRE(read.scenario.has_value());
  return model_of(*read.scenario).compiled;
}

}  // namespace

TEST_CASE("neighbours: a trial of every mechanism is as it would be alone") {
  check_alone(model_of(rich_scenario()).compiled, 1);
}

TEST_CASE("neighbours: a trial is the same in another block and another lane") {
  const Model rich = model_of(rich_scenario());
  Blocks blocks(rich.compiled);
  const Blocks::Recorded first = blocks.run(from(0)), second = blocks.run(from(kLanes));
  Trials shuffled;
  for (int lane = 0; lane < kLanes; ++lane) shuffled[static_cast<std::size_t>(lane)] = (lane * 37 + 90) % (2 * kLanes);
  const Blocks::Recorded mixed = blocks.run(shuffled), shifted = blocks.run(from(41));
  for (int lane = 0; lane < kLanes; ++lane) {
    const auto in_order = [&](std::int64_t trial) -> const Blocks::Recorded& {
      return trial < kLanes ? first : second;
    };
    const std::int64_t trial = shuffled[static_cast<std::size_t>(lane)];
    CAPTURE(trial);
    CHECK(differences(blocks.layout(), mixed, lane, in_order(trial), static_cast<int>(trial % kLanes)) == "");
    CHECK(differences(blocks.layout(), shifted, lane, in_order(41 + lane), (41 + lane) % kLanes) == "");
  }
}

TEST_CASE("neighbours: the trials that are compared differ from one another") {
  const Model rich = model_of(rich_scenario());
  Blocks blocks(rich.compiled);
  const Blocks::Recorded some = blocks.run(from(0));
  CHECK(differences(blocks.layout(), some, 0, some, 1).find("weeks of leaks") != std::string::npos);
  int stopped = 0;
  for (int lane = 0; lane < kLanes; ++lane) {
    stopped += some.rows[static_cast<std::size_t>(blocks.layout().output(Output::stopped))].v[lane] > 0;
  }
  CHECK(stopped > 0);
  CHECK(stopped < kLanes);
}

TEST_CASE("neighbours: trials of the shipped stories are as they would be alone") {
  for (const char* name : {"minimal", "one-site", "vision-inspection", "ten-sites", "ten-sites-ready",
                           "it-modern-ot-siloed", "pilot-for-operations"}) {
    CAPTURE(name);
    check_alone(story(name), 16);
  }
}

}  // namespace headrace::test
