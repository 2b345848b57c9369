#include "model/distribution/quantile_function.hpp"

#include <algorithm>
#include <cmath>

#include "model/distribution/mixture.hpp"
#include "model/formula/elementary.hpp"

namespace headrace {

using formula::Tails;

namespace {

constexpr Tails nothing_below{0, 1}, nothing_above{1, 0};

// A value counted from whichever end of [low, high] is nearer in shares.
double from_nearer_end(double low, double high, Tails share) {
  return share.below <= share.above ? low + (high - low) * share.below : high - (high - low) * share.above;
}

double triangular_quantile(const Distribution& d, Tails share) {
  const double width = d.c - d.a;
  if (share.below * width <= d.b - d.a) return d.a + std::sqrt(share.below * width * (d.b - d.a));
  return d.c - std::sqrt(share.above * width * (d.c - d.b));
}

Tails triangular_share(const Distribution& d, double x) {
  const double width = d.c - d.a;
  if (x <= d.b) return formula::tails((x - d.a) / width * ((x - d.a) / (d.b - d.a)));
  return mirrored(formula::tails((d.c - x) / width * ((d.c - x) / (d.c - d.b))));
}

double exponential_quantile(double mean, Tails share) {
  return -mean * (share.below < 0.5 ? formula::log1p(-share.below) : formula::log(share.above));
}

// 1 - e^-t = 2 e^(-t/2) sinh(t/2) keeps the digits of a small t.
Tails exponential_share(double mean, double x) {
  const double t = x / mean;
  return {t < 1 ? 2 * formula::exp(-0.5 * t) * formula::sinh(0.5 * t) : 1 - formula::exp(-t), formula::exp(-t)};
}

Tails uncapped_pareto_share(const Distribution& d, double x) {
  return x <= d.a ? nothing_below : exponential_share(1 / d.b, formula::log(x / d.a));
}

bool is_capped(const Distribution& d) { return d.family == Family::pareto && d.c < d.max; }

/// Value of a scaled-up share of [0, 1].
double between_ends(const Distribution& d, const formula::BetaPoint& place) {
  return from_nearer_end(d.support_low, d.support_high, {place.x, place.y});
}

formula::BetaPoint middle_of(const formula::BetaShape& s) {
  return formula::beta_point(s, s.a / (s.a + s.b), s.b / (s.a + s.b));
}

std::optional<double> only_part(const Distribution& d) {
  std::optional<double> value;
  for (const MixturePart& part : d.parts) {
    if (part.share == 0) continue;
    const auto one = only_value(distribution_of(part));
    if (!one || (value && *value != *one)) return std::nullopt;
    value = one;
  }
  return value;
}

}  // namespace

namespace {

/// The one value before adjustment.
std::optional<double> only_drawn(const Distribution& d) {
  const bool low_is_high = d.family == Family::uniform ? d.a == d.b : d.a == d.c;
  switch (d.family) {
    case Family::exact:
      return d.a;
    case Family::pert:
    case Family::triangular:
    case Family::uniform:
      return low_is_high ? std::optional(d.a) : std::nullopt;
    case Family::normal:
    case Family::lognormal:
    case Family::gamma:
      return d.b == 0 ? std::optional(d.a) : std::nullopt;
    case Family::bernoulli:
      if (d.a == 0 || d.a == 1 || d.b == 0) return d.a == 1 ? d.b : 0;
      break;
    case Family::discrete:
    case Family::mixture:
      return only_part(d);
    case Family::jqpd:
    case Family::exponential:
    case Family::beta:
    case Family::pareto:
      break;
  }
  return std::nullopt;
}

/// The value that is adjusted to this one.
double before(const Adjustment& by, double value) { return (value - by.plus) / by.times; }

}  // namespace

std::optional<double> only_value(const Distribution& d) {
  const auto value = only_drawn(d);
  return value && !d.then.is_none() ? std::optional(adjusted(d.then, *value)) : value;
}

QuantileFunction::QuantileFunction(const Distribution& distribution) : d_(distribution) {
  if (const auto value = only_value(d_)) {
    d_ = exact(*value);
    return;
  }

  // Constants of the families that have some.
  if (d_.family == Family::jqpd) jqpd_ = Jqpd(d_);
  if (d_.family == Family::pert) {
    beta_ = formula::beta_shape(1 + 4 * (d_.b - d_.a) / (d_.c - d_.a), 1 + 4 * (d_.c - d_.b) / (d_.c - d_.a));
    start_.beta = middle_of(beta_);
  }
  if (d_.family == Family::beta) {
    beta_ = formula::beta_shape(d_.a, d_.b);
    start_.beta = middle_of(beta_);
  }
  if (d_.family == Family::gamma) {
    gamma_ = formula::gamma_shape(d_.a / d_.b * (d_.a / d_.b));
    start_.gamma = formula::gamma_point(gamma_, gamma_.log_k);
  }
  if (d_.family == Family::bernoulli || d_.family == Family::discrete || d_.family == Family::mixture) {
    mixture_ = std::make_shared<const Mixture>(d_);
  }

  // What min and max cut off, and what is left: the difference is taken on the side where the shares are small.
  const Tails at_min = d_.min > -Distribution::infinity ? share(d_.min) : nothing_below;
  const Tails at_max = d_.max < Distribution::infinity ? share(d_.max) : nothing_above;
  below_min_ = at_min.below;
  above_max_ = at_max.above;
  mass_ = at_min.above < 0.5   ? at_min.above - at_max.above
          : at_max.below < 0.5 ? at_max.below - at_min.below
                               : 1 - at_min.below - at_max.above;
}

double QuantileFunction::operator()(Tails share) const {
  Cursor cursor = start_;
  return (*this)(share, cursor);
}

double QuantileFunction::operator()(Tails share, Cursor& cursor) const {
  if (is_exact(d_)) return d_.a;
  const Tails of_family{below_min_ + share.below * mass_, above_max_ + share.above * mass_};
  const double drawn = std::clamp(untruncated(of_family, cursor), d_.min, d_.max);
  return d_.then.is_none() ? drawn : adjusted(d_.then, drawn);
}

double QuantileFunction::kink() const {
  if (is_capped(d_)) return std::clamp(of_what_is_left(uncapped_pareto_share(d_, d_.c)).below, 0.0, 1.0);
  const double share_at_kink = d_.family == Family::triangular ? (d_.b - d_.a) / (d_.c - d_.a) : 0.5;
  return std::clamp((share_at_kink - below_min_) / mass_, 0.0, 1.0);
}

Tails QuantileFunction::of_what_is_left(Tails share) const {
  return {(share.below - below_min_) / mass_, (share.above - above_max_) / mass_};
}

Tails QuantileFunction::share_at(double value) const {
  if (is_exact(d_)) return value < d_.a ? nothing_below : nothing_above;
  if (!d_.then.is_none()) {
    if (value < d_.then.low) return nothing_below;
    if (value >= d_.then.high) return nothing_above;
    value = before(d_.then, value);
  }
  if (value < d_.min) return nothing_below;
  if (value >= d_.max) return nothing_above;
  return is_cut() ? of_what_is_left(share(value)) : share(value);
}

std::vector<QuantileStep> QuantileFunction::steps() const {
  std::vector<QuantileStep> steps;
  if (mixture_) steps = mixture_->steps();
  if (is_capped(d_)) steps = {{of_what_is_left(uncapped_pareto_share(d_, d_.c)), d_.c, d_.c}};
  if (d_.then.is_none()) return steps;
  for (QuantileStep& step : steps) {
    step.below = adjusted(d_.then, step.below);
    step.above = adjusted(d_.then, step.above);
  }
  return steps;
}

double QuantileFunction::untruncated(Tails share, Cursor& cursor) const {
  // The ends of the support, where no search may start.
  const bool low_end = !(share.below > 0), high_end = !(share.above > 0);
  switch (d_.family) {
    case Family::exact:
      break;
    case Family::jqpd:
      return low_end ? d_.support_low : high_end ? d_.support_high : jqpd_.quantile(share);
    case Family::pert:
      if (low_end || high_end) return low_end ? d_.a : d_.c;
      cursor.beta = formula::beta_solve(beta_, share, cursor.beta);
      return from_nearer_end(d_.a, d_.c, {cursor.beta.x, cursor.beta.y});
    case Family::triangular:
      return triangular_quantile(d_, share);
    case Family::normal:
      return d_.a + d_.b * formula::normal_quantile(share);
    case Family::lognormal:
      return d_.a * formula::exp(d_.b * formula::normal_quantile(share));
    case Family::uniform:
      return from_nearer_end(d_.a, d_.b, share);
    case Family::exponential:
      return exponential_quantile(d_.a, share);
    case Family::beta:
      if (low_end || high_end) return low_end ? d_.support_low : d_.support_high;
      cursor.beta = formula::beta_solve(beta_, share, cursor.beta);
      return between_ends(d_, cursor.beta);
    case Family::gamma:
      if (low_end || high_end) return low_end ? 0 : Distribution::infinity;
      cursor.gamma = formula::gamma_solve(gamma_, share, cursor.gamma);
      return d_.a / gamma_.k * formula::exp(cursor.gamma.log_x);
    case Family::pareto:
      return std::min(d_.c, d_.a * formula::exp(exponential_quantile(1 / d_.b, share)));
    case Family::bernoulli:
    case Family::discrete:
    case Family::mixture:
      return mixture_->quantile(share);
  }
  return d_.a;
}

Tails QuantileFunction::share(double x) const {
  switch (d_.family) {
    case Family::exact:
      break;
    case Family::jqpd:
      return jqpd_.share(x);
    case Family::pert:
      if (x <= d_.a || x >= d_.c) return x <= d_.a ? nothing_below : nothing_above;
      return formula::beta_point(beta_, (x - d_.a) / (d_.c - d_.a), (d_.c - x) / (d_.c - d_.a)).share;
    case Family::triangular:
      if (x <= d_.a || x >= d_.c) return x <= d_.a ? nothing_below : nothing_above;
      return triangular_share(d_, x);
    case Family::normal:
      return formula::normal_tails((x - d_.a) / d_.b);
    case Family::lognormal:
      return x <= 0 ? nothing_below : formula::normal_tails(formula::log(x / d_.a) / d_.b);
    case Family::uniform:
      if (x <= d_.a || x >= d_.b) return x <= d_.a ? nothing_below : nothing_above;
      return {(x - d_.a) / (d_.b - d_.a), (d_.b - x) / (d_.b - d_.a)};
    case Family::exponential:
      return x <= 0 ? nothing_below : exponential_share(d_.a, x);
    case Family::beta:
      if (x <= d_.support_low || x >= d_.support_high) return x <= d_.support_low ? nothing_below : nothing_above;
      return formula::beta_point(beta_, (x - d_.support_low) / (d_.support_high - d_.support_low),
                                 (d_.support_high - x) / (d_.support_high - d_.support_low))
          .share;
    case Family::gamma:
      return x <= 0 ? nothing_below : formula::gamma_point(gamma_, formula::log(x / d_.a) + gamma_.log_k).share;
    case Family::pareto:
      return x >= d_.c ? nothing_above : uncapped_pareto_share(d_, x);
    case Family::bernoulli:
    case Family::discrete:
    case Family::mixture:
      return mixture_->share(x);
  }
  return nothing_below;
}

}  // namespace headrace
