#include <doctest/doctest.h>

#include <string>

#include "tests/support/trial_run.hpp"

// Which way the people mechanisms move results, in means on common random numbers, and that neutral values move
// nothing.
namespace headrace::test {
namespace {

/// Two plants whose operators take up an assistant and act on what a camera finds.
std::string plants(const std::string& mechanisms) {
  return "[programme]\nhorizon_weeks = 104\nsponsorship = 0.5\n[money]\ndiscount_rate_per_year = 0.09\n"
         "[adoption]\n" +
         mechanisms +
         "\n[teams.it]\npeople = 3\ncost_per_person_week = 3000\n"
         "[templates.plant.groups.operators]\nheadcount = 180\nadoptable_share = 0.8\nwage_per_hour = 45\n"
         "training_share = 0.4\nembedding_share = 0.65\n"
         "[templates.plant.assets.presses]\ncount = 20\nconnected_share = 0.8\n"
         "[templates.plant.items.link]\nteam = \"it\"\neffort_person_weeks = { median = 4, sigma = 0.4 }\n"
         "[templates.plant.integrations.plc]\nneeds = [\"link\"]\n"
         "[use_cases.inspection]\nassets = [\"presses\"]\nneeds = [\"link\"]\naction_links = [\"plc\"]\n"
         "automated_share = 0.9\nfollow_through = 0.6\noutput_reliability = 0.9\nvalue_per_asset_week = 100\n"
         "[sites]\nulm = {}\ngraz = {}\n";
}

double mean_of(const Results& results, Output which) { return results.metrics[static_cast<int>(which)].mean; }

Results run_plants(const std::string& mechanisms) { return run_text(plants(mechanisms), kept(1024)); }

const std::string neutral =
    "[support]\nself_help_share = 1\nai_lead_leaving_per_week = 0\nai_lead_strain_leaving_per_week = 0\n"
    "[knowledge]\ninitial_freshness = 1\ndecay_per_week = 0\nreleases_per_week = 0\nretraining_gain_per_week = 0\n"
    "[trust]\ninitial = 1\nincidents_per_site_week = 0\nincidents_from_shadow_use = 0\nincidents_from_delegation = 0\n"
    "wrong_output_severity = 0\n"
    "[governance]\nstrength = 1\nshadow_share = 0\n";

}  // namespace

TEST_CASE("people effects: mechanisms with neutral values change no bit of any trial") {
  std::string text = plants(neutral);
  text.replace(text.find("training_share"), 0, "ai_leads = 0\n");
  const Results with = run_text(text, kept(1000)), without = run_text(plants(""), kept(1000));
  for (const Output which : {Output::npv, Output::roi, Output::payback_week, Output::peak_cash_need,
                             Output::last_go_live_week, Output::regular_share}) {
    CHECK(with.kept[which] == without.kept[which]);
  }
  CHECK(run_plants("[support]\n").kept[Output::npv] != without.kept[Output::npv]);
}

TEST_CASE("people effects: without a hub AI leads wear out and leave and with one they hold") {
  const std::string leads = "[support]\n[knowledge]\n[trust]\n[governance]\n";
  const auto strain = [](const Results& r) {
    return r.people[static_cast<std::size_t>(PeopleSeries::strain)].at.back().mean;
  };
  const auto leads_left = [](const std::string& mechanisms) {
    double count = 0, at_start = 0;
    watch(model_of(plants(mechanisms)), 1, 16, [&](int week, const BlockState& state) {
      for (int g = 0; g < 2; ++g) {
        for (const float n : state.ai_leads[g].v) {
          if (week == 0) at_start += static_cast<double>(n);
          if (week == 103) count += static_cast<double>(n);
        }
      }
    });
    return count / at_start;
  };
  const std::string hub = leads + "[hubs.central]\nhours_per_week = 60\n";
  CHECK(strain(run_plants(leads)) > 0.25);
  CHECK(strain(run_plants(hub)) < 0.6 * strain(run_plants(leads)));
  CHECK(leads_left(leads) < 0.95);
  CHECK(leads_left(hub) > leads_left(leads));
}

TEST_CASE("people effects: each support moves regular use the right way") {
  const std::string base = "[support]\n[knowledge]\n[trust]\n[governance]\n";
  const double use = mean_of(run_plants(base), Output::regular_share);
  CHECK(mean_of(run_plants(base + "[hubs.central]\nhours_per_week = 30\n"), Output::regular_share) > use);
  CHECK(mean_of(run_plants("[support]\n[knowledge]\nreleases_per_week = 0.3\n[trust]\n[governance]\n"),
                Output::regular_share) < use);
  CHECK(mean_of(run_plants("[support]\n[knowledge]\n[trust]\ninitial = 0.1\n[governance]\n"), Output::regular_share) <
        use);
  CHECK(mean_of(run_plants("[support]\n[knowledge]\n[trust]\n[governance]\nstrength = 0.9\n"), Output::regular_share) >
        use);
}

TEST_CASE("people effects: losing most trust costs regular users and not only newcomers") {
  const auto use_at = [](const std::string& mechanisms, std::size_t week) {
    return run_plants(mechanisms).weekly[static_cast<int>(Series::regular)].at.at(week).mean;
  };
  // The same severe incident in every trial: certain in each week, from the week the tool has settled it shows in
  // lapses.
  const std::string calm =
      "[trust]\ninitial = 0.8\nincidents_per_site_week = 0\nincidents_from_shadow_use = 0\n"
      "incidents_from_delegation = 0\nwrong_output_severity = 0\n";
  std::string broken = calm;
  broken.replace(broken.find("initial = 0.8"), 13, "initial = 0.16");
  const Results lost = run_plants(broken), kept_trust = run_plants(calm);
  const auto share = [](const Results& r, Series s) { return r.weekly[static_cast<int>(s)].at.at(103).mean; };
  const auto stays = [&](const Results& r) {
    return share(r, Series::regular) / (share(r, Series::regular) + share(r, Series::lapsed));
  };
  CHECK(use_at(broken, 103) < use_at(calm, 103));
  CHECK(stays(lost) < stays(kept_trust));
}

TEST_CASE("people effects: automation runs no further than trust and rules carry") {
  const auto value = [](const std::string& mechanisms) { return mean_of(run_plants(mechanisms), Output::npv); };
  const std::string calm =
      "incidents_per_site_week = 0\nincidents_from_shadow_use = 0\nincidents_from_delegation = 0\n"
      "wrong_output_severity = 0\ngain_per_week = 0\n";
  CHECK(value("[trust]\ninitial = 0.2\n" + calm) < value("[trust]\ninitial = 0.75\n" + calm));
  CHECK(value("[governance]\nstrength = 0.2\nshadow_share = 0\n") <
        value("[governance]\nstrength = 1\nshadow_share = 0\n"));
  // An action link never lowers execution.
  std::string without = plants("[trust]\n[governance]\n");
  without.replace(without.find("action_links = [\"plc\"]\n"), 23, "");
  CHECK(mean_of(run_text(without, kept(1024)), Output::npv) <=
        mean_of(run_plants("[trust]\n[governance]\n"), Output::npv));
}

}  // namespace headrace::test
