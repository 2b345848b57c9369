// Random networks of effort, crews and waits against a scheduler of one trial that knows neither lanes nor weeks.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "sim/block/draws.hpp"
#include "tests/support/list_scheduler.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

constexpr int kItems = 24, kTeams = 3, kNetworks = 24;
constexpr std::int64_t kTrials = 128;
constexpr double kHorizon = 300;
const double kPeople[kTeams] = {2, 3, 1.5};

/// A network whose lengths are drawn anew in each trial; item i has priority i and waits for earlier ones only.
struct Network {
  std::string text;
  std::vector<Job> jobs;  ///< without lengths
};

class Maker {
 public:
  explicit Maker(unsigned seed) : engine_(seed) {}

  Network make() {
    Network network;
    network.text = fmt::format("[programme]\nhorizon_weeks = {}\n", kHorizon);
    for (int k = 0; k < kTeams; ++k) {
      network.text += fmt::format("[teams.t{}]\npeople = {}\ncost_per_person_week = 0\n", k, kPeople[k]);
    }
    network.text += fmt::format(
        "[use_cases.end]\nkind = \"assistive\"\nvalue_per_user_week = 1\nneeds = [\"i{}\"]\n[sites.ulm.items]\n",
        kItems - 1);
    for (int i = 0; i < kItems; ++i) add_item(network, i);
    return network;
  }

 private:
  int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(engine_); }

  void add_item(Network& network, int i) {
    Job job;
    std::string keys;
    const std::string length = below(6) == 0 ? "0" : "{ mean = 2, shape = \"exponential\" }";
    switch (below(3)) {
      case 0:
        job.kind = Job::Kind::effort;
        job.team = below(kTeams);
        job.crew_max = 0.5 * (1 + below(4));
        keys = fmt::format("effort_person_weeks = {}, team = \"t{}\", crew_max = {}", length, job.team, job.crew_max);
        break;
      case 1: {
        job.kind = Job::Kind::duration;
        job.crew.assign(kTeams, 0);
        const int first = below(kTeams), second = below(kTeams);
        job.crew[static_cast<std::size_t>(first)] = 1;
        job.crew[static_cast<std::size_t>(second)] = 1.5;
        std::string crew = fmt::format("t{} = 1.5", second);
        if (first != second) crew += fmt::format(", t{} = 1", first);
        keys = fmt::format("duration_weeks = {}, crew = {{ {} }}", length, crew);
        break;
      }
      default:
        keys = fmt::format("wait_weeks = {}", length);
    }
    job.release = below(3) == 0 ? 0.75 * below(8) : 0;
    std::string after;
    for (int k = 0; k < 2 && i > 0; ++k) {
      const int before = below(i);
      if (below(3) == 0 || (!job.after.empty() && job.after.front().job == before)) continue;
      job.after.push_back({before, 0.5 * below(3)});
      after += fmt::format("{{ on = \"i{}\", lag_weeks = {} }}, ", before, job.after.back().lag);
    }
    network.text += fmt::format("i{} = {{ {}, priority = {}, not_before_week = {}, after = [{}] }}\n", i, keys, i,
                                job.release, after);
    network.jobs.push_back(job);
  }

  std::mt19937 engine_;
};

double drawn_work(const Model& model, const Job& job, int i, std::uint64_t trial) {
  const char* const field = job.kind == Job::Kind::effort     ? "effort_person_weeks"
                            : job.kind == Job::Kind::duration ? "duration_weeks"
                                                              : "wait_weeks";
  const Input* input = find_input(model.compiled, fmt::format("ulm/i{}/{}", i, field));
  return input == nullptr ? 0 : static_cast<double>(draw_value(model.compiled, *input, 1, trial));
}

double difference(float engine, double expected) {
  if (expected >= kHorizon) return engine >= kNever ? 0 : std::fabs(static_cast<double>(engine) - expected);
  return std::fabs(static_cast<double>(engine) - expected);
}

}  // namespace

TEST_CASE("random networks: every start and finish is that of the event by event scheduler") {
  double worst = 0;
  std::int64_t compared = 0, moved = 0;
  for (unsigned seed = 1; seed <= kNetworks; ++seed) {
    Network network = Maker(seed).make();
    const Model model = model_of(network.text);
    const Results results = run(model, kept(kTrials));
    std::vector<const std::vector<float>*> start, finish;
    for (int i = 0; i < kItems; ++i) {
      start.push_back(&start_of(results, model, fmt::format("ulm/i{}", i)));
      finish.push_back(&finish_of(results, model, fmt::format("ulm/i{}", i)));
    }
    double here = 0;
    for (std::size_t t = 0; t < kTrials; ++t) {
      for (int i = 0; i < kItems; ++i) {
        Job& job = network.jobs[static_cast<std::size_t>(i)];
        job.work = drawn_work(model, job, i, t);
      }
      const Times expected = schedule(network.jobs, {kPeople, kPeople + kTeams});
      // One person more must show, or the comparison sees nothing.
      const Times richer = schedule(network.jobs, {3, 4, 2.5});
      for (std::size_t i = 0; i < kItems; ++i) {
        here = std::max(here, difference((*start[i])[t], expected.start[i]));
        here = std::max(here, difference((*finish[i])[t], expected.finish[i]));
        moved += difference((*finish[i])[t], richer.finish[i]) > 0.1;
        ++compared;
      }
    }
    CAPTURE(seed);
    CHECK(here < 1e-3);
    worst = std::max(worst, here);
  }
  MESSAGE(compared << " items compared, largest difference " << worst << " weeks");
  CHECK(moved > compared / 10);
}

}  // namespace headrace::test
