// Without lapse, dropout and turnover, and with explorers as visible as regular users, those reached follow Bass's
// curve.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

struct Bass {
  double p, q, adoptable;

  /// Bass (1969): df/dt = (p + q M f)(1 - f); share of head count reached at week t.
  double reached(double t) const {
    const double social = q * adoptable, e = std::exp(-(p + social) * t);
    return adoptable * (1 - e) / (1 + social / p * e);
  }
};

std::string plan(const Bass& bass, int weeks, const std::string& settings, const std::string& weights,
                 const std::string& groups) {
  return fmt::format(
      "[programme]\nhorizon_weeks = {}\n{}"
      "[adoption]\nexplorer_visibility = 1\ndropout_rate_per_week = 0\nlapse_rate_per_week = 0\n"
      "return_rate_per_week = 0\nturnover_per_week = 0\nhabit_rate_per_week = 0.11\nsponsor_on_trial = 0\n"
      "training_on_trial = 0\nsponsor_on_habit = 0\nsponsor_on_lapse = 0\n"
      "trial_rate_per_week = {}\nimitation_rate_per_week = {}\n{}{}"
      "[use_cases.assistant]\nkind = \"assistive\"\nvalue_per_user_week = 1\n",
      weeks, settings, bass.p, bass.q, weights, groups);
}

const std::string kOwn = "own_group_weight = 1\nsame_site_weight = 0\nsame_role_weight = 0\neveryone_weight = 0\n";

std::string group(double adoptable) {
  return fmt::format("[sites.ulm.groups.crew]\nheadcount = 100\nadoptable_share = {}\n", adoptable);
}

/// Explorers and regular users after each week.
std::vector<double> reached(const std::string& text) {
  const Results results = run_text(text, kept(1));
  const auto mean = [&](Series which, std::size_t w) { return results.weekly[static_cast<int>(which)].at[w].mean; };
  std::vector<double> both;
  for (std::size_t w = 0; w < results.weekly[0].at.size(); ++w) {
    both.push_back(mean(Series::exploring, w) + mean(Series::regular, w));
  }
  return both;
}

/// Largest distance from the curve; with `steps` steps a week.
double error(const Bass& bass, const Bass& truth, int weeks, int steps, const std::string& settings = {}) {
  const Bass slower{bass.p / steps, bass.q / steps, bass.adoptable};
  const auto shares = reached(plan(slower, weeks * steps, settings, kOwn, group(bass.adoptable)));
  double worst = 0;
  for (std::size_t n = 0; n < shares.size(); ++n) {
    worst = std::max(worst, std::fabs(shares[n] - truth.reached(static_cast<double>(n + 1) / steps)));
  }
  return worst;
}

struct Case {
  Bass bass;
  double bound;
};

/// Medians of the defaults (launch and imitation rates inside firms), slow ones and fast ones (P90 of
/// both); and those of a market, which take off later, where the bound is wider, and widest where all would adopt.
constexpr Case kCases[] = {{{0.25, 0.3, 0.81}, 4e-3},
                           {{0.1, 0.2, 1}, 4e-3},
                           {{0.39, 0.47, 0.81}, 4e-3},
                           {{0.03, 0.38, 0.8}, 4.3e-3},
                           {{0.03, 0.38, 1}, 8.7e-3}};
constexpr int kWeeks = 60;

}  // namespace

TEST_CASE("bass: those reached follow the closed form within 4e-3 inside firms and 9e-3 in a market") {
  for (const auto& [bass, bound] : kCases) {
    CAPTURE(bass.p);
    const double off = error(bass, bass, kWeeks, 1);
    MESSAGE("p " << bass.p << ", q " << bass.q << ": largest error " << off);
    CHECK(off < bound);
    // A rate 5% off shows.
    CHECK(error(bass, {1.05 * bass.p, bass.q, bass.adoptable}, kWeeks, 1) > bound);
    CHECK(error(bass, {bass.p, 1.05 * bass.q, bass.adoptable}, kWeeks, 1) > bound);
  }
}

TEST_CASE("bass: half the step cuts the error at least threefold") {
  for (const auto& [bass, bound] : kCases) {
    CAPTURE(bass.p);
    const double once = error(bass, bass, kWeeks, 1), twice = error(bass, bass, kWeeks, 2);
    MESSAGE("p " << bass.p << ": error falls " << once / twice << "-fold");
    CHECK(once > 3 * twice);
  }
}

TEST_CASE("bass: Euler's step is worse and only of first order") {
  const std::string euler = "step = \"euler\"\n";
  for (const auto& [bass, bound] : kCases) {
    CAPTURE(bass.p);
    const double once = error(bass, bass, kWeeks, 1, euler), twice = error(bass, bass, kWeeks, 2, euler);
    CHECK(once > 5 * error(bass, bass, kWeeks, 1));
    CHECK(once < 3 * twice);
  }
}

TEST_CASE("bass: like groups see each other as their weights say") {
  const Bass bass{0.1, 0.3, 0.8};
  const std::string crews =
      "[templates.plant.groups.crew]\nheadcount = 30\nadoptable_share = 0.8\n"
      "[templates.plant.groups.office]\nheadcount = 10\nadoptable_share = 0.8\n"
      "[sites.ulm]\n[sites.graz]\nsize = 2\n";
  const std::string weights =
      "own_group_weight = 0.5\nsame_site_weight = 0.2\nsame_role_weight = 0.15\n"
      "everyone_weight = 0.15\n";
  const auto worst = [&](double spread, double weight) {
    const auto shares =
        reached(plan(bass, kWeeks, {}, weights + fmt::format("between_sites_spread = {}\n", spread), crews));
    const Bass theory{bass.p, bass.q * weight, bass.adoptable};
    double off = 0;
    for (std::size_t n = 0; n < shares.size(); ++n) {
      off = std::max(off, std::fabs(shares[n] - theory.reached(static_cast<double>(n + 1))));
    }
    return off;
  };
  CHECK(worst(1, 1) < 4e-3);
  CHECK(worst(0.3, 0.7 + 0.3 * 0.3) < 4e-3);
  CHECK(worst(0, 0.7) < 4e-3);
  CHECK(worst(0.3, 1) > 8e-3);
}

TEST_CASE("bass: access begins with the wave or the first use case and licences are a ceiling") {
  const Bass bass{0.2, 0.3, 0.8};
  const std::string later = "wave_start_weeks = [10]\n";
  const auto shares = reached(plan(bass, kWeeks, later, kOwn, group(0.8)));
  for (std::size_t n = 0; n < shares.size(); ++n) {
    const double t = std::max(0.0, static_cast<double>(n + 1) - 10);
    CHECK(std::fabs(shares[n] - bass.reached(t)) < 4e-3);
  }
  const auto half = reached(plan(bass, kWeeks, {}, kOwn, group(0.8) + "licensed_share = 0.5\n"));
  const Bass fewer{0.2, 0.3, 0.4};
  for (std::size_t n = 0; n < half.size(); ++n) {
    CHECK(std::fabs(half[n] - fewer.reached(static_cast<double>(n + 1))) < 4e-3);
  }
  const auto waiting =
      reached(plan(bass, kWeeks, {}, kOwn, group(0.8) + "[sites.ulm.items]\nbuild = { wait_weeks = 7 }\n") +
              "needs = [\"build\"]\n");
  for (std::size_t n = 0; n < waiting.size(); ++n) {
    const double t = std::max(0.0, static_cast<double>(n + 1) - 7);
    CHECK(std::fabs(waiting[n] - bass.reached(t)) < 4e-3);
  }
}

}  // namespace headrace::test
