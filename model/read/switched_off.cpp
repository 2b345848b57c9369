#include "model/read/switched_off.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "model/language/keys.hpp"
#include "model/read/read_entity.hpp"

namespace headrace {
namespace {

using Ids = std::set<std::string>;

const std::string& id_of(const std::string& id) { return id; }
const std::string& id_of(const Dependency& dependency) { return dependency.on; }

Ids ids_at(const Site& site) {
  Ids ids;
  for (const auto& e : site.groups) ids.insert(e.id);
  for (const auto& e : site.assets) ids.insert(e.id);
  for (const auto& e : site.integrations) ids.insert(e.id);
  for (const auto& e : site.items) ids.insert(e.id);
  return ids;
}

/// Every dependency list of some entities, handed to a function.
template <class Function>
void for_each_list_at(const Site& site, Function function) {
  for (const auto& item : site.items) function(item.after);
  for (const auto& group : site.groups) function(group.needs);
  for (const auto& assets : site.assets) function(assets.needs);
  for (const auto& integration : site.integrations) function(integration.needs);
}

/// Takes out of a list of entities' lists what is off; entities that name nothing of the kind stay shared.
template <class Entity, class List, class IsOff>
void drop_from(SharedList<Entity>& entities, List Entity::*list, IsOff is_off) {
  for (std::size_t i = 0; i < entities.size(); ++i) {
    const List& named = std::as_const(entities)[i].*list;
    if (std::any_of(named.begin(), named.end(), is_off)) std::erase_if(entities[i].*list, is_off);
  }
}

template <class Scenario_, class Function>
void for_each_programme_list(Scenario_& scenario, Function function) {
  for (auto& item : scenario.items) function(item.after);
  for (auto& integration : scenario.integrations) function(integration.needs);
  for (auto& use_case : scenario.use_cases) function(use_case.needs);
}

class Settler {
 public:
  Settler(Scenario& scenario, const SwitchedOff& off)
      : scenario_(scenario), off_(off), programme_off_(scenario.switched_off.begin(), scenario.switched_off.end()) {
    for (std::size_t s = 0; s < scenario.sites.size(); ++s) site_of_[scenario.sites[s].id] = s;
  }

  void run() {
    for (Site& site : scenario_.sites) keep_as_they_are(site);
    collect_names();
    place(off_.programme, scenario_.items);
    for (std::size_t s = 0; s < scenario_.sites.size(); ++s) place(off_.sites[s], scenario_.sites[s].items);
    drop_the_rest();
  }

 private:
  static bool contains(const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  }

  /// Work that is switched off improves nothing.
  void keep_as_they_are(Site& site) const {
    const Ids here = ids_at(site);
    for (std::size_t i = 0; i < site.assets.size(); ++i) {
      const std::vector<Dependency>& needs = std::as_const(site.assets)[i].needs;
      const bool all_off = !needs.empty() && std::all_of(needs.begin(), needs.end(), [&](const Dependency& need) {
        return is_off_at(need.on, site, here);
      });
      if (!all_off) continue;
      AssetClass& assets = site.assets[i];
      assets.needs.clear();
      assets.connected_share_after = assets.connected_share;
      assets.data_quality_after = assets.data_quality;
      assets.connected_share_after.given = assets.data_quality_after.given = false;
    }
  }

  void collect_names() {
    const auto add = [&](const std::vector<Dependency>& list) {
      for (const Dependency& d : list) named_.insert(d.on.substr(d.on.find('/') + 1));
    };
    for_each_programme_list(scenario_, add);
    for (const Site& site : scenario_.sites) for_each_list_at(site, add);
    for (const WorkItem& item : off_.programme) add(item.after);
    for (const auto& items : off_.sites) {
      for (const WorkItem& item : items) add(item.after);
    }
  }

  void place(const SharedList<WorkItem>& stand_ins, SharedList<WorkItem>& items) const {
    const SharedList<WorkItem>& sorted = items;
    for (std::size_t i = 0; i < stand_ins.size(); ++i) {
      if (!named_.contains(stand_ins[i].id)) continue;
      const auto before = [](const WorkItem& a, const WorkItem& b) { return a.id < b.id; };
      const auto at = std::upper_bound(sorted.begin(), sorted.end(), stand_ins[i], before);
      items.insert(static_cast<std::size_t>(at - sorted.begin()), stand_ins.shared(i));
    }
  }

  void drop_the_rest() {
    Ids there, off(programme_off_);
    for (const WorkItem& item : scenario_.items) there.insert(item.id);
    for (const Integration& integration : scenario_.integrations) there.insert(integration.id);
    for (Site& site : scenario_.sites) {
      const Ids here = ids_at(site);
      const auto is_off = [&](const auto& named) { return is_off_at(id_of(named), site, here); };
      drop_from(site.items, &WorkItem::after, is_off);
      drop_from(site.groups, &Group::needs, is_off);
      drop_from(site.assets, &AssetClass::needs, is_off);
      drop_from(site.integrations, &Integration::needs, is_off);
      drop_from(site.items, &WorkItem::assets, is_off);
      there.insert(here.begin(), here.end());
      off.insert(site.switched_off.begin(), site.switched_off.end());
    }
    // In the programme's own lists an id is off where it is switched off somewhere and there nowhere.
    const auto drop = [&](auto& list) {
      std::erase_if(list, [&](const auto& named) {
        const std::string& id = id_of(named);
        return id.find('/') != std::string::npos ? is_path_off(id) : off.contains(id) && !there.contains(id);
      });
    };
    for_each_programme_list(scenario_, drop);
    for (WorkItem& item : scenario_.items) drop(item.assets);
    for (UseCase& use_case : scenario_.use_cases) drop(use_case.action_links);
  }

  /// `site/id`: off when the site is, or the entity at it without a stand-in.
  bool is_path_off(const std::string& path) const {
    const std::size_t slash = path.find('/');
    if (programme_off_.contains(path.substr(0, slash))) return true;
    const auto home = site_of_.find(path.substr(0, slash));
    if (home == site_of_.end()) return false;
    const Site& site = scenario_.sites[home->second];
    const std::string id = path.substr(slash + 1);
    return contains(site.switched_off, id) && !ids_at(site).contains(id);
  }

  bool is_off_at(const std::string& id, const Site& site, const Ids& here) const {
    if (id.find('/') != std::string::npos) return is_path_off(id);
    if (here.contains(id)) return false;
    return contains(site.switched_off, id) || (programme_off_.contains(id) && !programme_has(id));
  }

  bool programme_has(const std::string& id) const {
    const SharedList<WorkItem>& items = std::as_const(scenario_).items;
    return std::any_of(items.begin(), items.end(), [&](const WorkItem& item) { return item.id == id; });
  }

  Scenario& scenario_;
  const SwitchedOff& off_;
  std::map<std::string, std::size_t> site_of_;  ///< index by id
  Ids programme_off_;
  Ids named_;  ///< by any dependency
};

}  // namespace

void add_stand_in(const std::string& table, const Entry& entry, SharedList<WorkItem>& stand_ins) {
  Diagnostics reported_elsewhere;
  std::vector<Dependency> needs;
  if (table == site_item_keys().table.name) {
    needs = read_entity(site_item_keys(), entry, {}, reported_elsewhere).after;
  } else if (table == integration_keys().table.name) {
    needs = read_entity(integration_keys(), entry, {}, reported_elsewhere).needs;
  } else {
    return;
  }
  Value nothing;
  nothing.where = entry.where;
  WorkItem item = read_entity(site_item_keys(), {entry.key, entry.where, nothing}, {}, reported_elsewhere);
  const std::string label = read_header(entry.value).label;
  item.label = (label.empty() ? entry.key : label) + " (switched off)";
  item.kind = WorkKind::wait;
  item.after = std::move(needs);
  stand_ins.push_back(std::move(item));
}

void settle_switched_off(Scenario& scenario, const SwitchedOff& off) { Settler(scenario, off).run(); }

}  // namespace headrace
