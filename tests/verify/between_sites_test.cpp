// Numbers of a template are drawn once a site with a common part: rank correlation between_sites_rho.
#include <doctest/doctest.h>

#include <algorithm>
#include <boost/math/distributions/exponential.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "tests/support/statistics.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

constexpr std::int64_t kTrials = 1 << 15;

/// Three sites of a template whose wait says this of its correlation, and one more wait of each site.
struct Sites {
  explicit Sites(const std::string& correlation)
      : model(model_of("[programme]\nhorizon_weeks = 60\n"
                       "[use_cases.warning]\nkind = \"assistive\"\nvalue_per_user_week = 1\nneeds = [\"permit\"]\n"
                       "[templates.plant.items]\n"
                       "permit = { wait_weeks = { mean = 3, shape = \"exponential\"" +
                       correlation +
                       " } }\n"
                       "visit = { wait_weeks = { low = 1, high = 4 } }\n"
                       "[sites]\nulm = {}\ngraz = {}\nlodz = {}\n")),
        results(run(model, kept(kTrials))) {}

  const std::vector<float>& of(const std::string& item) const { return finish_of(results, model, item); }
  Estimate between(const std::string& a, const std::string& b) const { return rank_correlation(of(a), of(b)); }

  Model model;
  Results results;
};

void check_every_pair(const Sites& sites, double rho) {
  for (const auto& [a, b] :
       {std::pair{"ulm/permit", "graz/permit"}, {"ulm/permit", "lodz/permit"}, {"graz/permit", "lodz/permit"}}) {
    CAPTURE(b);
    CHECK(agrees(sites.between(a, b), rho));
    CHECK_FALSE(agrees(sites.between(a, b), rho + 0.04));
    CHECK_FALSE(agrees(sites.between(a, b), rho - 0.04));
  }
}

double largest_difference(const std::vector<float>& a, const std::vector<float>& b) {
  double largest = 0;
  for (std::size_t t = 0; t < a.size(); ++t) {
    largest = std::max(largest, std::fabs(static_cast<double>(a[t]) - static_cast<double>(b[t])));
  }
  return largest;
}

/// Correlation leaves each site's own distribution as it is. Standard error of a share 0.0028.
void check_marginals(const Sites& sites) {
  const boost::math::exponential theory(1 / 3.0);
  for (const std::string item : {"ulm/permit", "graz/permit", "lodz/permit"}) {
    CHECK(agrees(mean_of(sites.of(item)), 3));
    CHECK_FALSE(agrees(mean_of(sites.of(item)), 3.15));
    for (const double share : {0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99}) {
      CHECK(agrees(share_below(sites.of(item), quantile(theory, share)), share));
    }
  }
}

}  // namespace

TEST_CASE("between sites: rank correlation is 0.3 unless given") {
  const Sites sites("");
  check_every_pair(sites, 0.3);
  check_marginals(sites);
}

TEST_CASE("between sites: rank correlation as given") {
  const Sites sites(", between_sites_rho = 0.8");
  check_every_pair(sites, 0.8);
  check_marginals(sites);
}

TEST_CASE("between sites: without correlation draws are independent") {
  const Sites sites(", between_sites_rho = 0");
  check_every_pair(sites, 0);
  check_marginals(sites);
}

TEST_CASE("between sites: full correlation and shared numbers are the same at every site") {
  const Sites shared(", shared = true");
  CHECK(shared.of("ulm/permit") == shared.of("graz/permit"));
  CHECK(shared.of("ulm/permit") == shared.of("lodz/permit"));
  check_marginals(shared);
  const Sites full(", between_sites_rho = 1");
  CHECK(largest_difference(full.of("ulm/permit"), full.of("graz/permit")) < 1e-5);
  CHECK(largest_difference(full.of("ulm/permit"), full.of("lodz/permit")) < 1e-5);
  check_marginals(full);
}

TEST_CASE("between sites: different numbers of one site or of two are independent") {
  const Sites sites("");
  CHECK(agrees(sites.between("ulm/permit", "ulm/visit"), 0));
  CHECK(agrees(sites.between("ulm/permit", "graz/visit"), 0));
  CHECK_FALSE(agrees(sites.between("ulm/visit", "graz/visit"), 0));
}

}  // namespace headrace::test
