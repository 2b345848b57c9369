#include "sim/study/worst_futures.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "sim/study/halves.hpp"
#include "sim/study/prim.hpp"

namespace headrace {
namespace {

constexpr int kMostRules = 3;
constexpr double kTellingDensity = 2;  ///< times the share of the worst among all

using Marks = std::vector<unsigned char>;

/// The tenth with the lowest net present value; ties with its highest belong to it.
Marks mark_worst(const std::vector<float>& npv, double& below) {
  std::vector<float> sorted = npv;
  const auto place = sorted.begin() + static_cast<std::ptrdiff_t>((sorted.size() + 9) / 10 - 1);
  std::nth_element(sorted.begin(), place, sorted.end());
  below = static_cast<double>(*place);
  Marks marks;
  for (const float value : npv) marks.push_back(value <= *place);
  return marks;
}

std::int64_t count_marked(const Marks& marks, std::span<const int> trials) {
  return std::count_if(trials.begin(), trials.end(), [&](int t) { return marks[static_cast<std::size_t>(t)] != 0; });
}

std::vector<int> meeting(const PrimBox& box, const PrimColumns& columns, std::span<const int> trials, bool meet) {
  std::vector<int> list;
  for (const int trial : trials) {
    if (box.holds(columns, trial) == meet) list.push_back(trial);
  }
  return list;
}

/// @param worst  how many of them are in the whole half
RuleFit fit_of(const PrimBox& box, const PrimColumns& columns, const Marks& marks, std::span<const int> left,
               std::int64_t worst) {
  const std::vector<int> inside = meeting(box, columns, left, true);
  const std::int64_t hits = count_marked(marks, inside);
  RuleFit fit;
  fit.trials = static_cast<std::int64_t>(left.size());
  fit.inside = static_cast<std::int64_t>(inside.size());
  fit.coverage = share_of(hits, worst);
  fit.density = share_of(hits, fit.inside);
  return fit;
}

/// Does what was found in one half hold in the other?
/// @param base   share of the worst among all of them
/// @param share  share of the worst among those that no rule before has taken
bool confirmed(const RuleFit& fit, double base, double share) {
  if (fit.inside == 0 || fit.density.value < kTellingDensity * base) return false;
  const double error = std::sqrt(share * (1 - share) / static_cast<double>(fit.inside));
  return fit.density.value > share + kConfirmed * error;
}

Rule rule_of(const PrimBox& box, const std::vector<int>& row_of_column) {
  Rule rule;
  for (const PrimBound& bound : box.bounds) {
    RuleCondition condition;
    condition.row = row_of_column[static_cast<std::size_t>(bound.column)];
    if (bound.above) condition.above = static_cast<double>(*bound.above);
    if (bound.below) condition.below = static_cast<double>(*bound.below);
    rule.conditions.push_back(condition);
  }
  std::sort(rule.conditions.begin(), rule.conditions.end(),
            [](const RuleCondition& a, const RuleCondition& b) { return a.row < b.row; });
  return rule;
}

}  // namespace

WorstFutures find_worst(const InputDrivers& inputs, const KeptTrials& kept) {
  WorstFutures worst;
  if (kept.trials < kFewestTrials) return worst;
  const Marks marks = mark_worst(kept[Output::npv], worst.npv_below);
  PrimColumns columns;
  std::vector<int> row_of_column;
  for (std::size_t r = 0; r < inputs.rows.size(); ++r) {
    columns.push_back(driver_values(inputs.rows[r], kept));
    row_of_column.push_back(static_cast<int>(r));
  }

  // One rule after another, each among what those before it leave.
  const Halves halves(kept.trials);
  std::vector<int> learn = halves.learn, check = halves.check;
  const std::int64_t learn_worst = count_marked(marks, learn), check_worst = count_marked(marks, check);
  const double base = static_cast<double>(check_worst) / static_cast<double>(check.size());
  while (static_cast<int>(worst.rules.size()) < kMostRules && count_marked(marks, learn) > 0 && !check.empty()) {
    const PrimBox box = find_box(columns, marks, learn);
    if (box.bounds.empty()) break;
    Rule rule = rule_of(box, row_of_column);
    rule.learned = fit_of(box, columns, marks, learn, learn_worst);
    rule.checked = fit_of(box, columns, marks, check, check_worst);
    const double left = static_cast<double>(count_marked(marks, check)) / static_cast<double>(check.size());
    if (!confirmed(rule.checked, base, left)) break;
    worst.rules.push_back(std::move(rule));
    learn = meeting(box, columns, learn, false);
    check = meeting(box, columns, check, false);
  }
  worst.together = share_of(check_worst - count_marked(marks, check), check_worst);
  return worst;
}

}  // namespace headrace
