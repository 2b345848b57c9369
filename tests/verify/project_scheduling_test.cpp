// Delivery as a scheduler of rigid jobs: feasible on every project of two libraries, and near the proven optimum.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/support/rcpsp.hpp"
#include "tests/support/trial_run.hpp"
#include "tests/support/validation.hpp"

namespace headrace::test {
namespace {

struct Scheduled {
  std::vector<float> start, finish;  ///< [job]
  double makespan;
};

Scheduled scheduled(const Project& project) {
  const Model model = model_of(scenario_of(project));
  const Results results = run(model, kept(1));
  Scheduled s;
  for (std::size_t j = 0; j < project.duration.size(); ++j) {
    s.start.push_back(start_of(results, model, fmt::format("j{}", j + 1)).front());
    s.finish.push_back(finish_of(results, model, fmt::format("j{}", j + 1)).front());
  }
  s.makespan = static_cast<double>(results.kept[Output::last_go_live_week].front());
  return s;
}

/// What is wrong with a schedule; nothing when it is feasible. Durations are whole, so times are exact.
std::string problem(const Project& project, const Scheduled& s) {
  for (std::size_t j = 0; j < project.duration.size(); ++j) {
    if (s.finish[j] != s.start[j] + static_cast<float>(project.duration[j])) return fmt::format("length of {}", j + 1);
    for (const int next : project.after[j]) {
      if (s.start[static_cast<std::size_t>(next)] < s.finish[j]) return fmt::format("{} before {}", next + 1, j + 1);
    }
  }
  // Use of a resource rises at starts only.
  for (const float time : s.start) {
    for (std::size_t k = 0; k < project.capacity.size(); ++k) {
      int used = 0;
      for (std::size_t j = 0; j < project.duration.size(); ++j) {
        if (s.start[j] <= time && time < s.finish[j]) used += project.demand[j][k];
      }
      if (used > project.capacity[k]) return fmt::format("resource {} at {}", k + 1, time);
    }
  }
  return "";
}

/// Mean gap to the optimum over a folder of projects, in percent.
double mean_gap(const std::filesystem::path& folder, const std::filesystem::path& optima_csv, std::size_t expected) {
  const auto optima = read_optima(optima_csv);
  double sum = 0, solved = 0;
  std::size_t count = 0;
  for (const auto& [name, optimum] : optima) {
    if (!std::filesystem::exists(folder / name)) continue;
    CAPTURE(name);
    const Project project = read_project(folder / name);
    const Scheduled s = scheduled(project);
    CHECK(problem(project, s) == "");
    CHECK(s.makespan == static_cast<double>(s.finish.back()));
    CHECK(s.makespan >= optimum);
    sum += 100 * (s.makespan / optimum - 1);
    solved += s.makespan == optimum;
    ++count;
  }
  CHECK(count == expected);
  MESSAGE(count << " projects, mean gap " << sum / static_cast<double>(count) << "%, optimal " << solved);
  return sum / static_cast<double>(count);
}

}  // namespace

TEST_CASE("project scheduling: PSPLIB j30 is feasible and within 5.2 percent of the optimum on average") {
  const auto data = validation_data("rcpsp");
  if (!data) return;
  CHECK(mean_gap(*data / "j30", *data / "j30.optimum.csv", 96) <= 5.2);
}

TEST_CASE("project scheduling: Patterson's projects are feasible and within 6 percent of the optimum on average") {
  const auto data = validation_data("rcpsp");
  if (!data) return;
  CHECK(mean_gap(*data / "patterson", *data / "patterson.optimum.csv", 110) <= 6);
}

TEST_CASE("project scheduling: the check of feasibility sees what is not") {
  const Project project{{2}, {2, 3, 1}, {{1}, {2}, {1}}, {{2}, {2}, {}}};
  const Scheduled fine = scheduled(project);
  CHECK(problem(project, fine) == "");
  Scheduled broken = fine;
  for (auto* times : {&broken.start, &broken.finish}) (*times)[2] -= 1;
  CHECK(problem(project, broken) != "");
  CHECK(problem(project, {{0, 0, 3}, {2, 3, 4}, 4}) == "resource 1 at 0");
  CHECK(problem(project, {{0, 2, 5}, {2, 5, 6}, 6}) == "");
  CHECK(problem(project, {{0, 2, 5}, {2, 4, 6}, 6}) == "length of 2");
}

}  // namespace headrace::test
