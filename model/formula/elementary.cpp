#include "model/formula/elementary.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "model/formula/polynomial.hpp"

// Each function: reduce the argument to a short interval, sum a Taylor series there, put the exponent back by bit
// moves. The only functions of <cmath> used are sqrt and floor, which IEEE 754 rounds the same way everywhere.
namespace headrace::formula {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double ln2_high = 0x1.62e42feep-1;  // 33 bits, so that an exponent times it is exact
constexpr double ln2_low = 0x1.a39ef35793c76p-33;
constexpr double log2_e = 0x1.71547652b82fep+0;

// m 2^n; in two halves, so that results below the normal range are rounded once and none overflows early.
double scale(double m, int n) {
  const int half = n / 2;
  const auto power_of_two = [](int k) { return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52); };
  return m * power_of_two(half) * power_of_two(n - half);
}

// e^x for |x| <= 0.35: terms 1/k!, the first one left out is below 1e-17.
double exp_near_0(double x) {
  constexpr double c[] = {
      1.0,        1.0,         1.0 / 2,      1.0 / 6,       1.0 / 24,       1.0 / 120,       1.0 / 720,
      1.0 / 5040, 1.0 / 40320, 1.0 / 362880, 1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800};
  return polynomial(x, c);
}

struct Binary {
  double mantissa;  // in [sqrt(1/2), sqrt(2))
  double exponent;  // a whole number
};

Binary split(double x) {
  // Numbers below the normal range are lifted into it.
  const double lift = x < std::numeric_limits<double>::min() ? 54 : 0;
  const auto bits = std::bit_cast<std::int64_t>(lift > 0 ? x * 0x1p54 : x);

  // The exponent is counted from sqrt(1/2), so that log(mantissa) changes sign at 1.
  const std::int64_t exponent = (bits - 0x3fe6a09e667f3bcd) >> 52;
  const double mantissa = std::bit_cast<double>(bits - exponent * (std::int64_t{1} << 52));
  return {mantissa, static_cast<double>(exponent) - lift};
}

// log m = 2 s + s^3 series(s^2) with s = (m - 1) / (m + 1), |s| < 0.172; the first term left out is below 1e-17.
double log_series(double s2) {
  constexpr double c[] = {2.0 / 3,  2.0 / 5,  2.0 / 7,  2.0 / 9,  2.0 / 11,
                          2.0 / 13, 2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21};
  return polynomial(s2, c);
}

double log_mantissa(double m) {
  const double f = m - 1;
  const double s = f / (2 + f);
  const double s2 = s * s;

  // 2 s = f - s f: the leading term f is exact, so its rounding does not count.
  return f - s * (f - s2 * log_series(s2));
}

// Arguments of a logarithm that have no finite one.
bool has_log(double x) { return x > 0 && x < infinity; }
double log_of_the_rest(double x) { return x == 0 ? -infinity : x > 0 ? x : nan; }

// A number as an unevaluated sum, about 106 bits.
struct Wide {
  double high;
  double low;
};

Wide quick_sum(double large, double small) {
  const double sum = large + small;
  return {sum, small - (sum - large)};
}

Wide sum(double a, double b) {
  const double total = a + b;
  const double from_b = total - a;
  return {total, (a - (total - from_b)) + (b - from_b)};
}

// Exact product (Dekker 1971): each factor is split into two halves of 26 bits.
Wide product(double a, double b) {
  const auto upper_half = [](double x) {
    const double lifted = x * 134217729.0;
    return lifted - (lifted - x);
  };
  const double p = a * b;
  const double ah = upper_half(a), bh = upper_half(b);
  const double al = a - ah, bl = b - bh;
  return {p, ((ah * bh - p) + ah * bl + al * bh) + al * bl};
}

// log x with a relative error of about 1e-18, for pow.
Wide wide_log(double x) {
  // s = (m - 1) / (m + 1) and what rounding took from it.
  const auto [m, e] = split(x);
  const double f = m - 1;
  const Wide g = sum(m, 1);
  const double s = f / g.high;
  const Wide back = product(s, g.high);
  const double s_low = (((f - back.high) - back.low) - s * g.low) / g.high;

  // The series' tail is a hundredth of 2 s, so plain arithmetic is enough for it.
  const double s2 = s * s;
  const Wide mantissa = quick_sum(2 * s, 2 * s_low + s * s2 * log_series(s2));
  const Wide total = sum(e * ln2_high, mantissa.high);
  return quick_sum(total.high, total.low + (mantissa.low + e * ln2_low));
}

}  // namespace

double exp2(double x) {
  if (!(x < 1024)) return x == x ? infinity : x;
  if (x < -1080) return 0;
  const double n = std::floor(x + 0.5);
  return scale(exp_near_0((x - n) * ln2), static_cast<int>(n));
}

double exp(double x) {
  if (!(x < 710)) return x == x ? infinity : x;
  if (x < -750) return 0;
  const double n = std::floor(x * log2_e + 0.5);
  return scale(exp_near_0((x - n * ln2_high) - n * ln2_low), static_cast<int>(n));
}

double log2(double x) {
  if (!has_log(x)) return log_of_the_rest(x);
  const auto [m, e] = split(x);
  return e + log_mantissa(m) * log2_e;
}

double log(double x) {
  if (!has_log(x)) return log_of_the_rest(x);
  const auto [m, e] = split(x);
  return e * ln2_high + (e * ln2_low + log_mantissa(m));
}

double log1p(double x) {
  const double u = 1 + x;
  if (!(has_log(u))) return log_of_the_rest(u);

  // What 1 + x lost in rounding comes back to first order.
  const double lost = u > 2 ? 1 - (u - x) : x - (u - 1);
  return log(u) + lost / u;
}

double pow(double base, double power) {
  // Answers that need no logarithm.
  if (power == 0 || base == 1) return 1;
  if (!has_log(base)) return base >= 0 ? ((base > 0) == (power > 0) ? infinity : 0) : nan;

  // base^power = e^(power log base), with the exponent to twice the precision.
  const Wide l = wide_log(base);
  const double rough = power * l.high;
  if (!(rough < 800)) return rough == rough ? infinity : rough;
  if (rough < -800) return 0;
  const Wide t = product(power, l.high);
  return exp(t.high) * (1 + (t.low + power * l.low));
}

double sin(double x) {
  constexpr double pi_high = 0x1.921fb54442d18p+1, pi_low = 0x1.1a62633145c07p-53;

  // Fold onto [0, pi / 2].
  const double size = x < 0 ? -x : x;
  const double y = size > 0.5 * pi_high ? (pi_high - size) + pi_low : size;

  // Terms (-1)^k / (2k + 1)!, the first one left out is below 1e-17.
  constexpr double c[] = {1.0,
                          -1.0 / 6,
                          1.0 / 120,
                          -1.0 / 5040,
                          1.0 / 362880,
                          -1.0 / 39916800,
                          1.0 / 6227020800,
                          -1.0 / 1307674368000,
                          1.0 / 355687428096000,
                          -1.0 / 121645100408832000,
                          1.0 / 51090942171709440000.0};
  const double value = y * polynomial(y * y, c);
  return x < 0 ? -value : value;
}

}  // namespace headrace::formula
