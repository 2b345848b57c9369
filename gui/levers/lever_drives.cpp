#include "gui/levers/lever_drives.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "report/words/titles.hpp"

namespace headrace::gui {
namespace {

/// Names that are told; more are counted.
constexpr std::size_t kTold = 3;

/// What mechanisms move that are no entities, or whose entities serve everybody.
constexpr std::array<std::pair<std::string_view, std::string_view>, 21> mechanisms = {{
    {"programme", "the whole plan"},
    {"money", "what the plan costs and brings"},
    {"sites", "what the site holds, costs and brings"},
    {"templates", "all sites made from it"},
    {"network", "what runs by itself at the site"},
    {"adoption", "how many people use it, and how soon"},
    {"hubs", "the help that people get, and with it regular use"},
    {"support", "the help that people get, the strain of AI leads"},
    {"knowledge", "how fresh it stays, and with it regular use"},
    {"trust", "trust, and with it regular use"},
    {"governance", "use outside the rules, trust, and what may run by itself"},
    {"failures", "all links, and the value that rests on them"},
    {"monitoring", "how soon failures of links are noticed"},
    {"managed_services", "the people who are left for new work"},
    {"audits", "how far the plan knows what is connected"},
    {"pilot", "what the pilot shows, and what scale then finds"},
    {"compute", "what runs when compute is short, and what it costs"},
    {"ideas", "value from people's own ideas"},
    {"gates", "when later waves may start"},
    {"funding", "when the work that it pays for may start"},
    {"risks", "what may go wrong, and what it costs"},
}};

/// Different names in the order found, which is that of the plan.
class NameList {
 public:
  template <class Entity>
  void add(const Entity& entity) {
    add_words(printable(entity.label.empty() ? entity.id : entity.label));
  }

  void add_words(const std::string& name) {
    if (std::find(names_.begin(), names_.end(), name) == names_.end()) names_.push_back(name);
  }

  bool empty() const { return names_.empty(); }

  std::string words() const {
    std::string text;
    const std::size_t told = names_.size() == kTold + 1 ? kTold + 1 : std::min(names_.size(), kTold);
    for (std::size_t i = 0; i < told; ++i) {
      const bool last = i + 1 == names_.size();
      text += (i == 0 ? "" : last ? " and " : ", ") + names_[i];
    }
    if (told < names_.size()) text += fmt::format(" and {} more", names_.size() - told);
    return text;
  }

 private:
  std::vector<std::string> names_;
};

bool has(const std::vector<std::string>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool waits_for(const std::vector<Dependency>& list, std::string_view id) {
  return std::any_of(list.begin(), list.end(), [&](const Dependency& each) {
    // Across sites it is a path: what counts is its end.
    return std::string_view(each.on).substr(each.on.rfind('/') + 1) == id;
  });
}

bool works_on(const WorkItem& item, std::string_view team) {
  const auto held = [&](const Crew& crew) { return crew.team == team; };
  return item.team == team || std::any_of(item.crew.begin(), item.crew.end(), held);
}

/// Adds those of a list that something leads to.
template <class Entities, class Led>
void add_led(NameList& names, const Entities& list, const Led& led) {
  for (const auto& each : list) {
    if (led(each)) names.add(each);
  }
}

void add_team(NameList& names, const Scenario& s, std::string_view id) {
  const auto does = [&](const WorkItem& item) { return works_on(item, id); };
  const auto keeps = [&](const Integration& link) { return link.maintained_by == id; };
  add_led(names, s.items, does);
  for (const Site& site : s.sites) add_led(names, site.items, does);
  add_led(names, s.integrations, keeps);
  for (const Site& site : s.sites) add_led(names, site.integrations, keeps);
  if (s.ideas.team == id) names.add_words("people's own ideas");
  if (names.empty()) names.add_words("no work of the plan, only what it costs");
}

/// All that waits for a step, a link or a machine.
void add_followers(NameList& names, const Scenario& s, std::string_view id) {
  const auto after = [&](const WorkItem& item) { return waits_for(item.after, id); };
  const auto needs = [&](const auto& entity) { return waits_for(entity.needs, id); };
  add_led(names, s.items, after);
  add_led(names, s.integrations, needs);
  for (const Site& site : s.sites) {
    add_led(names, site.items, after);
    add_led(names, site.integrations, needs);
    add_led(names, site.assets, needs);
    add_led(names, site.groups, needs);
  }
}

}  // namespace

std::string drives(const Scenario& scenario, std::string_view table, std::string_view id) {
  const auto known = std::find_if(mechanisms.begin(), mechanisms.end(),
                                  [&](const auto& mechanism) { return mechanism.first == table; });
  if (known != mechanisms.end()) return std::string(known->second);

  NameList names;
  if (table == "teams") add_team(names, scenario, id);
  if (table == "items" || table == "integrations" || table == "assets") add_followers(names, scenario, id);
  add_led(names, scenario.use_cases, [&](const UseCase& use_case) {
    if (table == "use_cases") return use_case.id == id;
    if (table == "groups") return use_case.groups.empty() || has(use_case.groups, id);
    return waits_for(use_case.needs, id) || (table == "assets" && has(use_case.assets, id)) ||
           (table == "integrations" && has(use_case.action_links, id));
  });
  return names.words();
}

}  // namespace headrace::gui
