#include "sim/study/fact_runner.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "model/edit/validation_scenarios.hpp"
#include "sim/study/firm_futures.hpp"

namespace headrace {
namespace {

std::logic_error broken(std::string_view name, const Diagnostics& diagnostics) {
  std::string text = "validation scenario " + std::string(name) + " cannot be run";
  for (const Diagnostic& diagnostic : diagnostics.sorted()) text += "\n" + to_string(diagnostic);
  return std::logic_error(text);
}

}  // namespace

Estimate mean_of(std::span<const double> trials) {
  const auto n = static_cast<double>(trials.size());
  double sum = 0, square = 0;
  for (const double x : trials) sum += x;
  const double mean = sum / n;
  for (const double x : trials) square += (x - mean) * (x - mean);
  return {mean, trials.size() < 2 ? 0.0 : std::sqrt(square / (n - 1) / n)};
}

Estimate mean_difference(std::span<const double> a, std::span<const double> b) {
  std::vector<double> differences(a.size());
  for (std::size_t t = 0; t < a.size(); ++t) differences[t] = a[t] - b[t];
  return mean_of(differences);
}

Estimate odds_ratio(std::span<const double> a, std::span<const double> b) {
  const double p = mean_of(a).value, q = mean_of(b).value;
  const double ratio = p * (1 - q) / ((1 - p) * q);
  // The logarithm of the ratio moves with each trial by its own share of both means.
  std::vector<double> influence(a.size());
  for (std::size_t t = 0; t < a.size(); ++t) influence[t] = a[t] / (p * (1 - p)) - b[t] / (q * (1 - q));
  return {ratio, ratio * mean_of(influence).se};
}

Estimate odds_ratio_of_two(std::span<const double> a, std::span<const double> b) {
  const Estimate p = mean_of(a), q = mean_of(b);
  const auto odds = [](double share) { return share / (1 - share); };
  const auto relative_error = [](const Estimate& share) { return share.se / (share.value * (1 - share.value)); };
  const double ratio = odds(p.value) / odds(q.value), x = relative_error(p), y = relative_error(q);
  return {ratio, ratio * std::sqrt(x * x + y * y)};
}

Estimate ratio_of_means(std::span<const double> a, std::span<const double> b) {
  const double below = mean_of(b).value, ratio = mean_of(a).value / below;
  std::vector<double> influence(a.size());
  for (std::size_t t = 0; t < a.size(); ++t) influence[t] = (a[t] - ratio * b[t]) / below;
  return {ratio, mean_of(influence).se};
}

CompiledModel FactRunner::model(std::string_view name, std::span<const std::string> overrides) const {
  const ReadResult read = read_validation_scenario(name, overrides);
  if (!read.scenario || read.diagnostics.has_errors()) throw broken(name, read.diagnostics);
  Diagnostics diagnostics;
  const auto programme = expand(*read.scenario, diagnostics);
  if (!programme) throw broken(name, diagnostics);
  CompiledModel model = compile(*programme, diagnostics);
  if (diagnostics.has_errors()) throw broken(name, diagnostics);
  return model;
}

void FactRunner::watch(const CompiledModel& model, const Observer& observe, const Closer& close) const {
  TrialBlock block(model, *find_kernel(""));
  for (std::int64_t first = 0; first < trials_ && !stopped(); first += kLanes) {
    const int lanes = static_cast<int>(std::min<std::int64_t>(kLanes, trials_ - first));
    block.simulate(seed_, static_cast<int>(first / kLanes),
                   [&](int week, const BlockState& state) { observe(week, first, lanes, state); });
    if (close) close(first, lanes, block);
  }
}

std::vector<double> FactRunner::at_end(const CompiledModel& model,
                                       const std::function<double(const BlockState&, int)>& read) const {
  std::vector<double> values(static_cast<std::size_t>(trials_));
  watch(model, [&](int week, std::int64_t first, int lanes, const BlockState& state) {
    if (week + 1 < model.weeks) return;
    for (int l = 0; l < lanes; ++l) values[static_cast<std::size_t>(first + l)] = read(state, l);
  });
  return values;
}

const FirmFutures& FactRunner::firms() const {
  if (!firms_) firms_ = std::make_shared<const FirmFutures>(*this, model("firm"));
  return *firms_;
}

}  // namespace headrace
