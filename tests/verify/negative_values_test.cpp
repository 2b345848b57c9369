// Numbers below 0 where a planner means them: opportunities, use cases that lose money. The books add up as they do for
// gains, and what is lost of a loss is a gain.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "tests/support/one_site.hpp"
#include "tests/support/rich_scenario.hpp"
#include "tests/support/statistics.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

double d(float x) { return static_cast<double>(x); }

/// Two groups of people and kilns, each with a use case, at two sites; gates, licences and failures aside.
std::string works(const std::string& per_user, const std::string& per_kiln) {
  return fmt::format(
      "[programme]\nhorizon_weeks = 80\nwave_start_weeks = [0, 20]\n"
      "[money]\ndiscount_rate_per_year = 0\nlicence_per_user_month = 0\n"
      "[teams.crew]\npeople = 2\ncost_per_person_week = 1000\n"
      "[adoption]\n"
      "[use_cases.desk]\nkind = \"assistive\"\nvalue_per_user_week = {}\nneeds = [\"link\"]\n"
      "[use_cases.watch]\nassets = [\"kilns\"]\nvalue_per_asset_week = {}\nneeds = [\"link\"]\n"
      "output_reliability = 0.9\n"
      "[templates.plant.groups.staff]\nheadcount = 50\nwage_per_hour = 30\n"
      "[templates.plant.assets.kilns]\ncount = 8\nconnected_share = 0.7\n"
      "[templates.plant.items]\nlink = {{ team = \"crew\", effort_person_weeks = {{ low = 4, high = 20 }} }}\n"
      "[sites.ulm]\nwave = 1\n[sites.graz]\nwave = 2\n",
      per_user, per_kiln);
}

/// Worst |potential - value - leaks| of a site and week, of the sum of what its use cases could bring or lose.
double worst_gap(const Model& model, int blocks) {
  const CompiledModel& m = model.compiled;
  const auto causes = static_cast<std::size_t>(leak_count(m));
  double worst = 0;
  watch(model, 3, blocks, [&](int, const BlockState& s) {
    for (std::size_t i = 0; i < m.sites.size(); ++i) {
      for (std::size_t l = 0; l < kLanes; ++l) {
        double found = s.site_value[i].v[l];
        for (std::size_t c = 0; c < causes; ++c) {
          if (s.leaks[i * causes + c] & 1) found += d(s.leak_site[i * causes + c].v[l]);
        }
        worst = std::max(worst, std::fabs(d(s.leak_potential[i].v[l]) - found) / (d(s.leak_size[i].v[l]) + 1e-30));
      }
    }
  });
  return worst;
}

}  // namespace

TEST_CASE("negative values: an opportunity brings what a risk of the same size costs") {
  OneSite plan;
  plan.items = "end = { team = \"ot\", effort_person_weeks = 10, crew_max = 2 }\n";
  plan.tables = "[money]\ndiscount_rate_per_year = 0\n";
  const auto run_with = [&](const std::string& cost) {
    OneSite with = plan;
    with.tables += "[risks.tender]\nprobability = 0.3\ncost = " + cost + "\n";
    return run_text(with.text(), kept(4096));
  };
  const Results lucky = run_with("-5000"), unlucky = run_with("5000"), without = run_with("0");
  const double struck = without.risks.at(0).struck.mean;
  CHECK(lucky.cash[static_cast<int>(Cash::risks)].mean == doctest::Approx(-5000 * struck).epsilon(1e-9));
  for (std::size_t t = 0; t < 4096; ++t) {
    const double gain = d(lucky.kept[Output::npv][t]) - d(without.kept[Output::npv][t]);
    const double loss = d(unlucky.kept[Output::npv][t]) - d(without.kept[Output::npv][t]);
    CHECK(gain == doctest::Approx(-loss).epsilon(1e-5));
    CHECK((std::fabs(gain) < 0.01 || std::fabs(gain - 5000) < 0.01));
  }
  const Results open = run_with("{ p10 = -9000, p50 = 1000, p90 = 4000 }");
  CHECK(open.cash[static_cast<int>(Cash::risks)].mean < 0);
}

TEST_CASE("negative values: of a use case that loses money every part is the gain's with its sign turned") {
  const Results gain = run_text(works("12", "90"), kept(512)), loss = run_text(works("-12", "-90"), kept(512));
  CHECK(gain.leaks.potential.mean > 0);
  CHECK(loss.leaks.potential.mean == doctest::Approx(-gain.leaks.potential.mean).epsilon(1e-9));
  CHECK(loss.leaks.realised.mean == doctest::Approx(-gain.leaks.realised.mean).epsilon(1e-9));
  REQUIRE(loss.leaks.causes.size() == gain.leaks.causes.size());
  double sum = loss.leaks.realised.mean;
  int booked = 0;
  for (std::size_t c = 0; c < loss.leaks.causes.size(); ++c) {
    CHECK(loss.leaks.causes[c].mean == doctest::Approx(-gain.leaks.causes[c].mean).epsilon(1e-9));
    sum += loss.leaks.causes[c].mean;
    booked += gain.leaks.causes[c].mean > 0;
  }
  CHECK(booked >= 5);
  CHECK(sum == doctest::Approx(loss.leaks.potential.mean).epsilon(1e-6));

  // Money: what was earned is paid; what it costs stays.
  const double cost = gain.leaks.realised.mean - gain.metrics[static_cast<int>(Output::npv)].mean;
  CHECK(loss.metrics[static_cast<int>(Output::npv)].mean ==
        doctest::Approx(-gain.leaks.realised.mean - cost).epsilon(1e-6));
}

TEST_CASE("negative values: gains and losses that all but cancel still add up") {
  // A site's two use cases are worth as much as each other costs, to a thousandth either way.
  const std::string near = works("{ low = 99.9, high = 100.1 }", "-625");
  CHECK(worst_gap(model_of(near), 8) < 1e-5);
  CHECK(run_text(near, kept(2048)).trials == 2048);
  const std::string apart = works("{ p10 = -20, p50 = 5, p90 = 30 }", "{ mean = 20, sd = 60 }");
  CHECK(worst_gap(model_of(apart), 8) < 1e-5);
  CHECK(run_text(apart, kept(2048)).leaks.potential.mean > 0);
}

TEST_CASE("negative values: they add up where every mechanism is at work") {
  std::string text = rich_scenario("[risks.windfall]\nrate_per_week = 0.05\nlasts_weeks = 1\ncost = -40000\n");
  const std::string value = "value_per_asset_week = { p10 = 100, p50 = 250, p90 = 600 }";
  const auto at = text.find(value);
  REQUIRE(at != std::string::npos);
  text.replace(at, value.size(), "value_per_asset_week = { p10 = -300, p50 = -20, p90 = 400 }");
  const Model model = model_of(text);
  CHECK(worst_gap(model, 4) < 1e-5);
  const Results results = run(model, kept(512));
  CHECK(results.cash[static_cast<int>(Cash::risks)].mean < 0);
}

TEST_CASE("negative values: quantiles above 0 alone keep a value above 0") {
  const Model model = model_of(works("{ p10 = 2, p50 = 10, p90 = 40 }", "{ p10 = -2, p50 = 10, p90 = 40 }"));
  const auto ends = [&](const std::string& name) {
    for (const Input& input : model.compiled.inputs) {
      if (input.name == name) return ends_of(input.quantity.distribution);
    }
    FAIL("no input " << name);
    return Ends{};
  };
  CHECK(ends("desk/value_per_user_week").low == 0);
  CHECK(ends("watch/value_per_asset_week").low == -Distribution::infinity);
}

}  // namespace headrace::test
