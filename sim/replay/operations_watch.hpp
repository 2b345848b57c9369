#pragma once

#include <optional>
#include <vector>

#include "sim/replay/event_book.hpp"
#include "sim/tally/week_loss.hpp"

namespace headrace {

/// Tells what goes wrong in the operations of one trial: links and networks that fail, queues, and what is short:
/// review, money, compute. Called at each week's end.
class OperationsWatch {
 public:
  OperationsWatch(const CompiledModel& model, std::vector<ReplayEvent>& events);

  void watch(const LaneWeek& now, const WeekLoss& loss);

 private:
  void check_link(const LaneWeek& now, const WeekLoss& loss, std::size_t link);
  void check_network(const LaneWeek& now, const WeekLoss& loss, const CompiledNetwork& network);
  void check_queue(const LaneWeek& now, const WeekLoss& loss, std::size_t team);
  void check_review(const LaneWeek& now, const WeekLoss& loss);
  void check_funds(const LaneWeek& now, const WeekLoss& loss);
  void check_compute(const LaneWeek& now, const WeekLoss& loss);
  double repair_cost(const LaneWeek& now, std::size_t link) const;
  bool works_on(const CompiledItem& item, int team) const;

  const CompiledModel& model_;
  EventBook book_;
  std::vector<std::optional<std::size_t>> down_;     ///< [integrations] event of its failure
  std::vector<std::optional<std::size_t>> outages_;  ///< [sites] event of its network's last outage, if a long one
  std::vector<double> outage_until_;                 ///< [sites]
  std::vector<double> funds_wait_;                   ///< [funded_items] a week ago
};

}  // namespace headrace
