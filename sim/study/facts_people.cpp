#include <algorithm>
#include <limits>
#include <stdexcept>
#include <string>

#include "sim/block/draws.hpp"
#include "sim/study/facts.hpp"
#include "sim/study/use_history.hpp"

/// How the default enterprise takes the tool up, beside what was published. Weeks count from 0: day 30 lies in week 4,
/// day 90 in week 12.
namespace headrace {
namespace {

constexpr int kFirstMonth = 3, kAfterAMonth = 4, kDay90 = 12, kQuarter = 12, kHalfAYear = 25, kAYear = 51;
constexpr std::size_t kFirms = 66;
constexpr double kNoEdge = std::numeric_limits<double>::infinity();

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

/// A population of firms, one a trial: every other one has a hub.
class Firms {
 public:
  explicit Firms(const FactRunner& runner, Overrides overrides = {})
      : with_hub_(history(runner, "population", overrides)),
        alone_(history(runner, "population", without_hub(overrides))) {}

  /// @param read  a measure of UseHistory, given the history
  template <class Read>
  std::vector<double> each(Read read) const {
    std::vector<double> firms = read(with_hub_);
    const std::vector<double> alone = read(alone_);
    for (std::size_t t = 1; t < firms.size(); t += 2) firms[t] = alone[t];
    return firms;
  }

 private:
  static Overrides without_hub(Overrides overrides) {
    overrides.push_back("hubs.central.enabled=false");
    return overrides;
  }

  UseHistory with_hub_, alone_;
};

/// Where managers back it and where they do not, of the firms as they are: two samples of firms, not the same ones.
struct Thirds {
  std::vector<double> above, below;  ///< of each firm whose sponsorship is drawn in the upper, the lower third
};
Thirds thirds_by_sponsorship(const FactRunner& runner, const std::vector<double>& firms) {
  const CompiledModel model = runner.model("population");
  const Input* sponsorship = find_input(model, "programme/sponsorship");
  if (sponsorship == nullptr) throw std::logic_error("sponsorship does not differ between firms");
  std::vector<float> drawn;
  for (std::size_t t = 0; t < firms.size(); ++t) drawn.push_back(draw_value(model, *sponsorship, runner.seed(), t));
  std::vector<float> ranked = drawn;
  std::sort(ranked.begin(), ranked.end());
  const float low = ranked[firms.size() / 3], high = ranked[firms.size() - firms.size() / 3];
  Thirds found;
  for (std::size_t t = 0; t < firms.size(); ++t) {
    if (drawn[t] >= high) found.above.push_back(firms[t]);
    if (drawn[t] < low) found.below.push_back(firms[t]);
  }
  return found;
}

/// The same firms with managers who back it and with managers who do not.
struct Arms {
  explicit Arms(const FactRunner& runner)
      : backed(runner, {"programme.sponsorship=0.85"}), not_backed(runner, {"programme.sponsorship=0.2"}) {}
  Firms backed, not_backed;
};

}  // namespace

std::vector<Measured> access_without_support(const FactRunner& runner) {
  const UseHistory use = history(runner, "enterprise");
  const std::vector<double> after = use.active_in_month(kDay90);
  return {
      measured("active in a week, after a month", FactUnit::share, mean_of(use.active_in_week(kAfterAMonth)), 0.15,
               0.25),
      measured("active in a month, at day 90", FactUnit::share, mean_of(after), 0.34, 0.36),
      {"the first month above that", FactUnit::points, mean_difference(use.active_in_month(kFirstMonth), after), 0.0}};
}

std::vector<Measured> supported_rollout(const FactRunner& runner) {
  const UseHistory use = history(runner, "supported");
  return {
      measured("active in the first quarter", FactUnit::share, mean_of(use.active_in_quarter(kQuarter)), 0.75, 0.88)};
}

std::vector<Measured> span_of_firms(const FactRunner& runner) {
  const auto use = Firms(runner).each([](const UseHistory& firm) { return firm.active_in_weeks(0, kHalfAYear); });
  const Extremes found = extremes(use);
  return {measured("lowest of 66 firms, weekly use over half a year", FactUnit::share, mean_of(found.low), 0.0, 0.08),
          measured("mean firm", FactUnit::share, mean_of(use), 0.35, 0.45),
          measured("highest of 66 firms", FactUnit::share, mean_of(found.high), 0.72, 1.0)};
}

std::vector<Measured> manager_support(const FactRunner& runner) {
  const auto frequent = [](const UseHistory& firm) { return firm.frequent(kHalfAYear); };
  const Thirds thirds = thirds_by_sponsorship(runner, Firms(runner).each(frequent));
  const Arms arms(runner);
  Measured alone = measured("of sponsorship alone, the same firms", FactUnit::ratio,
                            odds_ratio(arms.backed.each(frequent), arms.not_backed.each(frequent)), 0, kNoEdge);
  alone.counts = false;
  return {measured("odds ratio of frequent use, after half a year", FactUnit::ratio,
                   odds_ratio_of_two(thirds.above, thirds.below), 3.0, 6.0),
          alone};
}

std::vector<Measured> employer_encouragement(const FactRunner& runner) {
  const Arms arms(runner);
  const auto use = [](const UseHistory& firm) { return firm.active_in_month(kAYear); };
  return {measured("lift of use in a month, after a year", FactUnit::points,
                   mean_difference(arms.backed.each(use), arms.not_backed.each(use)), 0.28, 0.44)};
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
