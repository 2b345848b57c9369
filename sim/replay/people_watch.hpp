#pragma once

#include <array>
#include <deque>
#include <vector>

#include "sim/replay/event_book.hpp"
#include "sim/tally/week_loss.hpp"

namespace headrace {

/// Tells what people of one trial do: incidents, AI leads who leave, knowledge that goes stale, hubs asked for too
/// much, licences nobody uses, users who leave. Called at each week's end.
class PeopleWatch {
 public:
  PeopleWatch(const CompiledModel& model, std::vector<ReplayEvent>& events);

  void watch(const LaneWeek& now, const WeekLoss& loss);

 private:
  /// AI leads who left in one week and are not replaced yet.
  struct Gap {
    std::size_t event;
    double leads;
  };

  void meet_incidents(const LaneWeek& now);
  void miss_leads(const LaneWeek& now);
  void check_knowledge(const LaneWeek& now, const WeekLoss& loss);
  void check_hubs(const LaneWeek& now);
  void count_licences(const LaneWeek& now, std::size_t site);
  void count_users(const LaneWeek& now, const WeekLoss& loss, std::size_t site);

  const CompiledModel& model_;
  EventBook book_;
  std::vector<double> trust_;                                ///< [sites] a week ago
  std::vector<double> leads_;                                ///< [groups] a week ago
  std::vector<std::deque<Gap>> gaps_;                        ///< [groups] oldest first
  std::vector<int> idle_weeks_;                              ///< [sites] in a row
  std::vector<double> idle_cost_, idle_use_;                 ///< [sites] of them, not told yet
  std::vector<double> most_users_;                           ///< [sites] share of head count, so far
  std::vector<std::array<double, kLapsedCauses>> given_up_;  ///< [sites] value lost so far
};

}  // namespace headrace
