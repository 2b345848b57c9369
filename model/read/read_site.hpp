#pragma once

#include <map>
#include <tuple>

#include "model/fields/names.hpp"
#include "model/fields/site_template.hpp"
#include "model/scenario/scenario.hpp"
#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// What sites have from a template as it stands there is read once: entities by the entry of the document that they are
/// read from, which every site shares that says nothing else of it.
struct ReadOnce {
  template <class Entity>
  using ByEntry = std::map<const Entry*, Shared<Entity>>;
  std::tuple<ByEntry<Group>, ByEntry<AssetClass>, ByEntry<Integration>, ByEntry<System>, ByEntry<WorkItem>> entities;
  std::map<const Entry*, SharedList<WorkItem>> stand_ins;  ///< of what sites switch off and say nothing else of
};

/// Reads a site and all its entities; those that are switched off are only named, and their stand-ins returned.
/// @param programme  ids of the programme, for references to teams
/// @param once       what other sites of the document have read already; belongs to one document
/// @param stand_ins  receives what keeps the place of switched-off work (model/read/switched_off.hpp)
Site read_site(const MergedSite& merged, const Names& programme, ReadOnce& once, SharedList<WorkItem>& stand_ins,
               Diagnostics& diagnostics);

}  // namespace headrace
