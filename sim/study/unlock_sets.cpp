#include "sim/study/unlock_sets.hpp"

#include <algorithm>
#include <utility>

namespace headrace {

Purchases without(const Purchases& set, std::size_t k) {
  Purchases rest = set;
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(k));
  return rest;
}

SetRunner::SetRunner(const Scenario& scenario, std::span<const Limit> limits, std::span<const double> prices,
                     RunOptions options, std::int64_t most_sets)
    : scenario_(scenario), limits_(limits), prices_(prices), options_(std::move(options)), most_sets_(most_sets) {
  options_.progress = nullptr;
}

const SetWorth* SetRunner::as_it_is() { return worth({}); }

const SetWorth* SetRunner::worth(const Purchases& set) {
  const auto known = tried_.find(set);
  if (known != tried_.end()) return &known->second;
  return stopped_ || is_full() ? nullptr : run(set);
}

const SetWorth* SetRunner::run(const Purchases& set) {
  std::vector<RelaxedLimit> relaxed;
  double price = 0;
  for (const Purchase& one : set) {
    const auto k = static_cast<std::size_t>(one.limit);
    relaxed.push_back({&limits_[k], static_cast<double>(one.steps)});
    price += prices_[k] * one.steps;
  }
  std::optional<PlanFutures> futures = simulate_relaxed(scenario_, relaxed, options_, known_);
  stopped_ = !futures;
  if (stopped_) return nullptr;
  if (ran) ran(options_.trials);
  if (set.empty()) base_ = *futures;

  // Paired with the plan as it is, trial by trial.
  SetWorth worth;
  worth.set = set;
  worth.gain.resize(futures->npv.size());
  std::int64_t pays = 0;
  for (std::size_t t = 0; t < worth.gain.size(); ++t) {
    const double paid = futures->npv[t] - price;
    worth.gain[t] = paid - base_.npv[t];
    pays += paid > 0;
  }
  worth.npv = change_of(worth.gain);
  worth.spend = plain_mean(futures->pv_cost) - plain_mean(base_.pv_cost) + price;
  worth.p_npv_positive = static_cast<double>(pays) / static_cast<double>(worth.gain.size());
  worth.p_sustained = plain_mean(futures->sustained);
  if (set.empty()) npv_ = plain_mean(futures->npv);
  return &tried_.emplace(set, std::move(worth)).first->second;
}

}  // namespace headrace
