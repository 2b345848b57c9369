#pragma once

#include <optional>

#include "model/scenario/scenario.hpp"

namespace headrace {

/// The planned sites in rollout order (wave, rank if given, id): the first `count` of the list, and beyond it clones of
/// the listed sites in turn (`ulm_2`), in the last wave, with draws of their own.
SharedList<Site> planned_sites(const SharedList<Site>& listed, std::optional<int> count);

}  // namespace headrace
