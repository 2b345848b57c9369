#include <vector>

#include "model/formula/discount.hpp"
#include "sim/study/facts.hpp"
#include "sim/study/firm_futures.hpp"

/// What becomes of pilots in a generic firm without money to modernise, links made by hand and no hub, beside what was
/// published about firms. One future is one firm.
namespace headrace {
namespace {

using Trials = std::vector<double>;

constexpr double kWeeksPerMonth = formula::weeks_per_year / 12;

/// What a board notices, as a share of the yearly wages at its sites: the usual size of what is material in expenses.
constexpr double kMaterial = 0.005;

/// 1 in the futures in which it holds.
template <class Holds>
Trials each_future(std::size_t trials, Holds holds) {
  Trials values(trials);
  for (std::size_t t = 0; t < trials; ++t) values[t] = holds(t) ? 1 : 0;
  return values;
}

Measured share(std::string_view what, const Trials& trials, double low, double high) {
  return {what, FactUnit::share, mean_of(trials), low, high};
}

/// What the head of a firm would say of the last year.
struct Answers {
  explicit Answers(const FirmFutures& firms) {
    const std::size_t n = firms.wages.size();
    const auto material = [&](std::size_t t) { return kMaterial * firms.wages[t]; };
    const auto earns = [&](std::size_t t) { return firms.revenue[t] > material(t); };
    const auto saves = [&](std::size_t t) { return firms.savings[t] - firms.cost[t] > material(t); };
    neither = each_future(n, [&](std::size_t t) { return !earns(t) && !saves(t); });
    both = each_future(n, [&](std::size_t t) { return earns(t) && saves(t); });
    costlier = each_future(n, [&](std::size_t t) { return firms.cost[t] - firms.savings[t] > material(t); });
  }
  Trials neither, both, costlier;
};

/// Months from the pilot's go-live to the first go-live elsewhere, of the firms that get there.
Trials months_to_production(const FirmFutures& firms) {
  Trials months;
  for (std::size_t t = 0; t < firms.next_live.size(); ++t) {
    if (firms.next_live[t] >= kNever || firms.pilot_live[t] >= kNever) continue;
    months.push_back((firms.next_live[t] - firms.pilot_live[t]) / kWeeksPerMonth);
  }
  return months;
}

}  // namespace

std::vector<Measured> pilots_that_do_not_scale(const FactRunner& runner) {
  const Trials& scaled = runner.firms().scaled;
  return {share("not scaled in 156 weeks", each_future(scaled.size(), [&](std::size_t t) { return scaled[t] == 0; }),
                0.60, 0.75)};
}

std::vector<Measured> pilots_that_last(const FactRunner& runner) {
  return {share("sustained at 156 weeks", runner.firms().sustained, 0.08, 0.18)};
}

std::vector<Measured> pilots_in_production(const FactRunner& runner) {
  return {share("in production at any time", runner.firms().in_production, 0.45, 0.57)};
}

std::vector<Measured> pilots_stopped(const FactRunner& runner) {
  const Trials& stop = runner.firms().stop_week;
  return {share("stopped within a year",
                each_future(stop.size(), [&](std::size_t t) { return stop[t] <= formula::weeks_per_year; }), 0.38,
                0.54)};
}

std::vector<Measured> benefit_of_firms(const FactRunner& runner) {
  const Answers answers(runner.firms());
  return {share("neither revenue nor cost benefit", answers.neither, 0.50, 0.62),
          share("both", answers.both, 0.08, 0.16), share("a cost increase", answers.costlier, 0.15, 0.29)};
}

std::vector<Measured> prototype_to_production(const FactRunner& runner) {
  const Trials months = months_to_production(runner.firms());
  const auto within = [&](std::size_t k) { return months[k] >= 6 && months[k] <= 18; };
  return {{"from the pilot's go-live to the next one, mean", FactUnit::months, mean_of(months), 6, 10},
          share("of them between 6 and 18 months", each_future(months.size(), within), 0.45, 0.67)};
}

std::vector<Measured> downtime_of_links(const FactRunner& runner) {
  const FirmFutures& firms = runner.firms();
  return {{"downtime by incidents x (detection + repair)", FactUnit::ratio,
           ratio_of_means(firms.downtime, firms.expected_downtime), 0.9, 1.1}};
}

}  // namespace headrace
