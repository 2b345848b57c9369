// Numbers on the command line: the spellings of every other door, and exit code 2 for what is none.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/program.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/source_path.hpp"
#include "tests/support/trial_run.hpp"
#include "tests/support/typed_numbers.hpp"

namespace headrace::test {
namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const std::string& plan() {
  static const std::string file = source_path("tests/input/field/plan.toml");
  return file;
}

}  // namespace

TEST_CASE("typed numbers: --budget takes the same numbers as every other door") {
  for (const TypedNumber& typed : typed_numbers()) {
    CAPTURE(typed.text);
    // There is no such file, so that a budget that is read is not spent.
    const Outcome outcome = headrace({"search", "none.toml", "--budget=" + typed.text});
    CAPTURE(outcome.err);
    CHECK(outcome.exit_code == 2);
    const bool allowed = typed.value && !typed.percent && *typed.value >= 0;
    CHECK(contains(outcome.err, "none.toml") == allowed);
    if (!typed.value) CHECK(contains(outcome.err, typed.says.substr(0, typed.says.find_last_not_of('.') + 1)));
    if (typed.value && !allowed) CHECK(contains(outcome.err, "is not an amount from 0 up"));
  }
}

TEST_CASE("typed numbers: a budget is said back as it was understood") {
  const auto said = [&](const char* budget) {
    return headrace({"search", plan(), "--budget", budget, "--trials", "16", "--unpriced"}).out;
  };
  CHECK(contains(said("8,5m"), "within EUR 8.5m."));
  CHECK(contains(said("1,250,500"), "within EUR 1250500."));
  CHECK(contains(said("2e6"), "within EUR 2m."));
}

TEST_CASE("typed numbers: counts of futures and seeds may be short or grouped but never unclear") {
  for (const char* trials : {"100", "1e2", "0.1k", "+100", "1_00"}) {
    CAPTURE(trials);
    CHECK(contains(headrace({"run", plan(), "--trials", trials}).out, "100 futures, seed 1"));
  }
  CHECK(contains(headrace({"run", plan(), "--trials", "16", "--seed", "18446744073709551615"}).out,
                 "seed 18446744073709551615"));
  const auto refused = [&](std::vector<std::string> words, const std::string& part) {
    words.insert(words.begin(), {"run", plan()});
    const Outcome outcome = headrace(words);
    CAPTURE(outcome.err);
    CHECK(outcome.exit_code == 2);
    CHECK(outcome.out.empty());
    CHECK(contains(outcome.err, part));
  };
  refused({"--trials", "1.200"}, "--trials: `1.200` is not clear (is this 1200?). Write 1200");
  refused({"--trials", "40%"}, "`40%` is not a whole number from 1 to 100000000 (it is a share)");
  refused({"--trials", "ten"}, "`ten` is not a whole number from 1 to 100000000 (it has no digits)");
  refused({"--trials", "2.5"}, "`2.5` is not a whole number");
  refused({"--seed", "1.5"}, "`1.5` is not a whole number");
  refused({"--seed", "--5"}, "--seed");
  refused({"--threads", "1,000"}, "--threads: `1,000` is not clear (is this 1000?). Write 1000");
  refused({"--set", "crew/people=EUR 5"}, "'EUR 5' is no number (it has a currency in it");
}

TEST_CASE("typed numbers: --set asks about thousands and the file warns of them") {
  const std::string path = "templates.works.groups.makers.headcount=";
  const Outcome unclear = headrace({"check", plan(), "--set", path + "1.200"});
  CHECK(unclear.exit_code == 2);
  CHECK(contains(unclear.err, "--set:1:41: error: '1.200' is not clear (is this 1200?). Write 1200 or 1.2."));
  CHECK(headrace({"check", plan(), "--set", path + "1.2k"}).exit_code == 0);
  CHECK(headrace({"check", plan(), "--set", path + "1 200"}).exit_code == 0);

  CHECK(messages(valid_text + "[teams.crew]\npeople = 1.200\ncost_per_person_week = 3000\n").front() ==
        "s.toml:20:10: warning: 'people' of teams.crew is 1.200 (is this 1200? Here the point is decimal). "
        "Write 1200 or 1.2.");
}

TEST_CASE("typed numbers: files ask about people and things and money only and only once a number") {
  const auto all = [](const std::string& text) { return messages(valid_text + text); };
  const auto asks = [&](const std::string& text) {
    int count = 0;
    for (const std::string& one : all(text)) count += contains(one, "Here the point is decimal");
    return count;
  };
  CHECK(asks("[teams.b]\npeople = { p10 = 1.100, p50 = 1.200, p90 = 1.5 }\n") == 2);
  CHECK(asks("[teams.b]\npeople = 2\ncost_per_person_week = 3.000\n") == 1);
  CHECK(asks("[teams.b]\npeople = { values = [1.100, 2.000], weights = [1.125, 1] }\n") == 2);
  CHECK(asks("[teams.b]\npeople = 2\nhires = [{ week = 1.125, people = 1.125 }]\n") == 1);
  CHECK(asks("[programme]\nsites = 1.000\n") == 1);
  CHECK(asks("[templates.plant.items.a]\nteam = \"ot\"\neffort_person_weeks = 1.125\n") == 0);
  CHECK(asks("[programme]\nsponsorship = 0.125\n") == 0);
  CHECK(asks("[teams.b]\npeople = 1.2\n[teams.c]\npeople = 1.2500\n[teams.d]\npeople = 1234.125\n") == 0);
  CHECK(asks("[teams.b]\npeople = 1_200.125\n[teams.c]\npeople = 1.200e3\n[teams.d]\npeople = 0.125\n") == 0);
  // Behind letters of several bytes, and of a template, which many sites share.
  CHECK(asks("[teams.b]\nlabel = \"Stra\u00DFe\"\npeople = { value = 1.200, note = \"\u00E4\" }\n") == 1);
  CHECK(messages("\n\n" + valid_text + "[teams.b]\npeople = 1.200\ncost_per_person_week = 1\n").size() >= 1);
  CHECK(asks("[sites.graz]\n[sites.linz]\n[templates.plant.groups.makers]\nheadcount = 1.200\n") == 1);
}

TEST_CASE("typed numbers: a file with a comma in a number is told how to write it") {
  const auto said = [](const std::string& value) { return message(valid_text + "size = " + value + "\n"); };
  CHECK(said("8,5").ends_with("Numbers here have a point and no commas: write 8.5."));
  CHECK(said("1.250,5").ends_with("write 1250.5."));
  CHECK(said("1,200").ends_with("Write 1200 or 1.2."));
  CHECK(said("{ p10 = 1,5, p50 = 2, p90 = 3 }").ends_with("write 1.5."));
  CHECK(said("[1, 2").find("no commas") == std::string::npos);
  CHECK(said("2 3").find("no commas") == std::string::npos);
}

TEST_CASE("typed numbers: what set and variant write is TOML for what was typed") {
  TemporaryFolder folder;
  folder.write("s.toml", valid_text);
  const std::string here = folder.path().string();
  const Outcome set = headrace({"set", "s.toml", "ot/people=2,5", "ulm/size=1,5", "operators/headcount=1 200",
                                "ot/cost_per_person_week=4k", "warning/value_per_asset_week=1_200"},
                               here);
  CHECK(set.exit_code == 0);
  CHECK(contains(set.out, "teams.ot.people = 2.5 (was 3)"));
  CHECK(contains(set.out, "sites.ulm.size = 1.5 (was not set)"));
  CHECK(contains(set.out, "use_cases.warning.value_per_asset_week = 1_200 (was 100)"));
  CHECK(contains(set.out, "teams.ot.cost_per_person_week = 4000 (was 3000)"));
  CHECK(contains(set.out, "templates.plant.groups.operators.headcount = 1200 (was 40)"));
  CHECK(headrace({"check", "s.toml"}, here).exit_code == 0);
  const Outcome refused = headrace({"set", "s.toml", "ot/people=1.200"}, here);
  CHECK(refused.exit_code == 2);
  CHECK(contains(refused.err, "is this 1200?"));
}

TEST_CASE("typed numbers: ask never takes a decimal comma for nothing") {
  TemporaryFolder folder;
  const std::string here = folder.path().string();
  const Outcome outcome = headrace({"ask", "--sites", "3", "--value", "8,5m", "--budget", "1.25m"}, here);
  CHECK(outcome.exit_code == 0);
  CHECK(contains(outcome.out, "Understood: sites 3, budget USD 1.25m and value USD 8.5m."));
  const Outcome unclear = headrace({"ask", "--value", "8.500", "--people", "1,200", "-o", "b.toml"}, here);
  CHECK(unclear.exit_code == 2);
  CHECK(contains(unclear.err, "--value: `8.500` is not clear (is this 8500?). Write 8500 or 8.5"));
  CHECK(contains(unclear.err, "--people: `1,200` is not clear (is this 1200?). Write 1200 or 1.2"));
  const Outcome share = headrace({"ask", "--legacy-share", "40", "-o", "b.toml"}, here);
  CHECK(share.exit_code == 2);
  CHECK(contains(share.err, "legacy-share 40 is out of range (is this 40%?). Write 0.4 or 40%"));
  CHECK_FALSE(std::filesystem::exists(folder.path() / "b.toml"));
}

TEST_CASE("typed numbers: what ask shows in brackets may be typed") {
  if (!has_terminals()) return;
  TemporaryFolder folder;
  const std::vector<std::string> scores(6, "\n");
  std::vector<std::string> typed = scores;
  for (const char* number : {"10\n", "1200\n", "400\n", "60%\n", "10\n", "5m\n", "8,5m\n", "\n"})
    typed.emplace_back(number);
  const Outcome outcome = headrace_typing({"ask"}, typed, folder.path().string());
  CHECK(outcome.exit_code == 0);
  for (const char* shown :
       {"[10]: ", "[1200]: ", "[400]: ", "[60%]: ", "In USD. [5m]: ", "In USD. [10m]: ", "Taken as 8.5m."}) {
    CAPTURE(shown);
    CHECK(contains(outcome.err, shown));
  }
  CHECK(contains(outcome.out, "8.5m."));
}

}  // namespace headrace::test
