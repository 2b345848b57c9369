#include "sim/study/set_thin.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "sim/study/set_climb.hpp"

namespace headrace {
namespace {

/// Each leaves out at least one, mostly half of those that are left for nothing.
constexpr int kRounds = 6;

/// What is lost, future by future, with the second instead of the first.
Change loss_of(const SetWorth& first, const SetWorth& second) {
  std::vector<double> lost(first.gain.size());
  for (std::size_t t = 0; t < lost.size(); ++t) lost[t] = first.gain[t] - second.gain[t];
  return change_of(lost);
}

bool is_not_missed(const SetWorth& now, const SetWorth& fewer, double budget) {
  return loss_of(now, fewer).low() <= 0 && is_within(fewer, budget);
}

/// Unlocks that are not missed where each goes alone, the least missed first; nothing when stopped.
std::optional<Purchases> least_missed(SetRunner& few, const Purchases& set, double budget) {
  struct Missed {
    Purchase one;
    double loss = 0;
  };
  std::vector<Missed> missed;
  if (few.worth({}) == nullptr) return std::nullopt;
  const SetWorth* now = few.worth(set);
  if (now == nullptr) return std::nullopt;
  for (std::size_t k = 0; k < set.size(); ++k) {
    const SetWorth* rest = few.worth(without(set, k));
    if (rest == nullptr) return std::nullopt;
    if (is_not_missed(*now, *rest, budget)) missed.push_back({set[k], loss_of(*now, *rest).mean});
  }
  std::stable_sort(missed.begin(), missed.end(), [](const Missed& a, const Missed& b) { return a.loss < b.loss; });
  Purchases ones;
  for (const Missed& one : missed) ones.push_back(one.one);
  return ones;
}

}  // namespace

const SetWorth* thinned(SetRunner& all, SetRunner& few, const SetWorth* now, double budget) {
  for (int round = 0; round < kRounds && now != nullptr && !now->set.empty(); ++round) {
    const std::optional<Purchases> least = least_missed(few, now->set, budget);
    if (!least) return nullptr;
    // Two that stand in for each other are each missed by nobody, so fewer go where all are missed together.
    const SetWorth* next = nullptr;
    for (std::size_t some = least->size(); some > 0 && next == nullptr; some /= 2) {
      Purchases rest = now->set;
      for (std::size_t k = 0; k < some; ++k) std::erase(rest, (*least)[k]);
      const SetWorth* worth = all.worth(rest);
      if (worth == nullptr) return nullptr;
      if (is_not_missed(*now, *worth, budget)) next = worth;
    }
    if (next == nullptr) break;
    now = next;
  }
  return now;
}

}  // namespace headrace
