// A planted bottleneck seen three ways: unlock names it first (unlock_test.cpp), its leak shrinks most without it, and
// drivers name its number where that is uncertain.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

#include "model/limits/limits.hpp"
#include "sim/study/driver_inputs.hpp"
#include "tests/support/planted_limits.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

constexpr std::int64_t kTrials = 192;

/// The leak that shrinks most when a limit is lifted.
std::string leak_that_shrinks_most(const Scenario& scenario, const Limit& limit) {
  Scenario lifted = scenario;
  relax(lifted, limit, kNoLimit);
  const Model before = model_of(scenario), after = model_of(lifted);
  const auto leaks_of = [](const Model& model) { return run(model, kept(kTrials)).leaks.causes; };
  const std::vector<Summary> was = leaks_of(before), is = leaks_of(after);
  std::size_t most = 0;
  for (std::size_t c = 0; c < was.size(); ++c) {
    if (was[c].mean - is[c].mean > was[most].mean - is[most].mean) most = c;
  }
  if (was[most].mean - is[most].mean <= 0) return "";
  return leak_name(before.programme, static_cast<int>(most));
}

/// In these plans another leak than usual shrinks: work is in hand and nothing queues, findings wait for review where
/// nothing runs by itself, links fail rather than being slow to build, people try and do not stay. Upkeep and sensors
/// only cost money there: no leak shrinks.
const std::map<std::string, std::string> elsewhere = {
    {"team/ot", "work_general"}, {"team/board", "work_approval"}, {"automation/warning", "review"},
    {"links", "outages"},        {"sponsorship", "exploring"},    {"governance", "review"},
    {"trust", "review"},         {"sensors/presses", ""},         {"maintenance", ""},
};

/// The leak that docs/model.md names for a limit.
std::string usual_leak(const Scenario& scenario, const Limit& limit) {
  const auto cause = fed_leak(limit);
  return cause ? leak_name(model_of(scenario).programme, static_cast<int>(*cause)) : limit.id;
}

std::string fed(const Scenario& scenario, const Limit& limit) {
  const auto other = elsewhere.find(limit.id);
  return other != elsewhere.end() ? other->second : usual_leak(scenario, limit);
}

/// The number behind a planted limit: how it is written, and its field in the names of inputs.
struct Number {
  std::string limit, written;
  double value;
  std::string field;
  double most = 1.4;    ///< times the value
  std::string by = {};  ///< how it is written where it is uncertain; empty: from six tenths to so many times
};

const std::vector<Number> numbers = {
    {"team/ot", "people = 0.5", 0.5, "ot/people"},
    {"team/board", "people = 0.05", 0.05, "board/people"},
    {"review", "review_insights_per_week = 5", 5, "review_insights_per_week"},
    {"compute", "capacity = 10", 10, "capacity"},
    {"follow_through/warning", "follow_through = 0.2", 0.2, "follow_through"},
    {"automation/warning", "automated_share = 0.200000", 0.2, "automated_share"},
    {"reliability/warning", "output_reliability = 0.3", 0.3, "output_reliability"},
    {"proficiency/warning", "proficiency_half_weeks = 50", 50, "proficiency_half_weeks"},
    {"access/presses", "connected_share = 0.1", 0.1, "connected_share"},
    {"data/presses", "data_quality = 0.1", 0.1, "data_quality"},
    {"sensors/presses", "instrumented_share = 0.1", 0.1, "instrumented_share"},
    {"links", "handcrafted_rate_per_week = 0.2", 0.2, "handcrafted_rate_per_week"},
    {"maintenance", "maintenance_share_per_year = 5", 5, "maintenance_share_per_year"},
    {"failures", "standard_rate_per_week = 0.5", 0.5, "standard_rate_per_week"},
    {"detection", "detection_weeks = 4", 4, "detection_weeks"},
    {"networks", "availability = 0.5", 0.5, "availability"},
    {"waits", "wait_weeks = 50", 50, "wait_weeks"},
    {"approvals", "wait_weeks = 50", 50, "wait_weeks"},
    {"hub/north", "hours_per_week = 10", 10, "north/hours_per_week"},
    {"ai_lead_hours", "ai_lead_kept_share = 0.1", 0.1, "ai_lead_kept_share"},
    {"asking", "ask_share = 0.1", 0.1, "ask_share"},
    {"knowledge", "decay_per_week = 0.02", 0.02, "decay_per_week", 5},
    {"sponsorship", "sponsorship = 0.1", 0.1, "sponsorship", 8},
    {"training", "training_share = 0.1", 0.1, "training_share", 8},
    {"embedding", "embedding_share = 0.3", 0.3, "embedding_share"},
    {"licences", "licensed_share = 0.2", 0.2, "licensed_share"},
    {"governance", "strength = 0.1", 0.1, "strength"},
    {"trust", "initial = 0.2", 0.2, "initial"},
    {"service/care", "capacity_person_weeks = 0.01", 0.01, "capacity_person_weeks", 30},
    {"funds/seed", "amount = 1000", 1000, "seed/amount"},
    {"waves", "wave_start_weeks = [52]", 52, "wave_start_weeks", 0, "wave_start_weeks = [{ low = 30, high = 74 }]"},
    {"ai_leads", "ai_leads = 1\n", 1, "ai_leads", 0, "ai_leads = { low = 1, high = 9 }\n"},
    // What it asks is uncertain, and half of the machines have what it asks for.
    {"gate/scale", "min_adoption = 0.5", 0, "min_data_access", 0, "min_data_access = { low = 0.2, high = 0.8 }"},
};

/// A freeze lasts whole weeks that are known.
const std::string exact_by_nature = "freezes";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  REQUIRE_MESSAGE(at != std::string::npos, what);
  return text.replace(at, what.size(), by);
}

/// The number from six tenths to some times of what it is.
std::string made_uncertain(const std::string& text, const Number& number) {
  if (!number.by.empty()) return replaced(text, number.written, number.by);
  const std::string key = number.written.substr(0, number.written.find(" = "));
  return replaced(text, number.written,
                  fmt::format("{} = {{ low = {}, high = {} }}", key, 0.6 * number.value, number.most * number.value));
}

/// People of whom chance knows nothing else: all of them may adopt, and they come and go at one rate.
std::string people_alike(std::string text) {
  if (text.find("[adoption]\n") == std::string::npos) return text;
  text = replaced(text, "[adoption]\n",
                  "[adoption]\ntrial_rate_per_week = 0.05\nimitation_rate_per_week = 0\nlapse_rate_per_week = "
                  "0.02\nreturn_rate_per_week = "
                  "0.02\nhabit_rate_per_week = "
                  "0.1\nsponsor_on_lapse = 0.5\n");
  return replaced(text, "headcount = 200\n", "headcount = 200\nadoptable_share = 1\n");
}

/// Where a gate asks for data access, half of the machines have it.
std::string half_connected(const std::string& text, const Number& number) {
  return number.field == "min_data_access" ? replaced(text, "connected_share = 1\n", "connected_share = 0.5\n") : text;
}

}  // namespace

TEST_CASE("join: without a planted limit the leak that it feeds shrinks most") {
  for (const PlantedLimit& planted : planted_limits()) {
    CAPTURE(planted.limit);
    const Scenario scenario = scenario_of(planted.text);
    const auto limit = find_limit(scenario, planted.limit);
    REQUIRE(limit.has_value());
    CHECK(leak_that_shrinks_most(scenario, *limit) == fed(scenario, *limit));
  }
}

TEST_CASE("join: where the usual holds the leak that docs/model.md names shrinks most") {
  // All but governance, which takes trust from people only in part.
  CHECK(usual_limits().size() + 1 == elsewhere.size());
  for (const PlantedLimit& planted : usual_limits()) {
    CAPTURE(planted.limit);
    REQUIRE(elsewhere.contains(planted.limit));
    const Scenario scenario = scenario_of(planted.text);
    const auto limit = find_limit(scenario, planted.limit);
    REQUIRE(limit.has_value());
    CHECK(leak_that_shrinks_most(scenario, *limit) == usual_leak(scenario, *limit));
  }
}

TEST_CASE("join: drivers name the number behind a planted limit and not that of an idle team") {
  int found = 0;
  for (const PlantedLimit& planted : planted_limits()) {
    for (const Number& number : numbers) {
      if (number.limit != planted.limit) continue;
      CAPTURE(planted.limit);
      const std::string text =
          replaced(half_connected(people_alike(made_uncertain(planted.text, number)), number),
                   "[teams.spare]\npeople = 1\n", "[teams.spare]\npeople = { low = 0.5, high = 1.5 }\n");
      const Model model = model_of(text);
      RunOptions options = kept(512);
      options.keep_inputs = true;
      const Results results = run(model, options);
      const auto strongest = strongest_driver(model.programme, model.compiled, results.kept);
      REQUIRE(strongest.has_value());
      CHECK_MESSAGE(strongest->name.find(number.field) != std::string::npos, strongest->name);
      ++found;
    }
  }
  CHECK(found == static_cast<int>(numbers.size()));
  // All but one.
  CHECK(numbers.size() + 1 == planted_limits().size());
  for (const Number& number : numbers) CHECK(number.limit != exact_by_nature);
}

}  // namespace headrace::test
