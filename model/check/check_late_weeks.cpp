#include "model/check/check_late_weeks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "model/check/outlook.hpp"
#include "model/language/keys.hpp"
#include "model/scenario/each_entity.hpp"

namespace headrace {
namespace {

constexpr const char* kUnit = "week";  ///< of a key that says when

class LateWeeks {
 public:
  LateWeeks(const Scenario& scenario, Diagnostics& diagnostics)
      : best_(scenario, Luck::best), middle_(scenario, Luck::middle), diagnostics_(diagnostics) {}

  template <class Entity>
  void check(const KeyTable<Entity>& keys, const Entity& entity) {
    for (const KeyRow<Entity>& row : keys.rows) {
      if (row.key.type.unit != kUnit) continue;
      const Quantity* late = nullptr;
      if (const auto* field = std::get_if<Quantity Entity::*>(&row.target)) {
        const Quantity& week = entity.**field;
        if (week.given && is_late(week)) late = &week;
      } else if (const auto* list = std::get_if<std::vector<Quantity> Entity::*>(&row.target)) {
        const std::vector<Quantity>& weeks = entity.**list;
        const bool all = std::all_of(weeks.begin(), weeks.end(), [&](const Quantity& week) { return is_late(week); });
        if (all && !weeks.empty()) late = &weeks.front();
      }
      if (late == nullptr) continue;
      std::string whose = keys.table.name;
      if constexpr (requires { entity.id; }) whose += "." + entity.id;
      warn(*late, row.key.name, whose);
    }
  }

  template <class List, class Entity>
  void check_all(const KeyTable<Entity>& keys, const List& list) {
    for (const Entity& entity : list) check(keys, entity);
  }

  void check_hires(const Team& team) {
    for (const Hire& hire : team.hires) {
      if (is_late(hire.week)) warn(hire.week, "week", fmt::format("a hire of team '{}'", team.id));
    }
  }

 private:
  bool is_late(const Quantity& week) const {
    return best_.smallest(week) >= best_.weeks() || middle_.smallest(week) >= best_.weeks();
  }

  void warn(const Quantity& week, const std::string& key, const std::string& whose) {
    const std::string& horizon = key_of(programme_keys().rows, &ProgrammeSettings::horizon_weeks).name;
    const bool always = best_.smallest(week) >= best_.weeks();
    diagnostics_.warning(
        week.where,
        fmt::format("'{}' of {} is week {:.6g}{}, at or after the end", key, whose,
                    (always ? best_ : middle_).smallest(week), always ? "" : " in the middle of what is expected"),
        fmt::format("the horizon is {} weeks, so it would wait for ever", best_.weeks()),
        fmt::format("Make it earlier or lengthen {}.", horizon));
  }

  Outlook best_, middle_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_late_weeks(const Scenario& s, Diagnostics& diagnostics) {
  LateWeeks late(s, diagnostics);
  for (const Team& team : s.teams) late.check_hires(team);
  late.check_all(hub_keys(), s.hubs);
  late.check_all(monitoring_keys(), s.monitoring);
  late.check_all(managed_service_keys(), s.managed_services);
  late.check_all(audit_keys(), s.audits);
  late.check_all(gate_keys(), s.gates);
  late.check_all(risk_keys(), s.risks);
  late.check_all(programme_item_keys(), s.items);
  if (s.ideas.present) late.check(idea_keys(), s.ideas);
  for (const Envelope& envelope : s.funding) {
    Envelope opens = envelope;
    // That it closes after the end is as good as never.
    opens.to_week.given = false;
    late.check(envelope_keys(), opens);
  }
  for (const Site& site : s.sites) {
    late.check_all(site_item_keys(), site.items);
    late.check_all(group_keys(), site.groups);
  }
}

}  // namespace headrace
