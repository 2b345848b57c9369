#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "sim/lane_week.hpp"

namespace headrace {

/// Where potential value goes that is not realised, in the order in which it is taken off: what is not live cannot lack
/// users, what nobody uses cannot be wrong.
enum class Leak {
  stopped,    ///< the programme had stopped
  gate,       ///< a stage gate held the wave
  work,       ///< work and waits of the site took their time
  team,       ///< work waited for people
  approval,   ///< work waited for a review board
  funds,      ///< work waited for money
  data,       ///< assets not connected, or their data not good
  untouched,  ///< people who have not taken it up, or still try it
  fading,     ///< people who gave up for no cause of these
  help,       ///< people who gave up for lack of help
  freshness,  ///< people who gave up since what they knew was stale
  quality,    ///< people who gave up over wrong outputs, outages or short compute
  trust,      ///< people who gave up for lack of trust
  embedding,  ///< the tool sits outside the daily work
  unread,     ///< insights beyond what people can review
  ignored,    ///< insights reviewed and not acted on
  wrong,      ///< wrong outputs
  outage,     ///< links and networks down
  learning,   ///< people not proficient yet
  erosion,    ///< what waiting takes away
  compute,    ///< compute short
  rest,       ///< all else: conditions of the pilot, numbers that changed, new uses (which add)
  count
};
inline constexpr std::size_t kLeaks = static_cast<std::size_t>(Leak::count);

/// Why people gave up: kCauses leaks from Leak::fading on.
inline constexpr std::size_t kCauses = 5;
inline constexpr std::size_t kFirstCause = static_cast<std::size_t>(Leak::fading);

/// Value that one week lost, by what lost it; of items and use, what it would have been worth as things were.
struct WeekLoss {
  std::vector<double> item;                           ///< [items] potential that a waiting item holds up
  std::vector<double> link, network;                  ///< [integrations], [sites] and the cost of their outages
  std::vector<std::array<double, kCauses>> given_up;  ///< [sites] of people who gave up, by cause
  double unread = 0, compute = 0;
};

/// Follows one trial's value from potential to what is realised, week by week. The leaks add up to the difference.
///
/// Work that holds up a go-live: the site's items at work or waiting share what its use cases would be worth equally.
/// People who gave up are booked by cause when they do, in proportion to the parts of the hazard.
/// Source: docs/model.md, one future told again. Draws: none.
class ValueAccount {
 public:
  explicit ValueAccount(const CompiledModel& model);

  void book(const LaneWeek& now);

  double potential() const { return potential_; }  ///< of sites whose wave was to have begun
  double value() const { return value_; }
  std::array<double, kLeaks> leaks() const;  ///< so far
  const WeekLoss& week() const { return week_; }
  double held_up(std::size_t item) const { return held_up_[item]; }  ///< potential, while the item waited

 private:
  struct Use {
    double after = 0;  ///< factor of all that follows use: reliability to ideas
    double before_outage = 0, after_outage = 0;
  };
  struct Holder {
    std::size_t item;
    Leak why;
  };

  void book_use_case(const LaneWeek& now, std::size_t u);
  double use_of_people(const LaneWeek& now, std::size_t u, const Use& use);
  double use_of_assets(const LaneWeek& now, std::size_t u, const Use& use);
  void wait_for_live(const LaneWeek& now, std::size_t u, double potential);
  void miss_users(const LaneWeek& now, int group, double each, double after);
  void run(const LaneWeek& now, std::size_t u, double value);
  void share_outage(const LaneWeek& now, std::size_t u, double lost);
  void remember(const LaneWeek& now);
  void give_up(const LaneWeek& now, std::size_t g);
  Use factors(const LaneWeek& now, std::size_t u) const;
  double users(const LaneWeek& now, int group) const;
  std::vector<Holder> holders(const LaneWeek& now, int site) const;
  double& leak(Leak which) { return leaks_[static_cast<std::size_t>(which)]; }

  const CompiledModel& model_;
  std::vector<int> programme_items_;
  double potential_ = 0, value_ = 0;
  std::array<double, kLeaks> leaks_{};
  std::vector<double> held_up_;
  WeekLoss week_;

  // At the week's start.
  std::vector<double> exploring_, regular_, lapsed_, freshness_, trust_, idea_worth_;
  std::vector<std::array<double, kCauses>> gone_;  ///< [groups] lapsed by cause, share of head count
};

}  // namespace headrace
