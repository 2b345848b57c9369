#include "report/words/change_title.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "report/words/titles.hpp"

namespace headrace {
namespace {

constexpr std::size_t kMostNames = 3;  ///< most names in a title

std::string in_words(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

void look_in(const auto& entities, const std::string& id, std::string& label) {
  for (const auto& entity : entities) {
    if (label.empty() && entity.id == id) label = entity.label;
  }
}

/// Label of an entity of the programme, or of the first site that has one; empty where it has none.
std::string label_of(const std::string& id, const Scenario& scenario) {
  std::string label;
  look_in(scenario.teams, id, label);
  look_in(scenario.use_cases, id, label);
  look_in(scenario.items, id, label);
  look_in(scenario.integrations, id, label);
  for (const Site& site : scenario.sites) {
    look_in(site.items, id, label);
    look_in(site.assets, id, label);
  }
  return label;
}

/// What planners call the tables, and the first words of a user group's keys.
std::string kind_words(const ChangePart& part) {
  static const std::map<ChangePart, std::string> words = {{{"groups", ""}, "user groups"},
                                                          {{"groups", "licensed"}, "licences"},
                                                          {{"groups", "embedding"}, "embedding in the work"},
                                                          {{"groups", "showcase"}, "showcases"},
                                                          {{"groups", "ai"}, "AI leads"},
                                                          {{"groups", "adoptable"}, "who would ever use it"},
                                                          {{"groups", "headcount"}, "head counts"},
                                                          {{"groups", "wage"}, "wages"},
                                                          {{"groups", "needs"}, "what access waits for"},
                                                          {{"sites", ""}, "number of sites"},
                                                          {{"sites", "wave"}, "waves"},
                                                          {{"money", ""}, "prices and rates"},
                                                          {{"relax", ""}, "limits relaxed"},
                                                          {{"integrations", ""}, "links at the sites"},
                                                          {{"network", ""}, "site networks"}};
  const auto found = words.find(part);
  if (found != words.end()) return found->second;
  return in_words(part.item.empty() ? part.area : part.item);
}

std::string part_title(const ChangePart& part, const Scenario& base, const Scenario& other) {
  const bool of_a_kind = part.area == "groups" || part.area == "programme" || part.area == "sites";
  if (part.item.empty() || of_a_kind) return kind_words(part);
  std::string label = label_of(part.item, other);
  if (label.empty()) label = label_of(part.item, base);
  return label.empty() ? in_words(part.item) : printable(label);
}

}  // namespace

std::string change_title(const ChangeGroup& group, const Scenario& base, const Scenario& other) {
  std::vector<std::string> names;
  for (const ChangePart& part : group.parts) {
    std::string name = part_title(part, base, other);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  const std::size_t shown = names.size() > kMostNames ? kMostNames - 1 : names.size();
  std::string text = names.front();
  for (std::size_t i = 1; i < shown; ++i) text += (i + 1 == names.size() ? " and " : ", ") + names[i];
  return shown == names.size() ? text : text + fmt::format(" and {} more", names.size() - shown);
}

}  // namespace headrace
