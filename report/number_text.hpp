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

/// "4.1m", "-412k", "9,876"; never "-0.0m".
/// @param decimals  in m and bn; k has one fewer, plain amounts none
std::string money(double amount, const MoneyScale& scale, int decimals = 1);
std::string money(double amount);

/// With a point for decimals and a comma for thousands.
std::string grouped(double value, int decimals = 0);
std::string grouped(std::int64_t value);

/// "83%", "<1%" and ">99%" where rounding would hide a rest; one more decimal on request.
std::string percent(double share);
std::string percent(double share, int decimals);

/// "83 of 100", "all 100", "none", "fewer than 1 of 100": how often, for reading aloud.
std::string of_100(double share);

/// "one" to "twelve", then digits.
std::string number_word(std::int64_t value);

/// "one site", "10,000 futures": number and noun, plural by adding s.
std::string count_of(std::int64_t value, std::string_view noun);

/// "three years", "120 weeks".
std::string span_of_weeks(int weeks);

}  // namespace headrace
