// Families that are searched for or made of parts: against Boost.Math, against sums over the parts, and as tables.
#include "model/distribution/mixture.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/pareto.hpp>
#include <boost/math/quadrature/tanh_sinh.hpp>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "model/distribution/quantile_table.hpp"
#include "model/language/key.hpp"

namespace headrace::test {

namespace {

using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
using Beta = boost::math::beta_distribution<double, Policy>;
using Gamma = boost::math::gamma_distribution<double, Policy>;
using Lognormal = boost::math::lognormal_distribution<double, Policy>;
constexpr double infinity = Distribution::infinity;

Distribution pareto(double scale, double alpha, double cap, double max = infinity) {
  Distribution d{Family::pareto, scale, alpha, cap};
  d.max = max;
  return d;
}

Distribution bernoulli(double probability, double value = 1) { return {Family::bernoulli, probability, value}; }

Distribution cut(Distribution d, double min, double max) {
  d.min = min;
  d.max = max;
  return d;
}

Distribution mix(std::vector<MixturePart> parts) {
  Distribution d{Family::mixture};
  d.parts = std::move(parts);
  return d;
}

Distribution discrete(const std::vector<double>& values, const std::vector<double>& weights) {
  Distribution d{Family::discrete};
  for (std::size_t i = 0; i < values.size(); ++i) d.parts.push_back(part_of(weights[i], exact(values[i])));
  return d;
}

/// Effort ratios of the default table: most overrun little, some run far away.
Distribution over() {
  return mix({part_of(0.83, cut(lognormal(0.94, 0.35), -infinity, 1.5)), part_of(0.17, pareto(1.5, 1.38, 5.1))});
}

/// Largest relative error of quantiles over both tails and the middle.
double worst(const Distribution& d, const std::function<double(double, double)>& reference) {
  REQUIRE_FALSE(invalid_reason(d));
  double largest = 0;
  for (double v = 0.4999; v > 0x1p-30; v *= 0.9) {
    for (const auto& [below, above] : {std::pair{v, 1 - v}, std::pair{1 - v, 1 - (1 - v)}}) {
      const double expected = reference(below, above);
      largest = std::max(largest, std::fabs(quantile(d, below) / expected - 1));
    }
  }
  return largest;
}

template <class Theory>
double worst_against(const Distribution& d, const Theory& theory) {
  return worst(d, [&](double below, double above) {
    return below < above ? boost::math::quantile(theory, below)
                         : boost::math::quantile(boost::math::complement(theory, above));
  });
}

/// Share of all words whose look-up gives a value with this property, from 2^20 words spread evenly.
double share_of_words(const QuantileTable& table, const std::function<bool(float)>& property) {
  constexpr std::uint32_t count = 1u << 20;
  int found = 0;
  for (std::uint32_t i = 0; i < count; ++i) found += property(look_up(table, (i << 12) + (1u << 11)));
  return found / static_cast<double>(count);
}

}  // namespace

TEST_CASE("beta: quantiles agree with Boost") {
  for (const auto& [a, b] :
       {std::pair{16.0, 4.0}, {38.0, 2.0}, {4.0, 6.0}, {1.0, 1.0}, {0.5, 0.5}, {2.0, 0.3}, {900.0, 300.0}}) {
    CAPTURE(a);
    CAPTURE(b);
    CHECK(worst_against(beta_of(a, b), Beta(a, b)) < 1e-11);
    CHECK(worst_against(beta_of(a, b), Beta(a, b * (1 + 1e-8))) > 1e-11);
    CHECK(mean(beta_of(a, b)) == doctest::Approx(a / (a + b)).epsilon(1e-14));
  }
  const Distribution scaled{Family::beta, 4, 6, 0, 10, 20};
  for (const double u : {0.01, 0.3, 0.5, 0.99}) {
    CHECK(quantile(scaled, u) == doctest::Approx(10 + 10 * boost::math::quantile(Beta(4, 6), u)).epsilon(1e-12));
  }
  CHECK(mean(scaled) == 14);
  CHECK(quantile(scaled, 0) == 10);
  CHECK(quantile(scaled, 1) == 20);
}

TEST_CASE("gamma: quantiles agree with Boost from long tails to nearly normal") {
  for (const double sd : {0.005, 0.03, 0.1, 0.3, 0.9, 1.0, 1.5, 3.0}) {
    CAPTURE(sd);
    const double k = 1 / (sd * sd);
    CHECK(worst_against(gamma_of(1, sd), Gamma(k, 1 / k)) < 2e-11);
    CHECK(worst_against(gamma_of(1, sd), Gamma(k, (1 + 1e-9) / k)) > 1e-10);
    CHECK(mean(gamma_of(1, sd)) == 1);
  }
  // Scaled, and cut: the mass outside is spread over the inside.
  CHECK(quantile(gamma_of(40, 20), 0.7) == doctest::Approx(boost::math::quantile(Gamma(4, 10), 0.7)).epsilon(1e-12));
  const Gamma theory(4, 10);
  const double low = cdf(theory, 20.0), high = cdf(theory, 60.0);
  CHECK(quantile(cut(gamma_of(40, 20), 20, 60), 0.3) ==
        doctest::Approx(boost::math::quantile(theory, low + 0.3 * (high - low))).epsilon(1e-11));
  // An exponential is a gamma whose sd is its mean.
  CHECK(mean(cut(gamma_of(3, 3), 2, infinity)) == doctest::Approx(5).epsilon(1e-11));
  CHECK(quantile(gamma_of(3, 3), 0) == 0);
  CHECK(quantile(gamma_of(3, 3), 1) == infinity);
}

TEST_CASE("gamma: the widest and the narrowest that are allowed have finite rising tables") {
  for (const Distribution& d : {gamma_of(1, 10), gamma_of(1, 0.001), gamma_of(1e6, 1e4)}) {
    CAPTURE(describe(d));
    REQUIRE_FALSE(invalid_reason(d));
    const QuantileTable t = build_table(d);
    float last = -1;
    for (std::uint32_t i = 0; i < 4096; ++i) {
      const float value = look_up(t, (i < 2048 ? i : 6143 - i) << 20 | (i < 2048 ? 0u : 0x80000000u));
      CHECK(value >= last);
      last = value;
    }
    CHECK(std::isfinite(last));
  }
}

TEST_CASE("pareto: cut, or capped with its mass at the cap") {
  const boost::math::pareto_distribution<double> theory(1.5, 1.38);
  const double inside = cdf(theory, 5.1);
  for (const double u : {1e-6, 0.1, 0.5, 0.9, 0.999}) {
    const double uncut = boost::math::quantile(theory, u);
    CHECK(quantile(pareto(1.5, 1.38, 5.1), u) == doctest::Approx(std::min(uncut, 5.1)).epsilon(1e-12));
    CHECK(quantile(pareto(1.5, 1.38, infinity, 5.1), u) ==
          doctest::Approx(boost::math::quantile(theory, u * inside)).epsilon(1e-12));
  }
  CHECK(quantile(pareto(1.5, 1.38, 5.1), inside - 1e-6) < 5.1);
  CHECK(quantile(pareto(1.5, 1.38, 5.1), inside + 1e-6) == 5.1);

  boost::math::quadrature::tanh_sinh<double> quadrature;
  const auto tail = [&](double x) { return boost::math::cdf(boost::math::complement(theory, x)); };
  CHECK(mean(pareto(1.5, 1.38, 5.1)) == doctest::Approx(1.5 + quadrature.integrate(tail, 1.5, 5.1)).epsilon(1e-12));
  CHECK(mean(pareto(1, 1, 10)) == doctest::Approx(1 + std::log(10)).epsilon(1e-14));
  const double cut_mean = 1.5 + quadrature.integrate([&](double x) { return 1 - cdf(theory, x) / inside; }, 1.5, 5.1);
  CHECK(mean(pareto(1.5, 1.38, infinity, 5.1)) == doctest::Approx(cut_mean).epsilon(1e-10));
  // Cut from below and capped: the kink at the cap is where the integral is divided.
  const double kept = tail(2);
  const double both = 2 + quadrature.integrate([&](double x) { return tail(x) / kept; }, 2, 5.1);
  CHECK(mean(cut(pareto(1.5, 1.38, 5.1), 2, infinity)) == doctest::Approx(both).epsilon(1e-10));

  // In a table exactly as many draws as should stand at the cap.
  const QuantileTable t = build_table(pareto(1.5, 1.38, 5.1));
  CHECK(share_of_words(t, [](float x) { return x == 5.1f; }) == doctest::Approx(1 - inside).epsilon(1e-5));
}

TEST_CASE("bernoulli and discrete: probabilities are exact and nothing lies between the values") {
  for (const double p : {0.3, 0.5, 1e-3, 0.8371, 0.999}) {
    CAPTURE(p);
    const QuantileTable t = build_table(bernoulli(p, 4));
    // The first word of the upper value: its distance from the share 1 - p.
    std::uint64_t low = 0, high = std::uint64_t{1} << 32;
    const auto word_at = [](std::uint64_t rank) {
      return static_cast<std::uint32_t>(
          rank < (std::uint64_t{1} << 31) ? rank : (std::uint64_t{1} << 31) | ((std::uint64_t{1} << 32) - 1 - rank));
    };
    while (high - low > 1) {
      const std::uint64_t middle = (low + high) / 2;
      (look_up(t, word_at(middle)) < 2 ? low : high) = middle;
    }
    CHECK(std::fabs(static_cast<double>(high) * 0x1p-32 - (1 - p)) < 1e-7);
    CHECK(share_of_words(t, [](float x) { return x != 0 && x != 4; }) == 0);
    CHECK(mean(bernoulli(p, 4)) == doctest::Approx(4 * p));
  }
  const std::vector<double> values = {3, -1, 2.5, 7}, weights = {2, 1, 0, 5};
  const Distribution d = discrete(values, weights);
  REQUIRE_FALSE(invalid_reason(d));
  const QuantileTable t = build_table(d);
  CHECK(t.steps.size() == 2);
  for (std::size_t i = 0; i < values.size(); ++i) {
    CAPTURE(values[i]);
    const double share = share_of_words(t, [&](float x) { return x == static_cast<float>(values[i]); });
    CHECK(std::fabs(share - weights[i] / 8) < 2e-6);
    CHECK(std::fabs(share - weights[i] / 8 - 1e-5) > 2e-6);
  }
  CHECK(mean(d) == doctest::Approx((6.0 - 1 + 35) / 8));
  CHECK(quantile(d, 0) == -1);
  CHECK(quantile(d, 1) == 7);

  // Many values that share cells of the table.
  std::vector<double> many, equal(1000, 1);
  for (int i = 0; i < 1000; ++i) many.push_back(i * i);
  const QuantileTable fine = build_table(discrete(many, equal));
  CHECK(std::fabs(share_of_words(fine, [](float x) { return x == 250000.0f; }) - 0.001) < 2e-6);
  CHECK(share_of_words(fine, [](float x) { return std::sqrt(x) != std::round(std::sqrt(x)); }) == 0);
}

TEST_CASE("mixture: quantiles invert the sum of the parts' distribution functions") {
  const Lognormal narrow(std::log(2.0), 0.3), wide(std::log(5.0), 0.8);
  const Distribution d = mix({part_of(0.7, lognormal(2, 0.3)), part_of(0.3, lognormal(5, 0.8))});
  REQUIRE_FALSE(invalid_reason(d));
  double worst_share = 0;
  for (double u = 1e-9; u < 1; u += u < 0.01 ? u : 0.01) {
    const double x = quantile(d, u);
    worst_share = std::max(worst_share, std::fabs((0.7 * cdf(narrow, x) + 0.3 * cdf(wide, x)) / u - 1));
    const double y = quantile(d, 1 - u);
    const double above = 0.7 * cdf(complement(narrow, y)) + 0.3 * cdf(complement(wide, y));
    worst_share = std::max(worst_share, std::fabs(above / (1 - (1 - u)) - 1) * std::min(1.0, u / 1e-7));
  }
  CHECK(worst_share < 1e-9);
  CHECK(mean(d) == doctest::Approx(0.7 * boost::math::mean(narrow) + 0.3 * boost::math::mean(wide)).epsilon(1e-13));

  // One part is that part; two halves of a thing are the thing.
  CHECK(worst(mix({part_of(1, gamma_of(2, 1))}), [](double below, double above) {
          return below < above ? boost::math::quantile(Gamma(4, 0.5), below)
                               : boost::math::quantile(boost::math::complement(Gamma(4, 0.5), above));
        }) < 1e-10);
  const Distribution halves = mix({part_of(0.5, uniform(0, 1)), part_of(0.5, uniform(1, 2))});
  for (const double u : {0.1, 0.5, 0.73}) CHECK(quantile(halves, u) == doctest::Approx(2 * u).epsilon(1e-12));
}

TEST_CASE("mixture: gaps, separate values and caps are drawn exactly") {
  const Distribution d = mix({part_of(0.25, exact(0)), part_of(0.45, uniform(2, 3)), part_of(0.3, uniform(5, 6))});
  REQUIRE_FALSE(invalid_reason(d));
  CHECK(quantile(d, 0.2499) == 0);
  CHECK(quantile(d, 0.2501) == doctest::Approx(2 + 0.0001 / 0.45));
  CHECK(quantile(d, 0.85) == doctest::Approx(5.5));
  const QuantileTable t = build_table(d);
  CHECK(std::fabs(share_of_words(t, [](float x) { return x == 0; }) - 0.25) < 2e-6);
  CHECK(std::fabs(share_of_words(t, [](float x) { return x >= 2 && x <= 3; }) - 0.45) < 2e-6);
  CHECK(std::fabs(share_of_words(t, [](float x) { return x >= 5 && x <= 6; }) - 0.3) < 2e-6);
  // Without the steps a straight line would fill the gaps.
  QuantileTable no_steps = t;
  no_steps.steps.clear();
  CHECK(share_of_words(no_steps, [](float x) { return (x > 0 && x < 2) || (x > 3 && x < 5); }) > 1e-3);

  // A value inside a part that is spread out.
  const Distribution inside = mix({part_of(0.5, exact(1)), part_of(0.5, uniform(0, 2))});
  CHECK(quantile(inside, 0.2) == doctest::Approx(0.8));
  CHECK(quantile(inside, 0.5) == 1);
  CHECK(quantile(inside, 0.8) == doctest::Approx(1.2));
  CHECK(std::fabs(share_of_words(build_table(inside), [](float x) { return x == 1; }) - 0.5) < 2e-6);
}

TEST_CASE("mixture: effort ratios of the default table overrun by 27% and in 17% of cases by more than half") {
  REQUIRE_FALSE(invalid_reason(over()));
  CHECK(mean(over()) == doctest::Approx(1.27).epsilon(0.005));
  const QuantileTable t = build_table(over());
  double sum = 0;
  constexpr std::uint32_t count = 1u << 18;
  for (std::uint32_t i = 0; i < count; ++i) sum += static_cast<double>(look_up(t, (i << 14) + (1u << 13)));
  CHECK(sum / count == doctest::Approx(mean(over())).epsilon(1e-4));
  CHECK(std::fabs(share_of_words(t, [](float x) { return x > 1.5f; }) - 0.17) < 1e-5);
  CHECK(std::fabs(share_of_words(t, [](float x) { return x > 1.4f; }) - 0.17) > 1e-3);
  const double at_cap = 0.17 * std::pow(3.4, -1.38);
  CHECK(std::fabs(share_of_words(t, [](float x) { return x == 5.1f; }) - at_cap) < 2e-6);
}

TEST_CASE("families made of parts: what is impossible is named") {
  const auto reason = [](const Distribution& d) { return invalid_reason(d).value_or("fine"); };
  CHECK(reason(beta_of(0, 1)) == "alpha is not between 0.1 and 10,000");
  CHECK(reason(beta_of(1, 2e4)) == "beta is not between 0.1 and 10,000");
  CHECK(reason({Family::beta, 1, 2, 0, 3, 3}) == "low is not below high");
  CHECK(reason(gamma_of(0, 1)) == "mean is not above 0");
  CHECK(reason(gamma_of(1, -1)) == "sd is negative");
  CHECK(reason(gamma_of(1, 1e-4)) == "sd is below a thousandth of the mean");
  CHECK(reason(gamma_of(1, 11)) == "sd is above ten times the mean");
  CHECK(reason(gamma_of(1, 0)) == "fine");
  CHECK(reason(pareto(1, 2, infinity)) == "it has neither cap nor max, so nothing ends its tail");
  CHECK(reason(pareto(0, 2, 3)) == "scale is not above 0");
  CHECK(reason(pareto(4, 2, 3)) == "cap is not above scale");
  CHECK(reason(pareto(1, 0, 3)) == "alpha is not between 0.01 and 1000");
  CHECK(reason(bernoulli(1.1)) == "probability is not between 0 and 1");
  CHECK(reason(cut(bernoulli(0.5), 0, infinity)) == "min and max cannot cut it: they belong to its parts");
  CHECK(reason(discrete({}, {})) == "it has no values");
  CHECK(reason(discrete({1, 2}, {1, -1})) == "a weight is negative");
  CHECK(reason(discrete({1, 2}, {0, 0})) == "all its parts have a share of 0");
  CHECK(reason(mix({})) == "it has no parts");
  CHECK(reason(mix({part_of(0.5, uniform(1, 2))})) == "its shares add up to 0.5, not 1");
  CHECK(reason(mix({part_of(1, uniform(2, 1))})) == "low is above high");
  CHECK(reason(mix({part_of(1, mix({part_of(1, uniform(1, 2))}))})) == "a part is a mixture itself");
  CHECK(quantile(bernoulli(0), 0.9) == 0);
  CHECK(quantile(bernoulli(1, 3), 0.1) == 3);
}

TEST_CASE("families made of parts: words and order") {
  CHECK(describe(beta_of(16, 4)) == "beta 16 / 4");
  CHECK(describe({Family::beta, 16, 4, 0, 2, 5}) == "beta 16 / 4, 2 to 5");
  CHECK(describe(gamma_of(3, 1)) == "gamma, mean 3, sd 1");
  CHECK(describe(pareto(1.5, 1.38, 5.1)) == "Pareto from 1.5, alpha 1.38, capped at 5.1");
  CHECK(describe(pareto(1.5, 1.38, infinity, 8)) == "Pareto from 1.5, alpha 1.38, at most 8");
  CHECK(describe(bernoulli(0.3, 2)) == "2 with probability 0.3, else 0");
  CHECK(describe(discrete({1, 2}, {1, 3})) == "one of 1 (25%), 2 (75%)");
  CHECK(describe(over()) ==
        "83% lognormal, median 0.94, sigma 0.35, at most 1.5; 17% Pareto from 1.5, alpha 1.38, capped at 5.1");
  CHECK(over() == over());
  CHECK((over() < mix({part_of(0.84, uniform(1, 2)), part_of(0.16, uniform(3, 4))})));
}

// Any compiler, any processor: the same knots and steps.
TEST_CASE("families made of parts: tables have the bits they always had") {
  std::uint64_t hash = 0xcbf29ce484222325;
  const auto add = [&](float x) { hash = (hash ^ std::bit_cast<std::uint32_t>(x)) * 0x100000001b3; };
  for (const Distribution& d : {beta_of(16, 4), beta_of(0.5, 0.5), gamma_of(3, 1), gamma_of(1, 3),
                                pareto(1.5, 1.38, 5.1), over(), discrete({1, 2, 5}, {1, 2, 3}), bernoulli(0.3)}) {
    const QuantileTable t = build_table(d);
    for (const float k : t.knots) add(k);
    for (const TableStep& step : t.steps) {
      add(step.below);
      add(step.above);
      hash = (hash ^ static_cast<std::uint32_t>(step.place)) * 0x100000001b3;
    }
    hash = (hash ^ std::bit_cast<std::uint64_t>(mean(d))) * 0x100000001b3;
  }
  CHECK(hash == 2459455066895128210u);
}

}  // namespace headrace::test
