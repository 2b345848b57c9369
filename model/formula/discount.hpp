#pragma once

namespace headrace::formula {

inline constexpr double weeks_per_year = 52;

/// Factor from one week to the next, (1 + rate)^(-1/52).
/// @param rate_per_year  > -1
double weekly_discount(double rate_per_year);

}  // namespace headrace::formula
