#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/study/driver_inputs.hpp"
#include "sim/study/ranks.hpp"
#include "sim/tally/results.hpp"

namespace headrace {

/// A row of inputs beyond limits: `above < x`, `x < below`, x the row's number or the mean over its sites.
struct RuleCondition {
  int row = 0;  ///< index into InputDrivers::rows
  std::optional<double> above, below;
};

/// How a rule does in some trials, those that meet a rule before it left out.
struct RuleFit {
  std::int64_t trials = 0;  ///< left
  std::int64_t inside = 0;  ///< of them, those that meet all conditions
  Share coverage;           ///< of all the worst, the share that is among these
  Share density;            ///< of these, the share that is worst
};

struct Rule {
  std::vector<RuleCondition> conditions;  ///< all hold; at most three
  RuleFit learned;                        ///< in the trials it was found in
  RuleFit checked;                        ///< in the others
};

/// What the worst tenth of futures by net present value have in common.
struct WorstFutures {
  double npv_below = 0;     ///< the worst tenth lie at or below it
  std::vector<Rule> rules;  ///< at most three, first found first
  Share together;           ///< share of the worst that meet any rule, in the checked half
};

/// Rules found in one half of the trials by patient rule induction (prim.hpp), each among trials that meet none before
/// it. A rule counts where in the other half the worst are at least twice as common in it as in all of them, and beyond
/// three standard errors more common than in those outside the rules before it. No rules below 400 trials.
/// Source: docs/model.md, what drives the results.
WorstFutures find_worst(const InputDrivers& inputs, const KeptTrials& kept);

}  // namespace headrace
