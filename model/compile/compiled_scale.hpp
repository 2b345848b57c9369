#pragma once

#include "model/compile/compiled_people.hpp"

namespace headrace {

/// Conditions of the pilot.
struct CompiledPilot {
  bool present = false;
  bool hand_review = false;
  int site = -1;  ///< -1: no pilot
  Param weeks = 0, data_quality = 0, adoptable = 0;
};

/// A system that says how many integrations it carries.
struct CompiledSystem {
  int site, system;  ///< indices into the programme's sites and the site's systems
  Param limit;
  int first_link, last_link;  ///< half-open, into CompiledModel::system_links
};

/// A limit is beyond its bound once its demand has been above `bound` times its capacity for this long.
inline constexpr int kLimitWeeks = 13;

}  // namespace headrace
