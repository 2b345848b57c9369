#pragma once

#include "model/limits/adjust.hpp"
#include "model/scenario/scenario.hpp"

namespace headrace {

/// Does somebody look after the link, and does it take time?
inline bool is_maintained(const Integration& link) {
  return !link.maintained_by.empty() && differs(link.maintenance_share_per_year, 0);
}

}  // namespace headrace
