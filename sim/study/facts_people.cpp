#include <algorithm>
#include <string>

#include "sim/study/facts.hpp"
#include "sim/study/use_history.hpp"

/// How the default enterprise takes the tool up, beside what was published. Weeks count from 0: day 30 lies in week 4,
/// day 90 in week 12.
namespace headrace {
namespace {

constexpr int kAfterAMonth = 4, kDay90 = 12, kQuarter = 12, kHalfAYear = 25, kAYear = 51;
constexpr std::size_t kFirms = 66;

using Overrides = std::vector<std::string>;

UseHistory history(const FactRunner& runner, std::string_view scenario, const Overrides& overrides = {}) {
  return UseHistory(runner, runner.model(scenario, overrides));
}

Measured measured(std::string_view what, FactUnit unit, const Estimate& estimate, double low, double high) {
  return {what, unit, estimate, low, high};
}

/// Lowest and highest of each full sample of 66 firms.
struct Extremes {
  std::vector<double> low, high;
};
Extremes extremes(const std::vector<double>& firms) {
  Extremes found;
  for (std::size_t first = 0; first + kFirms <= firms.size(); first += kFirms) {
    const auto begin = firms.begin() + static_cast<std::ptrdiff_t>(first);
    const auto [low, high] = std::minmax_element(begin, begin + kFirms);
    found.low.push_back(*low);
    found.high.push_back(*high);
  }
  return found;
}

/// Firms whose managers do not back it and firms whose managers do, otherwise the same.
struct Arms {
  UseHistory without, with;
};
Arms sponsored_or_not(const FactRunner& runner) {
  return {history(runner, "population", {"programme.sponsorship=0.2"}),
          history(runner, "population", {"programme.sponsorship=0.85"})};
}

}  // namespace

std::vector<Measured> access_without_support(const FactRunner& runner) {
  const UseHistory use = history(runner, "enterprise");
  // The most active of the first four weeks, trial by trial.
  std::vector<double> spike = use.active_in_week(0);
  for (int week = 1; week < kAfterAMonth; ++week) {
    const std::vector<double> active = use.active_in_week(week);
    for (std::size_t t = 0; t < spike.size(); ++t) spike[t] = std::max(spike[t], active[t]);
  }
  const std::vector<double> after = use.active_in_week(kAfterAMonth);
  return {measured("active in a week, after a month", FactUnit::share, mean_of(after), 0.15, 0.25),
          measured("active in a month, at day 90", FactUnit::share, mean_of(use.active_in_month(kDay90)), 0.34, 0.36),
          {"early spike above that week", FactUnit::points, mean_difference(spike, after), 0.0}};
}

std::vector<Measured> supported_rollout(const FactRunner& runner) {
  const UseHistory use = history(runner, "supported");
  return {
      measured("active in the first quarter", FactUnit::share, mean_of(use.active_in_quarter(kQuarter)), 0.75, 0.88)};
}

std::vector<Measured> span_of_firms(const FactRunner& runner) {
  const std::vector<double> use = history(runner, "population").active_in_weeks(0, kHalfAYear);
  const Extremes found = extremes(use);
  return {measured("lowest of 66 firms, weekly use over half a year", FactUnit::share, mean_of(found.low), 0.0, 0.08),
          measured("mean firm", FactUnit::share, mean_of(use), 0.35, 0.45),
          measured("highest of 66 firms", FactUnit::share, mean_of(found.high), 0.72, 1.0)};
}

std::vector<Measured> manager_support(const FactRunner& runner) {
  const Arms firms = sponsored_or_not(runner);
  const Estimate ratio = odds_ratio(firms.with.frequent(kHalfAYear), firms.without.frequent(kHalfAYear));
  return {measured("odds ratio of frequent use, after half a year", FactUnit::ratio, ratio, 3.0, 6.0)};
}

std::vector<Measured> employer_encouragement(const FactRunner& runner) {
  const Arms firms = sponsored_or_not(runner);
  const Estimate lift = mean_difference(firms.with.active_in_month(kAYear), firms.without.active_in_month(kAYear));
  return {measured("lift of use in a month, after a year", FactUnit::points, lift, 0.28, 0.44)};
}

std::vector<Measured> short_training(const FactRunner& runner) {
  const auto tried = [&](const char* training) {
    return history(runner, "enterprise", {std::string("sites.firm.groups.staff.training_share=") + training})
        .ever_tried(0);
  };
  const Estimate lift = mean_difference(tried("1"), tried("0"));
  return {measured("lift of use in the first week", FactUnit::points, lift, 0.08, 0.22)};
}

std::vector<Measured> shadow_use(const FactRunner& runner) {
  const Overrides overrides = {"governance.strength=0", "programme.wave_start_weeks=[100]"};
  const CompiledModel model = runner.model("enterprise", overrides);
  const auto shadow =
      runner.at_end(model, [](const BlockState& s, int lane) { return static_cast<double>(s.shadow[0].v[lane]); });
  return {measured("people using unapproved tools", FactUnit::share, mean_of(shadow), 0.50, 0.58)};
}

}  // namespace headrace
