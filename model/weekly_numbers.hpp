#pragma once

#include <string_view>
#include <vector>

namespace headrace {

/// A number that the engine reads again every week, so that it may change over time. All others are read once, when a
/// future begins: what follows from them is kept.
struct WeeklyNumber {
  std::string_view table, key;
};

/// All of them. tests/verify/weekly_numbers_test.cpp checks each: a change in a later week moves results.
const std::vector<WeeklyNumber>& weekly_numbers();

bool is_read_weekly(std::string_view table, std::string_view key);

}  // namespace headrace
