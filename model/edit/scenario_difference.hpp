#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/fields/override_path.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// What a planner would call the thing that changed: a table of the language and an entity or a kind of key in it.
struct ChangePart {
  std::string area;  ///< "teams", "groups", "programme"
  std::string item;  ///< "integration", "training", "sponsorship"; empty: the table as a whole

  auto operator<=>(const ChangePart&) const = default;
};

/// Changes that are taken or left together.
struct ChangeGroup {
  std::vector<ChangePart> parts;      ///< in order
  std::vector<DocumentPath> changes;  ///< what stands there is taken from the other document, or removed
  bool tied = false;                  ///< made of several because one cannot change without the other
};

/// What two documents say differently, a group for each thing that a planner would name: a team, a use case, a work
/// item (at all sites alike), a kind of a group's keys (its first word: training, licensed, showcase), a class of
/// assets, sponsorship, number of sites, waves, limits relaxed; other tables as a whole. Labels, sources, owners and
/// notes do not count, nor do [ask] and [verdict]: they move no result.
/// @return  in order of the language
std::vector<ChangeGroup> changed_groups(const Value& from, const Value& to);

/// A document with some groups taken from another.
/// @param taken  bit g: group g is as in `to`
Value hybrid(const Value& from, const Value& to, std::span<const ChangeGroup> groups, std::uint64_t taken);

}  // namespace headrace
