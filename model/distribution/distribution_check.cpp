#include <fmt/format.h>

#include <cmath>
#include <initializer_list>

#include "model/distribution/distribution.hpp"
#include "model/distribution/jqpd.hpp"
#include "model/distribution/quantile_function.hpp"

namespace headrace {

namespace {

using Reason = std::optional<std::string>;

constexpr double largest_number = 1e30;    // far beyond any plan, and far from overflow in a float
constexpr double largest_sigma = 10;       // P90 would be 370,000 times the median
constexpr double smallest_gap = 1e-6;      // of p50 to p10 or p90, as a share of both gaps, on the scale of the curve
constexpr double smallest_margin = 1e-12;  // of p10 or p90 to the support, as a share of p90 - p10
constexpr double smallest_mass = 1e-6;     // between min and max
constexpr double smallest_exponent = 0.1;  // of a beta
constexpr double largest_exponent = 1e4;
constexpr double share_tolerance = 1e-6;  // of the sum of a mixture's shares
constexpr std::size_t most_parts = 1000;

struct NamedNumber {
  const char* name;
  double value;
};

Reason not_a_plain_number(std::initializer_list<NamedNumber> parameters) {
  for (const auto& [name, value] : parameters) {
    if (value != value) return fmt::format("{} is not a number", name);
    if (value == Distribution::infinity || value == -Distribution::infinity) return fmt::format("{} is infinite", name);
    if (value > largest_number || value < -largest_number) return fmt::format("{} is larger than 1e30", name);
  }
  return std::nullopt;
}

Reason when(bool wrong, const char* reason) { return wrong ? Reason(reason) : std::nullopt; }

template <typename... More>
Reason first_of(Reason first, More... more) {
  if constexpr (sizeof...(more) > 0) return first ? first : first_of(std::move(more)...);
  return first;
}

/// What the outer quantiles of a J-QPD are called.
struct Outer {
  const char *lower, *upper;
};
Outer names_of(const Distribution& d) { return d.tail < 0.1 ? Outer{"p5", "p95"} : Outer{"p10", "p90"}; }

// Support of a J-QPD: infinite ends are fine on their own side.
Reason wrong_support(const Distribution& d) {
  const auto [p10, p90] = names_of(d);
  const double low = d.support_low, high = d.support_high;
  if (low != low || high != high) return "the lowest or highest possible value is not a number";
  if (!(low < high)) return fmt::format("the lowest possible value {} is not below the highest, {}", low, high);
  if (d.a <= low) return fmt::format("{} is not above the lowest possible value, {}", p10, low);
  if (d.c >= high) return fmt::format("{} is not below the highest possible value, {}", p90, high);

  // The curves are numerically sound only with a little room on either side.
  const double margin = smallest_margin * (d.c - d.a);
  if (d.a - low < margin) return fmt::format("{} is almost equal to the lowest possible value, {}", p10, low);
  if (high - d.c < margin) return fmt::format("{} is almost equal to the highest possible value, {}", p90, high);
  return std::nullopt;
}

// P50 so near to a neighbour that the curve would be all but vertical there.
Reason wrong_gaps(const Distribution& d) {
  const auto [below, above] = Jqpd(d).gaps();
  const double smallest = smallest_gap * (below + above);
  const auto [p10, p90] = names_of(d);
  if (!(below >= smallest)) return fmt::format("p50 is almost equal to {}", p10);
  if (!(above >= smallest)) return fmt::format("p50 is almost equal to {}", p90);
  return std::nullopt;
}

Reason wrong_jqpd(const Distribution& d) {
  const auto [p10, p90] = names_of(d);
  if (auto reason = not_a_plain_number({{p10, d.a}, {"p50", d.b}, {p90, d.c}})) return reason;

  // Two that were written tell the third, so only those two can be wrong.
  const char* const first = d.written == Written::upper ? "p50" : p10;
  const char* const last = d.written == Written::lower ? "p50" : p90;
  if (d.a >= d.c) return fmt::format("{} is not below {}", first, last);
  if (d.b <= d.a || d.b >= d.c) return fmt::format("p50 is not between {} and {}", p10, p90);
  const Reason reason = wrong_support(d);
  return reason ? reason : wrong_gaps(d);
}

Reason wrong_three_points(const Distribution& d) {
  return first_of(not_a_plain_number({{"low", d.a}, {"mode", d.b}, {"high", d.c}}),
                  when(d.a > d.c, "low is above high"),
                  when(d.b < d.a || d.b > d.c, "mode is not between low and high"));
}

Reason wrong_beta(const Distribution& d) {
  const auto outside = [](double x) { return x < smallest_exponent || x > largest_exponent; };
  return first_of(not_a_plain_number({{"alpha", d.a}, {"beta", d.b}, {"low", d.support_low}, {"high", d.support_high}}),
                  when(outside(d.a), "alpha is not between 0.1 and 10,000"),
                  when(outside(d.b), "beta is not between 0.1 and 10,000"),
                  when(d.support_low >= d.support_high, "low is not below high"));
}

Reason wrong_gamma(const Distribution& d) {
  return first_of(not_a_plain_number({{"mean", d.a}, {"sd", d.b}}), when(d.a <= 0, "mean is not above 0"),
                  when(d.b < 0, "sd is negative"),
                  when(d.b > 0 && d.b < 0.001 * d.a, "sd is below a thousandth of the mean"),
                  when(d.b > 10 * d.a, "sd is above ten times the mean"));
}

Reason wrong_pareto(const Distribution& d) {
  const bool capped = d.c != Distribution::infinity;
  return first_of(
      not_a_plain_number({{"scale", d.a}, {"alpha", d.b}, {"cap", capped ? d.c : 0}}),
      when(d.a <= 0, "scale is not above 0"), when(d.b < 0.01 || d.b > 1000, "alpha is not between 0.01 and 1000"),
      when(d.c <= d.a, "cap is not above scale"),
      when(!capped && d.max == Distribution::infinity, "it has neither cap nor max, so nothing ends its tail"));
}

Reason cannot_be_cut(const Distribution& d) {
  const bool cut = d.min > -Distribution::infinity || d.max < Distribution::infinity;
  return when(cut, "min and max cannot cut it: they belong to its parts");
}

Reason wrong_shares(const Distribution& d, const char* name) {
  double total = 0;
  for (const MixturePart& part : d.parts) {
    if (auto reason = not_a_plain_number({{name, part.share}})) return reason;
    if (part.share < 0) return fmt::format("a {} is negative", name);
    total += part.share;
  }
  return when(total <= 0, "all its parts have a share of 0");
}

Reason wrong_values(const Distribution& d) {
  if (d.parts.empty()) return "it has no values";
  if (d.parts.size() > most_parts) return fmt::format("it has more than {} values", most_parts);
  for (const MixturePart& part : d.parts) {
    if (part.family != Family::exact) return "a value is no exact number";
    if (auto reason = not_a_plain_number({{"a value", part.a}})) return reason;
  }
  return first_of(wrong_shares(d, "weight"), cannot_be_cut(d));
}

Reason wrong_mixture(const Distribution& d) {
  if (d.parts.empty()) return "it has no parts";
  if (d.parts.size() > most_parts) return fmt::format("it has more than {} parts", most_parts);
  if (auto reason = first_of(wrong_shares(d, "share"), cannot_be_cut(d))) return reason;
  double total = 0;
  for (const MixturePart& part : d.parts) {
    total += part.share;
    if (part.family == Family::discrete || part.family == Family::mixture) return "a part is a mixture itself";
    if (auto reason = invalid_reason(distribution_of(part))) return reason;
  }
  if (total < 1 - share_tolerance || total > 1 + share_tolerance)
    return fmt::format("its shares add up to {}, not 1", total);
  return std::nullopt;
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
    case Family::beta:
      return wrong_beta(d);
    case Family::gamma:
      return wrong_gamma(d);
    case Family::pareto:
      return wrong_pareto(d);
    case Family::bernoulli:
      return first_of(not_a_plain_number({{"probability", d.a}, {"value", d.b}}),
                      when(d.a < 0 || d.a > 1, "probability is not between 0 and 1"), cannot_be_cut(d));
    case Family::discrete:
      return wrong_values(d);
    case Family::mixture:
      return wrong_mixture(d);
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
