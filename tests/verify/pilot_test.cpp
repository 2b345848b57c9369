// The pilot's conditions, and what it skipped, on plans small enough to work out by hand.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <string>

#include "tests/support/one_site.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

double d(float x) { return static_cast<double>(x); }

double mean_of(const Results& results, Output which) { return results.metrics[static_cast<int>(which)].mean; }

/// Two sites of ten presses: Ulm from week 0, Graz from week 20; two weeks to go live; half of those who would use it
/// have a licence, and half of what they see is followed up.
std::string two_plants(const std::string& pilot, int weeks = 60) {
  return fmt::format(
             "[programme]\nhorizon_weeks = {}\nwave_start_weeks = [0, 20]\n[money]\nlicence_per_user_month = 0\n"
             "review_insights_per_week = 100\n"
             "[use_cases.warning]\nneeds = [\"go\"]\nassets = [\"presses\"]\nvalue_per_asset_week = 100\n"
             "output_reliability = 0.8\nfollow_through = 0.5\ninsights_per_site_week = 1\n"
             "[templates.plant.items]\ngo = {{ wait_weeks = 2 }}\n"
             "[templates.plant.groups.operators]\nheadcount = 10\nadoptable_share = 0.4\nlicensed_share = 0.5\n"
             "wage_per_hour = 0\n"
             "[templates.plant.assets.presses]\ncount = 10\nconnected_share = 0.5\ndata_quality = 0.6\n"
             "[sites.ulm]\ntemplate = \"plant\"\nwave = 1\n[sites.graz]\ntemplate = \"plant\"\nwave = 2\n",
             weeks) +
         pilot;
}

const std::string kPilot = "[pilot]\nweeks = 10\ndata_quality = 0.9\nadoptable_share = 0.6\nhand_review = true\n";

constexpr double kPotential = 10 * 100;
constexpr double kAsScaled = kPotential * 0.5 * 0.6 * 0.8 * 0.5 * 0.5;
// Curated data, half of the wrong outputs found, 0.5 x 0.6 / 0.4 of the volunteers, everything followed up.
constexpr double kAsPiloted = kPotential * 0.5 * 0.9 * 0.9 * 0.75;

/// Value of each week, by site.
std::vector<std::vector<double>> weekly_value(const Model& model) {
  std::vector<std::vector<double>> value(model.compiled.sites.size());
  watch(model, 1, 1, [&](int, const BlockState& s) {
    for (std::size_t i = 0; i < value.size(); ++i) value[i].push_back(s.site_value[i].v[0]);
  });
  return value;
}

/// What every trial found but for the promise, which only a pilot makes.
std::uint64_t digest_without_promise(Results results) {
  const int promise = static_cast<int>(Output::promised_value_per_year);
  results.metrics[promise] = {};
  results.kept.output[promise].clear();
  results.kept.rest[promise].clear();
  return digest(results);
}

}  // namespace

TEST_CASE("pilot: its conditions hold from go-live for its weeks, at its site alone") {
  const auto value = weekly_value(model_of(two_plants(kPilot)));
  CHECK(value[0][1] == 0);
  CHECK(value[0][2] == 0);  // nobody uses it yet
  CHECK(value[0][3] == doctest::Approx(kAsPiloted).epsilon(1e-5));
  CHECK(value[0][11] == doctest::Approx(kAsPiloted).epsilon(1e-5));
  CHECK(value[0][12] == doctest::Approx(kAsScaled).epsilon(1e-5));
  CHECK(value[0][59] == doctest::Approx(kAsScaled).epsilon(1e-5));
  CHECK(value[1][22] == 0);
  CHECK(value[1][23] == doctest::Approx(kAsScaled).epsilon(1e-5));
  CHECK(kAsPiloted > 5 * kAsScaled);
}

TEST_CASE("pilot: each condition lifts what it says and no more") {
  const auto in_pilot = [](const std::string& keys) {
    return weekly_value(model_of(two_plants("[pilot]\nweeks = 10\n" + keys)))[0][5];
  };
  const std::string data = "data_quality = 0.9\n", none = "data_quality = 0\n";
  CHECK(in_pilot(none + "adoptable_share = 0.4\n") == doctest::Approx(kAsScaled).epsilon(1e-5));
  CHECK(in_pilot(data + "adoptable_share = 0.4\n") == doctest::Approx(kAsScaled * 0.9 / 0.6).epsilon(1e-5));
  CHECK(in_pilot(none + "adoptable_share = 0.6\n") == doctest::Approx(kAsScaled * 1.5).epsilon(1e-5));
  // Twice and more the volunteers: everyone who ever would, and not more.
  CHECK(in_pilot(none + "adoptable_share = 1\n") == doctest::Approx(kAsScaled * 2).epsilon(1e-5));
  CHECK(in_pilot(none + "adoptable_share = 0.4\nhand_review = true\n") ==
        doctest::Approx(kAsScaled * (0.9 / 0.8) / 0.5).epsilon(1e-5));
}

TEST_CASE("pilot: a pilot that ends inside a week counts for its share of it") {
  std::string half = "[pilot]\nweeks = 9.5\ndata_quality = 0.9\nadoptable_share = 0.4\n";
  const auto value = weekly_value(model_of(two_plants(half)));
  CHECK(value[0][11] == doctest::Approx(kAsScaled * 0.75 / 0.6).epsilon(1e-5));
}

TEST_CASE("pilot: what it promised beside what scale gave") {
  const Results results = run_text(two_plants(kPilot), kept(64));
  const double promised = kAsPiloted / kPotential * (2 * kPotential) * 52;
  const double given = 4 * kAsPiloted + 48 * kAsScaled + 37 * kAsScaled;  // weeks 8 to 59
  CHECK(mean_of(results, Output::promised_value_per_year) == doctest::Approx(promised).epsilon(1e-5));
  CHECK(mean_of(results, Output::realised_value_per_year) == doctest::Approx(given).epsilon(1e-5));
  CHECK(mean_of(results, Output::realised_value_per_year) != doctest::Approx(85 * kAsScaled).epsilon(1e-3));
}

TEST_CASE("pilot: its last whole week is what it promises, in every future") {
  const double promised = kAsPiloted / kPotential * (2 * kPotential) * 52;
  std::string part = kPilot, uncertain = kPilot;
  part.replace(part.find("= 10"), 4, "= 9.5");
  uncertain.replace(uncertain.find("= 10"), 4, "= { low = 3, high = 20 }");
  for (const std::string& pilot : {part, uncertain}) {
    const Summary& s = run_text(two_plants(pilot), kept(64)).metrics[static_cast<int>(Output::promised_value_per_year)];
    CHECK(s.min == doctest::Approx(promised).epsilon(1e-5));
    CHECK(s.max == doctest::Approx(promised).epsilon(1e-5));
  }
}

TEST_CASE("pilot: without one nothing is promised, and a short horizon is taken for a year") {
  const Results results = run_text(two_plants("", 13), kept(1));
  CHECK(mean_of(results, Output::promised_value_per_year) == 0);
  CHECK(mean_of(results, Output::realised_value_per_year) == doctest::Approx(4 * 10 * kAsScaled).epsilon(1e-5));
}

TEST_CASE("pilot: hand review takes the pilot's insights off the firm's reviewers") {
  const auto load = [](const std::string& pilot, int at) {
    double need = -1;
    watch(model_of(two_plants(pilot)), 1, 1, [&](int week, const BlockState& s) {
      if (week == at) need = d(s.review_need->v[0]);
    });
    return need;
  };
  CHECK(load(kPilot, 5) == 0);
  CHECK(load("", 5) == 1);
  CHECK(load(kPilot, 12) == 1);
}

TEST_CASE("pilot: an assistive use case is worth what its volunteers make of it") {
  std::string text = two_plants("[pilot]\nweeks = 10\nadoptable_share = 0.6\n");
  const std::string assistive = "[use_cases.helper]\nkind = \"assistive\"\nneeds = [\"go\"]\nvalue_per_user_week = 7\n";
  const Model with = model_of(text + assistive), without = model_of(text);
  const auto gain = [&](std::size_t week) { return weekly_value(with)[0][week] - weekly_value(without)[0][week]; };
  CHECK(gain(5) == doctest::Approx(10 * 0.2 * 1.5 * 7).epsilon(1e-4));
  CHECK(gain(30) == doctest::Approx(10 * 0.2 * 7).epsilon(1e-4));
  watch(with, 1, 1, [&](int week, const BlockState& s) {
    if (week == 0) CHECK(s.site_potential[0].v[0] == doctest::Approx(kPotential + 10 * 0.4 * 7).epsilon(1e-6));
  });
}

TEST_CASE("pilot: conditions no better than the site's own change no bit") {
  const std::string rest =
      "[adoption]\n[templates.plant.groups.planners]\nheadcount = { low = 4, high = 9 }\nadoptable_share = 0.4\n"
      "wage_per_hour = 50\n";
  const RunOptions options = kept(256);
  const auto found = [&](const std::string& pilot) {
    return digest_without_promise(run_text(two_plants(rest + pilot), options));
  };
  const std::uint64_t without = found("");
  CHECK(found("[pilot]\nweeks = 10\ndata_quality = 0.6\nadoptable_share = 0.4\n") == without);
  CHECK(found("[pilot]\nweeks = 10\ndata_quality = 0.61\nadoptable_share = 0.4\n") != without);
}

TEST_CASE("pilot: better conditions promise more, on the same futures") {
  const auto promise = [](const std::string& keys) {
    const std::string text = two_plants("[adoption]\n[pilot]\n" + keys);
    return mean_of(run_text(text, kept(256)), Output::promised_value_per_year);
  };
  const double usual = promise("data_quality = 0.7\n");
  CHECK(usual > 0);
  CHECK(promise("data_quality = 0.95\n") > usual);
  CHECK(promise("data_quality = 0.7\nhand_review = true\n") > usual);
  CHECK(promise("data_quality = 0.7\nadoptable_share = 0.5\n") < usual);
}

TEST_CASE("pilot: it may run at another site than the first") {
  const auto value = weekly_value(model_of(two_plants(kPilot + "site = \"graz\"\n")));
  CHECK(value[0][5] == doctest::Approx(kAsScaled).epsilon(1e-5));
  CHECK(value[1][25] == doctest::Approx(kAsPiloted).epsilon(1e-5));
  CHECK(value[1][32] == doctest::Approx(kAsScaled).epsilon(1e-5));
  const auto errors = expand_errors("[programme]\nsites = 1\n" + two_plants(kPilot + "site = \"graz\"\n").substr(12));
  REQUIRE(errors.size() == 1);
  CHECK(errors.front().find("the pilot's site `graz` is not planned") != std::string::npos);
}

namespace {

/// Four weeks to build, hardening by two people, one week to go live; Graz starts in week 20.
std::string skipping(const std::string& keys, const std::string& sites = "") {
  return "[programme]\nhorizon_weeks = 60\nwave_start_weeks = [0, 20]\n"
         "[teams.ot]\npeople = 10\ncost_per_person_week = 1000\n"
         "[use_cases.warning]\nkind = \"assistive\"\nvalue_per_user_week = 1\nneeds = [\"go\"]\n"
         "[templates.plant.items]\nbuild = { wait_weeks = 4 }\n"
         "harden = { team = \"ot\", effort_person_weeks = 4, crew_max = 2, cost = 1000, after = [\"build\"]" +
         keys +
         " }\n"
         "go = { wait_weeks = 1, after = [\"harden\"] }\n"
         "[sites.ulm]\ntemplate = \"plant\"\n" +
         sites;
}

const std::string kGraz = "[sites.graz]\ntemplate = \"plant\"\nwave = 2\n";
const std::string kSkipped = ", skipped_in_pilot = true, rework_factor = 2.5";

}  // namespace

TEST_CASE("pilot: skipped work holds nothing up there, falls due at scale and costs its rework") {
  const Schedule plan = Schedule::of(skipping(kSkipped, kGraz));
  CHECK(plan.start("go") == 4);  // what the skipped work waits for still comes first
  CHECK(plan.start("harden") == 20);
  CHECK(plan.finish("harden") == 25);
  CHECK(plan.start("graz/harden") == 24);
  CHECK(plan.finish("graz/harden") == 26);
  CHECK(plan.go_live() == 27);
  CHECK(plan.results().sites[0].go_live_week.mean == 5);
  CHECK(plan.total(Cash::purchases) == 2500 + 1000);
  CHECK(plan.total(Cash::building) == doctest::Approx(10000 + 4000));

  const Schedule whole = Schedule::of(skipping("", kGraz));
  CHECK(whole.start("harden") == 4);
  CHECK(whole.results().sites[0].go_live_week.mean == 7);
  CHECK(whole.total(Cash::purchases) == 2000);
}

TEST_CASE("pilot: the site that skips is the pilot's") {
  const Schedule plan = Schedule::of(skipping(kSkipped, kGraz + "[pilot]\nsite = \"graz\"\n"));
  CHECK(plan.start("harden") == 4);
  CHECK(plan.start("graz/go") == 24);
  CHECK(plan.start("graz/harden") == 24);
}

TEST_CASE("pilot: what one site alone skips never falls due") {
  const Schedule plan = Schedule::of(skipping(kSkipped));
  CHECK(plan.go_live() == 5);
  CHECK(plan.start("harden") >= d(kNever));
  CHECK(plan.total(Cash::purchases) == 0);
}

TEST_CASE("pilot: other sites wait for skipped work that they name") {
  const std::string wait = "[sites.graz.items]\nstart = { wait_weeks = 1, after = [\"ulm/harden\"] }\n";
  CHECK(Schedule::of(skipping(kSkipped, kGraz + wait)).start("graz/start") == 25);
}

TEST_CASE("pilot: a platform is built once, for however many sites and use cases") {
  const auto built = [](int sites) {
    std::string text = fmt::format("[programme]\nhorizon_weeks = 60\nsites = {}\n", sites) +
                       "[teams.it]\npeople = 2\ncost_per_person_week = 1000\n"
                       "[items]\nplatform = { team = \"it\", effort_person_weeks = 6, cost = 500 }\n"
                       "[integrations.lake]\nstyle = \"standard\"\nneeds = [\"platform\"]\n"
                       "[sites.ulm.items]\nlink = { team = \"it\", effort_person_weeks = 1, after = [\"lake\"] }\n";
    for (const char* use_case : {"first", "second"}) {
      text += fmt::format(
          "[use_cases.{}]\nkind = \"assistive\"\nvalue_per_user_week = 1\nneeds = [\"lake\", \"link\"]\n", use_case);
    }
    const Schedule plan = Schedule::of(text);
    return plan.total(Cash::building) + plan.total(Cash::purchases);
  };
  CHECK(built(1) == doctest::Approx(6000 + 500 + 1000));
  CHECK(built(4) == doctest::Approx(6000 + 500 + 4 * 1000));
}

}  // namespace headrace::test
