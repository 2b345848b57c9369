#include <doctest/doctest.h>

#include <string>

#include "tests/support/scenario_text.hpp"
#include "tests/support/trial_run.hpp"

// Risks, numbers that change over time and frozen weeks that cannot be meant: each with its place, reason and advice.
namespace headrace::test {
namespace {

std::string risk(const std::string& keys) { return message(valid_text + "[risks.strike]\n" + keys); }

/// A scenario whose team has this many people.
std::string people(const std::string& number) {
  std::string text = valid_text;
  text.replace(text.find("people = 3"), 10, "people = " + number);
  return message(text);
}

std::string freeze(const std::string& weeks) {
  return message("[programme]\nfreeze_weeks = " + weeks + "\n" + valid_text);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

const std::string nothing = "0 messages:";

}  // namespace

TEST_CASE("risks: sound ones are silent") {
  CHECK(risk("probability = 0.2\ncost = 100\n") == nothing);
  CHECK(risk("rate_per_week = 0.2\nlasts_weeks = 2\neffects = [{ on = \"ot/people\", times = 0.6 }]\n") == nothing);
  CHECK(risk("probability = 0.2\neffects = [{ on = \"ulm/survey/effort_person_weeks\", times = 2 }]\n") == nothing);
}

TEST_CASE("risks: an effect on an unknown number names the nearest") {
  CHECK(risk("probability = 0.2\neffects = [{ on = \"suvey/crew_max\", times = 2 }]\n") ==
        "s.toml:21:12: error: risk 'strike' cannot change 'suvey/crew_max' (there is no 'suvey'). Did you mean "
        "'survey'?");
  CHECK(has(risk("probability = 0.2\neffects = [{ on = \"ot/peple\", times = 0.6 }]\n"), "Did you mean 'people'?"));
}

TEST_CASE("risks: a number that is read once is refused where the risk may strike later") {
  const std::string effect = "effects = [{ on = \"ulm/survey/effort_person_weeks\", times = 2 }]\n";
  CHECK(risk("rate_per_week = 0.1\nlasts_weeks = 2\n" + effect).find("is read once, when a future begins") !=
        std::string::npos);
  CHECK(risk("probability = 0.5\nweek = 4\n" + effect) ==
        "s.toml:22:12: error: risk 'strike' cannot change 'ulm/survey/effort_person_weeks' (that number is read once, "
        "when a future begins). Write a probability without a week, or change a number that is read every week.");
  CHECK(has(risk("probability = 0.5\nlasts_weeks = 4\n" + effect), "risk 'strike' cannot end"));
}

TEST_CASE("risks: contradictions and gaps are named") {
  CHECK(has(risk("cost = 5\n"), "has neither probability nor rate_per_week"));
  CHECK(has(risk("probability = 0.1\nrate_per_week = 0.1\nlasts_weeks = 1\n"), "has both probability and"));
  CHECK(has(risk("rate_per_week = 0.1\n"), "lacks 'lasts_weeks'"));
  CHECK(has(risk("rate_per_week = 0.1\nlasts_weeks = 1\nweek = 3\n"), "has week and rate_per_week"));
  CHECK(has(risk("probability = 1.5\n"), "it must be between 0 and 1"));
  CHECK(has(risk("probability = 0.1\neffects = [{ on = \"ot/people\" }]\n"), "lacks 'times'"));
  CHECK(has(risk("probability = 0.1\neffects = [{ on = \"ot/people\", time = 2, times = 2 }]\n"), "'times'"));
  CHECK(has(risk("probability = 0.1\neffects = [{ on = \"ot/people\", times = -1 }]\n"), "at least 0"));
  CHECK(has(risk("probability = 0.1\neffects = \"ot/people\"\n"), "it must be a list"));
}

TEST_CASE("risks: effects name whole numbers, once, and of no risk") {
  const auto on = [](const std::string& path) {
    return risk("probability = 0.1\ncost = 5\neffects = [{ on = \"" + path + "\", times = 2 }]\n");
  };
  CHECK(has(on("strike/cost"), "it belongs to a risk"));
  CHECK(has(on("programme/horizon_weeks"), "its value is no number"));
  CHECK(has(on("ot/people/p50"), "it is a part of a number"));
  CHECK(has(on("ot/charge"), "its value is no number"));
  CHECK(has(on("ot"), "is no single value"));
  CHECK(has(risk("probability = 0.1\neffects = [{ on = \"ot/people\", times = 2 }, "
                 "{ on = \"teams.ot.people\", times = 3 }]\n"),
            "changes 'teams.ot.people' twice"));
}

TEST_CASE("risks: one that changes what nobody uses is warned about") {
  Diagnostics diagnostics;
  const auto programme = expand(
      scenario_of(valid_text + "[risks.strike]\nprobability = 0.1\neffects = [{ on = \"trust/gain_per_week\", times = "
                               "2 }, { on = \"ot/people\", times = 2 }]\n"),
      diagnostics);
  compile(*programme, diagnostics);
  REQUIRE(diagnostics.sorted().size() == 1);
  CHECK(to_string(diagnostics.sorted().front()) ==
        "s.toml:21:12: warning: the effect of risk 'strike' on 'trust/gain_per_week' changes nothing (no planned site "
        "or mechanism uses that number). Remove it, or plan what uses it.");
}

TEST_CASE("over time: sound patterns are silent and others are named") {
  CHECK(people("{ over_time = [[0, 1], [10, 3]] }") == nothing);
  CHECK(people("{ p10 = 2, p50 = 3, p90 = 5, times = [[0, 1], [10, 0.5]] }") == nothing);
  CHECK(people("{ value = 3, season = { amplitude = 0.2, peak_week = 10 } }") == nothing);
  CHECK(people("{ over_time = [[10, 1], [0, 3]] }") ==
        "s.toml:2:34: error: over_time of 'people' of teams.ot goes from week 10 to week 0 (weeks must rise). Put the "
        "points in order.");
  CHECK(has(people("{ over_time = [[5, 1], [5, 3]] }"), "weeks must rise"));
  CHECK(has(people("{ over_time = [[-1, 1], [5, 3]] }"), "at least 0"));
  CHECK(has(people("{ over_time = [[0, 1], [5, -3]] }"), "over time is -3"));
  CHECK(has(people("{ over_time = [] }"), "is empty"));
  CHECK(has(people("{ over_time = [[0, 1, 2]] }"), "is no pair of numbers"));
  CHECK(has(people("{ over_time = [0, 1] }"), "is no pair of numbers"));
  CHECK(has(people("{ over_time = [[0, 1]], times = [[0, 1]] }"), "has over_time and times"));
  CHECK(has(people("{ over_time = [[0, 1]], value = 3 }"), "has over_time and value"));
  CHECK(has(people("{ value = 3, times = [[0, -1]] }"), "a factor of times"));
  CHECK(has(people("{ times = [[0, 1]] }"), "is no complete number"));
  CHECK(has(people("{ value = 3, season = { amplitude = 1.2 } }"), "between 0 and 1"));
  CHECK(has(people("{ value = 3, season = { peak_week = 3 } }"), "lacks 'amplitude'"));
  CHECK(has(people("{ value = 3, season = { amplitude = 0.1, peak = 3 } }"), "Did you mean 'peak_week'?"));
}

TEST_CASE("over time: an exact number stays in its range at every point and at the height of its season") {
  const auto sponsorship = [](const std::string& number) {
    return message("[programme]\nsponsorship = " + number + "\n" + valid_text);
  };
  CHECK(sponsorship("{ over_time = [[0, 0.5], [26, 0.85], [52, 0.3]] }") == nothing);
  CHECK(has(sponsorship("{ over_time = [[0, 0.5], [26, 1.2]] }"), "it must be between 0 and 1"));
  CHECK(has(sponsorship("{ value = 0.5, times = [[0, 1], [26, 2.5]] }"), "it must be between 0 and 1"));
  CHECK(has(sponsorship("{ value = 0.9, season = { amplitude = 0.2 } }"), "it must be between 0 and 1"));
  CHECK(sponsorship("{ low = 0.5, high = 0.9, times = [[0, 2]] }") == nothing);
}

TEST_CASE("over time: a number that is read once cannot change") {
  std::string text = valid_text;
  text.replace(text.find("effort_person_weeks = 4"), 23, "effort_person_weeks = { value = 4, times = [[0, 1]] }");
  CHECK(message(text) ==
        "s.toml:9:60: error: 'effort_person_weeks' of templates.plant.items.survey cannot change over time (it is read "
        "once, when a future begins). Remove times.");
}

TEST_CASE("freeze: whole weeks in order, or an error") {
  CHECK(freeze("[[50, 52], [102, 104]]") == nothing);
  CHECK(has(freeze("[[52, 50]]"), "freeze_weeks goes from week 52 to week 50"));
  CHECK(has(freeze("[[50, 50]]"), "Write [50, 52] to freeze weeks 50 and 51."));
  CHECK(has(freeze("[[50.5, 52]]"), "whole week"));
  CHECK(has(freeze("[[-2, 2]]"), "whole week"));
  CHECK(has(freeze("[50, 52]"), "is no pair of numbers"));
}

}  // namespace headrace::test
