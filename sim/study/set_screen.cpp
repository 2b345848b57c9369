#include "sim/study/set_screen.hpp"

#include <algorithm>
#include <numeric>

namespace headrace {
namespace {

/// Limits that moves may add: the best alone, and those missed most when all is bought.
constexpr std::size_t kBestAlone = 10, kMostMissed = 6;
/// Pairs from which climbs start, and shares of the budget that are climbed to for the frontier.
constexpr std::size_t kPairStarts = 2;
constexpr double kShares[] = {0.5, 0.25, 0.125};

/// The first few of an order.
std::vector<int> first_of(const std::vector<double>& value, std::size_t few) {
  std::vector<int> order(value.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    return value[static_cast<std::size_t>(a)] > value[static_cast<std::size_t>(b)];
  });
  if (order.size() > few) order.resize(few);
  return order;
}

/// Steps of a limit that are tried, none included.
std::vector<int> choices(const Limit& limit) {
  std::vector<int> steps = {0};
  for (const int some : kFirstSteps) {
    if (some <= most_steps(limit)) steps.push_back(some);
  }
  return steps;
}

}  // namespace

void Screen::run(const VerdictRule* asked) {
  alone_.assign(limits_.size(), 0);
  missed_.assign(limits_.size(), 0);
  const Goal value = most_value(options_.budget);
  enumerate();
  if (all_sets_) {
    active_.resize(limits_.size());
    std::iota(active_.begin(), active_.end(), 0);
  } else {
    try_alone();
    const Purchases rest = take_from_all();
    choose_active();
    try_pairs();
    climb_from({}, value);
    for (std::size_t k = 0; k < std::min(kPairStarts, pairs_.size()); ++k) climb_from(pairs_[k]->set, value);
    climb_from(rest, value);
  }

  // From the best there is, for the whole budget, for the verdict, and for parts of the budget.
  climb_from(best_tried(runner_, value).set, value);
  if (asked != nullptr) {
    const Goal go = cheapest_go(*asked, options_.budget);
    climb_from(best_tried(runner_, go).set, go);
  }
  for (const double share : kShares) {
    const Goal part = most_value(share * options_.budget);
    climb_from(best_tried(runner_, part).set, part);
  }
}

void Screen::enumerate() {
  double count = 1;
  for (const Limit& limit : limits_) count *= static_cast<double>(choices(limit).size());
  if (count > static_cast<double>(std::min(options_.most_enumerated, options_.most_sets))) return;
  std::vector<Purchases> all = {{}};
  for (std::size_t k = 0; k < limits_.size(); ++k) {
    std::vector<Purchases> longer;
    for (const Purchases& set : all) {
      for (const int steps : choices(limits_[k])) {
        longer.push_back(set);
        if (steps > 0) longer.back().push_back({static_cast<int>(k), steps});
      }
    }
    all = std::move(longer);
  }
  for (const Purchases& set : all) runner_.worth(set);
  all_sets_ = true;
}

void Screen::try_alone() {
  for (std::size_t k = 0; k < limits_.size(); ++k) {
    bool first = true;
    for (const int steps : choices(limits_[k])) {
      if (steps == 0) continue;
      const SetWorth* worth = runner_.worth({{static_cast<int>(k), steps}});
      if (worth == nullptr) return;
      alone_[k] = first ? worth->npv.mean : std::max(alone_[k], worth->npv.mean);
      first = false;
    }
  }
}

Purchases Screen::take_from_all() {
  Purchases all;
  for (std::size_t k = 0; k < limits_.size(); ++k) all.push_back({static_cast<int>(k), choices(limits_[k]).back()});
  return take_away(runner_, std::move(all), options_.budget, &missed_);
}

void Screen::choose_active() {
  active_ = first_of(alone_, kBestAlone);
  for (const int one : first_of(missed_, kMostMissed)) {
    if (std::find(active_.begin(), active_.end(), one) == active_.end()) active_.push_back(one);
  }
  std::sort(active_.begin(), active_.end());
}

void Screen::try_pairs() {
  for (std::size_t a = 0; a < active_.size(); ++a) {
    for (std::size_t b = a + 1; b < active_.size(); ++b) {
      const SetWorth* worth = runner_.worth({{active_[a], 1}, {active_[b], 1}});
      if (worth != nullptr && is_within(*worth, options_.budget)) pairs_.push_back(worth);
    }
  }
  std::stable_sort(pairs_.begin(), pairs_.end(),
                   [](const SetWorth* a, const SetWorth* b) { return a->npv.mean > b->npv.mean; });
}

void Screen::climb_from(const Purchases& start, const Goal& goal) { climb(runner_, start, active_, limits_, goal); }

}  // namespace headrace
