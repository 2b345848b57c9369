#include "model/plan/site_plan.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace headrace {
namespace {

bool before(const Site& a, const Site& b) {
  constexpr double last = std::numeric_limits<double>::infinity();
  const double rank_a = a.rank.value_or(last), rank_b = b.rank.value_or(last);
  return std::tie(a.wave, rank_a, a.id) < std::tie(b.wave, rank_b, b.id);
}

}  // namespace

SharedList<Site> planned_sites(const SharedList<Site>& listed, std::optional<int> count) {
  std::vector<Shared<Site>> order;
  for (std::size_t i = 0; i < listed.size(); ++i) order.push_back(listed.shared(i));
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return before(a.read(), b.read()); });
  const auto wanted = static_cast<std::size_t>(count.value_or(static_cast<int>(order.size())));

  SharedList<Site> sites;
  sites.reserve(wanted);
  for (std::size_t i = 0; i < std::min(wanted, order.size()); ++i) sites.push_back(order[i]);
  if (order.empty() || wanted <= order.size()) return sites;

  std::set<std::string> taken;
  for (const Shared<Site>& site : order) taken.insert(site.read().id);
  for (std::size_t k = order.size(); k < wanted; ++k) {
    Site clone = order[k % order.size()].read();
    std::size_t number = k / order.size() + 1;
    std::string id;
    do {
      id = clone.id + "_" + std::to_string(number++);
    } while (!taken.insert(id).second);
    if (!clone.label.empty()) clone.label += " " + std::to_string(number - 1);
    clone.clone_of = clone.id;
    clone.id = id;
    clone.wave = order.back().read().wave;
    clone.rank = static_cast<double>(k);
    sites.push_back(std::move(clone));
  }
  return sites;
}

std::vector<std::string> absent_beginnings(const Scenario& scenario, const SharedList<Site>& planned) {
  std::set<std::string> listed, here;
  for (const Site& site : scenario.sites) listed.insert({site.id + "/", "*" + site.template_id + "/"});
  for (const Site& site : planned) here.insert({site.id + "/", "*" + site.template_id + "/"});
  std::vector<std::string> absent;
  std::set_difference(listed.begin(), listed.end(), here.begin(), here.end(), std::back_inserter(absent));
  for (const std::string& id : scenario.switched_off) absent.push_back(id + "/");
  for (const Site& site : planned) {
    for (const std::string& id : site.switched_off) {
      for (const std::string& start : {site.id, "*" + site.template_id}) absent.push_back(start + "/" + id + "/");
    }
  }
  return absent;
}

}  // namespace headrace
