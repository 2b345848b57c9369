#pragma once

#include "model/adjust.hpp"
#include "model/scenario.hpp"

namespace headrace {

/// Hands every entity of one kind to a function: of the programme, then of each site.
inline constexpr auto each_item = [](auto& s, auto function) {
  for (auto& item : s.items) function(item);
  for (auto& site : s.sites) {
    for (auto& item : site.items) function(item);
  }
};

inline constexpr auto each_link = [](auto& s, auto function) {
  for (auto& link : s.integrations) function(link);
  for (auto& site : s.sites) {
    for (auto& link : site.integrations) function(link);
  }
};

inline constexpr auto each_group = [](auto& s, auto function) {
  for (auto& site : s.sites) {
    for (auto& group : site.groups) function(group);
  }
};

inline constexpr auto each_asset = [](auto& s, auto function) {
  for (auto& site : s.sites) {
    for (auto& a : site.assets) function(a);
  }
};

/// Does any of them have it? `each` is one of the functions above.
template <class Each, class Has>
bool any(Each each, const Scenario& s, Has has) {
  bool found = false;
  each(s, [&](const auto& entity) { found = found || has(entity); });
  return found;
}

/// Does somebody look after the link, and does it take time?
inline bool is_maintained(const Integration& link) {
  return !link.maintained_by.empty() && differs(link.maintenance_share_per_year, 0);
}

}  // namespace headrace
