#pragma once

#include <optional>
#include <string>

namespace headrace {

/// What the board is asked for.
struct Ask {
  bool present = false;
  std::optional<double> amount;  ///< in the scenario's currency
  std::string decision_owner;    ///< who decides; may be empty
  std::string decision_date;     ///< ISO yyyy-mm-dd, the last day for it; may be empty
};

/// Chances from which on the verdict is go, shares of futures.
struct VerdictRule {
  double p_npv_positive = 0.8;
  double p_sustained = 0.6;
};

}  // namespace headrace
