#include "sim/study/explain.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace headrace {
namespace {

/// What was found of every coalition.
struct Values {
  std::vector<double> figure[kNpvFigures];  ///< [coalition]
  std::vector<std::vector<double>> npv;     ///< [coalition][trial]
};

void keep(const Results& results, Values& values) {
  const Summary& npv = results.metrics[static_cast<int>(Output::npv)];
  const double figures[kNpvFigures] = {npv.mean, *npv.quantile[P10].value, *npv.quantile[P50].value,
                                       *npv.quantile[P90].value};
  for (int f = 0; f < kNpvFigures; ++f) values.figure[f].push_back(figures[f]);
  values.npv.push_back(results.kept.values(Output::npv));
}

std::optional<Values> run_all(const ShapleyPlan& plan, const std::function<CompiledModel(Coalition)>& model_of,
                              const RunOptions& options) {
  Values values;
  const auto runs = static_cast<std::int64_t>(plan.coalitions.size());
  for (std::int64_t run = 0; run < runs; ++run) {
    RunOptions one = options;
    if (options.progress) {
      one.progress = [&](std::int64_t done, std::int64_t total) { options.progress(run * total + done, runs * total); };
    }
    const auto results = simulate(model_of(plan.coalitions[static_cast<std::size_t>(run)]), one);
    if (!results) return std::nullopt;
    keep(*results, values);
  }
  return values;
}

/// Standard error of a mean over futures.
class Spread {
 public:
  void add(double value) {
    ++count_;
    const double off = value - mean_;
    mean_ += off / count_;
    square_ += off * (value - mean_);
  }
  double error() const { return count_ < 2 ? 0 : std::sqrt(square_ / (count_ - 1) / count_); }

 private:
  double count_ = 0, mean_ = 0, square_ = 0;
};

/// Shares are linear in the values, so a share of the mean is the mean of each future's share.
void find_errors(const ShapleyPlan& plan, const Values& values, Explanation& found) {
  std::vector<Spread> parts(found.parts.size());
  Spread change;
  std::vector<double> value(values.npv.size());
  for (std::size_t t = 0; t < values.npv.front().size(); ++t) {
    for (std::size_t c = 0; c < value.size(); ++c) value[c] = values.npv[c][t];
    const ShapleyShares shares = shapley(plan, value);
    for (std::size_t p = 0; p < parts.size(); ++p) parts[p].add(shares.part[p]);
    change.add(value.back() - value.front());
  }
  for (std::size_t p = 0; p < parts.size(); ++p) found.parts[p].mean_se = parts[p].error();
  found.change_se = change.error();
}

}  // namespace

std::optional<Explanation> explain(const ShapleyPlan& plan, const std::function<CompiledModel(Coalition)>& model_of,
                                   const RunOptions& options) {
  // Quantiles are those of the futures themselves, so every one of them is kept.
  RunOptions kept = options;
  kept.trials = kept.kept_trials = std::min(options.trials, options.kept_trials);
  kept.keep_items = kept.keep_inputs = false;
  // Only what each future is worth is looked at.
  kept.detail = Detail::outputs;
  const auto values = run_all(plan, model_of, kept);
  if (!values) return std::nullopt;

  Explanation found;
  found.trials = kept.trials;
  found.seed = options.seed;
  found.runs = static_cast<int>(plan.coalitions.size());
  found.orders = static_cast<int>(plan.orders.size());
  found.parts.resize(static_cast<std::size_t>(plan.players));
  for (int f = 0; f < kNpvFigures; ++f) {
    const ShapleyShares shares = shapley(plan, values->figure[f]);
    found.base[f] = values->figure[f].front();
    found.other[f] = values->figure[f].back();
    for (std::size_t p = 0; p < found.parts.size(); ++p) {
      found.parts[p].value[f] = shares.part[p];
      found.parts[p].sampling_se[f] = shares.sampling_se[p];
    }
  }
  find_errors(plan, *values, found);
  return found;
}

}  // namespace headrace
