#pragma once

#include <optional>
#include <string>
#include <vector>

namespace headrace {

/// How many of the plan's units of money make a dollar, roughly: 1 for currencies near the dollar. For all others,
/// thousands of one included, what the plan's own money says.
/// @param currency  as the plan writes it; empty: dollars
/// @param ratios    of the plan's wages and costs of people to what these commonly are in dollars
/// @return          nothing where the plan says too little
std::optional<double> money_scale(const std::string& currency, std::vector<double> ratios);

}  // namespace headrace
