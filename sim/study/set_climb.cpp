#include "sim/study/set_climb.hpp"

#include <algorithm>
#include <cmath>

namespace headrace {
namespace {

constexpr double kRounding = 1e-9;
/// Unlocks up to which each is looked at more closely.
constexpr std::size_t kFew = 8;

Purchases with(Purchases set, const Purchase& one) {
  set.insert(std::lower_bound(set.begin(), set.end(), one), one);
  return set;
}

bool has(const Purchases& set, int limit) {
  return std::any_of(set.begin(), set.end(), [&](const Purchase& one) { return one.limit == limit; });
}

/// One unlock by other steps: one more or fewer, twice or half as many.
void add_other_steps(const Purchases& set, std::size_t k, int most, std::vector<Purchases>& all) {
  const int now = set[k].steps;
  int last = 0;
  for (const int steps : {now / 2, now - 1, now + 1, 2 * now}) {
    if (steps < 1 || steps > most || steps == now || steps == last) continue;
    Purchases other = set;
    other[k].steps = last = steps;
    all.push_back(std::move(other));
  }
}

/// One step more of one unlock for one step less of another.
void add_trades(const Purchases& set, std::span<const Limit> limits, std::vector<Purchases>& all) {
  for (std::size_t more = 0; more < set.size(); ++more) {
    if (set[more].steps >= most_steps(limits[static_cast<std::size_t>(set[more].limit)])) continue;
    for (std::size_t less = 0; less < set.size(); ++less) {
      if (less == more || set[less].steps == 1) continue;
      all.push_back(set);
      ++all.back()[more].steps;
      --all.back()[less].steps;
    }
  }
}

/// A set with one unlock fewer, or with half its steps.
struct Less {
  const SetWorth* worth = nullptr;
  std::size_t unlock = 0;     ///< of the set it comes from
  double loss = 0, rate = 0;  ///< of NPV; for each unit of spend that is saved, where too much is spent
};

/// All ways to have less, least missed first; empty when no more sets may be run.
std::vector<Less> less_missed_first(SetRunner& runner, const SetWorth& now, bool over) {
  const bool few = now.set.size() <= kFew;
  std::vector<Less> all;
  const auto add = [&](const Purchases& set, std::size_t k) {
    const SetWorth* worth = runner.worth(set);
    if (worth == nullptr) return;
    const double loss = now.npv.mean - worth->npv.mean, saved = now.spend - worth->spend;
    const double rate = !over || loss <= 0 ? loss : saved > 0 ? loss / saved : HUGE_VAL;
    all.push_back({worth, k, loss, rate});
  };
  for (std::size_t k = 0; k < now.set.size(); ++k) {
    add(without(now.set, k), k);
    if (!few || now.set[k].steps == 1) continue;
    Purchases half = now.set;
    half[k].steps /= 2;
    add(half, k);
  }
  if (runner.stopped() || runner.is_full()) return {};
  std::stable_sort(all.begin(), all.end(), [](const Less& a, const Less& b) { return a.rate < b.rate; });
  return all;
}

/// The set without several of the least missed at once; null where one by one is due.
const SetWorth* much_less(SetRunner& runner, const SetWorth& now, const std::vector<Less>& ways, bool over) {
  if (now.set.size() <= kFew) return nullptr;
  Purchases rest = now.set;
  for (std::size_t w = 0; w < now.set.size() / 4; ++w) {
    if (over || ways[w].loss <= 0) std::erase(rest, now.set[ways[w].unlock]);
  }
  const SetWorth* worth = runner.worth(rest);
  // Two that stand in for each other are each missed by nobody.
  return worth != nullptr && (over || worth->npv.mean >= now.npv.mean) && rest != now.set ? worth : nullptr;
}

}  // namespace

int most_steps(const Limit& limit) { return limit.unit == LimitUnit::all ? 1 : kMostSteps; }

bool is_better(const Score& a, const Score& b) {
  if (std::fabs(a.shortfall - b.shortfall) > kRounding) return a.shortfall < b.shortfall;
  if (a.worth != b.worth) return a.worth > b.worth;
  return a.unlocks < b.unlocks;
}

bool is_within(const SetWorth& worth, double budget) { return worth.spend <= budget * (1 + kRounding); }

Goal most_value(double budget) {
  return [budget](const SetWorth& worth) {
    return Score{is_within(worth, budget) ? 0 : worth.spend - budget, worth.npv.mean, worth.set.size()};
  };
}

Goal cheapest_go(const VerdictRule& asked, double budget) {
  return [asked, budget](const SetWorth& worth) {
    const double missing = std::max(0.0, asked.p_npv_positive - worth.p_npv_positive) +
                           std::max(0.0, asked.p_sustained - worth.p_sustained);
    // Two chances miss at most 2, so what is over the budget is always worse.
    return Score{missing + (is_within(worth, budget) ? 0 : 3), -worth.spend, worth.set.size()};
  };
}

const SetWorth& best_tried(const SetRunner& runner, const Goal& goal) {
  const SetWorth* best = &runner.tried().begin()->second;
  for (const auto& [set, worth] : runner.tried()) {
    if (is_better(goal(worth), goal(*best))) best = &worth;
  }
  return *best;
}

std::vector<Purchases> neighbours(const Purchases& set, std::span<const int> active, std::span<const Limit> limits) {
  std::vector<Purchases> all;
  for (std::size_t k = 0; k < set.size(); ++k) {
    all.push_back(without(set, k));
    add_other_steps(set, k, most_steps(limits[static_cast<std::size_t>(set[k].limit)]), all);
  }
  add_trades(set, limits, all);
  for (const int limit : active) {
    if (has(set, limit)) continue;
    const int most = most_steps(limits[static_cast<std::size_t>(limit)]);
    for (const int steps : kFirstSteps) {
      if (steps <= most) all.push_back(with(set, {limit, steps}));
    }
    for (std::size_t k = 0; k < set.size(); ++k) {
      all.push_back(with(without(set, k), {limit, 1}));
      const int steps = std::min(set[k].steps, most);
      if (steps > 1) all.push_back(with(without(set, k), {limit, steps}));
    }
  }
  return all;
}

Purchases climb(SetRunner& runner, Purchases start, std::span<const int> active, std::span<const Limit> limits,
                const Goal& goal) {
  const SetWorth* now = runner.worth(start);
  while (now != nullptr) {
    const SetWorth* best = now;
    for (const Purchases& next : neighbours(now->set, active, limits)) {
      const SetWorth* worth = runner.worth(next);
      if (worth != nullptr && is_better(goal(*worth), goal(*best))) best = worth;
    }
    if (best == now) break;
    now = best;
  }
  return now == nullptr ? start : now->set;
}

Purchases take_away(SetRunner& runner, Purchases from, double budget, std::vector<double>* missed) {
  const SetWorth* now = runner.worth(from);
  if (now == nullptr) return from;
  while (!now->set.empty()) {
    const bool over = !is_within(*now, budget);
    const std::vector<Less> ways = less_missed_first(runner, *now, over);
    if (missed != nullptr && now->set == from) {
      for (const Less& way : ways) (*missed)[static_cast<std::size_t>(from[way.unlock].limit)] = way.loss;
    }
    if (ways.empty() || (!over && ways.front().loss > 0)) break;
    const SetWorth* fewer = much_less(runner, *now, ways, over);
    now = fewer != nullptr ? fewer : ways.front().worth;
  }
  return now->set;
}

}  // namespace headrace
