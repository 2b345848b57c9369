#include "sim/tally/keep_inputs.hpp"

#include <algorithm>

namespace headrace {
namespace {

/// Place of a watched series among a week's series; -1 where the model lacks it.
int series_of(const RowLayout& layout, Watched which) {
  const int people = layout.people == 0 ? -1 : kSeries + layout.teams;
  switch (which) {
    case Watched::regular:
      return static_cast<int>(Series::regular);
    case Watched::cumulative_cash:
      return static_cast<int>(Series::cumulative_cash);
    case Watched::help:
      return people < 0 ? -1 : people + static_cast<int>(PeopleSeries::help);
    case Watched::trust:
      return people < 0 ? -1 : people + static_cast<int>(PeopleSeries::trust);
    case Watched::live_sites:
      return static_cast<int>(Series::live_sites);
    case Watched::count:
      break;
  }
  return -1;
}

}  // namespace

std::vector<int> watch_weeks(int horizon_weeks) {
  std::vector<int> weeks;
  for (int week = 0; week <= horizon_weeks / 2 && week < horizon_weeks; week += 4) weeks.push_back(week);
  for (const int week : kWarningWeeks) {
    if (week < horizon_weeks) weeks.push_back(week);
  }
  std::sort(weeks.begin(), weeks.end());
  weeks.erase(std::unique(weeks.begin(), weeks.end()), weeks.end());
  return weeks;
}

void keep_inputs(const TrialBlock& block, std::ptrdiff_t count, KeptTrials& kept) {
  const RowLayout& layout = block.layout();
  const auto append = [&](std::vector<float>& to, int row) {
    const Row& from = block.row(row);
    to.insert(to.end(), from.v, from.v + count);
  };
  kept.input.resize(static_cast<std::size_t>(layout.inputs));
  for (int i = 0; i < layout.inputs; ++i) append(kept.input[static_cast<std::size_t>(i)], layout.input(i));
  kept.item_least.resize(static_cast<std::size_t>(layout.items));
  for (int i = 0; i < layout.items; ++i) append(kept.item_least[static_cast<std::size_t>(i)], layout.item_least(i));

  kept.risk_weight.resize(static_cast<std::size_t>(layout.risks));
  for (int r = 0; r < layout.risks; ++r) append(kept.risk_weight[static_cast<std::size_t>(r)], layout.risk_weight(r));

  // A run of outputs alone has no weeks to watch.
  if (layout.told == 0) return;
  if (kept.watch_weeks.empty()) kept.watch_weeks = watch_weeks(layout.weeks);
  for (int w = 0; w < kWatched; ++w) {
    const int series = series_of(layout, static_cast<Watched>(w));
    if (series < 0) continue;
    kept.watched[w].resize(kept.watch_weeks.size());
    for (std::size_t k = 0; k < kept.watch_weeks.size(); ++k) {
      append(kept.watched[w][k], layout.week(series, kept.watch_weeks[k]));
    }
  }
}

}  // namespace headrace
