#include <fmt/format.h>

#include <cmath>
#include <initializer_list>

#include "model/distribution.hpp"
#include "model/quantile_function.hpp"

namespace headrace {

namespace {

using Reason = std::optional<std::string>;

constexpr double largest = 1e30;           // far beyond any plan, and far from overflow in a float
constexpr double largest_sigma = 10;       // P90 would be 370,000 times the median
constexpr double smallest_gap = 1e-6;      // of p50 to p10 or p90, as a share of both gaps, on the scale of the curve
constexpr double smallest_margin = 1e-12;  // of p10 or p90 to the support, as a share of p90 - p10
constexpr double smallest_mass = 1e-6;     // between min and max

struct Named {
  const char* name;
  double value;
};

Reason not_a_plain_number(std::initializer_list<Named> parameters) {
  for (const auto& [name, value] : parameters) {
    if (value != value) return fmt::format("{} is not a number", name);
    if (value == Distribution::infinity || value == -Distribution::infinity) return fmt::format("{} is infinite", name);
    if (value > largest || value < -largest) return fmt::format("{} is larger than 1e30", name);
  }
  return std::nullopt;
}

Reason when(bool wrong, const char* reason) { return wrong ? Reason(reason) : std::nullopt; }

template <typename... More>
Reason first_of(Reason first, More... more) {
  if constexpr (sizeof...(more) > 0) return first ? first : first_of(std::move(more)...);
  return first;
}

// Support of a J-QPD: infinite ends are fine on their own side.
Reason wrong_support(const Distribution& d) {
  const double low = d.support_low, high = d.support_high;
  if (low != low || high != high) return "the lowest or highest possible value is not a number";
  if (!(low < high)) return fmt::format("the lowest possible value {} is not below the highest, {}", low, high);
  if (d.a <= low) return fmt::format("p10 is not above the lowest possible value, {}", low);
  if (d.c >= high) return fmt::format("p90 is not below the highest possible value, {}", high);

  // The curves are numerically sound only with a little room on either side.
  const double margin = smallest_margin * (d.c - d.a);
  if (d.a - low < margin) return fmt::format("p10 is almost equal to the lowest possible value, {}", low);
  if (high - d.c < margin) return fmt::format("p90 is almost equal to the highest possible value, {}", high);
  return std::nullopt;
}

// P50 so near to a neighbour that the curve would be all but vertical there.
Reason wrong_gaps(const Distribution& d) {
  const auto [below, above] = Jqpd(d).gaps();
  const double smallest = smallest_gap * (below + above);
  return first_of(when(!(below >= smallest), "p50 is almost equal to p10"),
                  when(!(above >= smallest), "p50 is almost equal to p90"));
}

Reason wrong_jqpd(const Distribution& d) {
  const Reason reason =
      first_of(not_a_plain_number({{"p10", d.a}, {"p50", d.b}, {"p90", d.c}}), when(d.a >= d.c, "p10 is not below p90"),
               when(d.b <= d.a || d.b >= d.c, "p50 is not between p10 and p90"), wrong_support(d));
  return reason ? reason : wrong_gaps(d);
}

Reason wrong_three_points(const Distribution& d) {
  return first_of(not_a_plain_number({{"low", d.a}, {"mode", d.b}, {"high", d.c}}),
                  when(d.a > d.c, "low is above high"),
                  when(d.b < d.a || d.b > d.c, "mode is not between low and high"));
}

Reason wrong_parameters(const Distribution& d) {
  switch (d.family) {
    case Family::exact:
      return not_a_plain_number({{"the value", d.a}});
    case Family::jqpd:
      return wrong_jqpd(d);
    case Family::pert:
    case Family::triangular:
      return wrong_three_points(d);
    case Family::normal:
      return first_of(not_a_plain_number({{"mean", d.a}, {"sd", d.b}}), when(d.b < 0, "sd is negative"));
    case Family::lognormal:
      return first_of(not_a_plain_number({{"median", d.a}, {"sigma", d.b}}), when(d.a <= 0, "median is not above 0"),
                      when(d.b < 0, "sigma is negative"),
                      when(d.b > largest_sigma, "sigma is above 10, so P90 would be 370,000 times the median"));
    case Family::uniform:
      return first_of(not_a_plain_number({{"low", d.a}, {"high", d.b}}), when(d.a > d.b, "low is above high"));
    case Family::exponential:
      return first_of(not_a_plain_number({{"mean", d.a}}), when(d.a <= 0, "mean is not above 0"));
  }
  return "the family is unknown";
}

Reason wrong_truncation(const Distribution& d) {
  if (d.min != d.min) return "min is not a number";
  if (d.max != d.max) return "max is not a number";
  if (!(d.min < d.max)) return fmt::format("min {} is not below max {}", d.min, d.max);

  // A number without spread cannot be cut: it is inside or it is not.
  if (const auto value = only_value(d)) {
    if (*value < d.min) return fmt::format("the value {} is below min {}", *value, d.min);
    if (*value > d.max) return fmt::format("the value {} is above max {}", *value, d.max);
    return std::nullopt;
  }
  if (QuantileFunction(d).mass() >= smallest_mass) return std::nullopt;
  constexpr const char* almost_nothing = "less than one future in a million is";
  if (d.max == Distribution::infinity) return fmt::format("{} above min {}", almost_nothing, d.min);
  if (d.min == -Distribution::infinity) return fmt::format("{} below max {}", almost_nothing, d.max);
  return fmt::format("{} between min {} and max {}", almost_nothing, d.min, d.max);
}

}  // namespace

std::optional<std::string> invalid_reason(const Distribution& distribution) {
  if (auto reason = wrong_parameters(distribution)) return reason;
  return wrong_truncation(distribution);
}

}  // namespace headrace
