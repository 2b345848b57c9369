#include "sim/study/search.hpp"

#include <algorithm>

#include "sim/study/set_climb.hpp"
#include "sim/study/set_screen.hpp"
#include "sim/study/set_thin.hpp"

namespace headrace {
namespace {

/// Sets that are looked at again with all futures, and points of the frontier.
constexpr std::size_t kFinal = 6, kPoints = 10;

/// What is on offer; the rest is listed apart.
void offer(const Scenario& scenario, const SearchOptions& options, SearchStudy& study) {
  for (Limit& limit : limits(scenario)) {
    const double price = price_of_step(scenario, limit);
    if (price > 0 || options.unpriced || is_paid_in_plan(limit)) {
      study.limits.push_back(std::move(limit));
      study.prices.push_back(price);
    } else {
      study.unpriced.push_back(std::move(limit));
    }
  }
}

/// The best few of those tried that keep to a goal, best first, worth at least as much as nothing.
std::vector<const SetWorth*> best_few(const SetRunner& runner, const Goal& goal, std::size_t few) {
  std::vector<const SetWorth*> all;
  for (const auto& [set, worth] : runner.tried()) {
    if (goal(worth).shortfall <= 0) all.push_back(&worth);
  }
  std::stable_sort(all.begin(), all.end(),
                   [&](const SetWorth* a, const SetWorth* b) { return is_better(goal(*a), goal(*b)); });
  if (all.size() > few) all.resize(few);
  return all;
}

/// Sets worth more than any that costs less, by spend: what was tried within the budget and gains.
std::vector<const SetWorth*> frontier_of(const SetRunner& runner, double budget) {
  std::vector<const SetWorth*> all;
  for (const auto& [set, worth] : runner.tried()) {
    if (is_within(worth, budget) && worth.npv.mean > 0) all.push_back(&worth);
  }
  std::stable_sort(all.begin(), all.end(), [](const SetWorth* a, const SetWorth* b) {
    return a->spend != b->spend ? a->spend < b->spend : a->npv.mean > b->npv.mean;
  });
  std::vector<const SetWorth*> rising;
  for (const SetWorth* one : all) {
    if (rising.empty() || one->npv.mean > rising.back()->npv.mean) rising.push_back(one);
  }
  return rising;
}

/// Leaves out the points that are worth least beyond the one before, until there are few; the last one stays.
void thin_out(std::vector<const SetWorth*>& points, std::size_t most) {
  while (points.size() > most) {
    const auto beyond = [&](std::size_t k) { return points[k]->npv.mean - (k == 0 ? 0 : points[k - 1]->npv.mean); };
    std::size_t least = 0;
    for (std::size_t k = 1; k + 1 < points.size(); ++k) {
      if (beyond(k) < beyond(least)) least = k;
    }
    points.erase(points.begin() + static_cast<std::ptrdiff_t>(least));
  }
}

SearchPoint point_of(const SetWorth& worth) {
  return {worth.set, worth.npv, worth.spend, worth.p_npv_positive, worth.p_sustained};
}

/// Screened sets, then all futures of both seeds.
class Search {
 public:
  Search(const Scenario& scenario, const SearchOptions& options, SearchStudy& study)
      : scenario_(scenario),
        options_(options),
        study_(study),
        screen_(scenario, study.limits, study.prices, futures(options.screened, study.seed), options.most_sets),
        choose_(scenario, study.limits, study.prices, futures(study.trials, study.seed), kAll),
        thin_(scenario, study.limits, study.prices, futures(options.thinned, study.seed), kAll),
        fresh_(scenario, study.limits, study.prices, futures(study.trials, study.fresh_seed), kAll) {
    study_.screened_trials = std::min(options.screened, study.trials);
    const std::int64_t total = options.most_sets * study_.screened_trials + kUsual * study.trials;
    for (SetRunner* runner : {&screen_, &choose_, &thin_, &fresh_}) {
      runner->ran = [this, total](std::int64_t trials) {
        done_ += trials;
        if (options_.run.progress) options_.run.progress(std::min(done_, total), total);
      };
    }
  }

  /// False when stopped.
  bool run() {
    const SetWorth* before = fresh_.as_it_is();
    if (before == nullptr || screen_.as_it_is() == nullptr || choose_.as_it_is() == nullptr) return false;
    study_.npv_before = fresh_.npv();
    study_.before = {before->p_npv_positive, before->p_sustained};
    study_.chosen = point_of(*before);
    study_.frontier = {study_.chosen};
    if (study_.budget <= 0 || study_.limits.empty()) return true;
    Screen screen(screen_, study_.limits, options_);
    const VerdictRule& asked = scenario_.verdict;
    const bool is_go = cheapest_go(asked, study_.budget)(*before).shortfall <= 0;
    screen.run(is_go ? nullptr : &asked);
    study_.all_sets = screen.all_sets();
    study_.cut_short = screen_.is_full();
    study_.sets = screen_.sets();
    choose();
    if (!is_go) find_go(asked);
    draw_frontier();
    return !screen_.stopped() && !choose_.stopped() && !thin_.stopped() && !fresh_.stopped();
  }

 private:
  static constexpr std::int64_t kAll = 1'000'000, kUsual = 40;

  RunOptions futures(std::int64_t trials, std::uint64_t seed) const {
    RunOptions run = options_.run;
    run.trials = std::min(trials, options_.run.trials);
    run.seed = seed;
    return run;
  }

  /// The best within the budget, in the futures for choosing, thinned, and within it in fresh ones too.
  void choose() {
    std::vector<const SetWorth*> finals;
    const Goal goal = most_value(study_.budget);
    for (const SetWorth* one : best_few(screen_, goal, kFinal)) finals.push_back(choose_.worth(one->set));
    std::erase(finals, nullptr);
    std::stable_sort(finals.begin(), finals.end(),
                     [&](const SetWorth* a, const SetWorth* b) { return is_better(goal(*a), goal(*b)); });
    SetRunner& few = options_.thinned < study_.trials ? thin_ : choose_;
    for (const SetWorth* all : finals) {
      const SetWorth* one = thinned(choose_, few, all, study_.budget);
      if (one == nullptr || !is_within(*one, study_.budget) || one->npv.mean <= 0) continue;
      const SetWorth* fresh = fresh_.worth(one->set);
      if (fresh == nullptr || !is_within(*fresh, study_.budget)) continue;
      study_.chosen = point_of(*fresh);
      study_.optimism = one->npv.mean - fresh->npv.mean;
      return;
    }
  }

  /// The cheapest that gives both chances in the futures for choosing and in fresh ones.
  void find_go(const VerdictRule& asked) {
    const Goal goal = cheapest_go(asked, study_.budget);
    std::vector<const SetWorth*> finals;
    for (const SetWorth* one : best_few(screen_, goal, kFinal)) finals.push_back(choose_.worth(one->set));
    std::erase_if(finals, [&](const SetWorth* one) { return one == nullptr || goal(*one).shortfall > 0; });
    std::stable_sort(finals.begin(), finals.end(),
                     [&](const SetWorth* a, const SetWorth* b) { return is_better(goal(*a), goal(*b)); });
    for (const SetWorth* one : finals) {
      const SetWorth* fresh = fresh_.worth(one->set);
      if (fresh == nullptr || goal(*fresh).shortfall > 0) continue;
      study_.go = point_of(*fresh);
      return;
    }
  }

  /// Points as screened, as they are in fresh futures: those that no cheaper one beats there.
  void draw_frontier() {
    std::vector<const SetWorth*> points = frontier_of(screen_, study_.budget);
    thin_out(points, kPoints);
    for (const SetWorth* one : points) {
      if (fresh_.worth(one->set) == nullptr) return;
    }
    for (const SetWorth* one : frontier_of(fresh_, study_.budget)) {
      if (!one->set.empty()) study_.frontier.push_back(point_of(*one));
    }
  }

  const Scenario& scenario_;
  const SearchOptions& options_;
  SearchStudy& study_;
  SetRunner screen_, choose_, thin_, fresh_;
  std::int64_t done_ = 0;
};

}  // namespace

bool is_paid_in_plan(const Limit& limit) {
  switch (limit.kind) {
    case LimitKind::team:
    case LimitKind::board:
    case LimitKind::hub:
    case LimitKind::ai_leads:
    case LimitKind::ai_lead_hours:
    case LimitKind::licences:
      return true;
    default:
      return false;
  }
}

std::optional<SearchStudy> search_unlocks(const Scenario& scenario, const SearchOptions& options) {
  SearchStudy study;
  study.budget = options.budget;
  study.trials = options.run.trials;
  study.seed = options.run.seed;
  study.fresh_seed = study.seed + 1;
  offer(scenario, options, study);
  Search search(scenario, options, study);
  if (!search.run()) return std::nullopt;
  return study;
}

}  // namespace headrace
