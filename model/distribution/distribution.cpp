#include "model/distribution/distribution.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/distribution/quantile_function.hpp"

namespace headrace {

namespace {

/// Share as a percentage: "12.5%".
std::string percent(double share) { return fmt::format("{:.4g}%", 100 * share); }

std::string describe_values(const Distribution& d) {
  double total = 0;
  for (const MixturePart& part : d.parts) total += part.share;
  std::vector<std::string> words;
  for (const MixturePart& part : d.parts) words.push_back(fmt::format("{} ({})", part.a, percent(part.share / total)));
  return fmt::format("one of {}", fmt::join(words, ", "));
}

std::string describe_parts(const Distribution& d) {
  std::vector<std::string> words;
  for (const MixturePart& part : d.parts) {
    words.push_back(fmt::format("{} {}", percent(part.share), describe(distribution_of(part))));
  }
  return fmt::format("{}", fmt::join(words, "; "));
}

std::string describe_quantiles(const Distribution& d) {
  const bool wide = d.tail < 0.1;
  std::vector<std::string> words;
  if (d.written != Written::upper) words.push_back(fmt::format("{} {}", wide ? "P5" : "P10", d.a));
  if (d.written != Written::outer) words.push_back(fmt::format("P50 {}", d.b));
  if (d.written != Written::lower) words.push_back(fmt::format("{} {}", wide ? "P95" : "P90", d.c));
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string describe_family(const Distribution& d) {
  switch (d.family) {
    case Family::exact:
      break;
    case Family::jqpd:
      return describe_quantiles(d);
    case Family::pert:
      return fmt::format("PERT {} / {} / {}", d.a, d.b, d.c);
    case Family::triangular:
      return fmt::format("triangular {} / {} / {}", d.a, d.b, d.c);
    case Family::normal:
      return fmt::format("normal, mean {}, sd {}", d.a, d.b);
    case Family::lognormal:
      return fmt::format("lognormal, median {}, sigma {}", d.a, d.b);
    case Family::uniform:
      return fmt::format("uniform {} to {}", d.a, d.b);
    case Family::exponential:
      return fmt::format("exponential, mean {}", d.a);
    case Family::beta:
      if (d.support_low != 0 || d.support_high != 1) {
        return fmt::format("beta {} / {}, {} to {}", d.a, d.b, d.support_low, d.support_high);
      }
      return fmt::format("beta {} / {}", d.a, d.b);
    case Family::gamma:
      return fmt::format("gamma, mean {}, sd {}", d.a, d.b);
    case Family::pareto:
      if (d.c == Distribution::infinity) return fmt::format("Pareto from {}, alpha {}", d.a, d.b);
      return fmt::format("Pareto from {}, alpha {}, capped at {}", d.a, d.b, d.c);
    case Family::bernoulli:
      return fmt::format("{} with probability {}, else 0", d.b, d.a);
    case Family::discrete:
      return describe_values(d);
    case Family::mixture:
      return describe_parts(d);
  }
  return fmt::format("{}", d.a);
}

}  // namespace

MixturePart part_of(double weight, const Distribution& d) {
  return {weight, d.family, d.a, d.b, d.c, d.support_low, d.support_high, d.min, d.max, d.tail, d.written};
}

Distribution distribution_of(const MixturePart& p) {
  return {p.family, p.a, p.b, p.c, p.support_low, p.support_high, p.min, p.max, {}, {}, p.tail, p.written};
}

namespace {

Ends family_ends(const Distribution& d) {
  constexpr double infinity = Distribution::infinity;
  switch (d.family) {
    case Family::exact:
      break;
    case Family::jqpd:
    case Family::beta:
      return {d.support_low, d.support_high};
    case Family::pert:
    case Family::triangular:
      return {d.a, d.c};
    case Family::uniform:
      return {d.a, d.b};
    case Family::normal:
      return {-infinity, infinity};
    case Family::lognormal:
    case Family::exponential:
    case Family::gamma:
      return {0, infinity};
    case Family::pareto:
      return {d.a, d.c};
    case Family::bernoulli:
      return {std::min(0.0, d.b), std::max(0.0, d.b)};
    case Family::discrete:
    case Family::mixture: {
      Ends all{infinity, -infinity};
      for (const MixturePart& part : d.parts) {
        const Ends one = ends_of(distribution_of(part));
        all = {std::min(all.low, one.low), std::max(all.high, one.high)};
      }
      return all;
    }
  }
  return {d.a, d.a};
}

}  // namespace

double adjusted(const Adjustment& by, double value) { return std::clamp(value * by.times + by.plus, by.low, by.high); }

Distribution adjusted(const Distribution& distribution, const Adjustment& by) {
  if (is_exact(distribution) && distribution.then.is_none()) return exact(adjusted(by, distribution.a));
  Distribution result = distribution;
  Adjustment& then = result.then;
  then.plus = then.plus * by.times + by.plus;
  then.times *= by.times;
  then.low = std::clamp(then.low * by.times + by.plus, by.low, by.high);
  then.high = std::clamp(then.high * by.times + by.plus, by.low, by.high);
  return result;
}

Ends ends_of(const Distribution& d) {
  if (const auto value = only_value(d)) return {*value, *value};
  const Ends all = family_ends(d);
  return {adjusted(d.then, std::max(all.low, d.min)), adjusted(d.then, std::min(all.high, d.max))};
}

double quantile(const Distribution& distribution, double u) {
  return QuantileFunction(distribution)(formula::tails(u));
}

namespace {

std::string describe_adjustment(const Adjustment& by) {
  std::string words;
  if (by.times != 1) words += fmt::format(", times {:.6g}", by.times);
  if (by.plus != 0)
    words += fmt::format(", {} {:.6g}", by.plus > 0 ? "plus" : "minus", by.plus > 0 ? by.plus : -by.plus);
  return words;
}

}  // namespace

std::string describe(const Distribution& d) {
  const std::string family = describe_family(d) + describe_adjustment(d.then);
  const bool has_min = d.min > -Distribution::infinity, has_max = d.max < Distribution::infinity;
  if (has_min && has_max) return fmt::format("{}, between {} and {}", family, d.min, d.max);
  if (has_min) return fmt::format("{}, at least {}", family, d.min);
  if (has_max) return fmt::format("{}, at most {}", family, d.max);
  return family;
}

}  // namespace headrace
