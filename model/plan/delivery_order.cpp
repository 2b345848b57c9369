#include "model/plan/delivery_order.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "model/formula/elementary.hpp"
#include "model/plan/dependency_graph.hpp"

namespace headrace {
namespace {

const WorkItem* item_of(const Programme& programme, const Node& node) {
  if (node.item < 0) return nullptr;
  const auto i = static_cast<std::size_t>(node.item);
  if (node.site < 0) return &programme.scenario.items[i];
  return &programme.scenario.sites[static_cast<std::size_t>(node.site)].items[i];
}

/// Unconnected assets, on means, that an item's per-asset effort counts.
double assets_to_connect(const Site& site, const WorkItem& item, KnownTables& known) {
  double count = 0;
  for (const AssetClass& asset : site.assets) {
    if (std::find(item.assets.begin(), item.assets.end(), asset.id) == item.assets.end()) continue;
    const double gap =
        mean(asset.connected_share_after.distribution, known) - mean(asset.connected_share.distribution, known);
    count += mean(site.size.distribution, known) * mean(asset.count.distribution, known) * std::max(0.0, gap);
  }
  return count;
}

/// Length of a node on mean numbers, in weeks: effort by as many people as may and can work on it at once.
double mean_weeks(const Programme& programme, const Node& node, const std::map<std::string, double>& team_people,
                  KnownTables& known) {
  const WorkItem* item = item_of(programme, node);
  if (item == nullptr) return 0;
  if (item->kind == WorkKind::duration) return mean(item->duration_weeks.distribution, known);
  if (item->kind == WorkKind::wait) return mean(item->wait_weeks.distribution, known);
  double effort = mean(item->effort_person_weeks.distribution, known);
  if (node.site >= 0) {
    effort += mean(item->effort_per_asset_person_weeks.distribution, known) *
              assets_to_connect(programme.scenario.sites[static_cast<std::size_t>(node.site)], *item, known);
  }
  const double learning = mean(item->learning_rate.distribution, known);
  effort *= formula::pow(learning, formula::log2(node.repetition));
  const auto team = team_people.find(item->team);
  const double people =
      std::min(mean(item->crew_max.distribution, known), team == team_people.end() ? 1.0 : team->second);
  return people > 0 ? effort / people : effort;
}

std::map<std::string, double> people_by_team(const Programme& programme, KnownTables& known) {
  std::map<std::string, double> people;
  for (const Team& team : programme.scenario.teams) {
    double count = mean(team.people.distribution, known);
    for (const Hire& hire : team.hires) count += std::max(0.0, mean(hire.people.distribution, known));
    people[team.id] = count;
  }
  return people;
}

double release_week(const Programme& programme, const Node& node, KnownTables& known) {
  const auto& starts = programme.scenario.programme.wave_start_weeks;
  double release = 0;
  if (node.wave >= 1 && static_cast<std::size_t>(node.wave) <= starts.size()) {
    release = mean(starts[static_cast<std::size_t>(node.wave) - 1].distribution, known);
  }
  const WorkItem* item = item_of(programme, node);
  return item == nullptr ? release : std::max(release, mean(item->not_before_week.distribution, known));
}

std::vector<double> latest_finishes(const Programme& programme, KnownTables& known) {
  const std::size_t n = programme.nodes.size();
  const auto people = people_by_team(programme, known);
  std::vector<int> order(n);
  std::vector<double> duration(n), release(n);
  std::vector<std::vector<WeightedEdge>> predecessors(n);
  for (std::size_t v = 0; v < n; ++v) {
    const Node& node = programme.nodes[v];
    order[v] = static_cast<int>(v);
    duration[v] = mean_weeks(programme, node, people, known);
    if (node.skipped) duration[v] *= mean(item_of(programme, node)->rework_factor.distribution, known);
    release[v] = release_week(programme, node, known);
    for (const Edge& edge : node.after)
      predecessors[v].push_back({edge.from, mean(edge.lag_weeks.quantity->distribution, known)});
  }
  return latest_finish(order, predecessors, duration, release);
}

}  // namespace

DeliveryOrder delivery_order(const Programme& programme, KnownTables& known) {
  const std::size_t n = programme.nodes.size();
  const std::vector<double> latest = latest_finishes(programme, known);
  std::vector<int> wave(n);
  std::vector<double> priority(n);
  std::vector<bool> waited_for(n, false);
  for (std::size_t v = 0; v < n; ++v) {
    const Node& node = programme.nodes[v];
    const WorkItem* item = item_of(programme, node);
    wave[v] = node.wave;
    priority[v] = item != nullptr && item->priority ? *item->priority : latest[v];
    for (const Edge& edge : node.after) {
      const auto from = static_cast<std::size_t>(edge.from);
      wave[v] = std::max(wave[v], wave[from]);
      priority[v] = std::max(priority[v], priority[from]);
      waited_for[from] = true;
    }
  }

  DeliveryOrder order;
  for (std::size_t v = 0; v < n; ++v) {
    if (programme.nodes[v].kind != NodeKind::live || waited_for[v]) order.delivered.push_back(static_cast<int>(v));
  }
  std::sort(order.delivered.begin(), order.delivered.end(), [&](int a, int b) {
    const auto i = static_cast<std::size_t>(a), j = static_cast<std::size_t>(b);
    return std::tie(wave[i], priority[i], a) < std::tie(wave[j], priority[j], b);
  });
  return order;
}

}  // namespace headrace
