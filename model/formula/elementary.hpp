#pragma once

namespace headrace::formula {

/// Elementary functions with the same bits on every machine: only + - * /, comparisons, bit moves and sqrt, compiled
/// with -ffp-contract=off. libm's own differ between processors with and without FMA. Relative error at most 1e-14
/// (exp2, log2, exp, log) unless said, checked against Boost.Math / long double in tests.

inline constexpr double ln2 = 0x1.62e42fefa39efp-1;

constexpr double size_of(double x) { return x < 0 ? -x : x; }  ///< |x|
double exp2(double x);  ///< infinity from 1024 up, 0 below -1075; gradual underflow between
double log2(double x);  ///< x > 0
double exp(double x);
double log(double x);
double log1p(double x);                 ///< log(1 + x) without losing the digits of a small x; x > -1
double pow(double base, double power);  ///< base > 0
double sinh(double x);
double asinh(double x);
double acosh(double x);            ///< x >= 1
double sin(double x);              ///< |x| <= pi; absolute error 1e-15
double normal_cdf(double z);       ///< relative error 1e-13 in both tails (down to z = -37)
double normal_quantile(double u);  ///< 0 < u < 1; relative error 1e-13; -+infinity at 0 and 1
double log_gamma(double x);        ///< x > 0; relative error 1e-13; absolute 2e-14 near its zeros 1 and 2
/// Regularised incomplete beta function, 0 <= x <= 1. Relative error 1e-12 for a, b up to 1,000.
double beta_cdf(double a, double b, double x);
/// Its inverse, 0 <= u <= 1. Relative error 1e-12 for a, b from 1 to 1,000; for smaller a or b absolute error 1e-12.
double beta_quantile(double a, double b, double u);

}  // namespace headrace::formula
