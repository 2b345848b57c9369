#include "report/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace headrace {
namespace {

/// No minus where all digits are 0.
std::string without_negative_zero(std::string text) {
  const bool zero = std::none_of(text.begin(), text.end(), [](char c) { return c >= '1' && c <= '9'; });
  if (zero && !text.empty() && text.front() == '-') text.erase(0, 1);
  return text;
}

}  // namespace

MoneyScale money_scale(std::initializer_list<double> amounts) {
  double largest = 0;
  for (const double amount : amounts) largest = std::max(largest, std::fabs(amount));
  if (largest >= 999.5e6) return {1e9, "bn"};
  if (largest >= 999.5e3) return {1e6, "m"};
  if (largest >= 9999.5) return {1e3, "k"};
  return {};
}

std::string money(double amount, const MoneyScale& scale, int decimals) {
  const int shown = scale.divisor >= 1e6 ? decimals : scale.divisor > 1 ? std::max(0, decimals - 1) : 0;
  return grouped(amount / scale.divisor, shown) + std::string(scale.suffix);
}

std::string money(double amount) { return money(amount, money_scale({amount})); }

std::string grouped(double value, int decimals) {
  std::string text = without_negative_zero(fmt::format("{:.{}f}", value, decimals));
  const std::size_t first = text.front() == '-' ? 1 : 0;
  std::size_t at = std::min(text.find('.'), text.size());
  while (at > first + 3) {
    at -= 3;
    text.insert(at, 1, ',');
  }
  return text;
}

std::string grouped(std::int64_t value) { return grouped(static_cast<double>(value), 0); }

std::string percent(double share) {
  if (share > 0 && share < 0.005) return "<1%";
  if (share > 0.995 && share < 1) return ">99%";
  return percent(share, 0);
}

std::string percent(double share, int decimals) { return grouped(100 * share, decimals) + "%"; }

std::string of_100(double share) {
  if (share <= 0) return "none";
  if (share >= 1) return "all";
  if (share < 0.005) return "fewer than 1 of 100";
  if (share > 0.995) return "more than 99 of 100";
  return fmt::format("{:.0f} of 100", 100 * share);
}

std::string number_word(std::int64_t value) {
  constexpr std::array<std::string_view, 13> words = {"no",    "one",   "two",  "three", "four",   "five",  "six",
                                                      "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  return value >= 0 && value < 13 ? std::string(words[static_cast<std::size_t>(value)]) : grouped(value);
}

std::string count_of(std::int64_t value, std::string_view noun) {
  return fmt::format("{} {}{}", grouped(value), noun, value == 1 ? "" : "s");
}

std::string span_of_weeks(int weeks) {
  if (weeks % 52 != 0 || weeks == 0) return count_of(weeks, "week");
  return fmt::format("{} year{}", number_word(weeks / 52), weeks == 52 ? "" : "s");
}

}  // namespace headrace
