#include "sim/study/driver_items.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "sim/study/critical_path.hpp"

namespace headrace {
namespace {

struct MeanAndSpread {
  double mean = 0, sd = 0;
};

MeanAndSpread spread_of(std::span<const float> values) {
  MeanAndSpread spread;
  double square = 0, n = 0;
  for (const float value : values) {
    const double step = static_cast<double>(value) - spread.mean;
    spread.mean += step / ++n;
    square += step * (static_cast<double>(value) - spread.mean);
  }
  spread.sd = n > 1 ? std::sqrt(square / (n - 1)) : 0;
  return spread;
}

/// In how many trials each item is critical. [item]
std::vector<std::int64_t> count_critical(const CriticalPath& path, const CompiledModel& model, std::int64_t trials) {
  std::vector<std::int64_t> count(model.items.size(), 0);
  std::vector<unsigned char> critical;
  for (std::size_t t = 0; t < static_cast<std::size_t>(trials); ++t) {
    if (!path.trace(t, critical)) continue;
    for (std::size_t i = 0; i < count.size(); ++i) count[i] += critical[i];
  }
  return count;
}

/// Weeks of the item and last go-lives, of the trials that have both.
void pair_up(const KeptTrials& kept, std::size_t item, std::vector<float>& weeks, std::vector<float>& last) {
  weeks.clear();
  last.clear();
  for (std::size_t t = 0; t < static_cast<std::size_t>(kept.trials); ++t) {
    const float end = kept[Output::last_go_live_week][t], finish = kept.item_finish[item][t];
    if (end >= kNever || finish >= kNever) continue;
    weeks.push_back(finish - kept.item_start[item][t]);
    last.push_back(end);
  }
}

ItemDriver measure(const KeptTrials& kept, std::size_t item, std::int64_t critical, std::int64_t trials) {
  ItemDriver driver;
  driver.item = static_cast<int>(item);
  driver.trials = trials;
  driver.criticality = share_of(critical, trials);
  std::vector<float> weeks, last;
  pair_up(kept, item, weeks, last);
  const MeanAndSpread own = spread_of(weeks), whole = spread_of(last);
  driver.mean_weeks = own.mean;
  driver.sd_weeks = own.sd;
  driver.cruciality = correlation(weeks, last);
  driver.rank = correlation(ranks_of(weeks), ranks_of(last));
  if (whole.sd > 0) driver.sensitivity = driver.criticality.value * own.sd / whole.sd;
  return driver;
}

MergeDelay merge_of(const CriticalPath& path, const KeptTrials& kept, int node, std::span<const Successor> after) {
  // When each of them was done, and the last, of the trials in which all were.
  std::vector<std::vector<float>> done(after.size());
  std::vector<float> all;
  for (std::size_t t = 0; t < static_cast<std::size_t>(kept.trials); ++t) {
    float last = 0;
    for (const Successor& one : after) last = std::max(last, path.done(one, t));
    if (last >= kNever) continue;
    for (std::size_t k = 0; k < after.size(); ++k) done[k].push_back(path.done(after[k], t));
    all.push_back(last);
  }
  MergeDelay merge{node, static_cast<int>(after.size()), static_cast<std::int64_t>(all.size()), 0, 0};
  if (all.empty()) return merge;

  const auto latest = std::max_element(
      done.begin(), done.end(), [](const auto& a, const auto& b) { return spread_of(a).mean < spread_of(b).mean; });
  for (std::size_t t = 0; t < all.size(); ++t) all[t] -= (*latest)[t];
  const MeanAndSpread later = spread_of(all);
  merge.weeks = later.mean;
  merge.se = later.sd / std::sqrt(static_cast<double>(all.size()));
  return merge;
}

/// Go-lives that other work waits for are items too: there they are counted.
std::vector<MergeDelay> merges(const CriticalPath& path, const CompiledModel& model, const KeptTrials& kept) {
  std::vector<MergeDelay> found;
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    const auto& after = path.predecessors()[i];
    if (after.size() > 1) found.push_back(merge_of(path, kept, model.items[i].node, after));
  }
  for (const Milestone& milestone : model.milestones) {
    const std::span<const Successor> after(model.milestone_after.data() + milestone.after.begin,
                                           static_cast<std::size_t>(milestone.after.size()));
    if (after.size() > 1) found.push_back(merge_of(path, kept, milestone.node, after));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const MergeDelay& a, const MergeDelay& b) { return a.weeks > b.weeks; });
  return found;
}

}  // namespace

ItemDrivers drive_items(const CompiledModel& model, const KeptTrials& kept) {
  ItemDrivers drivers;
  for (const float last : kept[Output::last_go_live_week]) drivers.trials += last < kNever;
  const CriticalPath path(model, kept);
  const std::vector<std::int64_t> critical = count_critical(path, model, kept.trials);
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    if (model.items[i].kind == NodeKind::live) continue;
    drivers.items.push_back(measure(kept, i, critical[i], drivers.trials));
  }
  std::stable_sort(drivers.items.begin(), drivers.items.end(),
                   [](const ItemDriver& a, const ItemDriver& b) { return a.sensitivity > b.sensitivity; });
  drivers.merges = merges(path, model, kept);
  return drivers;
}

}  // namespace headrace
