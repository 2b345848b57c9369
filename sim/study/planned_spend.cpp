#include "sim/study/planned_spend.hpp"

namespace headrace {
namespace {

constexpr std::int64_t kTrials = 256;  // what is left to chance is incidents, failures and leads who leave

}  // namespace

CompiledModel at_medians(const CompiledModel& model) {
  CompiledModel plan = model;
  for (const Input& input : model.inputs) {
    plan.constants.push_back({input.row, quantile(input.quantity.distribution, 0.5)});
  }
  plan.inputs.clear();
  plan.correlated.clear();
  plan.factors.clear();
  return plan;
}

bool is_spending(Cash kind) {
  return static_cast<int>(kind) >= kFirstCost && kind != Cash::incidents && kind != Cash::outages;
}

std::optional<double> planned_spend(const CompiledModel& model, const RunOptions& options) {
  const CompiledModel plan = at_medians(model);
  RunOptions few = options;
  few.trials = kTrials;
  few.progress = {};
  const std::optional<Results> results = simulate(plan, few);
  if (!results) return std::nullopt;
  double sum = 0;
  for (int kind = 0; kind < kCashKinds; ++kind) {
    if (is_spending(static_cast<Cash>(kind))) sum += results->cash[kind].mean;
  }
  return sum;
}

}  // namespace headrace
