#include "report/words/input_title.hpp"

#include <algorithm>
#include <vector>

#include "model/text/split.hpp"
#include "report/words/titles.hpp"

namespace headrace {
namespace {

template <class Entities>
const typename Entities::value_type* find(const Entities& entities, const std::string& id) {
  const auto found = std::find_if(entities.begin(), entities.end(), [&](const auto& each) { return each.id == id; });
  return found == entities.end() ? nullptr : &*found;
}

/// The site whose labels a path may use: its own, or, for a template's number `*template/...`, one made from it.
const Site* site_of(const Scenario& scenario, const std::string& first) {
  if (!first.starts_with('*')) return find(scenario.sites, first);
  const auto made = std::find_if(scenario.sites.begin(), scenario.sites.end(),
                                 [&](const Site& site) { return site.template_id == first.substr(1); });
  return made == scenario.sites.end() ? nullptr : &*made;
}

/// Label of the entity of that id in the first list that has one; else the id in words.
std::string label_in(const std::string& id, const auto&... lists) {
  std::string label;
  [[maybe_unused]] const auto look = [&](const auto& list) {
    const auto* entity = label.empty() ? find(list, id) : nullptr;
    if (entity != nullptr) label = entity->label;
  };
  (look(lists), ...);
  if (label.empty()) {
    label = id;
    std::replace(label.begin(), label.end(), '_', ' ');
  }
  return printable(label);
}

}  // namespace

std::string input_title(const Programme& programme, const std::string& name) {
  const Scenario& s = programme.scenario;
  const std::vector<std::string> parts = split(name, '/');
  if (parts.size() < 2) return label_in(name);
  const Site* site = site_of(s, parts.front());
  if (parts.size() == 2 && parts.back() == "strikes" && find(s.risks, parts.front()) != nullptr) {
    return label_in(parts.front(), s.risks) + " strikes";
  }
  const bool everywhere = parts.front().starts_with('*');
  // What stands at every site needs no word for it.
  std::string text = everywhere        ? (parts.size() > 2 ? "" : "All sites")
                     : site != nullptr ? title(*site)
                                       : label_in(parts.front(), s.teams, s.items, s.use_cases, s.hubs, s.integrations,
                                                  s.gates, s.funding, s.risks);
  for (std::size_t k = 1; k + 1 < parts.size(); ++k) {
    if (!text.empty()) text += ", ";
    text += site != nullptr && k == 1
                ? label_in(parts[k], site->groups, site->items, site->assets, site->integrations, s.use_cases)
                : label_in(parts[k]);
  }
  return text + ": " + label_in(parts.back());
}

}  // namespace headrace
