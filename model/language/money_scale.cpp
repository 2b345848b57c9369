#include "model/language/money_scale.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace headrace {
namespace {

/// At most twice the dollar or half of it.
bool is_like_the_dollar(const std::string& currency) {
  static constexpr const char* names[] = {"",    "usd",    "us$", "us dollar", "$",   "eur", "euro", "\u20ac",
                                          "gbp", "\u00a3", "chf", "cad",       "aud", "nzd", "sgd"};
  std::string lower = currency;
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::find(std::begin(names), std::end(names), lower) != std::end(names);
}

}  // namespace

std::optional<double> money_scale(const std::string& currency, std::vector<double> ratios) {
  if (is_like_the_dollar(currency)) return 1;
  if (ratios.empty()) return std::nullopt;

  // The middle one; between two, as many times the one as the other.
  std::sort(ratios.begin(), ratios.end());
  return std::sqrt(ratios[(ratios.size() - 1) / 2] * ratios[ratios.size() / 2]);
}

}  // namespace headrace
