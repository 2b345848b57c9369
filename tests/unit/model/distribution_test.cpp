#include "model/distribution/distribution.hpp"

#include <doctest/doctest.h>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/exponential.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/quadrature/tanh_sinh.hpp>
#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace headrace::test {

namespace {

using Policy =
    boost::math::policies::policy<boost::math::policies::promote_double<false>,
                                  boost::math::policies::overflow_error<boost::math::policies::ignore_error>>;
using Normal = boost::math::normal_distribution<double, Policy>;
using Beta = boost::math::beta_distribution<double, Policy>;
constexpr double infinity = Distribution::infinity;
const double no_number = std::numeric_limits<double>::quiet_NaN();

// A quantile function of the share below and the share above.
using Reference = std::function<double(double below, double above)>;

double score(double below, double above) {
  return below < above ? boost::math::quantile(Normal(), below)
                       : boost::math::quantile(boost::math::complement(Normal(), above));
}

Distribution jqpd(double p10, double p50, double p90, double low, double high) {
  Distribution d{Family::jqpd, p10, p50, p90};
  d.support_low = low;
  d.support_high = high;
  return d;
}

Distribution cut(Distribution d, double min, double max) {
  d.min = min;
  d.max = max;
  return d;
}

Reference pert(double low, double mode, double high) {
  const Beta beta(1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low));
  return [=](double below, double above) {
    return below < above ? low + (high - low) * boost::math::quantile(beta, below)
                         : low + (high - low) * boost::math::quantile(boost::math::complement(beta, above));
  };
}

// The formulas as the paper prints them.
Reference paper_semi_bounded(double p10, double p50, double p90, double low) {
  const double c = score(0.9, 0.1);
  const double l = std::log(p10 - low), b = std::log(p50 - low), h = std::log(p90 - low);
  const double n = l + h > 2 * b ? 1 : -1;
  const double theta = n > 0 ? p10 - low : p90 - low;
  const double delta = std::sinh(std::acosh((h - l) / (2 * std::min(b - l, h - b)))) / c;
  const double lambda = std::min(h - b, b - l) / (delta * c);
  return [=](double below, double above) {
    const double z = score(below, above);
    return low + theta * std::exp(lambda * std::sinh(std::asinh(delta * z) + std::asinh(n * c * delta)));
  };
}

Reference paper_bounded(double p10, double p50, double p90, double low, double high) {
  const double c = score(0.9, 0.1);
  const auto place = [=](double x) { return score((x - low) / (high - low), (high - x) / (high - low)); };
  const double l = place(p10), b = place(p50), h = place(p90);
  const double n = l + h > 2 * b ? 1 : -1;
  const double xi = n > 0 ? l : h;
  const double delta = std::acosh((h - l) / (2 * std::min(b - l, h - b))) / c;
  const double lambda = (h - l) / std::sinh(2 * delta * c);
  return [=](double below, double above) {
    const double w = xi + lambda * std::sinh(delta * (score(below, above) + n * c));
    return low + (high - low) * boost::math::cdf(Normal(), w);
  };
}

struct Case {
  Distribution distribution;
  Reference reference;
};

std::vector<Case> cases() {
  const auto normal = [](double mean, double sd) {
    return [=](double below, double above) { return mean + sd * score(below, above); };
  };
  const auto lognormal = [](double median, double sigma) {
    return [=](double below, double above) { return median * std::exp(sigma * score(below, above)); };
  };
  const auto triangular = [](double low, double mode, double high) {
    return [=](double below, double above) {
      const double width = high - low;
      return below < (mode - low) / width ? low + std::sqrt(below * width * (mode - low))
                                          : high - std::sqrt(above * width * (high - mode));
    };
  };
  return {
      {exact(5), [](double, double) { return 5; }},
      {{Family::pert, 2, 4, 9}, pert(2, 4, 9)},
      {{Family::pert, 0, 0, 1}, pert(0, 0, 1)},
      {{Family::pert, 0, 1, 1}, pert(0, 1, 1)},
      {{Family::pert, 1e5, 1.01e5, 4e5}, pert(1e5, 1.01e5, 4e5)},
      {{Family::triangular, 2, 4, 9}, triangular(2, 4, 9)},
      {{Family::triangular, 2, 2, 9}, triangular(2, 2, 9)},
      {{Family::triangular, 2, 9, 9}, triangular(2, 9, 9)},
      {{Family::normal, 40, 3}, normal(40, 3)},
      {{Family::lognormal, 2, 0.4}, lognormal(2, 0.4)},
      {{Family::lognormal, 1e-3, 3}, lognormal(1e-3, 3)},
      {{Family::uniform, 2, 9}, [](double below, double) { return 2 + 7 * below; }},
      {{Family::exponential, 3},
       [](double below, double above) { return -3 * (below < above ? std::log1p(-below) : std::log(above)); }},
      {jqpd(1, 2, 6, 0, infinity), paper_semi_bounded(1, 2, 6, 0)},
      {jqpd(1, 5, 6, 0, infinity), paper_semi_bounded(1, 5, 6, 0)},
      {jqpd(11, 11.2, 60, 10, infinity), paper_semi_bounded(11, 11.2, 60, 10)},
      {jqpd(0.1, 0.3, 0.8, 0, 1), paper_bounded(0.1, 0.3, 0.8, 0, 1)},
      {jqpd(0.6, 0.9, 0.95, 0, 1), paper_bounded(0.6, 0.9, 0.95, 0, 1)},
      {jqpd(12, 15, 30, 10, 50), paper_bounded(12, 15, 30, 10, 50)},
      {jqpd(1, 2, 6, -infinity, infinity),
       [](double below, double above) { return 2 + score(below, above) / score(0.9, 0.1) * (below < above ? 1 : 4); }},
  };
}

struct Share {
  double below, above;
};

// Both tails to 2^-30 and the middle.
std::vector<Share> shares() {
  std::vector<Share> all;
  for (double v = 0.4999; v > 0x1p-30; v *= 0.93) {
    all.push_back({v, 1 - v});
    all.push_back({1 - v, 1 - (1 - v)});
  }
  return all;
}

double worst_error(const Distribution& d, const Reference& reference) {
  double worst = 0;
  for (const auto& [below, above] : shares()) {
    const double expected = reference(below, above);
    const double found = quantile(d, below);
    const double error = found == expected ? 0 : std::fabs(found - expected) / std::fabs(expected);  // both may be 0
    if (error > worst || std::isnan(error)) worst = error;
  }
  return worst;
}

// Share of a distribution below x, by bisection of its reference quantiles: slow, and independent of the model's own.
double share_below(const Reference& reference, double x) {
  double low = 0, high = 1;
  for (int i = 0; i < 200; ++i) {
    const double middle = 0.5 * (low + high);
    (reference(middle, 1 - middle) < x ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

std::string reason(const Distribution& d) { return invalid_reason(d).value_or("fine"); }

}  // namespace

TEST_CASE("quantiles agree with Boost and with the formulas as published") {
  for (const auto& [d, reference] : cases()) {
    CAPTURE(describe(d));
    REQUIRE(reason(d) == "fine");
    CHECK(worst_error(d, reference) < 1e-11);

    // A function that is wrong by 1e-10 is found out.
    CHECK(worst_error(d, [&](double below, double above) { return reference(below, above) * (1 + 1e-10); }) > 1e-11);
  }
}

TEST_CASE("deciles come back exactly as the planner gave them") {
  for (const auto& d :
       {jqpd(1, 2, 6, 0, infinity), jqpd(1, 2, 4, 0, infinity), jqpd(1, 2, 3, 0, infinity), jqpd(0.1, 0.3, 0.8, 0, 1),
        jqpd(0.4, 0.5, 0.6, 0, 1), jqpd(-4, 1, 2, -infinity, 3), jqpd(-4, 1, 2, -infinity, infinity),
        jqpd(1, 1.0001, 40, 0, infinity), jqpd(0.001, 0.9, 0.901, 0, 1), jqpd(1e-5, 1, 1e6, 0, infinity)}) {
    CAPTURE(describe(d));
    REQUIRE(reason(d) == "fine");
    CHECK(quantile(d, 0.1) == doctest::Approx(d.a).epsilon(1e-12));
    CHECK(quantile(d, 0.5) == doctest::Approx(d.b).epsilon(1e-12));
    CHECK(quantile(d, 0.9) == doctest::Approx(d.c).epsilon(1e-12));
    CHECK(quantile(d, 0) == d.support_low);
    CHECK(quantile(d, 1) == d.support_high);
  }
}

TEST_CASE("evenly spaced deciles give the lognormal and nearly even ones a neighbour of it") {
  const Distribution lognormal{Family::lognormal, 2, std::log(2) / score(0.9, 0.1)};
  for (const double u : {1e-6, 0.03, 0.4, 0.77, 0.9999}) {
    CHECK(quantile(jqpd(1, 2, 4, 0, infinity), u) == doctest::Approx(quantile(lognormal, u)).epsilon(1e-13));
    CHECK(quantile(jqpd(1, 2, 4 + 1e-12, 0, infinity), u) == doctest::Approx(quantile(lognormal, u)).epsilon(1e-10));
    CHECK(quantile(jqpd(0.3, 0.5, 0.7 + 1e-12, 0, 1), u) ==
          doctest::Approx(quantile(jqpd(0.3, 0.5, 0.7, 0, 1), u)).epsilon(1e-10));

    // Not the same as an uneven one.
    CHECK(quantile(jqpd(1, 2, 4.1, 0, infinity), u) != doctest::Approx(quantile(lognormal, u)).epsilon(1e-5));
  }
}

TEST_CASE("a quantity bounded above only is the mirror image of one bounded below") {
  const Distribution below = jqpd(1, 2, 6, 0, infinity), above = jqpd(-6, -2, -1, -infinity, 0);
  for (const double u : {0.001, 0.2, 0.5, 0.875, 0.999})
    CHECK(quantile(above, u) == doctest::Approx(-quantile(below, 1 - u)).epsilon(1e-12));
}

TEST_CASE("quantiles rise and stay in the support") {
  for (const auto& [d, reference] : cases()) {
    CAPTURE(describe(d));
    double last = -infinity;
    for (int i = 0; i <= 2000; ++i) {
      const double q = quantile(d, i / 2000.0);
      CHECK(q >= last);
      last = q;
    }
  }
  const Distribution share = jqpd(0.6, 0.9, 0.95, 0, 1);
  CHECK(quantile(share, 1e-300) >= 0);
  CHECK(quantile(share, 1 - 0x1p-53) <= 1);
}

TEST_CASE("numbers without spread have one quantile") {
  for (const Distribution& d : {exact(3), Distribution{Family::pert, 3, 3, 3},
                                Distribution{Family::triangular, 3, 3, 3}, Distribution{Family::uniform, 3, 3},
                                Distribution{Family::normal, 3, 0}, Distribution{Family::lognormal, 3, 0}}) {
    CAPTURE(describe(d));
    REQUIRE(reason(d) == "fine");
    for (const double u : {0.0, 0.25, 0.5, 1.0}) CHECK(quantile(d, u) == 3);
    CHECK(mean(d) == 3);
  }
}

TEST_CASE("truncation spreads the mass outside over the inside") {
  for (const auto& [d, reference] : cases()) {
    if (is_exact(d)) continue;
    CAPTURE(describe(d));

    // Cut at two values that leave the shares from 0.05 to 0.8.
    const double min = reference(0.05, 0.95), max = reference(0.8, 0.2);
    const Distribution inside = cut(d, min, max);
    REQUIRE(reason(inside) == "fine");
    for (const double u : {1e-7, 0.01, 0.3, 0.5, 0.99}) {
      const double below = 0.05 + u * 0.75;
      CHECK(quantile(inside, u) == doctest::Approx(reference(below, 1 - below)).epsilon(1e-10));
      CHECK(quantile(inside, u) != doctest::Approx(reference(u, 1 - u)).epsilon(1e-6));
    }
    CHECK(quantile(inside, 0) == doctest::Approx(min).epsilon(1e-12));
    CHECK(quantile(inside, 1) == doctest::Approx(max).epsilon(1e-12));
    CHECK(quantile(inside, 0) >= min);
    CHECK(quantile(inside, 1) <= max);

    // The share at an arbitrary value, by another road.
    const double low = reference(0.3, 0.7) * 1.01;
    const double lost = share_below(reference, low);
    const double below = lost + 0.5 * (1 - lost);
    CHECK(quantile(cut(d, low, infinity), 0.5) == doctest::Approx(reference(below, 1 - below)).epsilon(1e-9));
  }
}

TEST_CASE("a distribution cut far out in its tail keeps its digits") {
  // Normal beyond 4.5 sd, where 3 in a million are left; Boost's tails have them all.
  const double left = boost::math::cdf(boost::math::complement(Normal(), 4.5));
  for (const double u : {1e-9, 0.01, 0.5, 0.999, 1 - 0x1p-25}) {
    const double expected = boost::math::quantile(boost::math::complement(Normal(), left * (1 - u)));
    CHECK(quantile(cut({Family::normal, 0, 1}, 4.5, infinity), u) == doctest::Approx(expected).epsilon(1e-12));
    CHECK(quantile(cut({Family::normal, 0, 1}, -infinity, -4.5), 1 - u) == doctest::Approx(-expected).epsilon(1e-9));
  }
}

TEST_CASE("means agree with closed forms and with another integration") {
  CHECK(mean({Family::pert, 2, 4, 9}) == doctest::Approx(4.5).epsilon(1e-15));
  CHECK(mean({Family::triangular, 2, 4, 9}) == 5);
  CHECK(mean({Family::lognormal, 2, 0.4}) == doctest::Approx(2 * std::exp(0.08)).epsilon(1e-15));
  CHECK(mean({Family::exponential, 3}) == 3);
  CHECK(mean({Family::uniform, 2, 9}) == 5.5);

  // Truncated, so that the integration runs: normal above its mean, and where min and max cut (almost) nothing.
  CHECK(mean(cut({Family::normal, 0, 1}, 0, infinity)) ==
        doctest::Approx(std::sqrt(2 / std::acos(-1.0))).epsilon(1e-12));
  CHECK(mean(cut({Family::exponential, 3}, 2, infinity)) == doctest::Approx(5).epsilon(1e-12));
  CHECK(mean(cut({Family::lognormal, 2, 2}, 1e-9, infinity)) == doctest::Approx(2 * std::exp(2.0)).epsilon(1e-12));
  CHECK(mean(cut({Family::pert, 2, 4, 9}, 2 + 1e-9, infinity)) == doctest::Approx(4.5).epsilon(1e-12));
  CHECK(mean(cut({Family::triangular, 2, 4, 9}, 2 + 1e-9, infinity)) == doctest::Approx(5).epsilon(1e-12));
  CHECK(mean(cut({Family::triangular, 2, 4, 9}, 2 + 1e-9, infinity)) != doctest::Approx(5 + 1e-9).epsilon(1e-12));

  // J-QPD: no closed form; tanh-sinh quadrature of the paper's formula.
  boost::math::quadrature::tanh_sinh<double> quadrature(15);
  const auto integral = [&](const Reference& reference) {
    return quadrature.integrate([&](double v) { return reference(v, 1 - v) + reference(1 - v, v); }, 0, 0.5);
  };
  CHECK(mean(jqpd(1, 2, 6, 0, infinity)) == doctest::Approx(integral(paper_semi_bounded(1, 2, 6, 0))).epsilon(1e-10));
  CHECK(mean(jqpd(0.1, 0.3, 0.8, 0, 1)) ==
        doctest::Approx(integral(paper_bounded(0.1, 0.3, 0.8, 0, 1))).epsilon(1e-10));
  CHECK(mean(jqpd(1, 2, 6, -infinity, infinity)) == doctest::Approx(integral([](double below, double above) {
                                                      return 2 + score(below, above) / score(0.9, 0.1) *
                                                                     (below < above ? 1 : 4);
                                                    })).epsilon(1e-10));
}

TEST_CASE("impossible parameters are named in plain words") {
  struct Row {
    Distribution distribution;
    const char* expected;
  };
  for (const auto& [d, expected] : std::vector<Row>{
           {exact(no_number), "the value is not a number"},
           {exact(infinity), "the value is infinite"},
           {exact(-1e31), "the value is larger than 1e30"},
           {cut(exact(5), 6, infinity), "the value 5 is below min 6"},
           {cut(exact(5), 0, 4), "the value 5 is above max 4"},
           {cut(exact(5), 6, 6), "min 6 is not below max 6"},
           {cut(exact(5), no_number, 6), "min is not a number"},
           {cut(exact(5), 0, no_number), "max is not a number"},
           {jqpd(1, no_number, 3, 0, infinity), "p50 is not a number"},
           {jqpd(1, 2, infinity, 0, infinity), "p90 is infinite"},
           {jqpd(3, 2, 1, 0, infinity), "p10 is not below p90"},
           {jqpd(2, 2, 2, 0, infinity), "p10 is not below p90"},
           {jqpd(1, 4, 3, 0, infinity), "p50 is not between p10 and p90"},
           {jqpd(1, 1, 3, 0, infinity), "p50 is not between p10 and p90"},
           {jqpd(1, 3, 3, 0, infinity), "p50 is not between p10 and p90"},
           {jqpd(1, 1 + 1e-7, 3, 0, infinity), "p50 is almost equal to p10"},
           {jqpd(1, 3 - 1e-7, 3, 0, infinity), "p50 is almost equal to p90"},
           {jqpd(0, 2, 3, 0, infinity), "p10 is not above the lowest possible value, 0"},
           {jqpd(-1, 2, 3, 0, 9), "p10 is not above the lowest possible value, 0"},
           {jqpd(1e-13, 2, 3, 0, 9), "p10 is almost equal to the lowest possible value, 0"},
           {jqpd(0.1, 0.5, 1, 0, 1), "p90 is not below the highest possible value, 1"},
           {jqpd(0.1, 0.5, 1 - 1e-14, 0, 1), "p90 is almost equal to the highest possible value, 1"},
           {jqpd(1, 2, 3, no_number, 9), "the lowest or highest possible value is not a number"},
           {jqpd(1, 2, 3, 9, 0), "the lowest possible value 9 is not below the highest, 0"},
           {{Family::pert, no_number, 2, 3}, "low is not a number"},
           {{Family::pert, 5, 2, 3}, "low is above high"},
           {{Family::pert, 1, 4, 3}, "mode is not between low and high"},
           {{Family::triangular, 1, 0, 3}, "mode is not between low and high"},
           {{Family::triangular, 1, 2, infinity}, "high is infinite"},
           {{Family::pert, 3, 4, 3}, "mode is not between low and high"},
           {cut({Family::pert, 3, 3, 3}, 4, 5), "the value 3 is below min 4"},
           {{Family::normal, 1, -1}, "sd is negative"},
           {{Family::normal, no_number, 1}, "mean is not a number"},
           {{Family::lognormal, 0, 1}, "median is not above 0"},
           {{Family::lognormal, 1, -0.1}, "sigma is negative"},
           {{Family::lognormal, 1, 11}, "sigma is above 10, so P90 would be 370,000 times the median"},
           {{Family::uniform, 2, 1}, "low is above high"},
           {{Family::uniform, 2, no_number}, "high is not a number"},
           {{Family::exponential, 0}, "mean is not above 0"},
           {{Family::exponential, -2}, "mean is not above 0"},
           {cut({Family::normal, 0, 1}, 3, 2), "min 3 is not below max 2"},
           {cut({Family::normal, 0, 1}, 6, infinity), "less than one future in a million is above min 6"},
           {cut({Family::normal, 0, 1}, -infinity, -6), "less than one future in a million is below max -6"},
           {cut({Family::pert, 2, 4, 9}, 9, 10), "less than one future in a million is between min 9 and max 10"},
           {cut({Family::uniform, 2, 9}, -1, 2), "less than one future in a million is between min -1 and max 2"},
           {cut(jqpd(0.1, 0.5, 0.9, 0, 1), 1, 2), "less than one future in a million is between min 1 and max 2"},
           {{static_cast<Family>(99)}, "the family is unknown"}}) {
    CHECK(reason(d) == expected);
  }
}

TEST_CASE("descriptions are short") {
  CHECK(describe(exact(5)) == "5");
  CHECK(describe({Family::pert, 2, 4, 9}) == "PERT 2 / 4 / 9");
  CHECK(describe({Family::triangular, 2, 4, 9}) == "triangular 2 / 4 / 9");
  CHECK(describe(jqpd(2, 4, 9, 0, infinity)) == "P10 2, P50 4, P90 9");
  CHECK(describe({Family::lognormal, 2, 0.4}) == "lognormal, median 2, sigma 0.4");
  CHECK(describe({Family::normal, 4, 1}) == "normal, mean 4, sd 1");
  CHECK(describe({Family::uniform, 2, 1500000}) == "uniform 2 to 1500000");
  CHECK(describe({Family::exponential, 3}) == "exponential, mean 3");
  CHECK(describe(cut({Family::normal, 4, 1}, 0, infinity)) == "normal, mean 4, sd 1, at least 0");
  CHECK(describe(cut({Family::normal, 4, 1}, -infinity, 6)) == "normal, mean 4, sd 1, at most 6");
  CHECK(describe(cut({Family::normal, 4, 1}, 0, 6)) == "normal, mean 4, sd 1, between 0 and 6");
}

}  // namespace headrace::test
