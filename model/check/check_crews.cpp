#include "model/check/check_crews.hpp"

#include <fmt/format.h>

#include <map>
#include <string>

#include "model/check/outlook.hpp"
#include "model/language/keys.hpp"

namespace headrace {
namespace {

class CrewChecker {
 public:
  CrewChecker(const Scenario& scenario, Diagnostics& diagnostics)
      : best_(scenario, Luck::best), middle_(scenario, Luck::middle), diagnostics_(diagnostics) {
    for (const Team& team : scenario.teams) {
      // Who has no people at all is another matter (model/check/check_reach.hpp).
      if (!team.people.given) continue;
      teams_.emplace(team.id, There{&team, capacity_of(team, best_).people, capacity_of(team, middle_).people});
    }
  }

  void check(const WorkItem& item) {
    if (item.kind == WorkKind::duration) {
      for (const Crew& crew : item.crew) check_crew(item, crew);
    }
    if (item.crew_min.given) check_crew_min(item);
  }

 private:
  struct There {
    const Team* team;
    double at_best, in_middle;
  };

  void check_crew(const WorkItem& item, const Crew& crew) {
    const auto found = teams_.find(crew.team);
    if (found == teams_.end()) return;
    complain(crew.where, item, crew.people, found->second, "crew/" + crew.team,
             fmt::format("item '{}' wants {{}} people of team '{}'", item.id, crew.team),
             "Make the crew smaller or the team larger.");
  }

  /// Fewest people it starts with, against the most it takes and those who are there.
  void check_crew_min(const WorkItem& item) {
    const auto name = [](Quantity WorkItem::*field) { return key_of(site_item_keys().rows, field).name; };
    const std::string fewest_name = name(&WorkItem::crew_min), most_name = name(&WorkItem::crew_max);
    const std::string problem = fmt::format("item '{}' does not start with fewer than {{}} people", item.id);
    const double fewest = best_.smallest(item.crew_min, item.id, fewest_name);
    const double most = best_.largest(item.crew_max, item.id, most_name);
    if (fewest > most) {
      diagnostics_.error(item.crew_min.where, fmt::format(fmt::runtime(problem), fewest),
                         fmt::format("it takes {} at most", most),
                         fmt::format("Make {} smaller or {} larger.", fewest_name, most_name));
    }
    const auto found = teams_.find(item.team);
    if (found == teams_.end()) return;
    complain(item.crew_min.where, item, item.crew_min, found->second, fewest_name, problem,
             fmt::format("Make {} smaller or the team larger.", fewest_name));
  }

  /// @param problem  with a place for how many are wanted
  void complain(const Location& where, const WorkItem& item, const Quantity& wanted, const There& there,
                const std::string& field, const std::string& problem, const std::string& advice) {
    const double least = best_.smallest(wanted, item.id, field), usual = middle_.smallest(wanted, item.id, field);
    if (there.at_best > 0 && least > there.at_best) {
      diagnostics_.error(where, fmt::format(fmt::runtime(problem), shown(least)),
                         fmt::format("{}, so it would wait for ever", who_is_there(*there.team, there.at_best, field)),
                         advice);
    } else if (there.in_middle > 0 && usual > there.in_middle) {
      diagnostics_.warning(where, fmt::format(fmt::runtime(problem), shown(usual)),
                           fmt::format("in the middle of what is expected {}, so it would wait for ever",
                                       who_is_there(*there.team, there.in_middle, field)),
                           advice);
    }
  }

  static std::string shown(double people) { return fmt::format("{:.4g}", people); }

  static std::string who_is_there(const Team& team, double people, const std::string& field) {
    const std::string who = field.starts_with("crew/") ? "the team" : fmt::format("team '{}'", team.id);
    if (!team.hires.empty()) return fmt::format("{} has {} at most, with all who join it", who, shown(people));
    const bool shrinks = is_exact(team.people.distribution) && people < team.people.distribution.a;
    if (shrinks)
      return fmt::format("{} has {} at work, since some are always away, and hires nobody", who, shown(people));
    return fmt::format("{} has {} and hires nobody", who, shown(people));
  }

  Outlook best_, middle_;
  Diagnostics& diagnostics_;
  std::map<std::string, There> teams_;
};

}  // namespace

void check_crews(const Scenario& scenario, Diagnostics& diagnostics) {
  CrewChecker checker(scenario, diagnostics);
  for (const WorkItem& item : scenario.items) checker.check(item);
  for (const Site& site : scenario.sites) {
    for (const WorkItem& item : site.items) checker.check(item);
  }
}

}  // namespace headrace
