// Correlated inputs: Spearman's rank correlation of what is drawn is the one asked for, each distribution stays as it
// was, and what is not tied keeps its draws bit for bit.
#include "model/compile/correlation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "model/read/read_scenario.hpp"
#include "sim/block/draws.hpp"
#include "sim/block/kernels.hpp"
#include "tests/support/statistics.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

constexpr std::uint64_t kTrials = 1 << 14;

/// Waits of several families at one site, and a template's at two.
const std::string kText =
    "[programme]\nhorizon_weeks = 60\n"
    "[use_cases.warning]\nkind = \"assistive\"\nvalue_per_user_week = 1\nneeds = [\"a\"]\n"
    "[templates.plant.items]\n"
    "a = { wait_weeks = { mean = 20, sd = 3, shared = true } }\n"
    "b = { wait_weeks = { median = 3, sigma = 0.6, shared = true } }\n"
    "c = { wait_weeks = { alpha = 2, beta = 5, shared = true } }\n"
    "d = { wait_weeks = { low = 1, high = 2, shared = true } }\n"
    "e = { wait_weeks = { low = 1, high = 4, between_sites_rho = 0.5 } }\n"
    "f = { wait_weeks = { low = 2, high = 6, between_sites_rho = 0.5 } }\n"
    "g = { wait_weeks = 3 }\n"
    "[sites.ulm]\nwave = 1\n[sites.graz]\nwave = 1\n";

const std::string a = "*plant/a/wait_weeks", b = "*plant/b/wait_weeks", c = "*plant/c/wait_weeks",
                  d = "*plant/d/wait_weeks";

std::string tie(const std::string& id, const std::vector<std::string>& names, const std::string& rho) {
  std::string text = "[correlations." + id + "]\nbetween = [";
  for (const std::string& name : names) text += "\"" + name + "\", ";
  return text + "]\nrank_correlation = " + rho + "\n";
}

std::vector<float> draws(const Model& model, const std::string& name, std::uint64_t trials = kTrials) {
  const Input* input = find_input(model.compiled, name);
  REQUIRE_MESSAGE(input != nullptr, name);
  std::vector<float> values;
  for (std::uint64_t t = 0; t < trials; ++t) values.push_back(draw_value(model.compiled, *input, 11, t));
  return values;
}

void check_pair(const Model& model, const std::string& first, const std::string& second, double rho) {
  CAPTURE(first);
  CAPTURE(second);
  const Estimate found = rank_correlation(draws(model, first), draws(model, second));
  CHECK(agrees(found, rho));
  CHECK_FALSE(agrees(found, rho + 0.06));
  CHECK_FALSE(agrees(found, rho - 0.06));
}

/// Errors of compiling; of reading when that fails already.
std::string errors(const std::string& text) {
  Diagnostics found;
  const ReadResult read = read_scenario_text(text, "s.toml");
  found.add(read.diagnostics);
  if (read.scenario) {
    if (const auto programme = expand(*read.scenario, found)) compile(*programme, found);
  }
  std::string all;
  for (const Diagnostic& one : found.sorted()) all += to_string(one) + "\n";
  return all;
}

bool says(const std::string& text, const std::string& part) {
  const std::string all = errors(text);
  INFO(all);
  return all.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("correlations: drawn pairs of normal, lognormal and beta have the rank correlation asked for") {
  const Model model = model_of(kText + tie("x", {a, b}, "0.7") + tie("y", {b, c}, "-0.5") + tie("z", {a, c}, "-0.2"));
  check_pair(model, a, b, 0.7);
  check_pair(model, b, c, -0.5);
  check_pair(model, a, c, -0.2);
  check_pair(model, a, d, 0);
  CHECK(model.compiled.correlated.size() == 3);
}

TEST_CASE("correlations: each distribution stays as it was") {
  const Model model = model_of(kText + tie("x", {a, b, c}, "0.6"));
  const boost::math::beta_distribution<double> theory(2, 5);
  const std::vector<float> values = draws(model, c);
  CHECK(agrees(mean_of(values), 2.0 / 7));
  CHECK_FALSE(agrees(mean_of(values), 2.0 / 7 + 0.01));
  for (const double share : {0.01, 0.1, 0.5, 0.9, 0.99}) {
    CHECK(agrees(share_below(values, quantile(theory, share)), share));
  }
  CHECK(agrees(mean_of(draws(model, a)), 20));
}

TEST_CASE("correlations: the engine draws what the scalar twin draws, bit for bit on every kernel") {
  const Model model =
      model_of(kText + tie("x", {a, b, c}, "0.6") + tie("y", {"*plant/e/wait_weeks", "*plant/f/wait_weeks"}, "0.8"));
  for (const Kernel* kernel : available_kernels()) {
    TrialBlock memory(model.compiled, *kernel);
    for (const int block : {0, 5, 4}) {
      memory.simulate(11, block);
      int different = 0;
      for (const Input& input : model.compiled.inputs) {
        for (int l = 0; l < kLanes; ++l) {
          const auto trial = static_cast<std::uint64_t>(block * kLanes + l);
          different += memory.state().param[input.row].v[l] != draw_value(model.compiled, input, 11, trial);
        }
      }
      CHECK(different == 0);
    }
  }
}

TEST_CASE("correlations: what is not tied, and the first of a set, keep their draws") {
  const Model before = model_of(kText), after = model_of(kText + tie("x", {b, c}, "0.6"));
  for (const Input& input : before.compiled.inputs) {
    CAPTURE(input.name);
    const bool same = draws(before, input.name, 500) == draws(after, input.name, 500);
    CHECK(same == (input.name != c));
  }
  // One more in the set changes none that comes before it by name.
  const Model more = model_of(kText + tie("x", {b, c}, "0.6") + tie("y", {c, d}, "0.3"));
  for (const std::string& name : {a, b, c}) CHECK(draws(more, name, 500) == draws(after, name, 500));
  CHECK(draws(more, d, 500) != draws(after, d, 500));
}

TEST_CASE("correlations: 0 changes no bit, and the order in the file changes nothing") {
  const auto of = [](const std::string& tables) { return digest(run_text(kText + tables, kept(256))); };
  CHECK(of(tie("x", {a, b, c}, "0")) == of(""));
  CHECK(of(tie("x", {a, b}, "0.5") + tie("y", {b, c}, "0.2")) == of(tie("x", {c, b}, "0.2") + tie("y", {b, a}, "0.5")));
  CHECK(of(tie("x", {a, b}, "0.5")) != of(""));
}

TEST_CASE("correlations: common parts of a template's numbers go together, sites as far as they share them") {
  const Model model = model_of(kText + tie("x", {"*plant/e/wait_weeks", "*plant/f/wait_weeks"}, "0.9"));
  const double normal = 2 * std::sin(std::acos(-1.0) / 6 * 0.9);
  // The common part has a share of 2 sin(pi/12) of each number's normal.
  const double share = 2 * std::sin(std::acos(-1.0) / 12);
  const double expected = 6 / std::acos(-1.0) * std::asin(normal * share / 2);
  check_pair(model, "ulm/e/wait_weeks", "ulm/f/wait_weeks", expected);
  check_pair(model, "ulm/e/wait_weeks", "graz/f/wait_weeks", expected);
  check_pair(model, "ulm/e/wait_weeks", "graz/e/wait_weeks", 0.5);
}

TEST_CASE("correlations: mistakes are named") {
  CHECK(says(kText + tie("x", {a, b}, "0.95") + tie("y", {b, c}, "0.95") + tie("z", {a, c}, "-0.95"),
             "the correlations contradict each other: "));
  CHECK(says(kText + tie("x", {a, b}, "0.95") + tie("y", {b, c}, "0.95") + tie("z", {a, c, d}, "-0.95"),
             "not positive definite"));
  CHECK(says(kText + tie("x", {a, b, c}, "-1"),
             "contradict each other: `*plant/b/wait_weeks` with `*plant/c/wait_weeks` -1, `*plant/a/wait_weeks` with "
             "`*plant/b/wait_weeks` -1, `*plant/a/wait_weeks` with `*plant/c/wait_weeks` -1 (the others already say"));
  CHECK(says(kText + tie("x", {a, b}, "1") + tie("y", {b, c}, "1") + tie("z", {a, c}, "0.5"),
             "contradict each other: `*plant/a/wait_weeks` with `*plant/c/wait_weeks` 0.5, "));
  CHECK(says(kText + tie("x", {a, b}, "1") + tie("y", {a, c}, "0.5") + tie("z", {b, c}, "0.4"),
             "contradict each other: `*plant/a/wait_weeks` with `*plant/c/wait_weeks` 0.5, `*plant/b/wait_weeks` with "
             "`*plant/c/wait_weeks` 0.4 (one follows the other perfectly"));
  CHECK(says(
      kText + tie("x", {a, b}, "1") + tie("y", {b, c}, "0.95") + tie("z", {c, d}, "0.95") + tie("w", {a, d}, "-0.9"),
      "`*plant/b/wait_weeks` with `*plant/c/wait_weeks` 0.95"));
  CHECK(says(kText + tie("x", {a, b}, "60"), "Write 60% as 0.6."));
  CHECK(errors(kText + tie("x", {a, b}, "0.6") + tie("y", {b, c}, "0.6")).empty());
  CHECK(says(kText + tie("x", {a, b, c}, "0.5") + tie("y", {b, a}, "0.4"), "are correlated twice (0.4 here and 0.5"));
  CHECK(errors(kText + tie("x", {a, b, c}, "0.5") + tie("y", {b, a}, "0.5")).empty());
  CHECK(says(kText + tie("x", {a, "*plant/bb/wait_weeks"}, "0.5"), "Did you mean '*plant/b/wait_weeks'?"));
  CHECK(says(kText + tie("x", {a, "*plant/g/wait_weeks"}, "0.5"), "that number is exact"));
  CHECK(says(kText + tie("x", {a, "ulm/e/wait_weeks"}, "0.5"), "Name its common part `*plant/e/wait_weeks`"));
  CHECK(says(kText + tie("x", {a}, "0.5"), "ties fewer than two"));
  CHECK(says(kText + tie("x", {a, a}, "0.5"), "twice"));
  CHECK(says(kText + tie("x", {a, b}, "1.5"), "it must be between -1 and 1"));
  CHECK(says(kText + "[correlations.x]\nrank_correlation = 0.3\n", "lacks 'between'"));
}

TEST_CASE("correlations: 1 and -1 are the same share of the futures of each number, whatever they are") {
  // h has three values and i two parts.
  const std::string more =
      "[sites.ulm.items]\nh = { wait_weeks = { values = [1, 2, 5], weights = [5, 3, 2] } }\n"
      "i = { wait_weeks = { mix = [{ share = 0.7, low = 1, high = 2 }, { share = 0.3, median = 6, sigma = 0.2 }] } }\n";
  const std::string h = "ulm/h/wait_weeks", i = "ulm/i/wait_weeks";
  // In order of one the other only rises, or only falls: no future is out of place.
  const auto order = [](const Model& model, const std::string& first, const std::string& second, float sign) {
    const std::vector<float> x = draws(model, first, 4000), y = draws(model, second, 4000);
    std::vector<std::pair<float, float>> pairs;
    for (std::size_t t = 0; t < x.size(); ++t) pairs.emplace_back(x[t], sign * y[t]);
    std::sort(pairs.begin(), pairs.end());
    int wrong = 0;
    for (std::size_t t = 1; t < pairs.size(); ++t) wrong += pairs[t].second < pairs[t - 1].second;
    CAPTURE(first);
    CAPTURE(second);
    CHECK(wrong == 0);
  };
  for (const float sign : {1.0f, -1.0f}) {
    const std::string rho = sign > 0 ? "1" : "-1";
    for (const std::string& second : {b, c, h, i}) {
      const Model model = model_of(kText + more + tie("x", {a, second}, rho));
      order(model, a, second, sign);
      CHECK(agrees(mean_of(draws(model, a)), 20));
    }
    order(model_of(kText + more + tie("x", {h, i}, rho)), h, i, sign);
  }

  // A group of five, and two chains that meet: what nobody names follows from what is.
  const Model group = model_of(kText + more + tie("x", {a, b, c, h, i}, "1"));
  for (const std::string& second : {b, c, h, i}) order(group, a, second, 1);
  const Model chain = model_of(kText + more + tie("x", {a, b}, "-1") + tie("y", {b, c}, "1") + tie("z", {c, h}, "-1"));
  order(chain, a, c, -1);
  order(chain, a, h, 1);
  CHECK(chain.compiled.rank_correlations.size() == 3);

  // Nearly perfect is a matter of degree.
  const Model nearly = model_of(kText + tie("x", {a, b}, "0.999999") + tie("y", {c, d}, "-0.999999"));
  CHECK(rank_correlation(draws(nearly, a), draws(nearly, b)).value > 0.99999);
  CHECK(rank_correlation(draws(nearly, c), draws(nearly, d)).value < -0.99999);
  CHECK(draws(nearly, a) != draws(model_of(kText + tie("x", {c, d}, "1")), b));
}

TEST_CASE("correlations: what goes with one of two that are one goes with the other") {
  const Model model = model_of(kText + tie("x", {b, c}, "1") + tie("y", {a, c}, "0.5") + tie("z", {c, d}, "-0.4"));
  check_pair(model, a, b, 0.5);
  check_pair(model, a, c, 0.5);
  check_pair(model, b, d, -0.4);
  const Model turned = model_of(kText + tie("x", {a, b}, "-1") + tie("y", {b, c}, "0.6"));
  check_pair(turned, a, c, -0.6);
  // Common parts of a template's numbers may be one too.
  const Model common = model_of(kText + tie("x", {"*plant/e/wait_weeks", "*plant/f/wait_weeks"}, "1"));
  const double expected = 6 / std::acos(-1.0) * std::asin(2 * std::sin(std::acos(-1.0) / 12) / 2);
  check_pair(common, "ulm/e/wait_weeks", "graz/f/wait_weeks", expected);
  check_pair(common, "ulm/e/wait_weeks", "ulm/f/wait_weeks", expected);
}

TEST_CASE("correlations: every kernel draws perfect pairs as the scalar twin does") {
  const Model model = model_of(kText + tie("x", {a, b}, "-1") + tie("y", {b, c}, "0.5") + tie("z", {c, d}, "1") +
                               tie("w", {"*plant/e/wait_weeks", "*plant/f/wait_weeks"}, "-1"));
  for (const Kernel* kernel : available_kernels()) {
    TrialBlock memory(model.compiled, *kernel);
    memory.simulate(11, 2);
    for (const Input& input : model.compiled.inputs) {
      for (int l = 0; l < kLanes; ++l) {
        const auto trial = static_cast<std::uint64_t>(2 * kLanes + l);
        CHECK(memory.state().param[input.row].v[l] == draw_value(model.compiled, input, 11, trial));
      }
    }
  }
}

TEST_CASE("correlations: fixing a number warns and leaves all others as they were") {
  const std::string tied = tie("x", {a, b, c}, "0.6");
  std::string fixed_text = kText + tied;
  fixed_text.replace(fixed_text.find("{ median = 3, sigma = 0.6, shared = true }"), 42, "3");
  CHECK(says(fixed_text, "warning: correlations.x names `*plant/b/wait_weeks` (that number is exact"));
  const Model before = model_of(kText + tied), after = model_of(fixed_text);
  CHECK(find_input(after.compiled, b) == nullptr);
  for (const std::string& name : {a, c, d}) CHECK(draws(before, name, 500) == draws(after, name, 500));
  CHECK(after.compiled.rank_correlations.size() == 1);
  // Without the name what comes after it is drawn anew.
  CHECK(draws(model_of(kText + tie("x", {a, c}, "0.6")), c, 500) != draws(before, c, 500));

  TrialBlock memory(after.compiled, *available_kernels().front());
  memory.simulate(11, 3);
  const Input& last = *find_input(after.compiled, c);
  for (int l = 0; l < kLanes; ++l) {
    const auto trial = static_cast<std::uint64_t>(3 * kLanes + l);
    CHECK(memory.state().param[last.row].v[l] == draw_value(after.compiled, last, 11, trial));
  }
}

TEST_CASE("correlations: a smaller plan passes over what it does not have") {
  const std::string own = "[sites.ulm.items.h]\nwait_weeks = { low = 1, high = 2 }\n";
  const std::string tied = tie("x", {a, "ulm/h/wait_weeks"}, "0.5");
  CHECK(errors(kText + own + tied).empty());
  std::string one_site = kText;
  one_site.insert(one_site.find("horizon_weeks"), "sites = 1\n");  // graz
  CHECK(errors(one_site + own + tied).empty());
  CHECK_FALSE(errors(kText + tied).empty());

  std::string without_b = kText + tie("x", {a, b, c}, "0.5");
  without_b.replace(without_b.find("b = { "), 6, "b = { enabled = false, ");
  CHECK(errors(without_b).empty());

  // What comes after a site that is not planned is drawn as with it.
  const std::string last = tie("x", {"graz/i/wait_weeks", "ulm/h/wait_weeks"}, "0.5") + own;
  const std::string there = "[sites.graz.items.i]\nwait_weeks = { low = 1, high = 2 }\n";
  std::string ulm_alone = kText;
  ulm_alone.insert(ulm_alone.find("horizon_weeks"), "sites = 1\n");
  ulm_alone.replace(ulm_alone.find("[sites.graz]\nwave = 1"), 21, "[sites.graz]\nwave = 2");
  const Model both = model_of(kText + there + last), one = model_of(ulm_alone + there + last);
  CHECK(find_input(one.compiled, "graz/i/wait_weeks") == nullptr);
  CHECK(draws(both, "ulm/h/wait_weeks", 500) == draws(one, "ulm/h/wait_weeks", 500));
}

}  // namespace headrace::test
