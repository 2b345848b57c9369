#include "model/site_plan.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <tuple>

namespace headrace {
namespace {

bool before(const Site& a, const Site& b) {
  constexpr double last = std::numeric_limits<double>::infinity();
  return std::make_tuple(a.wave, a.rank.value_or(last), a.id) < std::make_tuple(b.wave, b.rank.value_or(last), b.id);
}

}  // namespace

std::vector<Site> planned_sites(const std::vector<Site>& listed, std::optional<int> count) {
  std::vector<Site> sites = listed;
  std::sort(sites.begin(), sites.end(), before);
  const auto wanted = static_cast<std::size_t>(count.value_or(static_cast<int>(sites.size())));
  if (sites.empty() || wanted <= sites.size()) {
    sites.resize(std::min(wanted, sites.size()));
    return sites;
  }

  const std::size_t originals = sites.size();
  const int last_wave = sites.back().wave;
  std::set<std::string> taken;
  for (const Site& site : sites) taken.insert(site.id);
  for (std::size_t k = originals; k < wanted; ++k) {
    Site clone = sites[k % originals];
    std::size_t number = k / originals + 1;
    std::string id;
    do {
      id = clone.id + "_" + std::to_string(number++);
    } while (!taken.insert(id).second);
    if (!clone.label.empty()) clone.label += " " + std::to_string(number - 1);
    clone.clone_of = clone.id;
    clone.id = id;
    clone.wave = last_wave;
    clone.rank = static_cast<double>(k);
    sites.push_back(std::move(clone));
  }
  return sites;
}

}  // namespace headrace
