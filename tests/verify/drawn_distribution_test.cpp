// Each family of distributions, as trials get it: means and quantiles of the finish of a wait item against theory.
#include <doctest/doctest.h>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/exponential.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <boost/math/distributions/uniform.hpp>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/statistics.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

constexpr std::int64_t kTrials = 1 << 16;
constexpr double kShares[] = {0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99};

/// One item for each family, in one scenario.
const char* const kText = R"(
[programme]
horizon_weeks = 80
[use_cases.warning]
kind = "assistive"
value_per_user_week = 1
needs = ["pert"]
[sites.ulm.items]
pert = { wait_weeks = { low = 2, mode = 3, high = 9 } }
triangular = { wait_weeks = { low = 2, mode = 3, high = 9, shape = "triangular" } }
uniform = { wait_weeks = { low = 2, high = 9 } }
normal = { wait_weeks = { mean = 20, sd = 3 } }
truncated = { wait_weeks = { mean = 3, sd = 2, min = 1, max = 6 } }
lognormal = { wait_weeks = { median = 3, sigma = 0.5 } }
exponential = { wait_weeks = { mean = 3, shape = "exponential" } }
quantiles = { wait_weeks = { p10 = 2, p50 = 4, p90 = 12 } }
bounded = { wait_weeks = { p10 = 2, p50 = 4, p90 = 12, min = 1, max = 15 } }
)";

struct Sampled {
  Model model = model_of(std::string(kText));
  Results results = run(model, kept(kTrials));
};

const std::vector<float>& sample(const std::string& family) {
  static const Sampled sampled;
  return finish_of(sampled.results, sampled.model, "ulm/" + family);
}

/// Compares mean and quantiles within 4 standard errors; a mean 5% of a standard deviation off (13 standard errors) and
/// a share 0.02 off (at the median 10 standard errors) must be rejected.
void check(const std::string& family, double mean, const std::function<double(double)>& quantile) {
  CAPTURE(family);
  const auto& values = sample(family);
  const Estimate average = mean_of(values);
  CHECK(agrees(average, mean));
  CHECK_FALSE(agrees(average, mean + 0.05 * sd_of(values)));
  for (const double share : kShares) {
    CAPTURE(share);
    CHECK(agrees(share_below(values, quantile(share)), share));
  }
  CHECK_FALSE(agrees(share_below(values, quantile(0.5)), 0.52));
  CHECK_FALSE(agrees(share_below(values, quantile(0.52)), 0.5));
}

template <class Theory>
void check(const std::string& family, const Theory& theory) {
  check(family, boost::math::mean(theory), [&](double u) { return boost::math::quantile(theory, u); });
}

}  // namespace

TEST_CASE("drawn distributions: PERT is a beta with lambda 4") {
  const double alpha = 1 + 4 * (3.0 - 2) / 7, beta = 1 + 4 * (9.0 - 3) / 7;
  const boost::math::beta_distribution<> theory(alpha, beta);
  check("pert", (2 + 4 * 3 + 9) / 6.0, [&](double u) { return 2 + 7 * quantile(theory, u); });
}

TEST_CASE("drawn distributions: triangular and uniform") {
  check("triangular", boost::math::triangular(2, 3, 9));
  check("uniform", boost::math::uniform(2, 9));
}

TEST_CASE("drawn distributions: normal and truncated normal") {
  check("normal", boost::math::normal(20, 3));
  const boost::math::normal theory(3, 2), unit;
  const double low = cdf(theory, 1.0), high = cdf(theory, 6.0);
  const double mean = 3 + 2 * (pdf(unit, -1.0) - pdf(unit, 1.5)) / (high - low);
  check("truncated", mean, [&](double u) { return quantile(theory, low + u * (high - low)); });
}

TEST_CASE("drawn distributions: lognormal and exponential") {
  check("lognormal", boost::math::lognormal(std::log(3.0), 0.5));
  check("exponential", boost::math::exponential(1 / 3.0));
}

// Hadlock and Bickel (2017), J-QPD-S with lower bound 0: x = p50 exp(lambda sinh(asinh(delta z) + asinh(n c delta))),
// written here from the paper; c = z(0.9).
TEST_CASE("drawn distributions: three quantiles give a J-QPD-S") {
  const auto& values = sample("quantiles");
  CHECK(agrees(share_below(values, 2), 0.1));
  CHECK(agrees(share_below(values, 4), 0.5));
  CHECK(agrees(share_below(values, 12), 0.9));
  CHECK_FALSE(agrees(share_below(values, 2.1), 0.1));

  const boost::math::normal unit;
  const double c = quantile(unit, 0.9);
  const double low = std::log(2.0), middle = std::log(4.0), high = std::log(12.0);
  const double h = std::min(middle - low, high - middle), n = low + high > 2 * middle ? 1 : -1;
  const double start = n > 0 ? 2.0 : 12.0;
  const double delta = std::sinh(std::acosh((high - low) / (2 * h))) / c;
  const double lambda = h / (delta * c);
  const auto jqpd = [&](double u) {
    return start * std::exp(lambda * std::sinh(std::asinh(delta * quantile(unit, u)) + std::asinh(n * c * delta)));
  };
  REQUIRE(jqpd(0.1) == doctest::Approx(2));
  REQUIRE(jqpd(0.9) == doctest::Approx(12));
  for (const double share : kShares) CHECK(agrees(share_below(values, jqpd(share)), share));
}

// The same authors' J-QPD-B, from the paper: x = 1 + 14 Phi(xi + lambda sinh(delta (z + n c))).
TEST_CASE("drawn distributions: min and max leave three quantiles as they are") {
  const auto& values = sample("bounded");
  CHECK(agrees(share_below(values, 2), 0.1));
  CHECK(agrees(share_below(values, 4), 0.5));
  CHECK(agrees(share_below(values, 12), 0.9));
  CHECK_FALSE(agrees(share_below(values, 2.1), 0.1));

  const boost::math::normal unit;
  const double c = quantile(unit, 0.9);
  const auto score = [&](double x) { return quantile(unit, (x - 1) / 14); };
  const double l = score(2), b = score(4), h = score(12), n = l + h > 2 * b ? 1 : -1;
  const double delta = std::acosh((h - l) / (2 * std::min(b - l, h - b))) / c;
  const double lambda = (h - l) / std::sinh(2 * delta * c), xi = n > 0 ? l : h;
  for (const double share : kShares) {
    const double x = 1 + 14 * cdf(unit, xi + lambda * std::sinh(delta * (quantile(unit, share) + n * c)));
    CHECK(agrees(share_below(values, x), share));
  }
}

TEST_CASE("drawn distributions: go-live of a use case is what its last item drew") {
  Model model = model_of(std::string(kText));
  const Results results = run(model, kept(500));
  CHECK(results.kept[Output::last_go_live_week] == finish_of(results, model, "ulm/pert"));
}

}  // namespace headrace::test
