#include <fmt/format.h>

#include <algorithm>

#include "report/chart/areas.hpp"
#include "report/words/number_text.hpp"

namespace headrace::chart {
namespace {

/// Causes with a layer of their own; more would not be told apart.
constexpr std::size_t kLayers = 6;

void add_to(std::vector<double>& sum, const std::vector<double>& values) {
  sum.resize(std::max(sum.size(), values.size()), 0.0);
  for (std::size_t k = 0; k < values.size(); ++k) sum[k] += values[k];
}

/// Share of the potential realised in the last year of the horizon.
std::string finding(const LeakResults& leaks) {
  double potential = 0, realised = 0;
  const std::size_t weeks = leaks.weekly_potential.size();
  for (std::size_t w = weeks - std::min<std::size_t>(weeks, 52); w < weeks; ++w) {
    potential += leaks.weekly_potential[w];
    realised += leaks.weekly_realised[w];
  }
  return fmt::format("In the last year {} of the potential value is realised",
                     percent(potential > 0 ? realised / potential : 0));
}

}  // namespace

Areas make_leak_areas(const RunView& run) {
  return make_leak_areas(run, run.results.leaks, cause_names(run.programme));
}

Areas make_leak_areas(const RunView& run, const LeakResults& leaks, std::span<const CauseName> causes) {
  const Scenario& scenario = run.programme.scenario;
  Areas areas;
  areas.calendar = Calendar(scenario.programme.start_date);
  areas.heading = {finding(leaks), fmt::format("Value a week, {}, mean of all futures; where the potential goes",
                                               scenario.money.currency)};
  if (leaks.potential.mean <= 0 || leaks.weekly_potential.size() < 2) {
    areas.missing = "The scenario has no use case with a value, so there is nothing to lose.";
    return areas;
  }
  for (std::size_t w = 0; w < leaks.weekly_potential.size(); ++w) areas.week.push_back(static_cast<double>(w));

  // Realised, the largest causes, the rest together, and on top what is only planned for later.
  areas.layers.push_back({"Realised", "realised", Tone::accent, leaks.weekly_realised});
  constexpr auto wave = static_cast<std::size_t>(LeakCause::wave);
  std::vector<std::size_t> order = by_size(leaks);
  const bool has_wave = std::erase(order, wave) > 0;
  for (std::size_t i = 0; i < std::min(kLayers, order.size()); ++i) {
    areas.layers.push_back(
        {capital(causes[order[i]].label), causes[order[i]].id, Tone::series, leaks.weekly[order[i]]});
  }
  if (order.size() > kLayers) {
    const auto count = static_cast<std::int64_t>(order.size() - kLayers);
    Areas::Layer rest{
        fmt::format("{} smaller cause{}", grouped(count), count == 1 ? "" : "s"), "others", Tone::others, {}};
    for (std::size_t i = kLayers; i < order.size(); ++i) add_to(rest.value, leaks.weekly[order[i]]);
    areas.layers.push_back(rest);
  }
  if (has_wave)
    areas.layers.push_back({capital(causes[wave].label), causes[wave].id, Tone::neutral, leaks.weekly[wave]});
  return areas;
}

}  // namespace headrace::chart
