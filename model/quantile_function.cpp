#include "model/quantile_function.hpp"

#include <algorithm>
#include <cmath>

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

}  // namespace

std::optional<double> only_value(const Distribution& d) {
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
      return d.b == 0 ? std::optional(d.a) : std::nullopt;
    case Family::jqpd:
    case Family::exponential:
      break;
  }
  return std::nullopt;
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
    start_ = formula::beta_point(beta_, beta_.a / (beta_.a + beta_.b), beta_.b / (beta_.a + beta_.b));
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
  return std::clamp(untruncated(of_family, cursor), d_.min, d_.max);
}

double QuantileFunction::kink() const {
  const double share_at_kink = d_.family == Family::triangular ? (d_.b - d_.a) / (d_.c - d_.a) : 0.5;
  return std::clamp((share_at_kink - below_min_) / mass_, 0.0, 1.0);
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
      cursor = formula::beta_solve(beta_, share, cursor);
      return from_nearer_end(d_.a, d_.c, {cursor.x, cursor.y});
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
  }
  return nothing_below;
}

}  // namespace headrace
