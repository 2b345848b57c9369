// For each cause of leaks a plan in which it alone holds value back: it is booked to that cause. And the same plan
// without it, in which nothing is.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <string>
#include <vector>

#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

constexpr int kTeam = kFixedLeaks;  ///< the queue for the only team

struct Planted {
  std::string name;
  int cause;
  std::string text;
};

std::string programme(const std::string& more = "") {
  return "[programme]\nhorizon_weeks = 60\n" + more + "[money]\nlicence_per_user_month = 0\n";
}

/// A use case about one machine; nobody needs to take anything up.
struct Machine {
  std::string more = {};  ///< keys of the use case
  double connected = 1, quality = 1, follow = 1, reliable = 1;

  std::string use_case() const {
    return fmt::format(
        "[use_cases.watch]\nassets = [\"machines\"]\nvalue_per_asset_week = 1000\nfollow_through = {}\n"
        "output_reliability = {}\n{}",
        follow, reliable, more);
  }
  std::string assets(const std::string& at) const {
    return fmt::format("[{}.assets.machines]\ncount = 1\nconnected_share = {}\ndata_quality = {}\n", at, connected,
                       quality);
  }
  std::string text() const { return use_case() + assets("sites.ulm"); }
};

/// The same, waiting for something.
std::string machine_after(const std::string& needs) { return Machine{.more = "needs = [" + needs + "]\n"}.text(); }

/// A use case for a crew who all might use it.
std::string crew(const std::string& tables = "", const std::string& group = "embedding_share = 1\n",
                 const std::string& reliability = "1") {
  return tables +
         "[use_cases.assistant]\nkind = \"assistive\"\nvalue_per_user_week = 10\noutput_reliability = " + reliability +
         "\n[sites.ulm.groups.crew]\nheadcount = 100\nadoptable_share = 1\n" + group;
}

/// People who try at once, and then do what the rates say.
std::string adoption(const std::string& rates) {
  return "[adoption]\ntrial_rate_per_week = 100\nimitation_rate_per_week = 0\nreturn_rate_per_week = 0\n"
         "turnover_per_week = 0\n" +
         rates;
}
const std::string stayers = "habit_rate_per_week = 100\ndropout_rate_per_week = 0\n";
const std::string leavers = "habit_rate_per_week = 0\ndropout_rate_per_week = 100\nlapse_rate_per_week = 0\n";

/// A small plant and a large one that a gate never lets begin.
struct Gated {
  std::string gate = {};    ///< what it asks
  std::string tables = {};  ///< more tables
  double connected = 1;     ///< at the small plant
  int week = 1, tries = 100;

  std::string text() const {
    return programme("wave_start_weeks = [0, 0]\n") + tables + Machine{}.use_case() +
           fmt::format(
               "[gates.scale]\nweek = {}\nopens_wave = 2\nretest_weeks = 1\ntries = {}\nmeasurement_error = 0\n{}",
               week, tries, gate) +
           Machine{}.assets("templates.plant") +
           "[sites.small]\nwave = 1\nsize = 0.01\ntemplate = \"plant\"\n[sites.small.assets.machines]\n" +
           fmt::format("connected_share = {}\n[sites.large]\nwave = 2\ntemplate = \"plant\"\n", connected);
  }
};

/// Forty weeks of work of a kind before the machine can be watched.
std::string work(const std::string& item, const std::string& tables = "") {
  return programme() + tables + machine_after("\"build\"") + "[sites.ulm.items]\nbuild = { " + item + " }\n";
}

std::string queue(const std::string& team) {
  return programme() + "[teams.ot]\npeople = 1\ncost_per_person_week = 0\n" + team + machine_after("\"second\"") +
         "[sites.ulm.items]\nfirst = { team = \"ot\", effort_person_weeks = 50, priority = 1 }\n"
         "second = { team = \"ot\", effort_person_weeks = 0.5, priority = 2 }\n";
}

// clang-format off
std::vector<Planted> before_go_live() {
  using enum LeakCause;
  const auto row = [](const char* name, LeakCause cause, std::string text) { return Planted{name, static_cast<int>(cause), std::move(text)}; };
  const std::string ot = "[teams.ot]\npeople = 1\ncost_per_person_week = 0\n", trust = "[trust]\ninitial = 0.1\ngain_per_week = 0\nincidents_per_site_week = 0\n";
  const std::string runs = "[templates.plant]\nrunning_cost_per_week = 100\n", link = "[templates.plant.integrations.plc]\nfrom = \"a\"\nto = \"b\"\n";
  const auto wait = [](const std::string& category) { return work("wait_weeks = 40, category = \"" + category + "\""); };
  return {
      row("wave", wave, programme("wave_start_weeks = [30]\n") + Machine{}.text()),
      row("release date", wave, work("wait_weeks = 0, not_before_week = 40")),
      row("gate before its first test", wave, Gated{.week = 59}.text()),
      row("gate for use", gate_adoption, Gated{.gate = "min_adoption = 1\n"}.text()),
      row("gate for trust", gate_trust, Gated{.gate = "min_trust = 0.9\n", .tables = trust}.text()),
      row("gate for value", gate_value, Gated{.gate = "min_value_share = 0.9\n", .connected = 0}.text()),
      row("gate for cost", gate_cost, Gated{.gate = "max_cost = 0\n", .tables = runs}.text()),
      row("gate for data", gate_data_access, Gated{.gate = "min_data_access = 0.9\n", .connected = 0}.text()),
      row("gate for links", gate_production_grade, Gated{.gate = "min_production_grade_share = 0.9\n", .tables = link}.text()),
      row("freeze", freeze, programme("freeze_weeks = [[0, 50]]\n") + ot + machine_after("\"build\"") + "[sites.ulm.items]\nbuild = { team = \"ot\", effort_person_weeks = 0.5 }\n"),
      row("funds", funds, work("team = \"ot\", effort_person_weeks = 0.5", "[teams.ot]\npeople = 1\ncost_per_person_week = 100\n[funding.late]\namount = 1000\nfrom_week = 45\n")),
      row("approval", approval, queue("kind = \"review_board\"\n")),
      {"team", kTeam, queue("")},
      row("work on links", work_link, wait("link")),
      row("work on assets", work_asset, wait("asset")),
      row("work on data", work_data, wait("data")),
      row("work on actions", work_action, wait("action")),
      row("training", work_training, wait("training")),
      row("approval in hand", work_approval, wait("approval")),
      row("other work", work_general, wait("other")),
      row("effort", work_link, work("team = \"ot\", effort_person_weeks = 40, category = \"link\"", ot)),
      row("a lag", work_link, programme() + machine_after("{ on = \"build\", lag_weeks = 40 }") + "[sites.ulm.items]\nbuild = { wait_weeks = 0, category = \"link\" }\n"),
      row("stopped", stopped, Gated{.gate = "min_adoption = 1\nstop_below_cost_share = 1000\n", .tables = runs, .tries = 1}.text()),
  };
}

std::vector<Planted> after_go_live() {
  using enum LeakCause;
  const auto row = [](const char* name, LeakCause cause, std::string text) { return Planted{name, static_cast<int>(cause), programme() + std::move(text)}; };
  const std::string no_help = "[support]\nself_help_share = 0\n[sites.ulm.groups.crew]\n", never_fades = "[knowledge]\ninitial_freshness = 0.1\nfreshness_floor = 0\ndecay_per_week = 0\nreleases_per_week = 0\nretraining_gain_per_week = 0\n";
  const std::string doubt = "[trust]\ninitial = 0.25\ngain_per_week = 0\nincidents_per_site_week = 0\nincidents_from_shadow_use = 0\nincidents_from_delegation = 0\n";
  const std::string link = "[teams.ot]\npeople = 1\ncost_per_person_week = 0\n[failures]\nhandcrafted_rate_per_week = 5\ndetection_weeks = 1000\n", plc = "[sites.ulm.integrations.plc]\nfrom = \"a\"\nto = \"b\"\nmaintained_by = \"ot\"\n";
  return {
      row("access", access, Machine{.connected = 0.5}.text()),
      row("data", data_quality, Machine{.quality = 0.5}.text()),
      row("review", review, "review_insights_per_week = 2\n" + Machine{.more = "insights_per_site_week = 10\n"}.text()),
      row("follow-through", follow_through, Machine{.follow = 0.5}.text()),
      row("licences", unlicensed, crew("", "embedding_share = 1\nlicensed_share = 0.3\n")),
      row("not tried", not_reached, crew("[adoption]\ntrial_rate_per_week = 0\nimitation_rate_per_week = 0\n")),
      row("still trying", exploring, crew(adoption("habit_rate_per_week = 0\ndropout_rate_per_week = 0\n"))),
      row("gave up as it faded", lapsed_habit, crew(adoption(stayers + "lapse_rate_per_week = 100\n"))),
      row("gave up without help", lapsed_help, crew(adoption(leavers) + "[support]\nself_help_share = 0\n", "embedding_share = 1\nai_leads = 0\n")),
      row("gave up as it was stale", lapsed_freshness, crew(adoption(leavers) + never_fades)),
      row("gave up over quality", lapsed_quality, crew(adoption(leavers), "embedding_share = 1\n", "0.99")),
      row("gave up without trust", lapsed_trust, crew(adoption(stayers + "lapse_rate_per_week = 0.1\ntrust_on_lapse = 100\n") + doubt)),
      row("embedding", embedding, crew("", "embedding_share = 0.2\n")),
      row("wrong outputs", wrong_outputs, Machine{.reliable = 0.5}.text()),
      row("outages", outages, link + machine_after("\"plc\"") + plc),
      row("compute", compute, "[compute]\ncapacity = 1\n" + Machine{.more = "compute_per_insight = 1\ninsights_per_site_week = 4\n"}.text()),
      row("proficiency", proficiency, Machine{.more = "proficiency_at_start = 0.1\nproficiency_half_weeks = 50\n"}.text()),
      row("delay", delay, Machine{.more = "delay_cost_per_year = 0.9\n"}.text()),
  };
}
// clang-format on

void check(const Planted& planted) {
  CAPTURE(planted.name);
  const Model model = model_of(planted.text);
  const LeakResults leaks = run(model, kept(64)).leaks;
  const double gap = leaks.potential.mean - leaks.realised.mean;
  const double share = leaks.causes[static_cast<std::size_t>(planted.cause)].mean / gap;
  CHECK(gap > 0.1 * leaks.potential.mean);
  for (std::size_t c = 0; c < leaks.causes.size(); ++c) {
    const std::string name = leak_name(model.programme, static_cast<int>(c));
    CAPTURE(name);
    CAPTURE(leaks.causes[c].mean / gap);
    if (static_cast<int>(c) != planted.cause) CHECK(leaks.causes[c].mean <= 0.05 * gap);
  }
  CHECK(share >= 0.95);
}

}  // namespace

TEST_CASE("leaks: what alone holds a go-live up is booked to it") {
  for (const Planted& planted : before_go_live()) check(planted);
}

TEST_CASE("leaks: what alone takes from live value is booked to it") {
  for (const Planted& planted : after_go_live()) check(planted);
}

TEST_CASE("leaks: where nothing is planted nothing leaks") {
  const LeakResults machine_only = run_text(programme() + Machine{}.text(), kept(1)).leaks;
  CHECK(machine_only.realised.mean == machine_only.potential.mean);
  for (const Summary& cause : machine_only.causes) CHECK(cause.mean == 0);
}

TEST_CASE("leaks: an item with fewer people than it may take waits for its team in part") {
  // Two items of ten person-weeks at once, a team of two, one person at most on each: nothing waits. A team of one:
  // the second gets nobody until the first is done, and is the longer way from week 1 on.
  const auto waits = [](int people) {
    const std::string items = "team = \"ot\", effort_person_weeks = 10, crew_max = 1, category = \"link\" }\n";
    const LeakResults leaks =
        run_text(programme() + "[teams.ot]\ncost_per_person_week = 0\npeople = " + std::to_string(people) + "\n" +
                     machine_after("\"one\", \"two\"") + "[sites.ulm.items]\none = { " + items + "two = { " + items,
                 kept(1))
            .leaks;
    CHECK(leaks.potential.mean - leaks.realised.mean == doctest::Approx(people == 1 ? 20000 : 10000));
    return leaks.causes[kTeam].mean;
  };
  CHECK(waits(2) == 0);
  CHECK(waits(1) == doctest::Approx(9000));
}

TEST_CASE("leaks: the longer of two ways to a go-live is blamed and lags count as work") {
  const LeakResults leaks = run_text(programme() + machine_after("\"short\", \"long\"") +
                                         "[sites.ulm.items]\nshort = { wait_weeks = 10, category = \"link\" }\n"
                                         "long = { wait_weeks = 12, category = \"data\" }\n",
                                     kept(1))
                                .leaks;
  CHECK(leaks.causes[static_cast<std::size_t>(LeakCause::work_link)].mean == 0);
  CHECK(leaks.causes[static_cast<std::size_t>(LeakCause::work_data)].mean == doctest::Approx(12000));
}

TEST_CASE("leaks: tests that failed at a gate share what it holds back by how far they fell short") {
  // Trust falls short of 0.9 by 8/9 and access of 0.9 by all of it.
  const std::string trust = "[trust]\ninitial = 0.1\ngain_per_week = 0\nincidents_per_site_week = 0\n";
  const LeakResults leaks =
      run_text(Gated{.gate = "min_trust = 0.9\nmin_data_access = 0.9\n", .tables = trust, .connected = 0}.text(),
               kept(1))
          .leaks;
  const double of_trust = leaks.causes[static_cast<std::size_t>(LeakCause::gate_trust)].mean;
  const double of_access = leaks.causes[static_cast<std::size_t>(LeakCause::gate_data_access)].mean;
  CHECK(of_trust > 10000);
  CHECK(of_trust / of_access == doctest::Approx(8.0 / 9).epsilon(1e-3));
}

}  // namespace headrace::test
