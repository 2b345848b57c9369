#include <algorithm>
#include <string>

#include "sim/study/facts.hpp"

/// How long links and reviews take, beside what was published.
namespace headrace {
namespace {

constexpr double kWorkingDays = 5;  ///< a week

/// Weeks from the start of a site's wave to the go-live of its use case, mean over sites. A case that is not through at
/// the horizon counts as the weeks until then.
Estimate review_weeks(const FactRunner& runner, std::string_view scenario) {
  const CompiledModel model = runner.model(scenario);
  const auto weeks = runner.at_end(model, [&](const BlockState& s, int lane) {
    double sum = 0;
    for (std::size_t u = 0; u < model.use_cases.size(); ++u) {
      const CompiledSite& site = model.sites[static_cast<std::size_t>(model.use_cases[u].site)];
      const float through = std::min(s.live_from[u].v[lane], static_cast<float>(model.weeks));
      sum += static_cast<double>(through - s.param[site.wave_start].v[lane]);
    }
    return sum / static_cast<double>(model.use_cases.size());
  });
  return mean_of(weeks);
}

/// Weeks a link takes at the median site of fifty, [trial].
std::vector<double> link_weeks(const FactRunner& runner, const std::vector<std::string>& overrides) {
  const CompiledModel model = runner.model("links", overrides);
  return runner.at_end(model, [&](const BlockState& s, int lane) {
    std::vector<float> weeks;
    for (std::size_t i = 0; i < model.items.size(); ++i) weeks.push_back(s.finish[i].v[lane] - s.start[i].v[lane]);
    const auto middle = weeks.begin() + static_cast<std::ptrdiff_t>(weeks.size() / 2);
    std::nth_element(weeks.begin(), middle, weeks.end());
    return static_cast<double>(*middle);
  });
}

}  // namespace

std::vector<Measured> link_lead_times(const FactRunner& runner) {
  const std::vector<std::string> standard = {"templates.plant.items.link.effort_person_weeks=2",
                                             "templates.plant.items.link.learning_rate=0.85"};
  Estimate days = mean_of(link_weeks(runner, standard));
  days.value *= kWorkingDays;
  days.se *= kWorkingDays;
  return {{"by hand", FactUnit::weeks, mean_of(link_weeks(runner, {})), 4, 6},
          {"on a platform", FactUnit::days, days, 3, 5}};
}

std::vector<Measured> review_lead_times(const FactRunner& runner) {
  return {{"before seven committees", FactUnit::weeks, review_weeks(runner, "serial_review"), 11, 17},
          {"in two tiers", FactUnit::weeks, review_weeks(runner, "two_tier_review"), 2, 4}};
}

}  // namespace headrace
