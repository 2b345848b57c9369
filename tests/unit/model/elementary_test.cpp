#include "model/formula/elementary.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "model/formula/beta.hpp"
#include "model/formula/tails.hpp"

namespace headrace::test {

namespace {

using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
using Real = long double;
constexpr double infinity = std::numeric_limits<double>::infinity();

// Numbers spread evenly over [low, high], never the round ones (a Weyl sequence).
std::vector<double> spread(double low, double high, int count = 20000) {
  std::vector<double> x;
  for (int i = 1; i <= count; ++i) x.push_back(low + (high - low) * std::fmod(i * 0.6180339887498949, 1.0));
  return x;
}

// Numbers of both small and large size: 2^low_power .. 2^high_power.
std::vector<double> over_octaves(double low_power, double high_power, int count = 20000) {
  std::vector<double> x = spread(low_power, high_power, count);
  for (double& value : x) value = std::exp2(value);
  return x;
}

template <typename Function, typename Reference>
double worst_relative_error(const std::vector<double>& inputs, Function function, Reference reference) {
  double worst = 0;
  for (const double x : inputs) {
    const auto expected = static_cast<Real>(reference(x));
    const Real error = std::fabs((static_cast<Real>(function(x)) - expected) / expected);
    if (error > worst || error != error) worst = static_cast<double>(error);
  }
  return worst;
}

// The function agrees to the tolerance, and one that is wrong by twice the tolerance is found out.
template <typename Function, typename Reference>
void check_accuracy(const std::vector<double>& inputs, double tolerance, Function function, Reference reference) {
  const double worst = worst_relative_error(inputs, function, reference);
  CAPTURE(worst);
  CHECK(worst <= tolerance);
  CHECK(worst_relative_error(
            inputs, [&](double x) { return function(x) * (1 + 2 * tolerance); }, reference) > tolerance);
}

double boost_beta_cdf(double a, double b, double x) { return boost::math::ibeta(a, b, x, Policy()); }

}  // namespace

TEST_CASE("exponentials agree with long double") {
  check_accuracy(spread(-1021, 1023), 1e-15, formula::exp2, [](Real x) { return std::exp2(x); });
  check_accuracy(spread(-708, 709), 1e-15, formula::exp, [](Real x) { return std::exp(x); });
  check_accuracy(over_octaves(-60, 9), 1e-15, formula::exp, [](Real x) { return std::exp(x); });
}

TEST_CASE("logarithms agree with long double") {
  for (const auto& inputs : {over_octaves(-1021, 1023), over_octaves(-1, 1), spread(0.9999, 1.0001)}) {
    check_accuracy(inputs, 1e-15, formula::log, [](Real x) { return std::log(x); });
    check_accuracy(inputs, 1e-15, formula::log2, [](Real x) { return std::log2(x); });
  }
  for (const auto& inputs : {over_octaves(-300, 300), spread(-0.999, 3)})
    check_accuracy(inputs, 1e-15, formula::log1p, [](Real x) { return std::log1p(x); });
}

TEST_CASE("powers agree with long double even where the result is huge") {
  for (const double power : {-40.0, -1.0, -0.5, 0.37, 1.0, 2.0, 99.5})
    check_accuracy(
        over_octaves(-9, 9), 1e-14, [=](double x) { return formula::pow(x, power); },
        [=](Real x) { return std::pow(x, static_cast<Real>(power)); });
  check_accuracy(
      spread(-1e6, 1e6), 1e-14, [](double p) { return formula::pow(1.0007, p); },
      [](Real p) { return std::pow(static_cast<Real>(1.0007), p); });
}

TEST_CASE("hyperbolic functions and their inverses agree with long double") {
  for (const auto& inputs : {over_octaves(-300, 9.4), spread(-3, 3)}) {
    check_accuracy(inputs, 2e-15, formula::sinh, [](Real x) { return std::sinh(x); });
    check_accuracy(inputs, 2e-15, formula::asinh, [](Real x) { return std::asinh(x); });
  }
  for (const auto& inputs : {over_octaves(0, 1000), spread(1, 1.001)})
    check_accuracy(inputs, 2e-15, formula::acosh, [](Real x) { return std::acosh(x); });
}

TEST_CASE("the sine is within 1e-15 from minus pi to pi") {
  double worst = 0;
  for (const double x : spread(-3.141592653589793, 3.141592653589793))
    worst = std::max(worst, std::fabs(static_cast<double>(formula::sin(x) - std::sin(static_cast<Real>(x)))));
  CHECK(worst < 1e-15);
  CHECK(worst > 1e-18);  // 0 would mean that nothing was compared
  CHECK(formula::sin(0.5235987755982988) == doctest::Approx(0.5).epsilon(1e-15));
}

TEST_CASE("the normal distribution function keeps its digits in both tails") {
  const auto reference = [](double z) { return 0.5 * boost::math::erfc(-z / std::sqrt(2.0), Policy()); };
  check_accuracy(spread(-6, 8), 1e-14, formula::normal_cdf, reference);

  // Far out the reference loses digits to z / sqrt(2), so it is taken in long double.
  const auto precise = [](double z) { return boost::math::erfc(-static_cast<Real>(z) / std::sqrt(Real{2})) / 2; };
  check_accuracy(spread(-37, -6), 1e-13, formula::normal_cdf, precise);
  for (const double z : {-37.0, -5.7, -0.3, 0.0, 0.7, 12.0}) {
    CHECK(formula::normal_tails(z).below == formula::normal_tails(-z).above);
    CHECK(formula::normal_tails(z).below + formula::normal_tails(z).above == doctest::Approx(1).epsilon(1e-15));
  }
}

TEST_CASE("normal quantiles agree with Boost from 1e-300 up") {
  const auto reference = [](double u) { return -boost::math::erfc_inv(2 * static_cast<Real>(u)) * std::sqrt(Real{2}); };
  check_accuracy(
      over_octaves(-1000, -1.001), 1e-13, [](double u) { return formula::normal_quantile(u); }, reference);
  check_accuracy(
      spread(0.01, 0.99), 1e-13, [](double u) { return formula::normal_quantile(u); }, reference);
  CHECK(formula::normal_quantile(0.5) == 0);
  CHECK(formula::normal_quantile(formula::Tails{1, 1e-200}) == -formula::normal_quantile(1e-200));
}

TEST_CASE("log gamma agrees with long double") {
  const auto reference = [](Real x) { return boost::math::lgamma(x); };
  for (const auto& inputs : {over_octaves(-100, -0.5), spread(2.5, 30), over_octaves(5, 100)})
    check_accuracy(inputs, 1e-13, formula::log_gamma, reference);

  // Near its zeros 1 and 2 only the absolute error can be small.
  for (const double x : spread(0.7, 2.5)) CHECK(std::fabs(formula::log_gamma(x) - reference(x)) < 2e-14L);
}

TEST_CASE("the incomplete beta function agrees with Boost") {
  struct Shape {
    double a, b, tolerance;
  };
  for (const auto& [a, b, tolerance] :
       {Shape{1, 5, 1e-13}, Shape{5, 1, 1e-13}, Shape{2.5, 3.5, 1e-13}, Shape{1.001, 4.999, 1e-13},
        Shape{0.3, 0.7, 1e-13}, Shape{16, 4, 1e-13}, Shape{38, 2, 2e-13}, Shape{1000, 300, 1e-11}}) {
    CAPTURE(a);
    CAPTURE(b);
    for (const auto& inputs : {spread(0, 1, 2000), over_octaves(-30, -1, 2000)}) {
      std::vector<double> seen;
      for (const double x : inputs)
        if (boost_beta_cdf(a, b, x) > 1e-290) seen.push_back(x);
      check_accuracy(
          seen, tolerance, [&](double x) { return formula::beta_cdf(a, b, x); },
          [&](double x) { return boost_beta_cdf(a, b, x); });
    }
  }
  CHECK(formula::beta_cdf(2, 3, 0) == 0);
  CHECK(formula::beta_cdf(2, 3, 1) == 1);
}

TEST_CASE("beta quantiles agree with Boost") {
  struct Shape {
    double a, b;
  };
  for (const auto& [a, b] :
       {Shape{1, 5}, Shape{5, 1}, Shape{2.5, 3.5}, Shape{1.001, 4.999}, Shape{16, 4}, Shape{38, 2}, Shape{1000, 300}}) {
    CAPTURE(a);
    CAPTURE(b);
    for (const auto& inputs : {spread(0, 1, 500), over_octaves(-60, -1, 500)})
      check_accuracy(
          inputs, 1e-12, [&](double u) { return formula::beta_quantile(a, b, u); },
          [&](double u) { return boost::math::ibeta_inv(a, b, u, Policy()); });
  }
}

TEST_CASE("beta quantiles of arcs and spikes come back to their share") {
  for (const double a : {0.05, 0.4, 1.0, 30.0})
    for (const double b : {0.05, 0.4, 1.0, 30.0})
      for (const double u : {1e-9, 0.02, 0.4999, 0.5, 0.77, 0.9999}) {
        CAPTURE(a);
        CAPTURE(b);
        CAPTURE(u);
        const double x = formula::beta_quantile(a, b, u);
        CHECK(std::fabs(x - boost::math::ibeta_inv(a, b, u, Policy())) < 1e-12);
      }
  CHECK(formula::beta_quantile(2, 3, 0) == 0);
  CHECK(formula::beta_quantile(2, 3, 1) == 1);
}

TEST_CASE("elementary functions answer at the ends of their ranges") {
  CHECK(formula::exp2(1024) == infinity);
  CHECK(formula::exp2(-1074) == std::numeric_limits<double>::denorm_min());
  CHECK(formula::exp2(-1076) == 0);
  CHECK(formula::exp2(10) == 1024);
  CHECK(formula::exp(0) == 1);
  CHECK(formula::exp(710) == infinity);
  CHECK(formula::exp(-infinity) == 0);
  CHECK(formula::exp(infinity) == infinity);
  CHECK(formula::log(1) == 0);
  CHECK(formula::log(0) == -infinity);
  CHECK(formula::log(infinity) == infinity);
  CHECK(formula::log2(0x1p-1074) == -1074);
  CHECK(formula::log2(8) == 3);
  CHECK(formula::log1p(-1) == -infinity);
  CHECK(formula::log1p(infinity) == infinity);
  CHECK(formula::pow(2, 10) == 1024);
  CHECK(formula::pow(7, 0) == 1);
  CHECK(formula::pow(0, 2) == 0);
  CHECK(formula::pow(0, -2) == infinity);
  CHECK(formula::pow(infinity, 0.5) == infinity);
  CHECK(formula::pow(infinity, -0.5) == 0);
  CHECK(formula::pow(10, 400) == infinity);
  CHECK(formula::pow(10, -400) == 0);
  CHECK(formula::sinh(-infinity) == -infinity);
  CHECK(formula::asinh(infinity) == infinity);
  CHECK(formula::acosh(1) == 0);
  CHECK(formula::normal_cdf(-infinity) == 0);
  CHECK(formula::normal_cdf(infinity) == 1);
  CHECK(formula::normal_quantile(0) == -infinity);
  CHECK(formula::normal_quantile(1) == infinity);
  const double no_number = std::numeric_limits<double>::quiet_NaN();
  for (const auto function : {formula::exp, formula::exp2, formula::log, formula::log2, formula::log1p, formula::sinh,
                              formula::asinh, formula::acosh, formula::sin, formula::normal_cdf})
    CHECK(std::isnan(function(no_number)));
  CHECK(std::isnan(formula::log(-1)));
  CHECK(std::isnan(formula::normal_quantile(no_number)));
  CHECK(std::isnan(formula::pow(no_number, 2)));
  CHECK(std::isnan(formula::pow(2, no_number)));
  CHECK(std::isnan(formula::pow(-2, 2)));
}

// The promise of the header: any compiler, any processor, the same bits. If this fails, results differ between
// machines.
TEST_CASE("elementary functions have the bits they always had") {
  std::uint64_t hash = 0xcbf29ce484222325;
  const auto note = [&](double value) { hash = (hash ^ std::bit_cast<std::uint64_t>(value)) * 0x100000001b3; };

  // Inputs are made by exact arithmetic, so that they are the same everywhere too.
  for (int i = 1; i < 4096; ++i) {
    const double share = i / 4096.0;
    const double x = (share - 0.5) * 64;
    for (const auto function : {formula::exp, formula::exp2, formula::sinh, formula::asinh, formula::normal_cdf})
      note(function(x));
    for (const auto function : {formula::log, formula::log2, formula::log1p, formula::log_gamma})
      note(function(x + 33));
    note(formula::pow(x + 33, 1.75));
    note(formula::acosh(x + 33));
    note(formula::sin(x / 16));
    note(formula::normal_quantile(share * share * share));
    if (i % 16 == 0) note(formula::beta_cdf(2.25, 3.75, share));
    if (i % 16 == 0) note(formula::beta_quantile(2.25, 3.75, share * share));
  }
  CHECK(hash == 18250208927540086349u);
}

}  // namespace headrace::test
