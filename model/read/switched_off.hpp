#pragma once

#include <string>
#include <vector>

#include "model/scenario/scenario.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// Work and links that are switched off, as items that take no time but keep their place between what they waited for
/// and what waits for them: without `permit`, `connect` still comes after `survey`.
struct SwitchedOff {
  SharedList<WorkItem> programme;
  std::vector<SharedList<WorkItem>> sites;  ///< by index of Scenario::sites
};

/// The same for one entity; nothing for those that are no work and no link.
void add_stand_in(const std::string& table, const Entry& entry, SharedList<WorkItem>& stand_ins);

/// Puts stand-ins where something names them, and takes everything else that is switched off out of the lists that name
/// it. An asset class all of whose work is switched off stays as it is. A use case still names what is off only at some
/// sites (Site::switched_off says where).
void settle_switched_off(Scenario& scenario, const SwitchedOff& off);

}  // namespace headrace
