#include "model/formula/gamma.hpp"

#include "model/formula/elementary.hpp"
#include "model/formula/polynomial.hpp"

namespace headrace::formula {

namespace {

constexpr double half_log_2_pi_less_half = 0.41893853320467274178;
constexpr double from_here_stirling = 10;  // his series is exact to double precision

// What Stirling's series adds to (x - 1/2)(log x - 1) + log(2 pi)/2 - 1/2, DLMF 5.11.1.
double stirling_rest(double x) {
  constexpr double c[] = {1.0 / 12,   -1.0 / 360,      1.0 / 1260, -1.0 / 1680,
                          1.0 / 1188, -691.0 / 360360, 1.0 / 156,  -3617.0 / 122400};
  const double w = 1 / x;
  return w * polynomial(w * w, c);
}

// log(x^k e^-x / Gamma(k)); for large k from the distance to the mean, so that large terms need not cancel.
double log_front(const GammaShape& s, double log_x, double x) {
  if (s.k < from_here_stirling) return s.k * log_x - x + s.constant;
  const double distance = (x - s.k) / s.k;
  const double log_ratio = size_of(distance) < 0.5 ? log1p(distance) : log_x - s.log_k;
  return s.constant - s.k * (distance - log_ratio);
}

// Sum of x^n / (k (k + 1) ... (k + n)).
double series(double k, double x) {
  constexpr int most_terms = 100000;
  double term = 1 / k, sum = term;
  for (int n = 1; n < most_terms && term > 1e-17 * sum; ++n) {
    term *= x / (k + n);
    sum += term;
  }
  return sum;
}

double continued_fraction(double k, double x) {
  constexpr int most_turns = 100000;
  constexpr double tiny = 1e-300;
  const auto away_from_0 = [](double v) { return size_of(v) < tiny ? tiny : v; };
  double b = x + 1 - k;
  double c = 1 / tiny, d = 1 / away_from_0(b), h = d;
  for (int n = 1; n < most_turns; ++n) {
    const double a = -n * (n - k);
    b += 2;
    d = 1 / away_from_0(a * d + b);
    c = away_from_0(b + a / c);
    const double factor = d * c;
    h *= factor;
    if (size_of(factor - 1) < 4e-16) break;
  }
  return h;
}

}  // namespace

double log_gamma(double x) {
  // Raise x to where Stirling's series is exact to double precision: log G(x) = log G(x + n) - log(x (x+1) ... ).
  double raised = x, product = 1;
  while (raised < from_here_stirling) {
    product *= raised;
    raised += 1;
  }
  const double stirling = (raised - 0.5) * (log(raised) - 1) + half_log_2_pi_less_half + stirling_rest(raised);
  return product == 1 ? stirling : stirling - log(product);
}

GammaShape gamma_shape(double k) {
  const double log_k = log(k);
  const bool large = k >= from_here_stirling;
  return {k, log_k, large ? 0.5 * log_k - 0.5 - half_log_2_pi_less_half - stirling_rest(k) : -log_gamma(k)};
}

GammaPoint gamma_point(const GammaShape& s, double log_x) {
  const double x = exp(log_x);
  const double front = exp(log_front(s, log_x, x));
  if (x < s.k + 1) {
    const double below = front * series(s.k, x);
    return {log_x, {below, 1 - below}, front};
  }
  const double above = front * continued_fraction(s.k, x);
  return {log_x, {1 - above, above}, front};
}

GammaPoint gamma_solve(const GammaShape& s, Tails target, const GammaPoint& from) {
  constexpr int most_steps = 200;
  constexpr double longest_step_up = 2;  // a tangent may lead far beyond where the upper tail is gone
  const bool lower = target.below <= target.above;
  const double wanted = lower ? target.below : target.above;
  GammaPoint at = from;
  double change = 0;
  for (int i = 0; i < most_steps; ++i) {
    // A step into where nothing is left is taken back by half.
    const double have = lower ? at.share.below : at.share.above;
    if (!(have > 0)) {
      change *= 0.5;
      at = gamma_point(s, at.log_x - change);
      continue;
    }
    const double slope = (lower ? at.front : -at.front) / have;
    const double bend = s.k - exp(at.log_x) - slope;
    const double newton = log(wanted / have) / slope;
    change = size_of(bend * newton) < 0.5 ? newton - 0.5 * bend * newton * newton : newton;
    if (!lower && change > longest_step_up) change = longest_step_up;

    // The start may be stale, so that it is never trusted for the last step.
    const bool done = i > 0 && size_of(newton) * (1 + size_of(bend)) < 1e-5;
    if (done) return {at.log_x + change, target, at.front};
    at = gamma_point(s, at.log_x + change);
  }
  return at;
}

}  // namespace headrace::formula
