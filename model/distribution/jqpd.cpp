#include "model/distribution/jqpd.hpp"

#include <algorithm>
#include <cmath>

#include "model/distribution/distribution.hpp"
#include "model/formula/elementary.hpp"

namespace headrace {

using formula::Tails;

namespace {

// Standard normal P90 and P95: c of the paper.
constexpr double z90 = 1.2815515655446004, z95 = 1.6448536269514722;

constexpr double sign_of(double x) { return x > 0 ? 1 : x < 0 ? -1 : 0; }

// The paper's r = (H - L) / (2 min(B - L, H - B)) as sqrt(r^2 - 1), which is sinh(acosh(r)), from the two gaps
// themselves, so that nearly even gaps lose no digits.
double unevenness(const Jqpd::Gaps& gaps) {
  const auto [smaller, larger] = std::minmax(gaps.below, gaps.above);
  const double r_less_1 = (larger - smaller) / (2 * smaller);
  return std::sqrt(r_less_1 * (r_less_1 + 2));
}

// sinh(asinh(delta z) + asinh(n c delta)) / delta = z sqrt(1 + (c delta)^2) + n c sqrt(1 + (delta z)^2).
// Its inverse is the same with -n.
double stretched(double z, double c, double delta, double n) {
  const double c_delta = c * delta;
  const double along = z * std::sqrt(1 + c_delta * c_delta);
  const double across = n * c * std::sqrt(1 + delta * delta * z * z);

  // Of opposite signs the sum would lose digits; the difference of their squares is z^2 - c^2 where n is not 0.
  return along * across < 0 ? (z - c) * (z + c) / (along - across) : along + across;
}

}  // namespace

double Jqpd::outer_score(const Distribution& d) { return d.tail < 0.1 ? z95 : z90; }

Jqpd::Jqpd(const Distribution& d) : c_(outer_score(d)) {
  const bool bounded_below = d.support_low > -Distribution::infinity;
  const bool bounded_above = d.support_high < Distribution::infinity;
  if (bounded_below && bounded_above) {
    low_ = d.support_low;
    high_ = d.support_high;
    fit_bounded(d.a, d.b, d.c);
  } else if (bounded_below) {
    low_ = d.support_low;
    fit_semi_bounded(d.a, d.b, d.c);
  } else if (bounded_above) {
    sign_ = -1;
    low_ = -d.support_high;
    fit_semi_bounded(-d.c, -d.b, -d.a);
  } else {
    gaps_ = {d.b - d.a, d.c - d.b};
    anchor_ = d.b;
    scale_ = gaps_.below / c_;
    scale_above_ = gaps_.above / c_;
  }
}

// J-QPD-S: low + theta exp(lambda sinh(asinh(delta z) + asinh(n c delta))), lambda = min(B - L, H - B) / (delta c).
// With the sinh spread out, see stretched() above, even gaps (n = 0, the lognormal) need no case of their own.
void Jqpd::fit_semi_bounded(double p10, double p50, double p90) {
  kind_ = Kind::semi_bounded;
  gaps_ = {formula::log1p((p50 - p10) / (p10 - low_)), formula::log1p((p90 - p50) / (p50 - low_))};
  skew_ = sign_of(gaps_.above - gaps_.below);
  delta_ = unevenness(gaps_) / c_;
  anchor_ = (skew_ > 0 ? p10 : skew_ < 0 ? p90 : p50) - low_;
  scale_ = std::min(gaps_.below, gaps_.above) / c_;
}

// J-QPD-B: low + (high - low) Phi(xi + lambda sinh(delta (z + n c))), fitted to the normal scores L, B, H.
void Jqpd::fit_bounded(double p10, double p50, double p90) {
  kind_ = Kind::bounded;
  const auto score = [&](double value) {
    return formula::normal_quantile(Tails{(value - low_) / (high_ - low_), (high_ - value) / (high_ - low_)});
  };
  const double l = score(p10), b = score(p50), h = score(p90);
  gaps_ = {b - l, h - b};
  skew_ = sign_of(gaps_.above - gaps_.below);
  delta_ = formula::asinh(unevenness(gaps_)) / c_;
  anchor_ = skew_ > 0 ? l : skew_ < 0 ? h : b;
  scale_ = delta_ > 0 ? (h - l) / formula::sinh(2 * delta_ * c_) : (h - l) / (2 * c_);
}

double Jqpd::quantile(Tails share) const {
  const double z = sign_ * formula::normal_quantile(share);
  switch (kind_) {
    case Kind::semi_bounded:
      return sign_ * (low_ + anchor_ * formula::exp(scale_ * stretched(z, c_, delta_, skew_)));
    case Kind::bounded: {
      const double from_anchor = z + skew_ * c_;
      const double w = anchor_ + scale_ * (delta_ > 0 ? formula::sinh(delta_ * from_anchor) : from_anchor);
      const Tails place = formula::normal_tails(w);
      return w < 0 ? low_ + (high_ - low_) * place.below : high_ - (high_ - low_) * place.above;
    }
    case Kind::two_piece:
      break;
  }
  return anchor_ + z * (z < 0 ? scale_ : scale_above_);
}

Tails Jqpd::share(double value) const {
  const double x = sign_ * value;
  double z = 0;
  switch (kind_) {
    case Kind::semi_bounded:
      if (x <= low_) return sign_ > 0 ? Tails{0, 1} : Tails{1, 0};
      z = stretched(formula::log((x - low_) / anchor_) / scale_, c_, delta_, -skew_);
      break;
    case Kind::bounded: {
      if (x <= low_) return {0, 1};
      if (x >= high_) return {1, 0};
      const double w = formula::normal_quantile(Tails{(x - low_) / (high_ - low_), (high_ - x) / (high_ - low_)});
      const double y = (w - anchor_) / scale_;
      z = (delta_ > 0 ? formula::asinh(y) / delta_ : y) - skew_ * c_;
      break;
    }
    case Kind::two_piece:
      z = (x - anchor_) / (x < anchor_ ? scale_ : scale_above_);
      break;
  }
  return formula::normal_tails(sign_ * z);
}

namespace {

/// Where a value lies on the scale on which evenly spaced quantiles are a straight line against the normal's, and back.
struct Scale {
  double low, high;

  bool below() const { return low > -Distribution::infinity; }
  bool above() const { return high < Distribution::infinity; }

  double of(double x) const {
    if (below() && above()) return formula::normal_quantile(Tails{(x - low) / (high - low), (high - x) / (high - low)});
    if (below()) return formula::log(x - low);
    return above() ? -formula::log(high - x) : x;
  }

  double back(double y) const {
    if (below() && above()) {
      const Tails place = formula::normal_tails(y);
      return y < 0 ? low + (high - low) * place.below : high - (high - low) * place.above;
    }
    if (below()) return low + formula::exp(y);
    return above() ? high - formula::exp(-y) : y;
  }
};

}  // namespace

Distribution evenly_spaced(Distribution d) {
  if (d.written == Written::all) return d;
  const double first = d.written == Written::upper ? d.b : d.a, last = d.written == Written::lower ? d.b : d.c;
  const Scale scale{d.support_low, d.support_high};
  const bool inside = first < last && first > d.support_low && last < d.support_high;

  // Outside the support there is no scale; the check of the parameters says so.
  const auto one = [&](double x) { return inside ? scale.of(x) : x; };
  const double y = d.written == Written::outer   ? 0.5 * (one(first) + one(last))
                   : d.written == Written::lower ? 2 * one(last) - one(first)
                                                 : 2 * one(first) - one(last);
  (d.written == Written::outer ? d.b : d.written == Written::lower ? d.c : d.a) = inside ? scale.back(y) : y;
  return d;
}

}  // namespace headrace
