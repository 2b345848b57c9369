#include "model/check/check_idle.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "model/check/outlook.hpp"
#include "model/language/keys.hpp"
#include "model/scenario/coverage.hpp"

namespace headrace {
namespace {

using Ids = std::set<std::string>;

/// What there is to say of an entity of some kind that is of no use.
struct Words {
  std::string_view problem;  ///< with a place for its id
  std::string_view why, advice;
};

constexpr Words kItem = {"nothing waits for item '{}'",
                         "no item, link, asset class, group or use case names it, and it buys nothing",
                         "Name it in `after` or `needs` of what must wait for it, or remove it."};
constexpr Words kAssets = {"no use case names asset class '{}'", "so it is worth nothing",
                           "Name it in `assets` of a use case, or remove it."};
constexpr Words kGroup = {"no use case names group '{}'", "every use case lists the groups it is for",
                          "Name it in `groups` of a use case, or remove it."};
constexpr Words kLink = {"nothing needs integration '{}'", "no use case, item, asset class or group names it",
                         "Name it in `needs` or `action_links` of a use case, or remove it."};
constexpr Words kSystem = {"no integration touches system '{}'", "none names it in `from` or `to`",
                           "Name it in an integration, or remove it."};
constexpr Words kTeam = {"team '{}' has no work", "no item, crew, integration or work on ideas names it",
                         "Give it work, or remove it."};
constexpr Words kEnvelope = {"envelope '{}' pays for nothing", "other envelopes name all the work there is",
                             "Correct what it covers, or remove it."};
constexpr Words kRisk = {"risk '{}' does nothing", "it costs nothing and changes no number",
                         "Give it a cost or effects, or remove it."};
constexpr Words kHub = {"hub '{}' serves nobody", "no site that it lists has a group that it lists",
                        "Correct its `sites` or its `roles`."};
constexpr Words kHours = {"hub '{}' has no hours", "so it helps nobody", "Give it hours_per_week, or remove it."};
constexpr Words kWatch = {"'{}' has no integration to look after", "there is none at the sites that it lists",
                          "Correct its `sites`, or remove it."};

class IdleFinder {
 public:
  IdleFinder(const Scenario& scenario, const Diagnostics& said, Diagnostics& diagnostics)
      : scenario_(scenario), best_(scenario, Luck::best), diagnostics_(diagnostics) {
    for (const Diagnostic& each : said.sorted()) said_.insert(each.where);
    off_.insert(scenario.switched_off.begin(), scenario.switched_off.end());
  }

  void run() {
    collect_named();
    // Without use cases it is the work itself that is looked at.
    if (!scenario_.use_cases.empty()) {
      for (const WorkItem& item : scenario_.items)
        look_at(kItem, item, {}, off_.contains(item.id) || has_use(item, nowhere_));
      for (const Integration& link : scenario_.integrations) look_at(kLink, link, {}, has_use(link, nowhere_));
      for (const Site& site : scenario_.sites) look_at_site(site);
    }
    look_at_programme();
    for (const auto& [key, found] : found_) {
      if (found.used || said_.contains(found.where)) continue;
      const Words& words = *found.words;
      diagnostics_.warning(found.where, fmt::format(fmt::runtime(words.problem), std::get<1>(key)),
                           std::string(words.why), std::string(words.advice));
    }
  }

 private:
  struct Found {
    const Words* words;
    Location where;
    bool used = false;
  };

  template <class List>
  static void add_all(const List& needs, Ids& ids) {
    for (const Dependency& need : needs) ids.insert(need.on);
  }

  void collect_named() {
    for (const WorkItem& item : scenario_.items) add_all(item.after, everywhere_);
    for (const Integration& link : scenario_.integrations) add_all(link.needs, everywhere_);
    for (const UseCase& use_case : scenario_.use_cases) {
      add_all(use_case.needs, everywhere_);
      everywhere_.insert(use_case.action_links.begin(), use_case.action_links.end());
      all_groups_ = all_groups_ || use_case.groups.empty();
      groups_.insert(use_case.groups.begin(), use_case.groups.end());
      assets_.insert(use_case.assets.begin(), use_case.assets.end());
    }
    for (const WorkItem& item : scenario_.items) assets_.insert(item.assets.begin(), item.assets.end());
    // What a site names may be the programme's, or by its path another site's.
    for (const Site& site : scenario_.sites) {
      const Ids here = named_at(site);
      for (const std::string& id : here) {
        if (id.find('/') != std::string::npos) everywhere_.insert(id);
      }
      for (const WorkItem& item : scenario_.items) {
        if (here.contains(item.id)) everywhere_.insert(item.id);
      }
      for (const Integration& link : scenario_.integrations) {
        if (here.contains(link.id)) everywhere_.insert(link.id);
      }
    }
    for (const Gate& gate : scenario_.gates) {
      grades_links_ = grades_links_ || gate.min_production_grade_share.given;
      counts_assets_ = counts_assets_ || gate.min_data_access.given;
    }
  }

  static Ids named_at(const Site& site) {
    Ids here;
    for (const WorkItem& item : site.items) add_all(item.after, here);
    for (const Group& group : site.groups) add_all(group.needs, here);
    for (const AssetClass& assets : site.assets) add_all(assets.needs, here);
    for (const Integration& link : site.integrations) add_all(link.needs, here);
    return here;
  }

  bool is_named(const std::string& id, const Ids& here, const std::string& site) const {
    return here.contains(id) || everywhere_.contains(id) || (!site.empty() && everywhere_.contains(site + "/" + id));
  }

  bool has_use(const WorkItem& item, const Ids& here, const std::string& site = {}) const {
    const bool buys = best_.largest(item.cost) > 0 || best_.largest(item.cost_per_asset) > 0;
    return buys || is_named(item.id, here, site);
  }
  bool has_use(const Integration& link, const Ids& here, const std::string& site = {}) const {
    return grades_links_ || is_named(link.id, here, site);
  }

  void look_at_site(const Site& site) {
    const Ids here = named_at(site);
    const auto is_off = [&](const std::string& id) {
      return std::find(site.switched_off.begin(), site.switched_off.end(), id) != site.switched_off.end();
    };
    Ids counted, systems;
    for (const WorkItem& item : site.items) {
      counted.insert(item.assets.begin(), item.assets.end());
      // What stands in for work that is switched off is not planned.
      if (!is_off(item.id)) look_at(kItem, item, site, has_use(item, here, site.id));
    }
    for (const Integration& link : site.integrations) {
      systems.insert({link.from, link.to});
      look_at(kLink, link, site, has_use(link, here, site.id));
    }
    for (const Integration& link : scenario_.integrations) systems.insert({link.from, link.to});
    for (const AssetClass& assets : site.assets) {
      const bool used = assets_.contains(assets.id) || counted.contains(assets.id) || counts_assets_;
      look_at(kAssets, assets, site, used || is_named(assets.id, here, site.id));
    }
    for (const Group& group : site.groups) look_at(kGroup, group, site, all_groups_ || groups_.contains(group.id));
    for (const System& system : site.systems) look_at(kSystem, system, site, systems.contains(system.id));
  }

  void look_at_programme() {
    const Ids busy = busy_teams();
    for (const Team& team : scenario_.teams) {
      // A standing team costs what it costs, whatever it does.
      look_at(kTeam, team, {}, team.charge == TeamCharge::standing || busy.contains(team.id));
    }
    for (const Risk& risk : scenario_.risks) {
      look_at(kRisk, risk, {},
              !risk.effects.empty() || best_.largest(risk.cost) != 0 || best_.smallest(risk.cost) != 0);
    }
    for (const Envelope& envelope : scenario_.funding) look_at(kEnvelope, envelope, {}, pays(envelope));
    for (const Hub& hub : scenario_.hubs) {
      const bool works = best_.largest(hub.hours_per_week, hub.id, "hours_per_week") + hub.free_hours > 0;
      look_at(works ? kHub : kHours, hub, {}, works && serves(hub));
    }
    for (const Monitoring& watch : scenario_.monitoring) look_at(kWatch, watch, {}, looks_after(watch.sites));
    for (const ManagedService& service : scenario_.managed_services) {
      look_at(kWatch, service, {}, looks_after(service.sites));
    }
  }

  Ids busy_teams() const {
    Ids busy = {scenario_.ideas.team};
    const auto take = [&](const auto& items, const auto& links) {
      for (const WorkItem& item : items) {
        if (item.kind == WorkKind::effort) busy.insert(item.team);
        for (const Crew& crew : item.crew) busy.insert(crew.team);
      }
      for (const Integration& link : links) busy.insert(link.maintained_by);
    };
    take(scenario_.items, scenario_.integrations);
    for (const Site& site : scenario_.sites) take(site.items, site.integrations);
    return busy;
  }

  /// Is there work that would ask this envelope? (docs/model.md, funding)
  bool pays(const Envelope& envelope) const {
    const auto asks = [&](const WorkItem& item) {
      if (!item.funded_by.empty()) return item.funded_by == envelope.id;
      const auto covers = [&](const Envelope& one) {
        return std::find(one.covers.begin(), one.covers.end(), item.id) != one.covers.end();
      };
      if (std::any_of(scenario_.funding.begin(), scenario_.funding.end(), covers)) return covers(envelope);
      return envelope.covers.empty();
    };
    return std::any_of(scenario_.items.begin(), scenario_.items.end(), asks) ||
           std::any_of(scenario_.sites.begin(), scenario_.sites.end(),
                       [&](const Site& site) { return std::any_of(site.items.begin(), site.items.end(), asks); });
  }

  bool serves(const Hub& hub) const {
    return std::any_of(scenario_.sites.begin(), scenario_.sites.end(), [&](const Site& site) {
      return covers(hub.sites, site) && std::any_of(site.groups.begin(), site.groups.end(),
                                                    [&](const Group& group) { return lists(hub.roles, group.id); });
    });
  }

  bool looks_after(const std::vector<std::string>& sites) const {
    if (sites.empty() && !scenario_.integrations.empty()) return true;
    return std::any_of(scenario_.sites.begin(), scenario_.sites.end(),
                       [&](const Site& site) { return covers(sites, site) && !site.integrations.empty(); });
  }

  template <class Entity>
  void look_at(const Words& words, const Entity& entity, const Site& site, bool used) {
    const std::string home = site.template_id.empty() ? "/" + site.id : site.template_id;
    Found& found = found_.try_emplace({&words, entity.id, home}, Found{&words, entity.where}).first->second;
    found.used = found.used || used;
  }

  const Scenario& scenario_;
  Outlook best_;
  Diagnostics& diagnostics_;
  std::set<Location> said_;
  Ids off_, everywhere_, groups_, assets_, nowhere_;
  bool all_groups_ = false, grades_links_ = false, counts_assets_ = false;
  std::map<std::tuple<const Words*, std::string, std::string>, Found> found_;
};

}  // namespace

void check_idle(const Scenario& scenario, const Diagnostics& said, Diagnostics& diagnostics) {
  IdleFinder(scenario, said, diagnostics).run();
}

}  // namespace headrace
