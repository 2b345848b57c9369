#pragma once

#include <string>
#include <vector>

#include "model/scenario/quantity.hpp"

namespace headrace {

/// A number of the scenario by the name its draws have: `tail`, at a site `site/tail`, of a template `site/tail` at
/// every site made from it.
struct NumberPlace {
  std::string site, from_template;  ///< one of them, or neither
  std::string tail;                 ///< `entity/field`
};

/// What a risk does to a number while it is active.
struct RiskEffect {
  std::string on;  ///< path of the number, as written
  Quantity times;  ///< factor
  Location where;
  std::vector<NumberPlace> numbers;  ///< that the path stands for
  bool weekly = false;               ///< they are read every week; else once, when a future begins
  double low = 0, high = 0;          ///< range of the number's key: what comes out is kept inside it
};

/// A discrete event that may happen once (`probability`) or again and again (`rate_per_week`).
struct Risk {
  std::string id, label;
  Location where;
  Quantity probability;    ///< that it happens before the horizon ends
  Quantity rate_per_week;  ///< of happening in a week in which it is not active
  Quantity week;           ///< not given: any time up to the horizon alike
  Quantity lasts_weeks;    ///< not given: to the horizon
  Quantity cost;           ///< each time it strikes
  std::vector<RiskEffect> effects;
  bool from_start = false;  ///< it changes a number that is read once, so it strikes when the future begins

  bool recurs() const { return rate_per_week.given; }
};

}  // namespace headrace
