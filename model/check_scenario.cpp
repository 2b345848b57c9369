#include "model/check_scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "model/check_steering.hpp"
#include "model/freeze_weeks.hpp"
#include "model/keys.hpp"

namespace headrace {
namespace {

template <class Entity, class Type>
const std::string& name_of(const KeyTable<Entity>& keys, Type Entity::*field) {
  return key_of(keys.rows, field).name;
}

/// A crew that is larger than its team, when both are known, would wait for ever.
void check_crew(const WorkItem& item, const Scenario& scenario, Diagnostics& diagnostics) {
  for (const Crew& crew : item.crew) {
    const auto team =
        std::find_if(scenario.teams.begin(), scenario.teams.end(), [&](const Team& t) { return t.id == crew.team; });
    if (team == scenario.teams.end() || !team->hires.empty() || !team->people.given) continue;
    if (team->people.pattern.varies()) continue;
    if (!is_exact(team->people.distribution) || !is_exact(crew.people.distribution)) continue;
    const double wanted = crew.people.distribution.a;
    const double there = team->people.distribution.a;
    if (wanted <= there) continue;
    diagnostics.error(crew.where, fmt::format("item '{}' wants {} people of team '{}'", item.id, wanted, crew.team),
                      fmt::format("the team has {} and hires nobody, so it would wait for ever", there),
                      "Make the crew smaller or the team larger.");
  }
}

/// Fewest people it starts with, against the most it takes and those who are there.
void check_crew_min(const WorkItem& item, const Scenario& scenario, Diagnostics& diagnostics) {
  if (!item.crew_min.given || !is_exact(item.crew_min.distribution)) return;
  const double fewest = item.crew_min.distribution.a;
  const std::string problem = fmt::format("item '{}' does not start with fewer than {} people", item.id, fewest);
  const Distribution& most = item.crew_max.distribution;
  if (is_exact(most) && fewest > most.a) {
    diagnostics.error(item.crew_min.where, problem, fmt::format("it takes {} at most", most.a),
                      fmt::format("Make {} smaller or {} larger.", name_of(site_item_keys(), &WorkItem::crew_min),
                                  name_of(site_item_keys(), &WorkItem::crew_max)));
  }
  const auto team =
      std::find_if(scenario.teams.begin(), scenario.teams.end(), [&](const Team& t) { return t.id == item.team; });
  if (team == scenario.teams.end() || !team->hires.empty() || !team->people.given) return;
  if (!is_exact(team->people.distribution) || fewest <= team->people.distribution.a) return;
  diagnostics.error(item.crew_min.where, problem,
                    fmt::format("team '{}' has {} and hires nobody, so it would wait for ever", item.team,
                                team->people.distribution.a),
                    fmt::format("Make {} smaller or the team larger.", name_of(site_item_keys(), &WorkItem::crew_min)));
}

/// Work on ideas is somebody's.
void check_ideas(const Ideas& ideas, Diagnostics& diagnostics) {
  const Quantity& effort = ideas.effort_per_idea_person_weeks;
  if (!effort.given || !ideas.team.empty()) return;
  diagnostics.error(effort.where, "ideas take work but no team does it", "who builds them decides when they go live",
                    fmt::format("Add {} = \"...\".", name_of(idea_keys(), &Ideas::team)));
}

bool is_used_by(const UseCase& use_case, const Group& group) {
  const auto& groups = use_case.groups;
  return groups.empty() || std::find(groups.begin(), groups.end(), group.id) != groups.end();
}

void check_wages(const Site& site, const Scenario& scenario, Diagnostics& diagnostics) {
  for (const UseCase& use_case : scenario.use_cases) {
    const bool saves = use_case.hours_saved_per_user_week.given && use_case.kind == UseCaseKind::assistive;
    const Quantity& lost = use_case.dip_hours_per_user_week;
    const bool loses = lost.given && lost.distribution != exact(0);
    if (!saves && !loses) continue;
    for (const Group& group : site.groups) {
      if (group.wage_per_hour.given || !is_used_by(use_case, group)) continue;
      diagnostics.error(group.where, fmt::format("group '{}' has no wage", group.id),
                        fmt::format("use case '{}' values the hours it {}", use_case.id, saves ? "saves" : "costs"),
                        fmt::format("Add {} = ... to the group.", name_of(group_keys(), &Group::wage_per_hour)));
    }
  }
}

void check_waves(const ProgrammeSettings& programme, Diagnostics& diagnostics) {
  double last = 0;
  for (const Quantity& start : programme.wave_start_weeks) {
    if (!is_exact(start.distribution)) continue;
    const double week = start.distribution.a;
    if (week < last) {
      diagnostics.warning(start.where, fmt::format("a wave starts in week {}, before the one ahead of it", week),
                          "waves are numbered in the order they start", "Correct the list.");
    }
    if (week >= programme.horizon_weeks) {
      diagnostics.warning(start.where, fmt::format("a wave starts in week {}, at or after the end", week),
                          fmt::format("the horizon is {} weeks", programme.horizon_weeks),
                          fmt::format("Start it earlier or lengthen {}.",
                                      name_of(programme_keys(), &ProgrammeSettings::horizon_weeks)));
    }
    last = std::max(last, week);
  }
}

/// A use case that nothing makes worth anything is most likely unfinished.
void check_worth(const UseCase& use_case, Diagnostics& diagnostics) {
  const bool operational = use_case.kind == UseCaseKind::operational;
  const bool worth = operational ? use_case.value_per_asset_week.given
                                 : use_case.value_per_user_week.given || use_case.hours_saved_per_user_week.given;
  if (!worth) {
    const auto name = [](Quantity UseCase::*field) { return name_of(use_case_keys(), field); };
    const std::string missing = operational ? name(&UseCase::value_per_asset_week)
                                            : fmt::format("{} or {}", name(&UseCase::value_per_user_week),
                                                          name(&UseCase::hours_saved_per_user_week));
    diagnostics.warning(use_case.where, fmt::format("use case '{}' is worth nothing", use_case.id), "no value is given",
                        fmt::format("Add {}.", missing));
  } else if (operational && use_case.assets.empty()) {
    diagnostics.error(use_case.where, fmt::format("use case '{}' runs on no assets", use_case.id),
                      "an operational use case is worth money for each connected asset",
                      fmt::format("Add {} = [\"...\"].", name_of(use_case_keys(), &UseCase::assets)));
  }
}

}  // namespace

void check_scenario(const Scenario& scenario, Diagnostics& diagnostics) {
  for (const WorkItem& item : scenario.items) {
    check_crew(item, scenario, diagnostics);
    check_crew_min(item, scenario, diagnostics);
  }
  check_ideas(scenario.ideas, diagnostics);
  for (const Site& site : scenario.sites) {
    for (const WorkItem& item : site.items) {
      check_crew(item, scenario, diagnostics);
      check_crew_min(item, scenario, diagnostics);
    }
    check_wages(site, scenario, diagnostics);
  }
  for (const UseCase& use_case : scenario.use_cases) check_worth(use_case, diagnostics);
  check_waves(scenario.programme, diagnostics);
  check_steering(scenario, diagnostics);
  check_freeze_weeks(scenario.programme, diagnostics);

  if (scenario.sites.empty()) {
    diagnostics.error({scenario.file}, "there are no sites", "a programme rolls out at one site at least",
                      fmt::format("Add [{}.ID].", site_keys().table.name));
  }
  if (scenario.use_cases.empty()) {
    diagnostics.warning({scenario.file}, "there are no use cases", "so nothing is worth anything",
                        fmt::format("Add [{}.ID].", use_case_keys().table.name));
  }
}

}  // namespace headrace
