#pragma once

#include <limits>

namespace headrace {

/// Where a number may lie; infinite ends are open.
struct Range {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool bounded =
      false;  ///< `high` is far beyond any plan, no natural end of the quantity (model/language/key_bounds.hpp)
};

}  // namespace headrace
