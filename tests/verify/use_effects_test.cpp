#include <doctest/doctest.h>

#include <string>

#include "tests/support/trial_run.hpp"

// Which way the mechanisms of use move results, in means on common random numbers, and that neutral values move
// nothing.
namespace headrace::test {
namespace {

/// Two plants that take up an assistant and a camera one after the other.
struct Plants {
  std::string assistant = {}, camera = {}, link = {}, tables = {};

  std::string text() const {
    return "[programme]\nhorizon_weeks = 104\nsponsorship = 0.5\nwave_start_weeks = [0, 30]\n"
           "[money]\ndiscount_rate_per_year = 0.09\n[adoption]\n[trust]\n[governance]\nstrength = 0.6\n"
           "[teams.it]\npeople = 3\ncost_per_person_week = 3000\n"
           "[templates.plant.groups.operators]\nheadcount = 180\nadoptable_share = 0.8\nwage_per_hour = 45\n"
           "training_share = 0.4\nembedding_share = { low = 0.4, mode = 0.65, high = 0.9 }\n"
           "[templates.plant.assets.presses]\ncount = 20\nconnected_share = 0.8\n"
           "[templates.plant.items]\n"
           "link = { team = \"it\", effort_person_weeks = { median = 4, sigma = 0.4 }" +
           link + " }\n[use_cases.camera]\nassets = [\"presses\"]\nneeds = [\"link\"]\nvalue_per_asset_week = 100\n" +
           camera +
           "[use_cases.assistant]\nkind = \"assistive\"\nneeds = [\"link\"]\nvalue_per_user_week = 20\n"
           "output_reliability = { low = 0.75, mode = 0.85, high = 0.92 }\n" +
           assistant + "[hubs.central]\nhours_per_week = 20\nengine_strength = 0.8\n" + tables +
           "[sites]\nulm = {}\ngraz = { wave = 2 }\n";
  }
};

double npv_of(const Plants& plants) {
  return run_text(plants.text(), kept(512)).metrics[static_cast<int>(Output::npv)].mean;
}

double use_of(const Plants& plants) {
  return run_text(plants.text(), kept(512)).metrics[static_cast<int>(Output::regular_share)].mean;
}

}  // namespace

TEST_CASE("use effects: mechanisms with neutral values change no bit") {
  const std::string use = "proficiency_at_start = 1\ndip_hours_per_user_week = 0\ndelay_cost_per_year = 0\n";
  const Plants neutral{use + "delegated_share = 0\n", use, ", crew_min = 0",
                       "[compute]\ncapacity = 1e6\nprice_per_unit = 0\n"
                       "[ideas]\nideas_per_user_year = 0\nideas_per_datathon = 0\ndatathon_weeks = [3, 50]\n"
                       "team = \"it\"\neffort_per_idea_person_weeks = 1\n"};
  // But series that are there with a mechanism alone.
  const auto found = [](const Plants& plants) {
    Results results = run_text(plants.text(), kept(1000));
    results.people.clear();
    results.use.clear();
    return digest(results);
  };
  CHECK(found(neutral) == found(Plants{}));

  // Each of them, off its neutral value, does something.
  const std::string moved[] = {"proficiency_at_start = 0.99\n", "dip_hours_per_user_week = 0.1\n",
                               "delay_cost_per_year = 0.01\n", "delegated_share = 0.01\n"};
  for (const std::string& one : moved) {
    CAPTURE(one);
    CHECK(digest(run_text(Plants{one}.text(), kept(64))) != digest(run_text(Plants{}.text(), kept(64))));
  }
}

TEST_CASE("use effects: each moves what the plan is worth the right way") {
  const double base = npv_of({});
  CHECK(npv_of({"proficiency_at_start = 0.6\n"}) < base);
  CHECK(npv_of({"proficiency_at_start = 0.6\nproficiency_half_weeks = 20\n"}) <
        npv_of({"proficiency_at_start = 0.6\n"}));
  CHECK(npv_of({"dip_hours_per_user_week = 2\n"}) < base);
  CHECK(npv_of({"delay_cost_per_year = 0.2\n"}) < base);
  CHECK(npv_of({.tables = "[compute]\nprice_per_unit = 1\ncapacity = 1e6\n"}) < base);
  CHECK(npv_of({.tables = "[ideas]\nideas_per_user_year = 0.2\n"}) > base);
}

TEST_CASE("use effects: too little compute costs use and not only value") {
  CHECK(use_of({.tables = "[compute]\ncapacity = 30\n"}) < use_of({}));
  CHECK(use_of({.tables = "[compute]\ncapacity = 30\n"}) < use_of({.tables = "[compute]\ncapacity = 90\n"}));
}

}  // namespace headrace::test
