#include "model/check/outlook.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headrace {
namespace {

/// Least and greatest of what a number is multiplied by in the weeks of the horizon.
Ends factor_ends(const TimePattern& pattern, int weeks) {
  if (!pattern.varies() || weeks <= 0) return {1, 1};
  const std::vector<float> factors = weekly_factors(pattern, weeks);
  const auto [least, most] = std::minmax_element(factors.begin(), factors.end());
  return {*least, *most};
}

/// A number of at least 0, times a factor of at least 0; infinite times nothing is nothing.
double product(double a, double b) { return a == 0 || b == 0 ? 0 : a * b; }

}  // namespace

Outlook::Outlook(const Scenario& scenario, Luck luck) : luck_(luck), weeks_(scenario.programme.horizon_weeks) {
  if (luck == Luck::middle) return;
  for (const Risk& risk : scenario.risks) {
    for (const RiskEffect& effect : risk.effects) {
      const Ends times = ends_of(effect.times.distribution);
      for (const NumberPlace& place : effect.numbers) {
        Ends& all = risks_.try_emplace(place.tail, Ends{1, 1}).first->second;
        all.low = product(all.low, std::min(1.0, times.low));
        all.high = product(all.high, std::max(1.0, times.high));
      }
    }
  }
}

Ends Outlook::ends(const Quantity& quantity, std::string_view entity, std::string_view field) const {
  const Distribution& d = quantity.distribution;
  Ends number = ends_of(d);
  if (luck_ == Luck::middle) number.low = number.high = is_exact(d) ? d.a : quantile(d, 0.5);
  // What is written week by week stands instead of the number.
  if (!quantity.pattern.over_time.empty()) number = {1, 1};
  const Ends factor = factor_ends(quantity.pattern, weeks_);
  Ends result{product(number.low, number.low < 0 ? factor.high : factor.low),
              product(number.high, number.high < 0 ? factor.low : factor.high)};
  if (entity.empty() || risks_.empty()) return result;
  const auto risk = risks_.find(fmt::format("{}/{}", entity, field));
  if (risk == risks_.end()) return result;
  return {product(result.low, risk->second.low), product(result.high, risk->second.high)};
}

double Outlook::smallest(const Quantity& quantity, std::string_view entity, std::string_view field) const {
  return ends(quantity, entity, field).low;
}

double Outlook::largest(const Quantity& quantity, std::string_view entity, std::string_view field) const {
  return ends(quantity, entity, field).high;
}

bool Outlook::is_positive(const Quantity& quantity) const {
  constexpr double few = 1e-6;
  if (!quantity.pattern.over_time.empty()) return largest(quantity) > 0;
  const Distribution& d = quantity.distribution;
  return (is_exact(d) ? d.a : quantile(d, luck_ == Luck::best ? few : 0.5)) > 0;
}

Capacity capacity_of(const Team& team, const Outlook& outlook) {
  const double never = Distribution::infinity;
  Capacity all{outlook.largest(team.people, team.id, "people") + team.free_people, never};
  if (all.people > 0) all.from_week = 0;
  // Whoever joins within the horizon comes on top.
  for (const Hire& hire : team.hires) {
    const double people = outlook.largest(hire.people), week = outlook.smallest(hire.week);
    if (people <= 0 || week >= outlook.weeks()) continue;
    all.people += people;
    all.from_week = std::min(all.from_week, week);
  }
  // Of those in post some are always away or learning (docs/model.md, teams).
  const double leave = outlook.smallest(team.attrition_per_week, team.id, "attrition_per_week");
  const double ramp = outlook.smallest(team.ramp_up_weeks, team.id, "ramp_up_weeks");
  const double vacant = outlook.smallest(team.replacement_weeks, team.id, "replacement_weeks");
  all.people = product(all.people, std::max(0.0, 1 - 0.5 * product(leave, ramp)) / (1 + product(leave, vacant)));
  if (all.people <= 0) all.from_week = never;
  return all;
}

}  // namespace headrace
