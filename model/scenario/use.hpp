#pragma once

#include <string>
#include <vector>

#include "model/scenario/quantity.hpp"

namespace headrace {

/// What models cost to run, and how much there is. Absent: always enough, and nothing to pay.
struct Compute {
  bool present = false;
  Quantity capacity;               ///< compute units a week; not given: 1.5 x the pilot's demand
  double capacity_factor = 1;      ///< multiplies the latter (model/limits/limits.hpp)
  Quantity price_per_unit;         ///< at the start
  Quantity price_change_per_year;  ///< share a year, -0.2: a fifth cheaper each year
  Quantity bill_over_rate_card;    ///< multiplies the price
};

/// How curiosity becomes new use cases. Absent: no ideas.
struct Ideas {
  bool present = false;
  Quantity ideas_per_user_year;  ///< of a regular user
  Quantity ideas_per_datathon;   ///< at each live site
  std::vector<Quantity> datathon_weeks;
  Quantity tested_share, live_share;  ///< of ideas; of those tested
  Quantity value_share;               ///< worth of one, as a share of what the use cases of its site are worth
  std::string team;                   ///< who builds them, with what delivery leaves; empty: no effort
  Quantity effort_per_idea_person_weeks;
};

}  // namespace headrace
