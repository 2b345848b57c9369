#pragma once

#include <string>

#include "model/scenario/quantity.hpp"

namespace headrace {

/// The conditions the pilot ran under, which scale will not have. Absent: the pilot's site is like any other.
struct Pilot {
  bool present = false;
  std::string site;          ///< where it runs; empty: the first site in rollout order
  Quantity weeks;            ///< from the first go-live there
  Quantity data_quality;     ///< of its curated data, at least
  Quantity adoptable_share;  ///< of its volunteers
  bool hand_review = false;  ///< people look at every output
  Location where;
};

}  // namespace headrace
