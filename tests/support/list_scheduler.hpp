#pragma once

#include <vector>

namespace headrace::test {

/// Work to schedule: the same three kinds as in a scenario, on plain numbers.
struct Job {
  enum class Kind { effort, duration, wait } kind = Kind::wait;
  double work = 0;           ///< person-weeks or weeks
  double release = 0;        ///< week
  int team = -1;             ///< effort
  double crew_max = 0;       ///< effort
  std::vector<double> crew;  ///< duration: people of each team
  struct After {
    int job;
    double lag;
  };
  std::vector<After> after;
};

struct Times {
  std::vector<double> start, finish;  ///< infinite where it does not happen
};

/// Schedules jobs greedily in the order given, which must extend `after`: one event after another, in real time, with
/// no weeks. Written apart from the engine, to compare with.
Times schedule(const std::vector<Job>& jobs, const std::vector<double>& people);

}  // namespace headrace::test
