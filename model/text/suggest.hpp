#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace headrace {

/// Smallest number of letters to change, add, drop or swap, capitals and the kind of dash ignored.
int edit_distance(std::string_view a, std::string_view b);

/// The candidate that was most likely meant; empty when none is near.
std::string nearest(std::string_view word, std::span<const std::string> candidates);

/// "Did you mean 'people'?", or `otherwise` when nothing is near.
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates, std::string otherwise = {});

}  // namespace headrace
