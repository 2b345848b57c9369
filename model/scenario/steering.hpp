#pragma once

#include <string>
#include <vector>

#include "model/scenario/quantity.hpp"

namespace headrace {

/// Money set aside for work: an item that it covers starts only when what is left covers the item's planned cost.
struct Envelope {
  std::string id, label;
  Location where;
  Quantity amount;                  ///< in the scenario's currency
  Quantity from_week;               ///< opens at the start of a week, rounded up
  Quantity to_week;                 ///< closes likewise; not given: never
  std::vector<std::string> covers;  ///< work items; none: all that no other envelope names
};

/// Tests on what was measured, before later waves may start.
struct Gate {
  std::string id, label;
  Location where;
  Quantity week;  ///< first test, at the start of a week, rounded up
  int opens_wave = 2;
  Quantity min_adoption, min_trust, min_value_share;  ///< a test that is not given is not made
  Quantity max_cost;
  Quantity min_data_access, min_production_grade_share;
  Quantity measurement_error;      ///< sigma of the logarithm
  Quantity retest_weeks, tries;    ///< tries: rounded to whole tests
  Quantity stop_below_cost_share;  ///< not given: the programme never stops
  Quantity exit_cost_weeks;        ///< of the mean cost of the last four weeks
};

}  // namespace headrace
