#pragma once

#include <array>
#include <vector>

#include "sim/block/lane_week.hpp"

namespace headrace {

/// Value that one week of a trial lost, by what lost it: its leaks, told by item, link and site.
struct WeekLoss {
  std::vector<double> item;                                 ///< [items] potential held up while it waits
  std::vector<double> link, network;                        ///< [integrations], [sites] and the cost of their outages
  std::vector<std::array<double, kLapsedCauses>> given_up;  ///< [sites] of people who gave up, by cause
  double unread = 0, compute = 0;
};

/// Reads the week's leaks. What outages take at a site is shared by its use cases in proportion to what they are worth
/// and how far they are down, and by their links as far as each is down. Draws: none.
WeekLoss week_loss(const LaneWeek& now);

}  // namespace headrace
