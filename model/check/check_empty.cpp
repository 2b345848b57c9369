#include "model/check/check_empty.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "model/check/outlook.hpp"
#include "model/language/keys.hpp"

namespace headrace {
namespace {

class EmptyFinder {
 public:
  EmptyFinder(const Programme& programme, Diagnostics& diagnostics)
      : programme_(programme), scenario_(programme.scenario), best_(scenario_, Luck::best), diagnostics_(diagnostics) {}

  void run() {
    for (const Site& site : scenario_.sites) look_at(site);
    // What no use case names is told of as such.
    for (const SiteUseCase& here : programme_.use_cases) {
      const Site& site = scenario_.sites[static_cast<std::size_t>(here.site)];
      for (const int g : here.groups) look_at(site.groups[static_cast<std::size_t>(g)]);
      for (const int a : here.assets) look_at(site.assets[static_cast<std::size_t>(a)]);
    }
    for (auto& [key, found] : found_) {
      if (!found.somewhere) diagnostics_.add(std::move(found.message));
    }
    for (std::size_t u = 0; u < scenario_.use_cases.size(); ++u) look_at(static_cast<int>(u));
  }

 private:
  struct Found {
    Diagnostic message;
    bool somewhere = false;  ///< it is more than nothing at some site
  };

  void look_at(const Site& site) {
    const bool bare = site.groups.empty() && site.assets.empty() && site.items.empty() && site.integrations.empty();
    if (!bare || !site.clone_of.empty()) return;
    diagnostics_.warning(site.where, fmt::format("site '{}' has no people, no assets and no work", site.id),
                         "so nothing can happen there",
                         fmt::format("Give it a {}, or remove it.", key_of(site_keys().rows, &Site::template_id).name));
  }

  /// @param zero  the number that is nothing in all futures; null: none is
  void take(const std::string& kind, const std::string& id, const Location& where, const Quantity* zero,
            const std::string& key, const std::string& why) {
    const Location place = zero != nullptr && zero->given && zero->where.line > 0 ? zero->where : where;
    Found& found = found_
                       .try_emplace({kind, id},
                                    Found{{Severity::warning, place, fmt::format("'{}' of {} '{}' is 0", key, kind, id),
                                           why, "Correct the number, or switch it off."}})
                       .first->second;
    found.somewhere = found.somewhere || zero == nullptr;
  }

  void look_at(const Group& group) {
    const std::pair<Quantity Group::*, const char*> all[] = {
        {&Group::headcount, "so there is nobody in it at any site"},
        {&Group::licensed_share, "so nobody in it would ever have access"},
        {&Group::adoptable_share, "so nobody in it would ever use anything"}};
    for (const auto& [field, why] : all) {
      const std::string& key = key_of(group_keys().rows, field).name;
      if (best_.largest(group.*field, group.id, key) > 0) continue;
      return take("group", group.id, group.where, &(group.*field), key, why);
    }
    take("group", group.id, group.where, nullptr, {}, {});
  }

  void look_at(const AssetClass& assets) {
    const auto largest = [&](Quantity AssetClass::*field) {
      return best_.largest(assets.*field, assets.id, key_of(asset_keys().rows, field).name);
    };
    const auto name = [](Quantity AssetClass::*field) { return key_of(asset_keys().rows, field).name; };
    const std::string& after = name(&AssetClass::connected_share_after);
    if (largest(&AssetClass::count) <= 0) {
      take("asset class", assets.id, assets.where, &assets.count, name(&AssetClass::count),
           "so there are none at any site");
    } else if (largest(&AssetClass::connected_share) <= 0 && assets.needs.empty()) {
      take("asset class", assets.id, assets.where, &assets.connected_share, name(&AssetClass::connected_share),
           "and no work connects them, so they would never be worth anything");
    } else if (largest(&AssetClass::connected_share) <= 0 && largest(&AssetClass::connected_share_after) <= 0) {
      take("asset class", assets.id, assets.where, &assets.connected_share_after, after,
           "so they would never be connected");
    } else {
      take("asset class", assets.id, assets.where, nullptr, {}, {});
    }
  }

  /// A use case without anybody, or anything, at any planned site.
  void look_at(int index) {
    const UseCase& use_case = scenario_.use_cases[static_cast<std::size_t>(index)];
    const bool operational = use_case.kind == UseCaseKind::operational;
    bool there = false, served = false;
    for (const SiteUseCase& here : programme_.use_cases) {
      if (here.use_case != index) continue;
      there = true;
      served = served || !(operational ? here.assets : here.groups).empty();
    }
    if (!there || served) return;
    diagnostics_.warning(
        use_case.where,
        fmt::format("use case '{}' has no {} at any planned site", use_case.id, operational ? "assets" : "people"),
        "so it is worth nothing",
        operational ? "Correct its `assets`." : "Correct its `groups`, or add groups to the sites.");
  }

  const Programme& programme_;
  const Scenario& scenario_;
  Outlook best_;
  Diagnostics& diagnostics_;
  std::map<std::pair<std::string, std::string>, Found> found_;
};

}  // namespace

void check_empty(const Programme& programme, Diagnostics& diagnostics) { EmptyFinder(programme, diagnostics).run(); }

}  // namespace headrace
