#include "model/formula/beta.hpp"

#include "model/formula/elementary.hpp"

namespace headrace::formula {

namespace {

// Continued fraction of the incomplete beta function, two terms a turn, by the modified Lentz method.
double continued_fraction(double a, double b, double x) {
  constexpr int most_turns = 20000;
  constexpr double tiny = 1e-300;
  const auto away_from_0 = [](double v) { return size_of(v) < tiny ? tiny : v; };
  double c = 1;
  double d = 1 / away_from_0(1 - (a + b) * x / (a + 1));
  double h = d;
  for (int m = 1; m < most_turns; ++m) {
    const double k = a + 2 * m;

    // Even term.
    const double even = m * (b - m) * x / ((k - 1) * k);
    d = 1 / away_from_0(1 + even * d);
    c = away_from_0(1 + even / c);
    h *= d * c;

    // Odd term.
    const double odd = -(a + m) * (a + b + m) * x / (k * (k + 1));
    d = 1 / away_from_0(1 + odd * d);
    c = away_from_0(1 + odd / c);
    const double factor = d * c;
    h *= factor;
    if (size_of(factor - 1) < 4e-16) break;
  }
  return h;
}

BetaShape mirrored(const BetaShape& s) { return {s.b, s.a, s.log_beta}; }
BetaPoint mirrored(const BetaPoint& p) { return {p.y, p.x, mirrored(p.share), p.front}; }

// One step of Newton's method with the second derivative, as a change of log x.
struct Step {
  double change;
  bool last;  // what is left after it is below rounding
};

Step step_towards(const BetaShape& s, double target, const BetaPoint& at) {
  const double slope = at.front / (at.y * at.share.below);
  const double bend = s.a - (s.b - 1) * at.x / at.y - slope;
  const double newton = log(target / at.share.below) / slope;
  const double curved = size_of(bend * newton) < 0.5 ? newton - 0.5 * bend * newton * newton : newton;
  return {curved, size_of(newton) * (1 + size_of(bend)) < 1e-5};
}

// beta_solve() for a share in the lower tail.
BetaPoint solve_lower(const BetaShape& s, Tails target, const BetaPoint& from) {
  constexpr int most_steps = 200;
  double low = 0, high = 1;
  BetaPoint at = from;
  for (int i = 0; i < most_steps; ++i) {
    (at.share.below < target.below ? low : high) = at.x;

    // A step that leaves the bracket, or is not a number, becomes a bisection.
    const Step step = step_towards(s, target.below, at);
    double x = at.x * exp(step.change);
    const bool inside = x >= low && x <= high;
    if (!inside) x = 0.5 * (low + high);

    // The start may be stale, so that it is never trusted for the last step.
    const bool done = inside ? step.last && i > 0 : !(low < x && x < high);
    if (done) return {x, 1 - x, target, at.front};
    at = beta_point(s, x, 1 - x);
  }
  return at;
}

}  // namespace

BetaShape beta_shape(double a, double b) { return {a, b, log_gamma(a) + log_gamma(b) - log_gamma(a + b)}; }

BetaPoint beta_point(const BetaShape& s, double x, double y) {
  if (!(x > 0)) return {0, 1, {0, 1}, 0};
  if (!(y > 0)) return {1, 0, {1, 0}, 0};
  const double front = exp(s.a * log(x) + s.b * log(y) - s.log_beta);

  // The side of the smaller share, roughly: there the fraction converges fast and the result keeps its digits.
  if (x * (s.a + s.b + 2) < s.a + 1) {
    const double below = front * continued_fraction(s.a, s.b, x) / s.a;
    return {x, y, {below, 1 - below}, front};
  }
  const double above = front * continued_fraction(s.b, s.a, y) / s.b;
  return {x, y, {1 - above, above}, front};
}

BetaPoint beta_solve(const BetaShape& shape, Tails target, const BetaPoint& from) {
  if (target.below <= target.above) return solve_lower(shape, target, from);
  return mirrored(solve_lower(mirrored(shape), mirrored(target), mirrored(from)));
}

double beta_cdf(double a, double b, double x) { return beta_point(beta_shape(a, b), x, 1 - x).share.below; }

double beta_quantile(double a, double b, double u) {
  if (!(u > 0)) return 0;
  if (!(u < 1)) return 1;
  const BetaShape shape = beta_shape(a, b);
  return beta_solve(shape, tails(u), beta_point(shape, a / (a + b), b / (a + b))).x;
}

}  // namespace headrace::formula
