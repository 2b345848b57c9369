#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

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

/// How ten groups of 45 people at two sites, with one AI lead each, fare over two years.
struct Leads {
  double early_strain = 0, strain = 0;  ///< in week 1 and in week 103
  double gone = 0;     ///< fewer from one week to the next, summed over two years, of those at the start
  double in_post = 0;  ///< in week 103, of those at the start
};

Leads leads_of(const std::string& mechanisms) {
  std::string text = plants(mechanisms);
  text.replace(text.find("headcount = 180"), 15, "headcount = 225");
  const Model model = model_of(text);
  const Results results = run(model, kept(512));
  const Band& strain = results.people[static_cast<std::size_t>(PeopleSeries::strain)];
  Leads leads{strain.at[1].mean, strain.at[103].mean};
  double at_start = 0;
  std::vector<float> before;
  watch(model, 1, 8, [&](int week, const BlockState& state) {
    std::vector<float> now(state.ai_leads[0].v, state.ai_leads[0].v + kLanes);
    now.insert(now.end(), state.ai_leads[1].v, state.ai_leads[1].v + kLanes);
    for (std::size_t k = 0; k < now.size(); ++k) {
      const auto here = static_cast<double>(now[k]);
      if (week == 0) at_start += here;
      if (week > 0) leads.gone += std::max(0.0, static_cast<double>(before[k]) - here);
      if (week == 103) leads.in_post += here;
    }
    before = now;
  });
  leads.gone /= at_start;
  leads.in_post /= at_start;
  return leads;
}

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

TEST_CASE(
    "people effects: without a hub 1 AI lead for 45 people with 2 hours wears out and leaves, with one they hold") {
  // Defaults throughout: of 2 promised hours of 40 a lead keeps 0.6 without a hub and all with one (CHA02). The hub has
  // 0.13 hours a week for each of 450 people in its first quarter and 0.08 afterwards.
  const std::string rules = "[support]\n[knowledge]\n[trust]\n[governance]\n";
  const std::string hub =
      "[hubs.central]\nengine_strength = 1\nhours_per_week = { over_time = [[0, 58.5], [13, 58.5], [14, 36]] }\n";
  const Leads alone = leads_of(rules), helped = leads_of(rules + hub);
  INFO("strain ", alone.strain, " with a hub ", helped.strain, "; left ", alone.gone, " with a hub ", helped.gone,
       "; in post ", alone.in_post, " with a hub ", helped.in_post);
  CHECK(alone.strain > 0.35);
  CHECK(alone.strain > 3 * alone.early_strain);
  CHECK(helped.strain < alone.strain / 3);
  CHECK(alone.gone > 1.4 * helped.gone);
  CHECK(alone.in_post < helped.in_post);
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

TEST_CASE("people effects: an 80 percent loss of trust costs regular users and not newcomers only") {
  // One incident at every site in week 52 and none else; from that week on nobody tries anything new or comes back, and
  // explorers do not mind, so that only regular users can be lost.
  const auto regular = [](const std::string& severity, const std::string& adoption = "") {
    const std::string trust =
        "[trust]\ninitial = 0.8\nincidents_from_shadow_use = 0\nincidents_from_delegation = 0\n"
        "incidents_per_site_week = { over_time = [[51, 0], [52, 1], [53, 0]] }\nseverity_elsewhere = 0\n";
    const std::string nobody_new =
        "trial_rate_per_week = { over_time = [[0, 0.25], [51, 0.25], [52, 0]] }\n"
        "imitation_rate_per_week = { over_time = [[0, 0.3], [51, 0.3], [52, 0]] }\nreturn_rate_per_week = 0\n"
        "trust_on_dropout = 0\n";
    std::string text = plants(trust + "incident_severity = " + severity + "\n");
    text.insert(text.find("[adoption]\n") + 11, nobody_new + adoption);
    const Results r = run_text(text, kept(256));
    CHECK(r.people[static_cast<std::size_t>(PeopleSeries::trust)].at[51].mean > 0.8);
    const Band& band = r.weekly[static_cast<int>(Series::regular)];
    return std::pair{band.at[51].mean, band.at[103].mean};
  };
  const auto [before, kept_trust] = regular("0");
  const auto [same, lost_trust] = regular("0.8");
  INFO("regular use in week 103: ", kept_trust, " with trust, ", lost_trust, " without");
  CHECK(same == before);
  CHECK(before > 0.3);
  CHECK(lost_trust < 0.95 * kept_trust);
  // It is what distrust does to those who use it: without that nobody is lost.
  const std::string unmoved = "trust_on_lapse = 0\n";
  CHECK(regular("0.8", unmoved).second == regular("0", unmoved).second);
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
