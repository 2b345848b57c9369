#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "tests/support/one_site.hpp"
#include "tests/support/statistics.hpp"
#include "tests/support/trial_run.hpp"

// Discrete risks: how often they strike, what they cost, and what they do to numbers while they are active.
namespace headrace::test {
namespace {

/// Two people build for 10 person-weeks; a risk stands beside it.
std::string plan(const std::string& risk, double effort = 10) {
  OneSite plan;
  plan.items = fmt::format("end = {{ team = \"ot\", effort_person_weeks = {}, crew_max = 2 }}\n", effort);
  plan.tables = risk.empty() ? "" : "[risks.strike]\n" + risk + "\n";
  return plan.text();
}

Results run_plan(const std::string& risk, std::int64_t trials = 4096) { return run_text(plan(risk), kept(trials)); }

Estimate estimate(const Summary& summary) { return {summary.mean, summary.se}; }
Estimate struck(const Results& results) { return estimate(results.risks.at(0).struck); }
Estimate strikes(const Results& results) { return estimate(results.risks.at(0).strikes); }
double cost(const Results& results) { return results.cash[static_cast<int>(Cash::risks)].mean; }
double finish(const std::string& risk) { return Schedule::of(plan(risk)).finish("end"); }

/// When it struck in each trial of some blocks, kNever where it did not.
std::vector<float> strike_times(const std::string& risk, int blocks) {
  std::vector<float> times;
  watch(model_of(plan(risk)), 1, blocks, [&](int week, const BlockState& s) {
    if (week == 51) times.insert(times.end(), s.risk_from[0].v, s.risk_from[0].v + kLanes);
  });
  return times;
}

}  // namespace

TEST_CASE("risks: one strikes in the share of futures that its probability says and costs that much") {
  const Results results = run_plan("probability = 0.3\ncost = 5000");
  CHECK(agrees(struck(results), 0.3));
  CHECK_FALSE(agrees(struck(results), 0.36));
  CHECK(strikes(results).value == struck(results).value);
  CHECK(cost(results) == doctest::Approx(5000 * struck(results).value).epsilon(1e-9));
  CHECK(agrees(estimate(results.cash[static_cast<int>(Cash::risks)]), 0.3 * 5000));
  CHECK(struck(run_plan("probability = 0\ncost = 1")).value == 0);
  CHECK(struck(run_plan("probability = 1\ncost = 1")).value == 1);
}

TEST_CASE("risks: an uncertain probability strikes as often as its mean") {
  const Results results = run_plan("probability = { low = 0.1, high = 0.7 }");
  CHECK(agrees(struck(results), 0.4));
  CHECK_FALSE(agrees(struck(results), 0.45));
}

TEST_CASE("risks: without a week one strikes any time alike") {
  const std::vector<float> times = strike_times("probability = 1", 64);
  CHECK(agrees(share_below(times, 13), 0.25));
  CHECK(agrees(share_below(times, 39), 0.75));
  CHECK_FALSE(agrees(share_below(times, 39), 0.8));
  CHECK(agrees(mean_of(times), 26));
}

TEST_CASE("risks: one with a week costs in that week and beyond the horizon never strikes") {
  const Results results = run_plan("probability = 1\nweek = 7.5\ncost = 900", 64);
  const Results without = run_plan("", 64);
  const auto week_cost = [](const Results& r, std::size_t week) {
    return r.weekly[static_cast<int>(Series::cost)].at[week].mean;
  };
  for (std::size_t week = 0; week < 52; ++week) {
    CHECK(week_cost(results, week) == doctest::Approx(week_cost(without, week) + (week == 7 ? 900 : 0)));
  }
  CHECK(struck(run_plan("probability = 1\nweek = 52", 64)).value == 0);
}

TEST_CASE("risks: losing half the team for some weeks delays its work by the hand-computed time") {
  const std::string half = "effects = [{ on = \"ot/people\", times = 0.5 }]\nprobability = 1\n";
  CHECK(finish("") == 5);
  // Two weeks of 2, four weeks of 1, one week of 2 people.
  CHECK(finish(half + "week = 2\nlasts_weeks = 4") == 7);
  // The same from half a week later: 1.5 people in the weeks in which it begins and ends.
  CHECK(finish(half + "week = 2.5\nlasts_weeks = 4") == 7);
  CHECK(finish(half + "week = 2") == 8);
  CHECK(finish(half + "week = 30") == 5);
  // Half the people in every week: half the throughput.
  CHECK(finish(half + "week = 0") == 10);
}

TEST_CASE("risks: effects of two risks on one number multiply") {
  std::string text = plan("probability = 1\nweek = 0\neffects = [{ on = \"teams.ot.people\", times = 0.5 }]");
  text += "[risks.again]\nprobability = 1\nweek = 0\neffects = [{ on = \"ot/people\", times = 0.5 }]\n";
  CHECK(Schedule::of(text).finish("end") == 20);
}

TEST_CASE("risks: one that recurs strikes as often as its rate says and never while it is active") {
  const Results results = run_plan("rate_per_week = 0.05\nlasts_weeks = 1\ncost = 100");
  CHECK(agrees(strikes(results), 52 * 0.05));
  CHECK_FALSE(agrees(strikes(results), 52 * 0.055));
  CHECK(cost(results) == doctest::Approx(100 * strikes(results).value).epsilon(1e-9));
  CHECK(agrees(struck(results), 1 - std::pow(0.95, 52)));
  CHECK(agrees(strikes(run_plan("rate_per_week = 0.05\nlasts_weeks = 0")), 52 * 0.05));

  // Certain when free: strikes in weeks 0, 4, 8 ... of 52.
  CHECK(strikes(run_plan("rate_per_week = 1\nlasts_weeks = 4", 64)).value == 13);
  CHECK(strikes(run_plan("rate_per_week = 1\nlasts_weeks = 3.5", 64)).value == 13);
}

TEST_CASE("risks: a number that is read once holds its effect from the start of the future") {
  const std::string once =
      "probability = 1\ncost = 700\neffects = [{ on = \"ulm/end/effort_person_weeks\", times = 2 }]";
  CHECK(finish(once) == 10);
  const Results results = run_plan(once, 64);
  CHECK(results.weekly[static_cast<int>(Series::cost)].at[0].mean == doctest::Approx(2 * 1000 + 700));

  std::string maybe = once;
  maybe.replace(0, 15, "probability = 0.4");
  const Model model = model_of(plan(maybe));
  const Results some = run(model, kept(4096));
  const std::vector<float>& end = finish_of(some, model, "ulm/end");
  CHECK(agrees(share_below(end, 5), 0.6));
  CHECK_FALSE(agrees(share_below(end, 5), 0.55));
  CHECK(share_below(end, 5).value == doctest::Approx(1 - struck(some).value).epsilon(1e-12));
  CHECK(share_below(end, 9.99).value == share_below(end, 5).value);
}

TEST_CASE("risks: one on a template's number holds at every site made from it") {
  const auto finishes = [](const std::string& on) {
    const std::string text =
        "[programme]\nhorizon_weeks = 52\n[teams.ot]\npeople = 9\ncost_per_person_week = 1\n"
        "[templates.plant.items.survey]\nteam = \"ot\"\neffort_person_weeks = 3\ncrew_max = 1\n"
        "[sites.graz]\n[sites.ulm.items.survey]\neffort_person_weeks = 5\n"
        "[risks.strike]\nprobability = 1\neffects = [{ on = \"" +
        on + "\", times = 2 }]\n";
    const Model model = model_of(text);
    const Results results = run(model, kept(1));
    return std::pair{finish_of(results, model, "graz/survey").front(), finish_of(results, model, "ulm/survey").front()};
  };
  CHECK(finishes("survey/effort_person_weeks") == std::pair{6.0f, 10.0f});
  CHECK(finishes("*/survey/effort_person_weeks") == std::pair{6.0f, 10.0f});
  CHECK(finishes("graz/survey/effort_person_weeks") == std::pair{6.0f, 5.0f});
}

TEST_CASE("risks: one that multiplies by 1 and costs nothing changes no bit of any trial") {
  std::string base = plan("");
  base.replace(base.find("[programme]\n"), 12, "[programme]\nsponsorship = 0.5\n");
  base +=
      "[adoption]\n[governance]\n[hubs.central]\nhours_per_week = 5\n[sites.ulm.groups.operators]\nheadcount = 100\n";
  const Results without = run_text(base, kept(1000));
  const auto same = [&](const std::string& effects, const std::string& when) {
    const Results with = run_text(base + "[risks.strike]\n" + when + "\neffects = [" + effects + "]\n", kept(1000));
    for (int output = 0; output < kMetrics; ++output) {
      if (with.kept.output[output] != without.kept.output[output]) return false;
    }
    return with.kept.item_finish == without.kept.item_finish;
  };
  const std::string weekly =
      "{ on = \"ot/people\", times = 1 }, { on = \"programme.sponsorship\", times = 1 }, "
      "{ on = \"governance/strength\", times = 1 }, { on = \"adoption/trial_rate_per_week\", times = 1 }, "
      "{ on = \"adoption/between_sites_spread\", times = 1 }, { on = \"central/hours_per_week\", times = 1 }";
  CHECK(same(weekly, "probability = 0.5"));
  CHECK(same(weekly, "rate_per_week = 0.1\nlasts_weeks = 3"));
  CHECK(same(weekly + ", { on = \"ulm/end/effort_person_weeks\", times = 1 }", "probability = 0.5"));
  CHECK_FALSE(same("{ on = \"ot/people\", times = 0.5 }", "probability = 0.5"));
}

TEST_CASE("risks: adding one leaves the strikes of another as they were") {
  const std::string first = "rate_per_week = 0.1\nlasts_weeks = 2\n";
  // Risks are in order of id: `another` comes before `strike`.
  std::vector<float> beside;
  watch(model_of(plan(first + "[risks.another]\nrate_per_week = 0.2\nlasts_weeks = 1\n")), 1, 2,
        [&](int week, const BlockState& s) {
          if (week == 51) beside.insert(beside.end(), s.risk_from[1].v, s.risk_from[1].v + kLanes);
        });
  CHECK(beside == strike_times(first, 2));
  CHECK(beside != strike_times("rate_per_week = 0.11\nlasts_weeks = 2\n", 2));
}

TEST_CASE("risks: a worse one makes work later in the mean") {
  const auto late = [](const std::string& times) {
    const Model model =
        model_of(plan("probability = 0.8\nweek = { low = 0, high = 6 }\nlasts_weeks = 3\n"
                      "effects = [{ on = \"ot/people\", times = " +
                      times + " }]"));
    return mean_of(finish_of(run(model, kept(512)), model, "ulm/end")).value;
  };
  CHECK(late("0.7") > late("1"));
  CHECK(late("{ low = 0.2, high = 0.6 }") > late("0.7"));
}

}  // namespace headrace::test
