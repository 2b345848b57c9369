// Five activities, each exponential with mean 1: paths 1-4, 1-3-5 and 2-5. Rows W40 to W44 of worked_examples.csv
// (Burt and Garman 1971).
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/statistics.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

constexpr std::int64_t kTrials = 100'000;

/// @param length  key of the activities' time, and what else they need
std::string network(const std::string& length, const std::string& more, const std::string& tables) {
  std::string text =
      "[programme]\nhorizon_weeks = 52\n[use_cases.end]\nkind = \"assistive\"\n"
      "value_per_user_week = 1\nneeds = [\"x4\", \"x5\"]\n[sites.ulm.items]\n";
  const char* const after[] = {"", "", "\"x1\"", "\"x1\"", "\"x2\", \"x3\""};
  for (int i = 0; i < 5; ++i) {
    text += fmt::format("x{} = {{ {} = {{ mean = 1, shape = \"exponential\" }}, after = [{}]{} }}\n", i + 1, length,
                        after[i], more);
  }
  return text + tables;
}

struct Network {
  Network(const std::string& length, const std::string& more, const std::string& tables)
      : model(model_of(network(length, more, tables))), results(run(model, kept(kTrials))) {}

  const std::vector<float>& length() const { return results.kept[Output::last_go_live_week]; }

  Model model;
  Results results;
};

const Network& waits() {
  static const Network network("wait_weeks", "", "");
  return network;
}

/// F(y), exact.
double cdf(double y) {
  return (y * y / 2 - 3 * y - 3) * std::exp(-2 * y) + (-y * y / 2 - 3 * y + 3) * std::exp(-y) + 1 - std::exp(-3 * y);
}

}  // namespace

TEST_CASE("stochastic network: length of the project has mean 83/24 and its exact spread") {
  CHECK(agrees(mean_of(waits().length()), 83.0 / 24));
  CHECK_FALSE(agrees(mean_of(waits().length()), 83.0 / 24 + 0.03));
  CHECK(agrees(sd_estimate(waits().length()), 1.699162));
  CHECK_FALSE(agrees(sd_estimate(waits().length()), 1.74));
  CHECK(waits().results.metrics[static_cast<int>(Output::last_go_live_week)].mean ==
        doctest::Approx(mean_of(waits().length()).value));
}

TEST_CASE("stochastic network: distribution function") {
  for (const auto& [y, share] : {std::pair{2.0, 0.1926354},
                                 {3.0, 0.4585217},
                                 {4.0, 0.6862798},
                                 {5.0, 1 - 0.1653297},
                                 {6.0, 0.9181827},
                                 {8.0, 0.9822210}}) {
    CAPTURE(y);
    REQUIRE(cdf(y) == doctest::Approx(share).epsilon(1e-6));
    CHECK(agrees(share_below(waits().length(), y), share));
    CHECK_FALSE(agrees(share_below(waits().length(), y), share + 0.01));
  }
}

TEST_CASE("stochastic network: criticality of the activities") {
  const auto finish = [](int i) -> const std::vector<float>& {
    return finish_of(waits().results, waits().model, fmt::format("ulm/x{}", i));
  };
  const auto &x1 = finish(1), &x2 = finish(2), &x3 = finish(3), &x4 = finish(4), &x5 = finish(5);
  std::vector<float> critical[5];
  for (std::size_t t = 0; t < x1.size(); ++t) {
    const bool fourth = x4[t] > x5[t], third = !fourth && x3[t] > x2[t], second = !fourth && !third;
    const bool flags[] = {fourth || third, second, third, fourth, !fourth};
    for (int i = 0; i < 5; ++i) critical[i].push_back(flags[i] ? 1.0f : 0.0f);
  }
  const double exact[] = {19 / 24.0, 5 / 24.0, 14 / 24.0, 5 / 24.0, 19 / 24.0};
  for (int i = 0; i < 5; ++i) {
    CHECK(agrees(mean_of(critical[i]), exact[i]));
    CHECK_FALSE(agrees(mean_of(critical[i]), exact[i] + 0.01));
  }
}

TEST_CASE("stochastic network: as crews of a team that is never short it is the same") {
  const Network crews("duration_weeks", ", crew = { ot = 1 }", "[teams.ot]\npeople = 3\ncost_per_person_week = 0\n");
  // Names of the draws differ, so these are other futures of the same network.
  CHECK(agrees(mean_of(crews.length()), 83.0 / 24));
  CHECK(agrees(share_below(crews.length(), 5), 1 - 0.1653297));
}

TEST_CASE("stochastic network: as effort of one person each it is the same") {
  const Network effort("effort_person_weeks", ", team = \"ot\", crew_max = 1",
                       "[teams.ot]\npeople = 3\ncost_per_person_week = 0\n");
  CHECK(agrees(mean_of(effort.length()), 83.0 / 24));
  CHECK(agrees(share_below(effort.length(), 5), 1 - 0.1653297));
  // With one person all work is one queue: the sum of five, with mean 5.
  const Network alone("effort_person_weeks", ", team = \"ot\"", "[teams.ot]\npeople = 1\ncost_per_person_week = 0\n");
  CHECK(agrees(mean_of(alone.length()), 5));
  CHECK(agrees(sd_estimate(alone.length()), std::sqrt(5.0)));
  CHECK_FALSE(agrees(mean_of(alone.length()), 83.0 / 24));
}

}  // namespace headrace::test
