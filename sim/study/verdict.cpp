#include "sim/study/verdict.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "sim/study/change.hpp"

namespace headrace {
namespace {

/// Chances are counts by trials: closer than this they are the same.
constexpr double kSame = 1e-9;

bool reaches(double p, double asked) { return p + kSame >= asked; }

ChanceTest test_of(double p, double asked, std::int64_t trials) {
  ChanceTest test{p, asked, p, p, reaches(p, asked), false};
  if (trials < 1) return test;
  const auto n = static_cast<double>(trials);
  const double z = kNormal95 * kNormal95 / n;
  const double centre = (p + z / 2) / (1 + z);
  const double half = kNormal95 / (1 + z) * std::sqrt(p * (1 - p) / n + z / (4 * n));
  test.low = std::clamp(centre - half, 0.0, p);
  test.high = std::clamp(centre + half, p, 1.0);
  test.straddles = test.met ? !reaches(test.low, asked) : reaches(test.high, asked);
  return test;
}

std::optional<UnlockSet> cheapest_that_meets(const VerdictFacts& facts) {
  if (!facts.unlocks) return std::nullopt;
  const UnlockSet* best = nullptr;
  const auto order = [](const UnlockSet& set) { return std::tuple(set.cost, -set.p_npv_positive, -set.p_sustained); };
  for (const UnlockSet& set : *facts.unlocks) {
    const bool meets =
        reaches(set.p_npv_positive, facts.asked.p_npv_positive) && reaches(set.p_sustained, facts.asked.p_sustained);
    if (meets && (best == nullptr || order(set) < order(*best))) best = &set;
  }
  return best == nullptr ? std::nullopt : std::optional(*best);
}

/// The most frequent way in which a future is not sustained.
void find_what_ends_it(const VerdictFacts& facts, Verdict& verdict) {
  const double unused = std::max(0.0, 1 - facts.p_sustained - facts.p_stopped - facts.p_unfinished);
  const std::pair<double, Obstacle> ways[] = {
      {facts.p_stopped, Obstacle::stopped}, {facts.p_unfinished, Obstacle::unfinished}, {unused, Obstacle::unused}};
  for (const auto& [share, obstacle] : ways) {
    if (share <= verdict.obstacle_share + kSame) continue;
    verdict.obstacle_share = share;
    verdict.obstacle = obstacle;
  }
}

void find_obstacle(const VerdictFacts& facts, Verdict& verdict) {
  const bool npv_missed = !verdict.npv.met, sustained_missed = !verdict.sustained.met;
  if (npv_missed && facts.p_payback <= 0) {
    verdict.obstacle = Obstacle::never_pays;
  } else if (npv_missed && facts.leak) {
    verdict.obstacle = Obstacle::leak;
  } else if (sustained_missed) {
    find_what_ends_it(facts, verdict);
  } else if (npv_missed && facts.mean_npv < 0) {
    verdict.obstacle = Obstacle::costs_exceed;
  }
}

VerdictReason missed(const Verdict& verdict) {
  if (verdict.npv.met) return VerdictReason::sustained_missed;
  return verdict.sustained.met ? VerdictReason::npv_missed : VerdictReason::both_missed;
}

}  // namespace

Verdict judge(const VerdictFacts& facts) {
  Verdict verdict;
  verdict.npv = test_of(facts.p_npv_positive, facts.asked.p_npv_positive, facts.trials);
  verdict.sustained = test_of(facts.p_sustained, facts.asked.p_sustained, facts.trials);
  const auto say = [&](Decision decision, VerdictReason reason) {
    verdict.decision = decision;
    verdict.reason = reason;
    return verdict;
  };
  if (facts.sites == 0 || facts.use_cases == 0) return say(Decision::not_yet, VerdictReason::nothing_planned);
  if (facts.trials < kFewestToJudge) return say(Decision::not_yet, VerdictReason::too_few_futures);

  // A chance that is missed has an obstacle, and perhaps an unlock.
  const bool met = verdict.npv.met && verdict.sustained.met;
  if (!met) {
    find_obstacle(facts, verdict);
    verdict.unlock = cheapest_that_meets(facts);
    if (!verdict.unlock) return say(Decision::not_yet, missed(verdict));
  }
  if (facts.strongest && !facts.strongest->has_source) return say(Decision::not_yet, VerdictReason::no_source);
  return met ? say(Decision::go, VerdictReason::chances_met) : say(Decision::go_if, VerdictReason::unlocks_meet);
}

}  // namespace headrace
