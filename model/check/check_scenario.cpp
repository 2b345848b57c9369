#include "model/check/check_scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "model/check/check_crews.hpp"
#include "model/check/check_late_weeks.hpp"
#include "model/check/check_steering.hpp"
#include "model/check/outlook.hpp"
#include "model/language/keys.hpp"
#include "model/plan/freeze_weeks.hpp"

namespace headrace {
namespace {

template <class Entity, class Type>
const std::string& name_of(const KeyTable<Entity>& keys, Type Entity::*field) {
  return key_of(keys.rows, field).name;
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

void check_waves(const Scenario& scenario, Diagnostics& diagnostics) {
  const ProgrammeSettings& programme = scenario.programme;
  const Outlook best(scenario, Luck::best), middle(scenario, Luck::middle);
  double last = 0;
  for (const Quantity& start : programme.wave_start_weeks) {
    const double week = middle.smallest(start);
    const bool exact = is_exact(start.distribution), always = best.smallest(start) >= programme.horizon_weeks;
    if (exact && week < last) {
      diagnostics.warning(start.where, fmt::format("a wave starts in week {}, before the one ahead of it", week),
                          "waves are numbered in the order they start", "Correct the list.");
    }
    if (always || week >= programme.horizon_weeks) {
      diagnostics.warning(
          start.where,
          fmt::format("a wave starts in week {:.6g}{}, at or after the end", always ? best.smallest(start) : week,
                      always ? "" : " in the middle of what is expected"),
          fmt::format("the horizon is {} weeks", programme.horizon_weeks),
          fmt::format("Start it earlier or lengthen {}.",
                      name_of(programme_keys(), &ProgrammeSettings::horizon_weeks)));
    }
    if (exact) last = std::max(last, week);
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
  check_crews(scenario, diagnostics);
  check_ideas(scenario.ideas, diagnostics);
  for (const Site& site : scenario.sites) check_wages(site, scenario, diagnostics);
  for (const UseCase& use_case : scenario.use_cases) check_worth(use_case, diagnostics);
  check_waves(scenario, diagnostics);
  check_steering(scenario, diagnostics);
  check_freeze_weeks(scenario.programme, diagnostics);
  check_late_weeks(scenario, diagnostics);

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
