#pragma once

#include <vector>

#include "report/words/number_text.hpp"

namespace headrace {

/// Of money that parts make up: enough for a part of a hundredth to show.
inline constexpr int kPartDecimals = 2;

/// Numbers rounded as they are shown, so that the parts add up to the total that stands beside them.
struct ShownParts {
  double total = 0;
  std::vector<double> parts;
};

/// Rounds a total and its parts to multiples of a unit: each part to the multiple below or above it, and of these as
/// many up as the total needs, those with the largest remainders first.
/// @param unit  the last digit that is shown, such as 1e5 for money in millions with one decimal; above 0
/// @param total  that the parts make up, or their shown total; parts that make up another add up to their own sum
ShownParts shown_parts(double total, const std::vector<double>& parts, double unit);

/// The last digit of money() in a scale with so many decimals.
double last_digit(const MoneyScale& scale, int decimals = 1);

}  // namespace headrace
