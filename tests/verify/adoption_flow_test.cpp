// Explorers, regular users and lapsed ones against the differential equations of docs/model.md, adoption, solved here
// by Runge and Kutta in small steps. Weekly steps converge to them as rates fall.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

using Stocks = std::array<double, 3>;  // exploring, regular, lapsed

/// Rates a week and what they depend on; defaults are those of a firm that sponsors the tool.
struct Firm {
  double p = 0.25, q = 0.3, habit = 0.11, dropout = 0.2, lapse = 0.05, comeback = 0.2, turnover = 0.02;
  double visibility = 0.3, adoptable = 0.8, licensed = 0.9;
  double sponsorship = 0.5, training = 0.4, embedding = 0.6, quality = 0.75;
  double a_s = 0.5, a_t = 0.7, c_s = 1.5, d_s = 1.2, d_b = 1, b_quality = 2;

  /// Trust, help and freshness are 1 while their mechanisms are not built.
  Stocks slope(const Stocks& x) const {
    const auto [e, r, l] = x;
    const double fit = quality, seen = r + visibility * e;
    const double push = 1 + a_s * sponsorship + a_t * training, backed = 1 + d_s * sponsorship;
    const double tried = (adoptable * licensed - e - r - l) * (p * push + q * seen);
    const double kept = e * habit * fit * embedding * (1 + c_s * sponsorship);
    const double gave_up = e * dropout * (1 - fit) / backed;
    const double stopped = r * lapse * (1 + b_quality * (1 - quality)) / (backed * (1 + d_b * embedding));
    const double back = l * comeback * push * seen;
    return {tried + back - kept - gave_up - turnover * e, kept - stopped - turnover * r,
            gave_up + stopped - back - turnover * l};
  }

  Stocks after(double weeks) const {
    constexpr double h = 0.01;
    Stocks x{};
    const auto plus = [](const Stocks& a, const Stocks& b, double f) {
      return Stocks{a[0] + f * b[0], a[1] + f * b[1], a[2] + f * b[2]};
    };
    for (int n = 0; n < std::lround(weeks / h); ++n) {
      const Stocks k1 = slope(x), k2 = slope(plus(x, k1, h / 2)), k3 = slope(plus(x, k2, h / 2));
      const Stocks k4 = slope(plus(x, k3, h));
      for (std::size_t i = 0; i < 3; ++i) x[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
    return x;
  }
};

constexpr int kWeeks = 40;

/// The engine with every rate divided by `steps`, over as many more weeks.
std::string text(const Firm& f, int steps) {
  const auto rate = [&](double r) { return r / steps; };
  return fmt::format(
             "[programme]\nhorizon_weeks = {}\nsponsorship = {}\n"
             "[use_cases.assistant]\nkind = \"assistive\"\nvalue_per_user_week = 1\noutput_reliability = {}\n"
             "[sites.ulm.groups.crew]\nheadcount = 50\nadoptable_share = {}\nlicensed_share = {}\ntraining_share = {}\n"
             "embedding_share = {}\n",
             kWeeks * steps, f.sponsorship, f.quality, f.adoptable, f.licensed, f.training, f.embedding) +
         fmt::format(
             "[adoption]\ntrial_rate_per_week = {}\nimitation_rate_per_week = {}\nhabit_rate_per_week = {}\n"
             "dropout_rate_per_week = {}\nlapse_rate_per_week = {}\nreturn_rate_per_week = {}\nturnover_per_week = "
             "{}\n",
             rate(f.p), rate(f.q), rate(f.habit), rate(f.dropout), rate(f.lapse), rate(f.comeback), rate(f.turnover)) +
         fmt::format(
             "explorer_visibility = {}\nown_group_weight = 1\nsame_site_weight = 0\nsame_role_weight = 0\n"
             "everyone_weight = 0\nsponsor_on_trial = {}\ntraining_on_trial = {}\nsponsor_on_habit = {}\n"
             "sponsor_on_lapse = {}\nembedding_on_lapse = {}\nquality_on_lapse = {}\n",
             f.visibility, f.a_s, f.a_t, f.c_s, f.d_s, f.d_b, f.b_quality);
}

/// Largest distance between the engine and a firm's equations over all weeks and stocks.
double error(const Firm& simulated, const Firm& truth, int steps) {
  const Results r = run_text(text(simulated, steps), kept(1));
  double worst = 0;
  for (int week = 5; week <= kWeeks; week += 5) {
    const Stocks x = truth.after(week);
    const auto at = static_cast<std::size_t>(week * steps - 1);
    const Series which[] = {Series::exploring, Series::regular, Series::lapsed};
    for (std::size_t i = 0; i < 3; ++i) {
      worst = std::max(worst, std::fabs(r.weekly[static_cast<int>(which[i])].at[at].mean - x[i]));
    }
  }
  return worst;
}

}  // namespace

TEST_CASE("adoption flow: weekly steps are near the equations and converge to them") {
  const Firm firm;
  const double weekly = error(firm, firm, 1), fine = error(firm, firm, 4), finest = error(firm, firm, 16);
  MESSAGE("largest error: weekly " << weekly << ", quarter " << fine << ", sixteenth " << finest);
  CHECK(weekly < 0.03);
  CHECK(fine < 0.4 * weekly);
  CHECK(finest < 2e-3);
}

TEST_CASE("adoption flow: each rate and each effect counts") {
  const Firm firm;
  double Firm::*const parameters[] = {&Firm::p,         &Firm::q,        &Firm::habit,       &Firm::dropout,
                                      &Firm::lapse,     &Firm::comeback, &Firm::turnover,    &Firm::visibility,
                                      &Firm::adoptable, &Firm::licensed, &Firm::sponsorship, &Firm::training,
                                      &Firm::embedding, &Firm::quality,  &Firm::a_s,         &Firm::a_t,
                                      &Firm::c_s,       &Firm::d_s,      &Firm::d_b,         &Firm::b_quality};
  int index = 0;
  for (double Firm::*const parameter : parameters) {
    CAPTURE(index);
    Firm other = firm;
    other.*parameter *= other.*parameter < 0.7 ? 1.4 : 0.6;
    CHECK(error(other, other, 16) < 2e-3);
    CHECK(error(other, firm, 16) > 2.5e-3);
    ++index;
  }
}

TEST_CASE("adoption flow: those reached are explorers and regular users and lapsed ones") {
  const Results r = run_text(text({}, 1), kept(1));
  const auto mean = [&](Series which) { return r.weekly[static_cast<int>(which)].at.back().mean; };
  CHECK(mean(Series::lapsed) > 0.05);
  CHECK(mean(Series::reached) ==
        doctest::Approx(mean(Series::exploring) + mean(Series::regular) + mean(Series::lapsed)).epsilon(1e-6));
}

TEST_CASE("adoption flow: without adoption everyone with access who ever would is a regular user at once") {
  const Results r = run_text(
      "[programme]\nhorizon_weeks = 10\nwave_start_weeks = [3]\n"
      "[use_cases.assistant]\nkind = \"assistive\"\nvalue_per_user_week = 1\n"
      "[sites.ulm.groups.crew]\nheadcount = 50\nadoptable_share = 0.6\nlicensed_share = 0.5\n"
      "[sites.ulm.groups.office]\nheadcount = 150\nadoptable_share = 0.8\n",
      kept(1));
  const auto& regular = r.weekly[static_cast<int>(Series::regular)].at;
  CHECK(regular[2].mean == 0);
  CHECK(regular[3].mean == doctest::Approx(0.25 * 0.3 + 0.75 * 0.8));
  CHECK(static_cast<double>(r.kept[Output::regular_share].front()) == doctest::Approx(0.25 * 0.3 + 0.75 * 0.8));
}

}  // namespace headrace::test
