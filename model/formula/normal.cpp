#include <cmath>
#include <limits>

#include "model/formula/elementary.hpp"
#include "model/formula/polynomial.hpp"
#include "model/formula/tails.hpp"

namespace headrace::formula {

namespace {

// e^(-y^2/2) without the error that rounding y^2 would make far out: the leading bits of y are squared exactly.
double bell(double y) {
  const double leading = std::floor(y * 16) / 16;
  const double rest = (y - leading) * (y + leading);
  return exp(-0.5 * leading * leading) * exp(-0.5 * rest);
}

// Share beyond y for y >= 0.67.
// Source: W. J. Cody (1969), Rational Chebyshev approximations for the error function, Math. Comp. 23, as in his ANORM.
double upper_tail(double y) {
  if (y < 5.656854249492381) {
    constexpr double p[] = {9842.7148383839780218, 11602.651437647350124, 6848.1904505362823326,
                            2494.5375852903726711, 597.27027639480026226, 93.506656132177855979,
                            8.8831497943883759412, .39894151208813466764, 1.0765576773720192317e-8};
    constexpr double q[] = {19685.429676859990727, 38912.003286093271411, 34900.952721145977266,
                            18615.571640885098091, 6485.558298266760755,  1519.377599407554805,
                            235.38790178262499861, 22.266688044328115691, 1.0};
    return bell(y) * (polynomial(y, p) / polynomial(y, q));
  }
  if (y > 39) return 0;
  constexpr double p[] = {2.9112874951168792e-5, .001421619193227893466, .022235277870649807,
                          .1274011611602473639,  .21589853405795699,     .02307344176494017303};
  constexpr double q[] = {7.29751555083966205e-5, .00378239633202758244, .0659881378689285515,
                          .468238212480865118,    1.28426009614491121,   1.0};
  constexpr double one_over_root_2_pi = .39894228040143267794;
  const double w = 1 / (y * y);
  return bell(y) * ((one_over_root_2_pi - w * (polynomial(w, p) / polynomial(w, q))) / y);
}

// Distance from 0 of the z at a share of 0.5 - q, 0 <= q <= 0.425: nearly proportional to q.
// Source of this and the next: M. J. Wichura (1988), Algorithm AS 241, The percentage points of the normal
// distribution, Applied Statistics 37, PPND16.
double z_in_the_middle(double q) {
  constexpr double a[] = {3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
                          45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727};
  constexpr double b[] = {1.0,
                          42.313330701600911252,
                          687.18700749205790830,
                          5394.1960214247511077,
                          21213.794301586595867,
                          39307.895800092710610,
                          28729.085735721942674,
                          5226.4952788528545610};
  const double r = 0.180625 - q * q;
  return q * (polynomial(r, a) / polynomial(r, b));
}

// The same for a share below 0.075: nearly proportional to the root of the share's logarithm.
double z_in_the_tail(double share) {
  const double r = std::sqrt(-log(share));
  if (r <= 5) {
    constexpr double c[] = {1.42343711074968357734,  4.63033784615654529590,   5.76949722146069140550,
                            3.64784832476320460504,  1.27045825245236838258,   .241780725177450611770,
                            .0227238449892691845833, 7.74545014278341407640e-4};
    constexpr double d[] = {1.0,
                            2.05319162663775882187,
                            1.67638483018380384940,
                            .689767334985100004550,
                            .148103976427480074590,
                            .0151986665636164571966,
                            5.47593808499534494600e-4,
                            1.05075007164441684324e-9};
    return polynomial(r - 1.6, c) / polynomial(r - 1.6, d);
  }
  constexpr double e[] = {6.65790464350110377720,    5.46378491116411436990,   1.78482653991729133580,
                          .296560571828504891230,    .0265321895265761230930,  .00124266094738807843860,
                          2.71155556874348757815e-5, 2.01033439929228813265e-7};
  constexpr double f[] = {1.0,
                          .599832206555887937690,
                          .136929880922735805310,
                          .0148753612908506148525,
                          7.86869131145613259100e-4,
                          1.84631831751005468180e-5,
                          1.42151175831644588870e-7,
                          2.04426310338993978564e-15};
  return polynomial(r - 5, e) / polynomial(r - 5, f);
}

}  // namespace

Tails normal_tails(double z) {
  const double y = z < 0 ? -z : z;

  // In the middle: the share between 0 and z (Cody's approximation again).
  if (y < 0.67448975) {
    constexpr double p[] = {18154.981253343561249, 1067.6894854603709582, 161.02823106855587881, 2.2352520354606839287,
                            .065682337918207449113};
    constexpr double q[] = {45507.789335026729956, 10260.932208618978205, 976.09855173777669322, 47.20258190468824187,
                            1.0};
    const double from_middle = z * (polynomial(z * z, p) / polynomial(z * z, q));
    return {0.5 + from_middle, 0.5 - from_middle};
  }

  const double tail = upper_tail(y);
  return z < 0 ? Tails{tail, 1 - tail} : Tails{1 - tail, tail};
}

double normal_cdf(double z) { return normal_tails(z).below; }

double normal_quantile(Tails share) {
  const bool lower = share.below <= share.above;
  const double tail = lower ? share.below : share.above;
  const double z = tail <= 0       ? std::numeric_limits<double>::infinity()
                   : tail >= 0.075 ? z_in_the_middle(0.5 - tail)
                                   : z_in_the_tail(tail);
  return lower ? -z : z;
}

double normal_quantile(double u) { return normal_quantile(tails(u)); }

}  // namespace headrace::formula
