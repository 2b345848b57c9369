// The questions behind `headrace ask`: how answers are read, and what the scenario says of them.
#include "model/questionnaire/questionnaire.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "model/distribution/distribution.hpp"
#include "model/questionnaire/questionnaire_effects.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/source_path.hpp"

namespace headrace::test {
namespace {

Answers all(std::optional<int> score) {
  Answers answers;
  answers.score.fill(score);
  return answers;
}

double& number(Answers& answers, Asked which) {
  auto& place = answers.number[static_cast<std::size_t>(which)];
  if (!place) place = 0;
  return *place;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// What a number is read as; -1 when it is refused.
double read(Asked which, const std::string& typed) {
  Answers answers;
  return set_number(answers, which, typed).empty() ? number(answers, which) : -1;
}

/// Lines of a text from the one that starts with `first` on, up to the first that does not start with "#".
std::string head_of(const std::string& text) {
  std::istringstream lines(text);
  std::string head;
  for (std::string line; std::getline(lines, line) && line.starts_with("#");) head += line + "\n";
  return head;
}

}  // namespace

TEST_CASE("questionnaire: scores are 1 to 5 or don't know") {
  Answers answers;
  CHECK(set_score(answers, 0, "1").empty());
  CHECK(answers.score[0] == 1);
  CHECK(set_score(answers, 5, " 5 ").empty());
  CHECK(answers.score[5] == 5);
  for (const char* unknown : {"dont-know", "don't know", "Dont Know", "?"}) {
    answers.score[0] = 3;
    CHECK(set_score(answers, 0, unknown).empty());
    CHECK_FALSE(answers.score[0].has_value());
  }
  answers.score[0] = 3;
  for (const char* wrong : {"0", "6", "3.5", "-1", "", "three", "33"}) {
    CAPTURE(wrong);
    CHECK(contains(set_score(answers, 0, wrong), "is no answer to question 1 (1 is worst, 5 is best). Say 1 to 5"));
    CHECK(answers.score[0] == 3);
  }
}

TEST_CASE("questionnaire: numbers are read as planners write them") {
  CHECK(read(Asked::people, "1200") == 1200);
  CHECK(read(Asked::people, "1,200") == -1);  // 1200 or 1.2: asked, never guessed
  CHECK(read(Asked::people, "12,000,000") == -1);
  CHECK(read(Asked::value, "8,5m") == 8.5e6);
  CHECK(read(Asked::people, "1_200") == 1200);
  CHECK(read(Asked::people, "1.2k") == 1200);
  CHECK(read(Asked::budget, "5e6") == 5e6);
  CHECK(read(Asked::budget, " 2.5M ") == 2.5e6);
  CHECK(read(Asked::value, "1bn") == 1e9);
  CHECK(read(Asked::legacy_share, "60%") == 0.6);
  CHECK(read(Asked::legacy_share, "0.6") == 0.6);
  CHECK(read(Asked::teams, "2.5") == 2.5);
  CHECK(read(Asked::assets, "0") == 0);
  for (const char* wrong : {"", "many", "12x", "nan", "inf", "-1", "1e400", "k", "1 2 x"}) {
    CAPTURE(wrong);
    CHECK(read(Asked::people, wrong) == -1);
  }
  CHECK(read(Asked::people, "1.5") == -1);
  CHECK(read(Asked::sites, "101") == -1);
  CHECK(read(Asked::legacy_share, "101%") == -1);
  CHECK(read(Asked::budget, "0") == -1);
}

TEST_CASE("questionnaire: dates and currencies are read or refused") {
  Answers answers;
  CHECK(date_of(answers) == kAskedDate);
  CHECK(set_date(answers, "2028-02-29").empty());
  CHECK(date_of(answers) == "2028-02-29");
  for (const char* wrong : {"2027-02-29", "2027-13-01", "27-01-01", "2027/01/01", "2027-1-1", "", "1969-12-31"}) {
    CAPTURE(wrong);
    CHECK(contains(set_date(answers, wrong), "is no date"));
  }
  CHECK(set_currency(answers, "EUR").empty());
  CHECK(answers.currency == "EUR");
  for (const char* wrong : {"eur", "EURO", "", "E\"R"}) CHECK(contains(set_currency(answers, wrong), "is no currency"));
}

TEST_CASE("questionnaire: what is not said grows with the sites") {
  Answers answers;
  CHECK(number_of(answers, Asked::people) == 1200);
  number(answers, Asked::sites) = 100;
  CHECK(number_of(answers, Asked::people) == 12000);
  CHECK(number_of(answers, Asked::legacy_share) == 0.6);
  CHECK(number_words(answers, Asked::budget) == "USD 50m");
  number(answers, Asked::people) = 99;
  number(answers, Asked::assets) = 99;
  REQUIRE(contradictions(answers).size() == 2);
  CHECK(contradictions(answers)[0] ==
        "people 99 is less than one for each of 100 sites. Count all people who would use it");
  number(answers, Asked::people) = 100;
  number(answers, Asked::assets) = 0;
  CHECK(contradictions(answers).empty());
}

TEST_CASE("questionnaire: each answer moves its numbers one step and don't know spans them all") {
  for (int e = 0; e < static_cast<int>(Effect::count); ++e) {
    const auto effect = static_cast<Effect>(e);
    const EffectRange& range = range_of(effect);
    CAPTURE(range.words);
    const bool up = range.best > range.worst;
    for (int score = kWorstScore; score < kBestScore; ++score) {
      const double now = middle_of(all(score), effect), next = middle_of(all(score + 1), effect);
      CHECK((up ? next > now : next < now));
    }
    CHECK(middle_of(all(kWorstScore), effect) == doctest::Approx(range.worst));
    CHECK(middle_of(all(kBestScore), effect) == doctest::Approx(range.best));

    // Half the futures on either side of the middle answer, and room for all five.
    const Span3 unknown = span_of(all(std::nullopt), effect), known = span_of(all(3), effect);
    CHECK(unknown.mode == known.mode);
    CHECK(unknown.high - unknown.low > known.high - known.low);
    CHECK(unknown.low <= std::min(range.worst, range.best));
    CHECK(unknown.high >= std::max(range.worst, range.best));
    if (range.spread == Spread::even) CHECK(unknown.low + unknown.high == doctest::Approx(2 * unknown.mode));
  }
}

TEST_CASE("questionnaire: the scenario opens with what was answered") {
  Answers answers = all(std::nullopt);
  answers.score = {2, std::nullopt, 3, 1, 5, 4};
  number(answers, Asked::sites) = 4;
  number(answers, Asked::value) = 2.5e6;
  answers.currency = "EUR";
  CHECK(head_of(scenario_text(answers)) ==
        "# Would 4 sites hold without major redesign, and would it pay?\n"
        "#\n"
        "# A first scenario, written by `headrace ask`.\n"
        "# What was answered, from 1 (worst) to 5 (best):\n"
        "#   1. data access              2\n"
        "#   2. action                   don't know\n"
        "#   3. visibility               3\n"
        "#   4. integrations             1\n"
        "#   5. infrastructure           5\n"
        "#   6. funding and governance   4\n"
        "# And in numbers:\n"
        "#   sites                       4\n"
        "#   people                      480 (not said: assumed)\n"
        "#   assets                      160 (not said: assumed)\n"
        "#   legacy-share                60% (not said: assumed)\n"
        "#   teams                       6 (not said: assumed)\n"
        "#   budget                      EUR 2m (not said: assumed)\n"
        "#   value                       EUR 2.5m\n"
        "#   date                        2027-01-04 (not said: assumed)\n"
        "#\n"
        "# Behind a number stands the question that set it, and what was answered. An answer sets the middle and a "
        "spread as\n"
        "# wide as the answers beside it; \"don't know\" spans them all. Such numbers have the source "
        "\"questionnaire\"; where\n"
        "# nobody knew or was asked it is \"assumption\" or rows of the evidence table. Put your own numbers in their "
        "place:\n"
        "# `headrace inputs` lists them all. What is not written here is a default of `headrace keys`.\n");
}

TEST_CASE("questionnaire: comments name each question with its answer and every number its source") {
  Answers answers;
  answers.score = {1, 2, 3, 4, 5, std::nullopt};
  const std::string text = scenario_text(answers);
  for (const char* said : {"# question 1: 1", "# question 2: 2", "# question 3: 3", "# question 4: 4",
                           "# question 5: 5", "# question 6: don't know"}) {
    CAPTURE(said);
    CHECK(contains(text, said));
  }
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    const bool uncertain = contains(line, "= {") && !line.starts_with("site_");
    if (uncertain) CHECK(contains(line, "source = \""));
    if (contains(line, "# question 6")) CHECK(contains(line, "source = \"assumption\""));
    if (contains(line, "# question 1: 1")) CHECK(contains(line, "source = \"questionnaire\""));
  }
  CHECK(text == scenario_text(answers));
  answers.score[5] = 3;
  CHECK(text != scenario_text(answers));
}

TEST_CASE("questionnaire: links are manual, handcrafted or standard as the answers say") {
  const auto standard = [](int access, int integrations) {
    Answers answers = all(3);
    answers.score[0] = access;
    answers.score[3] = integrations;
    const auto links = site_links(answers);
    return std::count_if(links.begin(), links.end(), [](const SiteLink& link) { return link.standard; });
  };
  CHECK(standard(3, 1) == 0);
  CHECK(standard(3, 2) == 1);
  CHECK(standard(3, 3) == 2);
  CHECK(standard(3, 4) == 3);
  CHECK(standard(3, 5) == 4);
  CHECK(standard(2, 5) == 2);  // two manual extracts
  CHECK_FALSE(has_platform(all(1)));
  CHECK(has_platform(all(std::nullopt)));
  CHECK_FALSE(has_action_link(all(2)));
  CHECK(has_action_link(all(std::nullopt)));
}

TEST_CASE("questionnaire: all sites stand in the plan in growing waves behind the pilot") {
  for (const int sites : {1, 2, 3, 7, 10, 40, 41, 100}) {
    CAPTURE(sites);
    Answers answers;
    number(answers, Asked::sites) = sites;
    const Scenario scenario = scenario_of(scenario_text(answers));
    CHECK(static_cast<int>(scenario.sites.size()) == sites);
    if (sites == 1) continue;
    std::vector<int> in_wave(scenario.programme.wave_start_weeks.size(), 0);
    for (const Site& site : scenario.sites) ++in_wave.at(static_cast<std::size_t>(site.wave) - 1);
    CHECK(in_wave.front() == 1);
    CHECK(std::is_sorted(in_wave.begin(), in_wave.end()));
  }
}

TEST_CASE("questionnaire: the documentation holds what each answer sets word for word") {
  std::ifstream file(source_path("docs/questionnaire.md"));
  std::stringstream text;
  text << file.rdbuf();
  CHECK_MESSAGE(contains(text.str(), questionnaire_reference()),
                "put what `headrace ask --list` prints between the markers of docs/questionnaire.md");
}

}  // namespace headrace::test
