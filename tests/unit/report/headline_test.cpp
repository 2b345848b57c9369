// What a director reads aloud: the usual sentence, and every unusual one.
#include "report/words/headline.hpp"

#include <doctest/doctest.h>

#include "tests/support/sample_run.hpp"

namespace headrace::test {
namespace {

std::string payback_sentence(const std::vector<float>& weeks) {
  SampleRun run = sample_run(10);
  run.metric(Output::payback_week) = summary_of(weeks);
  const std::string text = headline(run.view());
  return text.substr(text.find(" It ") + 1);
}

std::string worth_sentence(const std::vector<float>& npv) {
  SampleRun run = sample_run(10);
  run.metric(Output::npv) = summary_of(npv);
  const std::string text = headline(run.view());
  return text.substr(0, text.find(" It "));
}

PairResult pair_of(const std::vector<float>& npv_difference, double better, double worse) {
  PairResult pair;
  for (Summary& s : pair.difference) s = summary_of(npv_difference);
  pair.p_better[0] = better;
  pair.p_worse[0] = worse;
  return pair;
}

std::string comparison(const PairResult& pair) {
  SampleRun base = sample_run(1);
  base.programme.scenario.programme.label = "One site";
  const SampleRun other = sample_run(10);
  return headline(base.view(), other.view(), pair);
}

}  // namespace

TEST_CASE("headline: worth and payback of a plan that mostly pays") {
  CHECK(headline(sample_run(10).view()) ==
        "Taking Vision inspection to ten sites is worth USD 2.0m on average (80% of futures between -0.4m and 4.8m). "
        "It pays back by week 90 (Sep 2028) in half of the futures; in 25 of 100 it does not pay back within three "
        "years.");
}

TEST_CASE("headline: what is taken where") {
  const auto opening = [](const SampleRun& run) {
    const std::string text = headline(run.view());
    return text.substr(0, text.find(" is worth"));
  };
  CHECK(opening(sample_run(1)) == "Taking Vision inspection to Ulm");
  CHECK(opening(sample_run(0)) == "Ten sites");
  CHECK(opening(sample_run(40)) == "Taking Vision inspection to 40 sites");

  SampleRun run = sample_run(2);
  auto& use_cases = run.programme.scenario.use_cases;
  use_cases.push_back(use_cases.front());
  use_cases.back().label = "Copilot";
  CHECK(opening(run) == "Taking Vision inspection and Copilot to two sites");
  use_cases.push_back(use_cases.front());
  use_cases.back().label.clear();
  CHECK(opening(run) == "Taking Vision inspection, Copilot and vision to two sites");
  use_cases.push_back(use_cases.front());
  CHECK(opening(run) == "Taking four use cases to two sites");
  use_cases.clear();
  CHECK(opening(run) == "Ten sites");
}

TEST_CASE("headline: losses, certainty and one future") {
  CHECK(worth_sentence({-3e6f, -2e6f, -1e6f, -2e6f}) ==
        "Taking Vision inspection to ten sites loses USD 2.0m on average (80% of futures between -2.7m and -1.3m).");
  CHECK(worth_sentence({500e3f, 500e3f}) == "Taking Vision inspection to ten sites is worth USD 500k in both futures.");
  CHECK(worth_sentence({500e3f}) ==
        "Taking Vision inspection to ten sites is worth USD 500k in the one future looked at.");
  CHECK(worth_sentence({0, 0}) == "Taking Vision inspection to ten sites is worth USD 0 in both futures.");
  CHECK(worth_sentence({-4e6f, -1e6f, 1e6f, 4.04e6f}) ==
        "Taking Vision inspection to ten sites is worth USD 0.01m on average (80% of futures between -3.1m and 3.1m).");
}

TEST_CASE("headline: payback always, sometimes and never") {
  CHECK(payback_sentence({kNever, kNever}) == "It does not pay back within three years in either future.");
  CHECK(payback_sentence({kNever}) == "It does not pay back within three years.");
  CHECK(payback_sentence({80, 90, 100}) ==
        "It pays back by week 90 (Sep 2028) in half of the futures, and by week 100 (Dec 2028) in all.");
  CHECK(payback_sentence({80, 80}) == "It pays back in week 80 (Jul 2028) in both futures.");
  CHECK(payback_sentence({80}) == "It pays back in week 80 (Jul 2028) in the one future looked at.");
  CHECK(payback_sentence({80, kNever, kNever, kNever}) == "It pays back within three years in 25 of 100 futures.");
  std::vector<float> rare(999, 50.0f);
  rare.push_back(kNever);
  CHECK(payback_sentence(rare) ==
        "It pays back by week 50 (Dec 2027) in half of the futures; in fewer than 1 of 100 it does "
        "not pay back within three years.");
}

TEST_CASE("headline: without dates and over an odd horizon") {
  SampleRun run = sample_run(10);
  run.programme.scenario.programme.start_date.clear();
  run.programme.scenario.programme.horizon_weeks = 120;
  const std::string text = headline(run.view());
  CHECK(text.find("by week 90 in half") != std::string::npos);
  CHECK(text.find("within 120 weeks.") != std::string::npos);
}

TEST_CASE("headline: a comparison won, lost, tied and always won") {
  const std::vector<float> gains = {0.4e6f, 3.2e6f, 6.1e6f};
  CHECK(comparison(pair_of(gains, 0.83, 0.17)) ==
        "Ten sites beats One site in 83 of 100 futures; on average by USD 3.2m (80% range 1.0m to 5.5m).");
  CHECK(comparison(pair_of(gains, 0.83, 0.13)) ==
        "Ten sites beats One site in 83 of 100 futures; on average by USD 3.2m (80% range 1.0m to 5.5m); in 4 of 100 "
        "there "
        "is no difference.");
  CHECK(comparison(pair_of(gains, 1, 0)) ==
        "Ten sites beats One site in all 3 futures; on average by USD 3.2m (80% range 1.0m to 5.5m).");
  CHECK(comparison(pair_of({-1e6f, -2e6f, -3e6f}, 0, 1)) ==
        "Ten sites loses to One site in all 3 futures; on average by USD 2.0m (80% range -2.8m to -1.2m).");
  CHECK(comparison(pair_of({0, 0}, 0, 0)) == "Ten sites and One site are worth the same in both futures.");
  CHECK(comparison(pair_of({250e3f}, 1, 0)) == "Ten sites beats One site in the one future looked at, by USD 250k.");
}

TEST_CASE("headline: scenarios with one title are told apart by their ids") {
  SampleRun base = sample_run(10);
  base.programme.scenario.id = "ten-sites-late";
  const SampleRun other = sample_run(10);
  CHECK(headline(base.view(), other.view(), pair_of({250e3f}, 1, 0)) ==
        "Ten sites (ten-sites) beats Ten sites (ten-sites-late) in the one future looked at, by USD 250k.");
}

}  // namespace headrace::test
