#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/scenario/scenario.hpp"

namespace headrace {

/// The planned sites in rollout order (wave, rank if given, id): the first `count` of the list, and beyond it clones of
/// the listed sites in turn (`ulm_2`), in the last wave, with draws of their own.
SharedList<Site> planned_sites(const SharedList<Site>& listed, std::optional<int> count);

/// "ulm/" and "*plant/" where no planned site is that one or of that template, and what is switched off.
std::vector<std::string> absent_beginnings(const Scenario& scenario, const SharedList<Site>& planned);

}  // namespace headrace
