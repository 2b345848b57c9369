#include "model/check/earliest.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "model/plan/freeze_weeks.hpp"

namespace headrace {
namespace {

class EarliestFinder {
 public:
  EarliestFinder(const Programme& programme, const Outlook& outlook, Gates gates)
      : programme_(programme),
        scenario_(programme.scenario),
        outlook_(outlook),
        middle_(scenario_, Luck::middle),
        weeks_(outlook.weeks()),
        pace_(outlook.smallest(scenario_.programme.pace, "programme", "pace")),
        frozen_(frozen_weeks(scenario_.programme)) {
    for (const Team& team : scenario_.teams) teams_.emplace(team.id, There{&team, capacity_of(team, outlook)});
    result_.finish.assign(programme.nodes.size(), Earliest::never);
    result_.block.assign(programme.nodes.size(), Block::none);
    result_.gate.assign(scenario_.gates.size(), gates == Gates::open ? 0 : Earliest::never);
    result_.shown = result_.gate;
    for (std::size_t s = 0, u = 0; s <= scenario_.sites.size(); ++s) {
      while (u < programme.use_cases.size() && programme.use_cases[u].site < static_cast<int>(s)) ++u;
      cases_.push_back(u);
    }
  }

  Earliest find(Gates gates) {
    // Each round can open one gate more; what none opens stays shut.
    for (std::size_t round = 0; round <= scenario_.gates.size(); ++round) {
      walk();
      if (gates == Gates::open || !test_gates()) break;
    }
    return std::move(result_);
  }

 private:
  struct There {
    const Team* team;
    Capacity capacity;
  };

  const Site& site(int s) const { return scenario_.sites[static_cast<std::size_t>(s)]; }

  const WorkItem& item_of(const Node& node) const {
    const auto index = static_cast<std::size_t>(node.item);
    return node.site < 0 ? scenario_.items[index] : site(node.site).items[index];
  }

  double wave_start(int wave) const {
    const auto& starts = scenario_.programme.wave_start_weeks;
    if (wave < 1 || static_cast<std::size_t>(wave) > starts.size()) return 0;
    return outlook_.smallest(starts[static_cast<std::size_t>(wave) - 1]);
  }

  double gates_before(int wave) const {
    double open = 0;
    for (std::size_t g = 0; g < scenario_.gates.size(); ++g) {
      if (scenario_.gates[g].opens_wave <= wave) open = std::max(open, result_.gate[g]);
    }
    return open;
  }

  void walk() {
    result_.site.clear();
    for (const Site& site : scenario_.sites) {
      result_.site.push_back(std::max(wave_start(site.wave), gates_before(site.wave)));
    }
    for (std::size_t n = 0; n < programme_.nodes.size(); ++n) visit(n);
    result_.live.clear();
    for (const SiteUseCase& here : programme_.use_cases) {
      const double open = result_.site[static_cast<std::size_t>(here.site)];
      result_.live.push_back(here.live < 0 ? open : std::max(open, at(here.live)));
    }
  }

  double at(int node) const { return result_.finish[static_cast<std::size_t>(node)]; }

  void visit(std::size_t n) {
    const Node& node = programme_.nodes[n];
    double ready = node.wave > 0 ? std::max(wave_start(node.wave), gates_before(node.wave)) : 0;
    for (const Edge& edge : node.after) {
      ready = std::max(ready, at(edge.from) + outlook_.smallest(*edge.lag_weeks.quantity) * std::min(1.0, pace_));
    }
    if (node.item < 0 || !node.due) {
      result_.finish[n] = node.due ? ready : Earliest::never;
      return;
    }
    const WorkItem& item = item_of(node);
    const double release = std::max(node.wave > 0 ? wave_start(node.wave) : 0,
                                    outlook_.smallest(item.not_before_week, item.id, "not_before_week"));
    result_.block[n] = block_of(node, item, release, std::max(ready, release));
    result_.finish[n] =
        result_.block[n] == Block::none ? finish_of(node, item, std::max(ready, release)) : Earliest::never;
  }

  Block block_of(const Node& node, const WorkItem& item, double release, double start) const {
    if (release >= weeks_) return Block::release;
    const bool works = is_work(node, item);
    if (works && next_open_week(release) >= weeks_) return Block::frozen;
    if (item.kind == WorkKind::effort && works) {
      const double there = people_of(item.team);
      if (there <= 0) return Block::team;
      if (outlook_.smallest(item.crew_min, item.id, "crew_min") > there) return Block::crew;
    }
    if (item.kind == WorkKind::duration) {
      for (const Crew& crew : item.crew) {
        const double wanted = outlook_.smallest(crew.people, item.id, "crew/" + crew.team);
        const double there = people_of(crew.team);
        if (wanted > there) return there <= 0 ? Block::team : Block::crew;
      }
    }
    return paid_from(node, item, start) < Earliest::never ? Block::none : Block::funds;
  }

  double finish_of(const Node& node, const WorkItem& item, double ready) const {
    double start = std::max(ready, paid_from(node, item, ready));
    const double work = work_of(node, item);
    if (!is_work(node, item)) return start;
    start = next_open_week(start);
    if (item.kind != WorkKind::effort) return start + work;
    const auto found = teams_.find(item.team);
    if (found == teams_.end()) return start;
    const double hands = std::min(found->second.capacity.people, outlook_.largest(item.crew_max, item.id, "crew_max"));
    return std::max(start, found->second.capacity.from_week) + work / hands;
  }

  /// Does it take time or people, in as good as all futures?
  bool is_work(const Node& node, const WorkItem& item) const {
    if (item.kind == WorkKind::duration) return outlook_.is_positive(item.duration_weeks);
    if (item.kind == WorkKind::wait) return outlook_.is_positive(item.wait_weeks);
    if (outlook_.is_positive(item.effort_person_weeks)) return true;
    if (node.site < 0 || !outlook_.is_positive(item.effort_per_asset_person_weeks)) return false;
    const auto& assets = site(node.site).assets;
    return std::any_of(assets.begin(), assets.end(), [&](const AssetClass& one) {
      const bool counted = std::find(item.assets.begin(), item.assets.end(), one.id) != item.assets.end();
      const double before = middle_.largest(one.connected_share), after = middle_.smallest(one.connected_share_after);
      return counted && outlook_.is_positive(one.count) && before < after;
    });
  }

  /// Person-weeks of an effort, weeks of what is none, at least.
  double work_of(const Node& node, const WorkItem& item) const {
    if (item.kind == WorkKind::duration) {
      return pace_ * outlook_.smallest(item.duration_weeks, item.id, "duration_weeks");
    }
    if (item.kind == WorkKind::wait) return pace_ * outlook_.smallest(item.wait_weeks, item.id, "wait_weeks");
    double work = outlook_.smallest(item.effort_person_weeks, item.id, "effort_person_weeks");
    const double each = outlook_.smallest(item.effort_per_asset_person_weeks, item.id, "effort_per_asset_person_weeks");
    if (each > 0 && node.site >= 0) work += each * assets_to_connect(site(node.site), item);
    // The k-th repetition takes k^log2(rate) of it; k rounded up to a power of two takes no more.
    const double rate = outlook_.smallest(item.learning_rate, item.id, "learning_rate");
    for (int k = 1; k < node.repetition; k *= 2) work *= rate;
    return pace_ * work;
  }

  double assets_to_connect(const Site& site, const WorkItem& item) const {
    double count = 0;
    for (const AssetClass& assets : site.assets) {
      if (std::find(item.assets.begin(), item.assets.end(), assets.id) == item.assets.end()) continue;
      const double before = outlook_.largest(assets.connected_share, assets.id, "connected_share");
      const double after = outlook_.smallest(assets.connected_share_after, assets.id, "connected_share_after");
      count += outlook_.smallest(assets.count, assets.id, "count") * outlook_.smallest(site.size) *
               std::max(0.0, after - before);
    }
    return count;
  }

  double people_of(const std::string& team) const {
    const auto found = teams_.find(team);
    return found == teams_.end() ? Distribution::infinity : found->second.capacity.people;
  }

  double price_of(const std::string& team) const {
    const auto found = teams_.find(team);
    if (found == teams_.end() || found->second.team->charge == TeamCharge::standing) return 0;
    return outlook_.smallest(found->second.team->cost_per_person_week, team, "cost_per_person_week");
  }

  /// The first moment from `week` on that is not frozen.
  double next_open_week(double week) const {
    while (week < weeks_ && !frozen_.empty() && frozen_[static_cast<std::size_t>(week)] != 0)
      week = std::floor(week) + 1;
    return week;
  }

  /// When an envelope first holds what an item costs at least (docs/model.md, funding).
  double paid_from(const Node& node, const WorkItem& item, double start) const {
    if (scenario_.funding.empty()) return 0;
    double planned = outlook_.smallest(item.cost, item.id, "cost");
    const double work = work_of(node, item);
    if (item.kind == WorkKind::effort) planned += work * price_of(item.team);
    for (const Crew& crew : item.crew) {
      if (item.kind != WorkKind::duration) break;
      planned += work * outlook_.smallest(crew.people, item.id, "crew/" + crew.team) * price_of(crew.team);
    }
    if (planned <= 0) return 0;
    double first = Earliest::never;
    const auto payers = payers_of(item);
    for (const Envelope* envelope : payers) {
      const double opens = std::ceil(outlook_.smallest(envelope->from_week, envelope->id, "from_week"));
      const double closes =
          envelope->to_week.given ? std::ceil(outlook_.largest(envelope->to_week, envelope->id, "to_week")) : weeks_;
      const bool late = start < Earliest::never && std::max(start, opens) >= closes;
      // Money is compared in single precision.
      const double amount = outlook_.largest(envelope->amount, envelope->id, "amount");
      if (!late && opens < weeks_ && planned <= amount * (1 + 0x1p-20)) first = std::min(first, opens);
    }
    return payers.empty() ? 0 : first;
  }

  std::vector<const Envelope*> payers_of(const WorkItem& item) const {
    std::vector<const Envelope*> named, covering, rest;
    for (const Envelope& envelope : scenario_.funding) {
      const auto& covers = envelope.covers;
      if (envelope.id == item.funded_by) named.push_back(&envelope);
      if (covers.empty()) rest.push_back(&envelope);
      if (std::find(covers.begin(), covers.end(), item.id) != covers.end()) covering.push_back(&envelope);
    }
    return !named.empty() ? named : !covering.empty() ? covering : rest;
  }

  /// @return  whether a gate passes earlier than it was known to
  bool test_gates() {
    bool changed = false;
    for (std::size_t g = 0; g < scenario_.gates.size(); ++g) {
      const Gate& gate = scenario_.gates[g];
      const double pace = gate.week.given ? 1 : pace_;
      const double first = std::ceil(pace * outlook_.smallest(gate.week, gate.id, "week"));
      result_.shown[g] = shown_from(gate);
      const double passes = std::max(first, result_.shown[g]);
      const double opens = passes > last_test(gate, scenario_, outlook_) ? Earliest::never : passes;
      changed = changed || opens < result_.gate[g];
      result_.gate[g] = std::min(result_.gate[g], opens);
    }
    return changed;
  }

  bool asks(const Gate& gate, const Quantity& test, const char* field) const {
    return test.given && outlook_.smallest(test, gate.id, field) > 0;
  }

  /// When all that a gate asks for can be more than nothing at the sites of the waves before it.
  double shown_from(const Gate& gate) const {
    double use = Earliest::never, value = Earliest::never, open = Earliest::never, data = 0;
    bool assets = false;
    for (std::size_t s = 0; s < scenario_.sites.size(); ++s) {
      if (scenario_.sites[s].wave >= gate.opens_wave) continue;
      open = std::min(open, result_.site[s]);
      use = std::min(use, used_from(s));
      const double connected = connected_from(s);
      if (scenario_.sites[s].assets.empty()) continue;
      data = assets ? std::min(data, connected) : connected;
      assets = true;
    }
    for (std::size_t u = 0; u < programme_.use_cases.size(); ++u) {
      const SiteUseCase& here = programme_.use_cases[u];
      if (site(here.site).wave < gate.opens_wave) value = std::min(value, result_.live[u]);
    }
    double all = 0;
    if (asks(gate, gate.min_adoption, "min_adoption")) all = std::max(all, use);
    if (asks(gate, gate.min_trust, "min_trust")) all = std::max(all, open);
    if (asks(gate, gate.min_value_share, "min_value_share")) all = std::max(all, value);
    if (asks(gate, gate.min_data_access, "min_data_access")) all = std::max(all, data);
    return all;
  }

  /// When somebody at a site can first use something.
  double used_from(std::size_t s) const {
    const Site& site = scenario_.sites[s];
    double first = Earliest::never;
    for (std::size_t g = 0; g < site.groups.size(); ++g) {
      const Group& group = site.groups[g];
      const bool anybody = outlook_.largest(group.headcount, group.id, "headcount") > 0 &&
                           outlook_.largest(group.licensed_share, group.id, "licensed_share") > 0 &&
                           outlook_.largest(group.adoptable_share, group.id, "adoptable_share") > 0;
      if (!anybody) continue;
      const int node = programme_.site_nodes[s].groups[g];
      const double access = std::max(result_.site[s], node < 0 ? 0 : at(node));
      first = std::min(first, std::max(access, tool_from(s, static_cast<int>(g))));
    }
    return first;
  }

  /// When the first use case of a group is live; a group of none has its tool from elsewhere.
  double tool_from(std::size_t s, int group) const {
    double first = Earliest::never;
    bool any = false;
    for (std::size_t u = cases_[s]; u < cases_[s + 1]; ++u) {
      const SiteUseCase& here = programme_.use_cases[u];
      if (std::find(here.groups.begin(), here.groups.end(), group) == here.groups.end()) continue;
      any = true;
      first = std::min(first, result_.live[u]);
    }
    return any ? first : 0;
  }

  /// When the first asset of a site can be connected.
  double connected_from(std::size_t s) const {
    const Site& site = scenario_.sites[s];
    double first = Earliest::never;
    for (std::size_t a = 0; a < site.assets.size(); ++a) {
      const AssetClass& assets = site.assets[a];
      const int node = programme_.site_nodes[s].assets[a];
      if (outlook_.largest(assets.connected_share, assets.id, "connected_share") > 0) first = 0;
      const double after = outlook_.largest(assets.connected_share_after, assets.id, "connected_share_after");
      if (after > 0) first = std::min(first, node < 0 ? 0 : at(node));
    }
    return std::max(first, result_.site[s]);
  }

  const Programme& programme_;
  const Scenario& scenario_;
  const Outlook& outlook_;
  Outlook middle_;
  double weeks_, pace_;
  std::vector<unsigned char> frozen_;
  std::map<std::string, There> teams_;
  std::vector<std::size_t> cases_;  ///< [site] first of its use cases, and the end of all
  Earliest result_;
};

}  // namespace

Earliest earliest_of(const Programme& programme, const Outlook& outlook, Gates gates) {
  return EarliestFinder(programme, outlook, gates).find(gates);
}

double last_test(const Gate& gate, const Scenario& scenario, const Outlook& outlook) {
  const double pace = gate.week.given ? 1 : outlook.largest(scenario.programme.pace, "programme", "pace");
  const double first = outlook.largest(gate.week, gate.id, "week") * pace;
  const double more = std::max(0.0, std::floor(outlook.largest(gate.tries, gate.id, "tries") + 0.5) - 1);
  const double between = outlook.largest(gate.retest_weeks, gate.id, "retest_weeks");
  // At most one test a week.
  return more == 0 ? std::ceil(first) : std::ceil(first) + more * std::max(1.0, std::ceil(between));
}

}  // namespace headrace
