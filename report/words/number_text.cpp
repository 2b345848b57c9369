#include "report/words/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace headrace {
namespace {

/// Less than one in a hundred, rounding aside.
constexpr double kHundredth = 0.00995;

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

int money_decimals(const MoneyScale& scale, int decimals) {
  return scale.divisor >= 1e6 ? decimals : scale.divisor > 1 ? std::max(0, decimals - 1) : 0;
}

std::string money(double amount, const MoneyScale& scale, int decimals) {
  if (amount == 0) return "0";
  return grouped(amount / scale.divisor, money_decimals(scale, decimals)) + std::string(scale.suffix);
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
  if (share > 0 && share < kHundredth) return "<1%";
  if (share > 1 - kHundredth && share < 1) return ">99%";
  return percent(share, 0);
}

std::string percent(double share, int decimals) { return grouped(100 * share, decimals) + "%"; }

std::string of_100(double share) {
  if (share <= 0) return "none";
  if (share >= 1) return "all";
  // Near the ends a hundred is too few to tell.
  if (share < 0.004) return "fewer than 1 of 100";
  if (share < 0.0075) return "about 1 of 200";
  if (share > 0.996) return "more than 99 of 100";
  if (share > 0.9925) return "about 199 of 200";
  return fmt::format("{:.0f} of 100", 100 * share);
}

std::string how_often(double share) { return share <= 0 ? "in no future" : "in " + of_100(share) + " futures"; }

std::string in_100(double share) {
  if (share > 0 && share < kHundredth) return "<1";
  return share > 1 - kHundredth && share < 1 ? ">99" : grouped(100 * share);
}

std::string number_word(std::int64_t value) {
  constexpr std::array<std::string_view, 13> words = {"no",    "one",   "two",  "three", "four",   "five",  "six",
                                                      "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  return value >= 0 && value < 13 ? std::string(words[static_cast<std::size_t>(value)]) : grouped(value);
}

std::string count_of(std::int64_t value, std::string_view noun) {
  return fmt::format("{} {}{}", grouped(value), noun, value == 1 ? "" : "s");
}

std::string amount_of(double value, int decimals, std::string_view noun) {
  const std::string text = grouped(value, decimals);
  const bool one = text == "1" || text == "1.0";
  return fmt::format("{} {}{}", one ? "1" : text, noun, one ? "" : "s");
}

std::string span_of_weeks(int weeks) {
  if (weeks % 52 != 0 || weeks == 0) return count_of(weeks, "week");
  return fmt::format("{} year{}", number_word(weeks / 52), weeks == 52 ? "" : "s");
}

}  // namespace headrace
