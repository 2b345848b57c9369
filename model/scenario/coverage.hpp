#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "model/scenario/scenario.hpp"

namespace headrace {

/// Does something that lists these ids mean this one? Without a list it means all.
inline bool lists(const std::vector<std::string>& ids, const std::string& id) {
  return ids.empty() || std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// Does something that lists these sites cover this one? A clone is covered where the site it was made from is.
inline bool covers(const std::vector<std::string>& sites, const Site& site) {
  return lists(sites, site.id) || (!site.clone_of.empty() && lists(sites, site.clone_of));
}

}  // namespace headrace
