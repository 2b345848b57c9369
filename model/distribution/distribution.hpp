#pragma once

#include <compare>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace headrace {

// clang-format off
/// Families of distributions that a number in a scenario may have. Parameters a, b, c by family:
///
/// | family      | a      | b     | c    | written as |
/// | ----------- | ------ | ----- | ---- | ---------- |
/// | exact       | value  |       |      | `5` |
/// | jqpd        | p10    | p50   | p90  | `{ p10, p50, p90 }`, or p5 and p95, or two of the three (the other as evenly spaced as the support allows): J-QPD-S or J-QPD-B by support, model/distribution/jqpd.hpp |
/// | pert        | low    | mode  | high | `{ low, mode, high }`: beta, lambda 4 |
/// | triangular  | low    | mode  | high | `{ low, mode, high, shape = "triangular" }` |
/// | normal      | mean   | sd    |      | `{ mean, sd }` |
/// | lognormal   | median | sigma |      | `{ median, sigma }`: sigma of the natural logarithm |
/// | uniform     | low    | high  |      | `{ low, high }` |
/// | exponential | mean   |       |      | `{ mean, shape = "exponential" }` |
/// | beta        | alpha  | beta  |      | `{ alpha, beta }`, from 0 to 1 or from `low` to `high` |
/// | gamma       | mean   | sd    |      | `{ mean, sd, shape = "gamma" }` |
/// | pareto      | scale  | alpha | cap  | `{ scale, alpha, cap }`: what passes the cap (infinite: none) is the cap |
/// | bernoulli   | probability | value | | `{ probability, value }`: the value with that probability, else 0 |
/// | discrete    |        |       |      | `{ values, weights }`: parts of one value each |
/// | mixture     |        |       |      | `{ mix = [{ share, ... }, ...] }`: one of the parts, by their shares |
// clang-format on
enum class Family {
  exact,
  jqpd,
  pert,
  triangular,
  normal,
  lognormal,
  uniform,
  exponential,
  beta,
  gamma,
  pareto,
  bernoulli,
  discrete,
  mixture
};

/// Quantiles of a J-QPD that were written; the other one is evenly spaced with them on the scale of the fit.
enum class Written { all, outer, lower, upper };

/// One part of a mixture: a distribution that is no mixture itself, and how often it is the one. Members as in
/// Distribution.
struct MixturePart {
  double share = 0;  ///< of all futures; shares of a discrete number need not add up to 1
  Family family = Family::exact;
  double a = 0, b = 0, c = 0;
  double support_low = 0, support_high = 0;
  double min = 0, max = 0;
  double tail = 0.1;
  Written written = Written::all;

  auto operator<=>(const MixturePart&) const = default;
};

/// What is done to every value of a distribution: value x times + plus, kept between low and high.
struct Adjustment {
  double times = 1, plus = 0;  ///< times is above 0
  double low = -std::numeric_limits<double>::infinity(), high = std::numeric_limits<double>::infinity();

  bool is_none() const { return *this == Adjustment{}; }
  auto operator<=>(const Adjustment&) const = default;
};

/// One value, adjusted.
double adjusted(const Adjustment& by, double value);

/// A number that may be uncertain. A plain value: comparable, hashable by its members, printable.
struct Distribution {
  static constexpr double infinity = std::numeric_limits<double>::infinity();

  Family family = Family::exact;
  double a = 0, b = 0, c = 0;
  double support_low = -infinity;  ///< jqpd: its min, or the quantity's natural lower bound; beta: where it starts
  double support_high = infinity;  ///< jqpd: its max; 1 for shares; else infinite (J-QPD-S); beta: its end
  double min = -infinity;  ///< the distribution is truncated to [min, max]: mass outside is spread over the inside
  double max = infinity;
  std::vector<MixturePart> parts{};  ///< discrete, mixture
  Adjustment then{};  ///< after drawing and truncation; how a plan's limit is relaxed (model/limits/limits.hpp)
  double tail = 0.1;  ///< jqpd: share of futures below a, and above c: 0.1 or 0.05
  Written written = Written::all;  ///< jqpd

  auto operator<=>(const Distribution&) const = default;
};

inline Distribution exact(double value) { return {Family::exact, value}; }
inline bool is_exact(const Distribution& d) { return d.family == Family::exact; }

MixturePart part_of(double share, const Distribution& distribution);
Distribution distribution_of(const MixturePart& part);

/// The same draw, each value adjusted: x times + plus, kept between low and high. An exact number stays exact.
Distribution adjusted(const Distribution& distribution, const Adjustment& by);

/// Where a number may lie at all, truncation included.
struct Ends {
  double low;
  double high;
};
Ends ends_of(const Distribution& distribution);

/// What makes the parameters impossible, in words ("p50 is not between p10 and p90"); nothing when they are fine.
///
/// Every check that quantile() relies on is made here. p10 < p50 < p90 strictly, all three strictly inside the support;
/// low == high (pert, triangular, uniform), sd 0 and sigma 0 are allowed and mean an exact number. No number may pass
/// 1e30 and no sigma 10. Truncation must leave at least one future in a million; an exact number must lie inside it.
/// A Pareto needs max or cap. Shares of a mixture add up to 1; it and what has separate values cannot be truncated.
std::optional<std::string> invalid_reason(const Distribution& distribution);

/// Value below which the share u of futures falls, truncation included.
/// @param u  in (0, 1); 0 and 1 give the ends of the support (possibly infinite)
/// Accuracy: relative 1e-11 or better against the exact quantile function (tests/unit/model/distribution_test.cpp),
/// away from where it crosses 0. Many quantiles of one distribution are cheaper by
/// model/distribution/quantile_function.hpp. Same bits on every machine: own elementary functions only. Errors: none
/// for parameters that invalid_reason() accepts.
double quantile(const Distribution& distribution, double u);

/// Mean, truncation included: in closed form for an untruncated family that has one, else by Gauss-Legendre integration
/// of the quantile function (relative error 1e-10, 0.05 to 0.4 ms). For planning order and reports, not for draws.
double mean(const Distribution& distribution);

/// Short words for a table: "5", "PERT 2 / 4 / 9", "P10 2, P50 4, P90 9", "lognormal, median 2, sigma 0.4".
std::string describe(const Distribution& distribution);

}  // namespace headrace
