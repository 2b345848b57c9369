#include <algorithm>
#include <cmath>
#include <optional>

#include "model/distribution/distribution.hpp"
#include "model/distribution/jqpd.hpp"
#include "model/distribution/quantile_function.hpp"
#include "model/formula/elementary.hpp"

namespace headrace {

namespace {

enum class End { low, high };

// Integral of f from a to b by 8-point Gauss-Legendre (Abramowitz and Stegun, table 25.4).
template <typename Function>
double integral(double a, double b, const Function& f) {
  constexpr double nodes[] = {0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363};
  constexpr double weights[] = {0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763};
  const double middle = 0.5 * (a + b), half = 0.5 * (b - a);
  double sum = 0;
  for (int i = 0; i < 4; ++i) sum += weights[i] * (f(middle - half * nodes[i]) + f(middle + half * nodes[i]));
  return half * sum;
}

// Integral of the quantile function over the shares from one end up to `width` away, where the kink is. The function
// may be singular at both, so panels halve towards both; towards the end until they no longer count.
double integral_from_end(const QuantileFunction& q, End end, double width) {
  auto cursor = q.start();
  const auto at_distance = [&](double v) {
    return q(end == End::low ? formula::Tails{v, 1 - v} : formula::Tails{1 - v, v}, cursor);
  };

  // From half way to the kink.
  constexpr int halvings_at_kink = 16;
  double sum = 0, gap = 0.5 * width;
  for (int i = 0; i < halvings_at_kink; ++i, gap *= 0.5) sum += integral(width - gap, width - 0.5 * gap, at_distance);
  sum += integral(width - gap, width, at_distance);

  // From half way to the end.
  constexpr double smallest_share = 0x1p-1000;
  double total_size = formula::size_of(sum), last = total_size;
  for (double v = 0.5 * width; v > smallest_share; v *= 0.5) {
    const double part = integral(0.5 * v, v, at_distance);
    sum += part;
    total_size += formula::size_of(part);
    const double limit = 1e-18 * total_size;
    if (formula::size_of(part) <= limit && last <= limit) break;
    last = formula::size_of(part);
  }
  return sum;
}

// Integral of the tail from scale to cap: (1 - e^-t) / t is 1 where t is 0.
std::optional<double> capped_pareto_mean(const Distribution& d) {
  if (d.c == Distribution::infinity) return std::nullopt;
  const double log_cap = formula::log(d.c / d.a);
  const double t = (d.b - 1) * log_cap;
  const double shrunk = t == 0 ? 1 : 2 * formula::exp(-0.5 * t) * formula::sinh(0.5 * t) / t;
  return d.a * (1 + log_cap * shrunk);
}

double mean_of_parts(const Distribution& d) {
  double sum = 0, total = 0;
  for (const MixturePart& part : d.parts) {
    if (part.share == 0) continue;
    sum += part.share * mean(distribution_of(part));
    total += part.share;
  }
  return sum / total;
}

std::optional<double> closed_form(const Distribution& d) {
  constexpr double root_2_pi = 2.5066282746310005;
  switch (d.family) {
    case Family::exact:
    case Family::normal:
    case Family::exponential:
      return d.a;
    case Family::pert:
      return (d.a + 4 * d.b + d.c) / 6;
    case Family::triangular:
      return (d.a + d.b + d.c) / 3;
    case Family::uniform:
      return 0.5 * (d.a + d.b);
    case Family::lognormal:
      return d.a * formula::exp(0.5 * d.b * d.b);
    case Family::jqpd:
      if (d.support_low > -Distribution::infinity || d.support_high < Distribution::infinity) break;
      return d.b + ((d.c - d.b) - (d.b - d.a)) / (Jqpd::outer_score(d) * root_2_pi);
    case Family::beta:
      return d.support_low + (d.support_high - d.support_low) * (d.a / (d.a + d.b));
    case Family::gamma:
      return d.a;
    case Family::pareto:
      return capped_pareto_mean(d);
    case Family::bernoulli:
      return d.a * d.b;
    case Family::discrete:
    case Family::mixture:
      return mean_of_parts(d);
  }
  return std::nullopt;
}

/// Is no value kept back by the ends of its adjustment?
bool is_linear(const Distribution& d) {
  if (d.then.is_none()) return true;
  Distribution drawn = d;
  drawn.then = {};
  const Ends ends = ends_of(drawn);
  const Adjustment free{d.then.times, d.then.plus};
  return adjusted(free, ends.low) >= d.then.low && adjusted(free, ends.high) <= d.then.high;
}

}  // namespace

double mean(const Distribution& distribution) {
  if (const auto value = only_value(distribution)) return *value;
  const QuantileFunction q(distribution);
  const auto exact_mean = q.is_cut() ? std::nullopt : closed_form(distribution);
  if (exact_mean && is_linear(distribution)) {
    return distribution.then.is_none() ? *exact_mean : adjusted(distribution.then, *exact_mean);
  }
  const double kink = q.kink();
  return integral_from_end(q, End::low, kink) + integral_from_end(q, End::high, 1 - kink);
}

}  // namespace headrace
