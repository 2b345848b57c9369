// `headrace ask` as a planner meets it: flags, the prompt, the file, and what it says.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "model/questionnaire/questionnaire.hpp"
#include "tests/support/program.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;

struct Desk {
  Outcome ask(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "ask");
    return headrace(arguments, folder.path().string());
  }
  Outcome type(const std::vector<std::string>& typed, std::vector<std::string> arguments = {}) const {
    arguments.insert(arguments.begin(), "ask");
    return headrace_typing(arguments, typed, folder.path().string());
  }
  std::string content(const std::string& name = "my-plan.toml") const {
    std::ostringstream text;
    text << std::ifstream(folder.path() / name, std::ios::binary).rdbuf();
    return text.str();
  }
  bool is_empty() const { return fs::is_empty(folder.path()); }

  TemporaryFolder folder;
};

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("ask: whatever is answered the scenario passes check without a word") {
  const auto number = [](Answers& answers, Asked which, double value) {
    answers.number[static_cast<std::size_t>(which)] = value;
  };
  std::vector<Answers> cases(9);
  number(cases[1], Asked::sites, 1);
  number(cases[2], Asked::sites, 100);
  number(cases[3], Asked::assets, 0);
  number(cases[4], Asked::legacy_share, 0);
  number(cases[5], Asked::legacy_share, 1);
  number(cases[6], Asked::people, 10);
  for (const Asked which : {Asked::teams, Asked::budget, Asked::value}) {
    number(cases[7], which, asked(which).low);
    number(cases[8], which, asked(which).high);
  }
  const std::vector<std::array<std::optional<int>, kQuestions>> scores = {
      {1, 1, 1, 1, 1, 1}, {5, 5, 5, 5, 5, 5}, {}, {1, 5, 1, 5, 1, 5}, {5, 1, 5, 1, 5, 1}, {2, 3, 4, 2, 3, 4}};
  for (std::size_t k = 0; k < cases.size(); ++k) {
    for (const auto& score : scores) {
      CAPTURE(k);
      Answers answers = cases[k];
      answers.score = score;
      const std::string text = scenario_text(answers);
      // What is far from common is asked about, also where it was typed: ten people who save a million a year.
      for (const std::string& message : messages(text)) CHECK((k >= 6 && message.find("common is") != message.npos));
      CHECK(expand_errors(text).empty());
    }
  }
}

TEST_CASE("ask: every flag finds its way into the file") {
  const Desk desk;
  const Outcome outcome =
      desk.ask({"--q1",     "1",    "--q2",           "2",          "--q3",       "3",  "--q4",     "4",
                "--q5",     "5",    "--q6",           "dont-know",  "--sites",    "3",  "--people", "90",
                "--assets", "30",   "--legacy-share", "50%",        "--teams",    "5",  "--budget", "900k",
                "--value",  "2.5m", "--date",         "2027-09-01", "--currency", "EUR"});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.err.empty());
  Answers answers;
  answers.score = {1, 2, 3, 4, 5, std::nullopt};
  answers.number = {3, 90, 30, 0.5, 5, 900e3, 2.5e6};
  answers.date = "2027-09-01";
  answers.currency = "EUR";
  CHECK(desk.content() == scenario_text(answers));
  CHECK(
      outcome.out.starts_with("Wrote my-plan.toml.\nUnderstood: sites 3, people 90, assets 30, legacy-share 50%, "
                              "teams 5, budget EUR 900k, value EUR\n2.5m and date 2027-09-01.\n"
                              "Taken as don't know: question 6 (funding and governance).\n\n"
                              "Would three sites hold without major redesign?"));
  for (const char* part : {"What breaks first", "of 100 futures", "Taking Work assistant and Equipment insights to",
                           "EUR", "headrace inputs my-plan.toml", "1,000 futures, seed 1."}) {
    CAPTURE(part);
    CHECK(contains(outcome.out, part));
  }
}

TEST_CASE("ask: without a terminal what is missing is taken as don't know and said so") {
  const Desk desk;
  const Outcome outcome = desk.ask({"--sites", "1", "--q2", "3", "-o", "plans/one.toml"});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.err.empty());
  CHECK(contains(outcome.out, "Taken as don't know: questions 1 (data access), 3 (visibility), 4 (integrations)"));
  CHECK(contains(outcome.out, "Assumed: people 120, assets 40, legacy-share 60%, teams 4, budget USD 500k"));
  CHECK(contains(outcome.out, "Would the site hold without major redesign? In "));
  CHECK(contains(desk.content("plans/one.toml"), "# question 2: 3"));
}

TEST_CASE("ask: everything wrong with the flags is said at once and nothing is written") {
  const Desk desk;
  const Outcome outcome =
      desk.ask({"--q1",     "7",   "--q6",           "good",     "--sites",    "0",    "--people", "x",
                "--assets", "1.5", "--legacy-share", "2",        "--teams",    "0",    "--budget", "5x",
                "--value",  "-1",  "--date",         "tomorrow", "--currency", "euro", "-o",       "."});
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.out.empty());
  for (const char* part :
       {"headrace: --q1: `7` is no answer", "--q6: `good`", "--sites: sites 0 is out of range. It goes from 1 to 100",
        "--people: `x` is no number (it has no digits). Write a number such as 5", "--assets: assets 1.5 is not whole",
        "--legacy-share:", "--teams:", "--budget:", "--value:", "--date:", "--currency:", "--out: . is a folder",
        "For help: headrace ask --help"}) {
    CAPTURE(part);
    CHECK(contains(outcome.err, part));
  }
  const Outcome few = desk.ask({"--people", "3"});
  CHECK(few.exit_code == 2);
  CHECK(contains(few.err, "people 3 is less than one for each of 10 sites"));
  CHECK(desk.ask({"--q7", "1"}).exit_code == 2);
  CHECK(desk.ask({"plan.toml"}).exit_code == 2);
  CHECK(desk.ask({"--q1", "1", "--q1", "2"}).exit_code == 2);
  CHECK(desk.is_empty());
}

TEST_CASE("ask: a file that is there is written over only when asked") {
  const Desk desk;
  desk.folder.write("my-plan.toml", "mine");
  const Outcome refused = desk.ask({"--sites", "1"});
  CHECK(refused.exit_code == 2);
  CHECK(
      contains(refused.err, "my-plan.toml is there already. Name another file with -o, or write over it with --force"));
  CHECK(desk.content() == "mine");
  CHECK(desk.ask({"--sites", "1", "--force"}).exit_code == 0);
  CHECK(contains(desk.content(), "[programme]"));

  const Outcome blocked = desk.ask({"--sites", "1", "-o", "my-plan.toml/plan.toml"});
  CHECK(blocked.exit_code == 3);
  CHECK(contains(blocked.err, "cannot write my-plan.toml"));
}

TEST_CASE("ask: the list is what each answer sets") {
  const Desk desk;
  const Outcome outcome = desk.ask({"--list"});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.out == questionnaire_reference());
  CHECK(desk.is_empty());
}

TEST_CASE("ask: at a terminal it asks what no flag says and asks again when an answer cannot be") {
  if (!has_terminals()) return;
  const Desk desk;
  const Outcome outcome = desk.type({"2\n", "9\n", "dont-know\n", "\n", "4\n", "five\n", "5\n",  // six questions
                                     "3\n", "2\n", "90\n", "\n", "60%\n", "\n", "1m\n",          // seven numbers
                                     "2027-02-30\n", "2027-02-28\n"},
                                    {"--q3", "1", "--budget", "2m"});
  CHECK(outcome.exit_code == 0);
  Answers answers;
  answers.score = {2, std::nullopt, 1, std::nullopt, 4, 5};
  answers.number = {3, 90, std::nullopt, 0.6, std::nullopt, 2e6, 1e6};
  answers.date = "2027-02-28";
  CHECK(desk.content() == scenario_text(answers));
  CHECK(contains(outcome.err, "1. data access\n   Do we have consistent, reliable access to the operational data"));
  CHECK_FALSE(contains(outcome.err, "3. visibility"));
  CHECK_FALSE(contains(outcome.err, "How much money"));
  CHECK(contains(outcome.err, "`9` is no answer to question 2"));
  CHECK(contains(outcome.err, "`five` is no answer to question 6"));
  CHECK(contains(outcome.err, "people 2 is less than one for each of 3 sites"));
  CHECK(contains(outcome.err, "`2027-02-30` is no date"));
  CHECK_FALSE(contains(outcome.out, "1 to 5"));
}

TEST_CASE("ask: Ctrl-C and Ctrl-D at the prompt leave nothing behind") {
  if (!has_terminals()) return;
  const Desk desk;
  for (const char* key : {"\x03", "\x04"}) {
    const Outcome outcome = desk.type({"1\n", "2\n", key}, {"-o", "plans/mine.toml"});
    CHECK(outcome.exit_code == 130);
    CHECK(outcome.out.empty());
    CHECK(desk.is_empty());
  }
}

}  // namespace headrace::test
