#include <cmath>

#include "model/formula/elementary.hpp"
#include "model/formula/polynomial.hpp"

namespace headrace::formula {

double sinh(double x) {
  const double y = x < 0 ? -x : x;
  const double sign = x < 0 ? -1 : 1;

  // Near 0 the difference of two exponentials would lose digits.
  if (y < 1) {
    constexpr double c[] = {1.0,
                            1.0 / 6,
                            1.0 / 120,
                            1.0 / 5040,
                            1.0 / 362880,
                            1.0 / 39916800,
                            1.0 / 6227020800,
                            1.0 / 1307674368000,
                            1.0 / 355687428096000};
    return x * polynomial(x * x, c);
  }
  if (y > 700) {
    const double half = exp(0.5 * y);
    return sign * (0.5 * half) * half;
  }
  const double e = exp(y);
  return sign * 0.5 * (e - 1 / e);
}

double asinh(double x) {
  const double y = x < 0 ? -x : x;
  const double sign = x < 0 ? -1 : 1;
  if (y > 1e8) return sign * (log(y) + ln2);
  return sign * log1p(y + y * y / (1 + std::sqrt(1 + y * y)));
}

double acosh(double x) {
  if (x > 1e8) return log(x) + ln2;
  const double t = x - 1;
  return log1p(t + std::sqrt(t * (2 + t)));
}

}  // namespace headrace::formula
