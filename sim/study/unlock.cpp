#include "sim/study/unlock.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "model/formula/discount.hpp"
#include "sim/study/relaxed_futures.hpp"
#include "sim/tally/trial_block.hpp"

namespace headrace {
namespace {

constexpr double kNone = kNever;
/// Alone it is worth less than this share of what both are worth.
constexpr double kLittle = 0.25;

using Futures = PlanFutures;

/// Relaxed minus as it is; kNever where either has no value.
Change change_in(const std::vector<double>& base, const std::vector<double>& relaxed) {
  std::vector<double> differences(base.size(), kNone);
  for (std::size_t t = 0; t < base.size(); ++t) {
    if (base[t] < kHasValue && relaxed[t] < kHasValue) differences[t] = relaxed[t] - base[t];
  }
  return change_of(differences, kHasValue);
}

Change change_in_share(const std::vector<double>& base, const std::vector<double>& relaxed) {
  std::vector<double> differences(base.size());
  for (std::size_t t = 0; t < base.size(); ++t) {
    differences[t] = (relaxed[t] < kHasValue ? 1.0 : 0.0) - (base[t] < kHasValue ? 1.0 : 0.0);
  }
  return change_of(differences);
}

std::vector<double> gains(const Futures& base, const Futures& relaxed, double price) {
  std::vector<double> gain(base.npv.size());
  for (std::size_t t = 0; t < gain.size(); ++t) {
    gain[t] = relaxed.npv[t] - base.npv[t] - price;
  }
  return gain;
}

std::vector<double> differences(const std::vector<double>& base, const std::vector<double>& relaxed) {
  std::vector<double> result(base.size());
  for (std::size_t t = 0; t < result.size(); ++t) result[t] = relaxed[t] - base[t];
  return result;
}

Chances chances_of(const Futures& futures, double price) {
  const auto n = static_cast<double>(futures.npv.size());
  const auto pays = std::count_if(futures.npv.begin(), futures.npv.end(), [&](double npv) { return npv > price; });
  return {static_cast<double>(pays) / n, plain_mean(futures.sustained)};
}

Relief relief_of(const Futures& base, const Futures& relaxed, double price, const std::vector<double>& gain) {
  Relief relief;
  relief.npv = change_of(gain);
  relief.last_go_live_weeks = change_in(base.last_go_live, relaxed.last_go_live);
  relief.p_payback = change_in_share(base.payback, relaxed.payback);
  relief.p_sustained = change_of(differences(base.sustained, relaxed.sustained));
  relief.pv_cost = change_of(differences(base.pv_cost, relaxed.pv_cost));
  relief.pv_cost.mean += price;
  const auto n = static_cast<double>(gain.size());
  relief.chances = chances_of(relaxed, price);
  relief.p_better = static_cast<double>(std::count_if(gain.begin(), gain.end(), [](double g) { return g > 0; })) / n;
  relief.p_worse = static_cast<double>(std::count_if(gain.begin(), gain.end(), [](double g) { return g < 0; })) / n;
  if (relief.pv_cost.mean > 0) relief.gain = relief.npv.mean / relief.pv_cost.mean;
  return relief;
}

/// Runs plan after plan, with one progress over all of them.
class Runner {
 public:
  Runner(const Scenario& scenario, const RunOptions& options, std::int64_t plans)
      : scenario_(scenario), options_(options), plans_(plans) {}

  /// The plan with some limits relaxed; nothing when stopped.
  std::optional<Futures> run(std::initializer_list<RelaxedLimit> relaxed) {
    RunOptions one = options_;
    if (options_.progress) {
      one.progress = [&](std::int64_t done, std::int64_t total) {
        options_.progress(done_ * total + done, plans_ * total);
      };
    }
    auto futures = simulate_relaxed(scenario_, {relaxed.begin(), relaxed.size()}, one, known_);
    if (futures) ++done_;
    return futures;
  }

 private:
  const Scenario& scenario_;
  const RunOptions& options_;
  std::int64_t plans_, done_ = 0;
  KnownTables known_;
};

/// A limit, what it is worth, and in which futures.
struct Tried {
  Unlock unlock;
  std::vector<double> gain;  ///< [trials] by a step, paid for
};

bool has_more_than_a_step(const Limit& limit) { return limit.unit != LimitUnit::all; }

/// Runs one limit by a step and lifted; nothing when stopped.
std::optional<Tried> attempt(Runner& runner, const Futures& base, const Limit& limit, double price, bool with_lifted) {
  const auto step = runner.run({{&limit, 1.0}});
  if (!step) return std::nullopt;
  Tried tried{{limit, price, {}, {}}, gains(base, *step, price)};
  tried.unlock.step = relief_of(base, *step, price, tried.gain);
  if (!with_lifted || !has_more_than_a_step(limit)) return tried;
  const auto lifted = runner.run({{&limit, kNoLimit}});
  if (!lifted) return std::nullopt;
  tried.unlock.fully = relief_of(base, *lifted, 0, gains(base, *lifted, 0));
  return tried;
}

/// Neither alone gives much, or anything that can be told from nothing.
bool is_only_together(const Relief& first, const Relief& second, const UnlockPair& pair) {
  const auto is_little = [&](const Relief& alone) {
    return alone.npv.low() <= 0 || alone.npv.mean < kLittle * pair.npv.mean;
  };
  return pair.npv.low() > 0 && pair.beyond.low() > 0 && is_little(first) && is_little(second);
}

UnlockPair pair_of(const Futures& base, const Futures& both, const std::vector<Tried>& all, std::size_t a,
                   std::size_t b) {
  const double price = all[a].unlock.price + all[b].unlock.price;
  UnlockPair pair{a, b, {}, {}, false, 0, {}};
  const std::vector<double> gain = gains(base, both, price);
  std::vector<double> beyond(gain.size());
  for (std::size_t t = 0; t < gain.size(); ++t) beyond[t] = gain[t] - all[a].gain[t] - all[b].gain[t];
  pair.npv = change_of(gain);
  pair.cost = change_of(differences(base.pv_cost, both.pv_cost)).mean + price;
  pair.chances = chances_of(both, price);
  pair.beyond = change_of(beyond);
  pair.only_together = is_only_together(all[a].unlock.step, all[b].unlock.step, pair);
  return pair;
}

}  // namespace

double price_of_step(const Scenario& scenario, const Limit& limit) {
  const auto priced = std::find_if(scenario.prices.begin(), scenario.prices.end(),
                                   [&](const StepPrice& price) { return price.limit == limit.id; });
  if (priced == scenario.prices.end()) return 0;
  const double weekly = formula::weekly_discount(mean(scenario.money.discount_rate_per_year.distribution));
  double present = 0, factor = 1;
  for (int week = 0; week < scenario.programme.horizon_weeks; ++week, factor *= weekly) present += factor;
  return priced->once + priced->per_year / formula::weeks_per_year * present;
}

std::optional<UnlockStudy> study_unlocks(const Scenario& scenario, const UnlockOptions& options) {
  const std::vector<Limit> all = limits(scenario);
  std::int64_t plans = 1;
  for (const Limit& limit : all) plans += options.with_lifted && has_more_than_a_step(limit) ? 2 : 1;
  const std::size_t paired = std::min(options.paired, all.size());
  plans += static_cast<std::int64_t>(paired * (paired - (paired > 0)) / 2);

  // The plan as it is, then each limit.
  Runner runner(scenario, options.run, plans);
  const auto base = runner.run({});
  if (!base) return std::nullopt;
  std::vector<Tried> tried;
  for (const Limit& limit : all) {
    auto one = attempt(runner, *base, limit, price_of_step(scenario, limit), options.with_lifted);
    if (!one) return std::nullopt;
    tried.push_back(std::move(*one));
  }
  std::stable_sort(tried.begin(), tried.end(),
                   [](const Tried& a, const Tried& b) { return a.unlock.step.npv.mean > b.unlock.step.npv.mean; });

  // The best of them two by two.
  UnlockStudy study{options.run.trials, options.run.seed, plain_mean(base->npv), plain_mean(base->pv_cost), {}, {}};
  for (std::size_t a = 0; a < paired; ++a) {
    for (std::size_t b = a + 1; b < paired; ++b) {
      const auto both = runner.run({{&tried[a].unlock.limit, 1.0}, {&tried[b].unlock.limit, 1.0}});
      if (!both) return std::nullopt;
      study.pairs.push_back(pair_of(*base, *both, tried, a, b));
    }
  }
  std::stable_sort(study.pairs.begin(), study.pairs.end(),
                   [](const UnlockPair& a, const UnlockPair& b) { return a.beyond.mean > b.beyond.mean; });
  for (Tried& one : tried) study.unlocks.push_back(std::move(one.unlock));
  return study;
}

}  // namespace headrace
