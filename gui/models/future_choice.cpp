#include "gui/models/future_choice.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "gui/models/one_future.hpp"

namespace headrace::gui {
namespace {

/// Weeks that count as the same on a chart of years.
constexpr double kNear = 2;

/// Every kept future's net cash so far near a week; null where it was not kept.
const std::vector<float>* cash_near(const KeptTrials& kept, double week) {
  const auto& watched = kept.watched[static_cast<int>(Watched::cumulative_cash)];
  if (watched.empty()) return nullptr;
  const auto away = [&](int watch) { return std::fabs(watch - week); };
  const auto nearest = std::ranges::min_element(kept.watch_weeks, {}, away);
  if (nearest == kept.watch_weeks.end() || away(*nearest) > kNear) return nullptr;
  return &watched[static_cast<std::size_t>(nearest - kept.watch_weeks.begin())];
}

}  // namespace

double rank_of_cash(const Results& results, double week, double value) {
  const Band& band = results.weekly[static_cast<int>(Series::cumulative_cash)];
  const auto found = std::ranges::find(band.week, static_cast<int>(week));
  if (found == band.week.end()) return 0.5;
  const Summary& at = band.at[static_cast<std::size_t>(found - band.week.begin())];
  // Between two known shares as far as the value lies between theirs.
  double share = 0, below = at.min;
  if (value <= below) return 0;
  const auto up_to = [&](double next_share, double next) {
    const bool inside = value < next;
    const double rest = inside ? (value - below) / (next - below) : 1;
    share += rest * (next_share - share);
    below = std::max(below, next);
    return inside;
  };
  for (int p = 0; p < kPercentileCount; ++p) {
    if (up_to(kPercentiles[p], at.quantile[p].value.value_or(at.mean))) return share;
  }
  up_to(1, at.max);
  return share;
}

std::int64_t future_at(const Results& results, const chart::FanPlace& place) {
  if (const std::vector<float>* cash = cash_near(results.kept, place.week)) {
    const auto away = [&](float each) { return std::fabs(static_cast<double>(each) - place.value); };
    const auto nearest = std::ranges::min_element(*cash, {}, away);
    return nearest == cash->end() ? -1 : nearest - cash->begin();
  }
  return pick_future(results, rank_of_cash(results, place.week, place.value));
}

std::int64_t future_in_bar(const Results& results, Output output, const chart::Histogram& histogram,
                           std::string_view target) {
  std::vector<std::size_t> inside;
  const std::vector<float>& values = results.kept[output];
  for (std::size_t trial = 0; trial < values.size(); ++trial) {
    if (is_in_bar(histogram, target, static_cast<double>(values[trial]))) inside.push_back(trial);
  }
  if (inside.empty()) return -1;
  const std::vector<float>& npv = results.kept[Output::npv];
  std::ranges::stable_sort(inside, {}, [&](std::size_t trial) { return npv[trial]; });
  return static_cast<std::int64_t>(inside[(inside.size() - 1) / 2]);
}

}  // namespace headrace::gui
