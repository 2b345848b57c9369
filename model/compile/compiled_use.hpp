#pragma once

#include "model/compile/compiled_people.hpp"

namespace headrace {

struct CompiledCompute {
  bool present = false;
  float capacity_factor = 1;    ///< of what is planned for the pilot's demand
  bool capacity_given = false;  ///< else so many times the pilot's demand
  Param capacity, price, price_change, bill;
};

struct CompiledIdeas {
  bool present = false;
  Param per_user_year, per_datathon, tested, live, value, effort;
  int team = -1;  ///< -1: nobody is needed
};

}  // namespace headrace
