#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/limits/limits.hpp"

namespace headrace {

/// How one kind of limit is found and relaxed.
struct LimitRow {
  LimitKind kind;
  std::string_view name;  ///< stable, in files; first part of a limit's id
  LimitUnit unit;
  double step;                     ///< units
  std::optional<LeakCause> cause;  ///< nothing: the queue of its team
  /// Ids of what is limited; one empty id where the limit is the firm's; none where nothing is limited.
  std::vector<std::string> (*subjects)(const Scenario&);
  /// @param amount  in units
  void (*relax)(Scenario&, const std::string& subject, double amount);
  void (*lift)(Scenario&, const std::string& subject);
};

/// Rows by topic: shared capacity and money, people, plant and links.
std::vector<LimitRow> capacity_limits();
std::vector<LimitRow> people_limits();
std::vector<LimitRow> use_limits();
std::vector<LimitRow> plant_limits();
std::vector<LimitRow> plan_limits();

/// A firm's limit that stands or not.
inline std::vector<std::string> the_firm(bool has) {
  return has ? std::vector<std::string>{""} : std::vector<std::string>{};
}

/// Ids of the entities that have it.
template <class Entity, class Has>
std::vector<std::string> ids_with(const std::vector<Entity>& entities, Has has) {
  std::vector<std::string> ids;
  for (const Entity& entity : entities) {
    if (has(entity)) ids.push_back(entity.id);
  }
  return ids;
}

/// The entity of this id changed; nothing where there is none.
template <class Entity, class Change>
void change(std::vector<Entity>& entities, const std::string& id, Change change) {
  for (Entity& entity : entities) {
    if (entity.id == id) change(entity);
  }
}

/// Points are hundredths of a share; percent are of what is there.
constexpr double kHundredth = 0.01;

}  // namespace headrace
