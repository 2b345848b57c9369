#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/scenario/decision.hpp"

namespace headrace {

/// Fewer futures than this give no verdict: their error is as wide as what is asked.
inline constexpr std::int64_t kFewestToJudge = 100;

/// Limits that are lifted together, and what the plan's chances are then.
struct UnlockSet {
  std::string words;  ///< "two more OT engineers"
  double cost = 0;    ///< in the scenario's currency, present value
  double p_npv_positive = 0, p_sustained = 0;
};

/// The uncertain number that moves the result most.
struct StrongestInput {
  std::string title;
  bool has_source = true;      ///< one that says more than that it is assumed
  bool is_assumption = false;  ///< its source says only that: `has_source` is false
};

/// What takes most of the value that could have been.
struct LargestLeak {
  std::string words;  ///< as a reason: "work waited for OT engineers"
  double amount = 0;  ///< mean over futures, in the scenario's currency
};

/// All that a verdict rests on; shares are of all futures.
struct VerdictFacts {
  std::int64_t trials = 0;
  int sites = 0, use_cases = 0;  ///< of the plan
  int horizon_weeks = 0;
  std::string currency;
  VerdictRule asked;
  double p_npv_positive = 0, p_sustained = 0, p_payback = 0;
  double p_stopped = 0;     ///< by a gate
  double p_unfinished = 0;  ///< not stopped, and the last site is not live by the horizon
  double mean_npv = 0;
  std::optional<std::vector<UnlockSet>> unlocks;  ///< nothing: they were not computed
  std::optional<StrongestInput> strongest;        ///< nothing: not known
  std::optional<LargestLeak> leak;                ///< nothing: not known
};

enum class Decision { go, go_if, not_yet };

/// What decided.
enum class VerdictReason {
  chances_met,      ///< go
  unlocks_meet,     ///< go if
  nothing_planned,  ///< no site or no use case
  too_few_futures,
  npv_missed,
  sustained_missed,
  both_missed,
  no_source,  ///< the chances are met, as planned or with an unlock, but the strongest input has no source
};

/// What stands in the way of a chance that is missed.
enum class Obstacle {
  none,         ///< no single one is known
  never_pays,   ///< no future pays back by the horizon
  leak,         ///< VerdictFacts::leak
  stopped,      ///< a gate stops it
  unfinished,   ///< the last site is not live by the horizon
  unused,       ///< sites are live but too few people still use it
  costs_exceed  ///< it costs more than it is worth in the mean
};

/// One chance against what is asked.
struct ChanceTest {
  double p = 0, asked = 0;
  double low = 0, high = 0;  ///< 95% interval of p, Wilson's
  bool met = false;          ///< p >= asked: a tie counts as met
  bool straddles = false;    ///< the interval holds values on the other side
};

struct Verdict {
  Decision decision = Decision::not_yet;
  VerdictReason reason = VerdictReason::nothing_planned;
  ChanceTest npv, sustained;
  std::optional<UnlockSet> unlock;  ///< the cheapest that meets both, where the plan itself does not
  Obstacle obstacle = Obstacle::none;
  double obstacle_share = 0;  ///< of futures: stopped, unfinished, unused
};

/// Go, go if, or not yet (docs/model.md, section 5, verdict).
///
/// Go where both chances are at least what is asked; an interval that reaches across changes nothing but is marked. Go
/// if where they are not but are with an unlock: the cheapest; of equal cost the one with the higher chance to be worth
/// more than it costs, then to be sustained, then the first. Never either where the strongest input has no source.
Verdict judge(const VerdictFacts& facts);

}  // namespace headrace
