#include "model/language/common_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "model/formula/elementary.hpp"

namespace headrace {
namespace {

constexpr double kFar = 10;  ///< times the common range: no more plausible
constexpr double kNear = 3;  ///< times the common range: an explanation
constexpr double kWeeks = 52, kMonths = 12, kWorkingHours = 2080;

/// The stretch of time that a number is for.
enum class Per { none, week, month, hour };

Per per(const Key& key) {
  const std::string &unit = key.type.unit, &name = key.name;
  if (unit.starts_with("week") || unit.starts_with("person-weeks") || unit.ends_with("a year")) {
    return unit.ends_with("a week") ? Per::week : Per::none;
  }
  if (unit.ends_with("an hour") || name.ends_with("per_hour")) return Per::hour;
  if (name.ends_with("_month")) return Per::month;
  return unit.ends_with("a week") || name.ends_with("_week") ? Per::week : Per::none;
}

bool is_share(const Key& key) { return key.type.unit.starts_with("share"); }

/// Shares of people who leave compound, all else adds up.
bool compounds(const Key& key) { return key.type.unit == "share a week"; }

/// base^exponent of a base from 0 to 1.
double power(double base, double exponent) { return base > 0 ? formula::exp(exponent * formula::log(base)) : 0; }

double times_a_year(Per stretch) {
  if (stretch == Per::hour) return kWorkingHours;
  return stretch == Per::month ? kMonths : kWeeks;
}

double in_a_year(const Key& key, double number) {
  if (compounds(key)) return 1 - power(1 - std::min(number, 1.0), kWeeks);
  return number * times_a_year(per(key));
}

/// The other way round: the number whose year this is.
std::optional<double> of_a_year(const Key& key, double number) {
  if (per(key) == Per::none || (compounds(key) && number >= 1)) return std::nullopt;
  return compounds(key) ? 1 - power(1 - number, 1 / kWeeks) : number / times_a_year(per(key));
}

/// Three digits of it, to type back.
std::string three_digits(double number) { return typed_back(std::stod(fmt::format("{:.3g}", number))); }

/// At most so many times outside a common range.
bool within(const Range& common, double number, double times) {
  const double low = common.low < 0 ? common.low * times : common.low / times;
  const double value = common.low < 0 ? number : std::fabs(number);
  return value >= low && value <= common.high * times;
}

}  // namespace

bool is_implausible(const Key& key, double number, double scale) {
  if (number == 0 || !std::isfinite(key.type.common.high)) return false;
  const Range common = is_money(key.type) ? Range{0, key.type.common.high} : key.type.common;
  return !within(common, number / scale, kFar);
}

std::string said(double number) {
  const double size = std::fabs(number);
  if (size >= 1e15) return typed_back(number);
  if (size >= 999.5e6) return fmt::format("{:.3g} billion", number / 1e9);
  if (size >= 999'950) return fmt::format("{:.3g} million", number / 1e6);
  return size >= 1000 ? fmt::format("{:.0f}", number) : fmt::format("{:.3g}", number);
}

std::string year_words(const Key& key, double number) {
  if (per(key) == Per::none) return "";
  if (compounds(key)) return fmt::format("{:.1f}% a year", 100 * in_a_year(key, number));
  return fmt::format("{} a year", said(in_a_year(key, number)));
}

std::string what_was_meant(const Key& key, double number, double scale) {
  const auto explains = [&](double other) { return within(key.type.common, other / scale, kNear); };
  const bool much = std::fabs(number) > key.type.common.high * scale;
  if (const auto meant = of_a_year(key, number); much && meant && explains(*meant)) {
    return fmt::format("Is it a year's number? Then write {}.", three_digits(*meant));
  }
  if (much && is_share(key) && number >= 1 && explains(number / 100)) {
    return fmt::format("Is it a percentage? Then write {}.", three_digits(number / 100));
  }
  return "Check the number and its unit.";
}

}  // namespace headrace
