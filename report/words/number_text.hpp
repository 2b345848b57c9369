#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace headrace {

/// How big amounts are written: 1, thousands "k", millions "m" or billions "bn". Numbers that are compared share a
/// scale.
struct MoneyScale {
  double divisor = 1;
  std::string_view suffix;
};

/// The scale in which the largest of some amounts has one to three digits before the point (up to four below 10k).
MoneyScale money_scale(std::initializer_list<double> amounts);

/// What stands behind a "±", on screen, in the window and in files: half of the mean's 95% interval.
/// @param error  standard error
constexpr double half_interval95(double error) { return 1.959964 * error; }

/// Decimals that money() shows in a scale.
int money_decimals(const MoneyScale& scale, int decimals);

/// "4.1m", "-412k", "9,876"; "0" for nothing at all, never "-0.0m".
/// @param decimals  in m and bn; k has one fewer, plain amounts none
std::string money(double amount, const MoneyScale& scale, int decimals = 1);
std::string money(double amount);

/// With a point for decimals and a comma for thousands.
std::string grouped(double value, int decimals = 0);
std::string grouped(std::int64_t value);

/// "83%", and "<1%" and ">99%" for less than that and more, but for 0 and 1; with decimals as they are asked for.
std::string percent(double share);
std::string percent(double share, int decimals);

/// "83 of 100", "all", "none", and near the ends "about 1 of 200", "fewer than 1 of 100": how often, for reading aloud.
std::string of_100(double share);

/// "in 83 of 100 futures", "in all futures", "in no future".
std::string how_often(double share);

/// "83", "<1", ">99": for a column of counts out of 100. 0 and 100 are what never and always happened.
std::string in_100(double share);

/// "one" to "twelve", then digits.
std::string number_word(std::int64_t value);

/// "one site", "10,000 futures": number and noun, plural by adding s.
std::string count_of(std::int64_t value, std::string_view noun);

/// "1 week", "1.5 weeks", "0.0 days": a number that need not be whole, and its noun.
std::string amount_of(double value, int decimals, std::string_view noun);

/// "three years", "120 weeks".
std::string span_of_weeks(int weeks);

}  // namespace headrace
