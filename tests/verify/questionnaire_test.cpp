// What the six answers do to the plan that they write: in means, on the same futures.
#include "model/questionnaire/questionnaire.hpp"

#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <string>

#include "tests/support/statistics.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

Answers all(std::optional<int> score) {
  Answers answers;
  answers.score.fill(score);
  return answers;
}

/// What a plan comes to, in means.
struct Outlook {
  double npv, no_redesign, regular;
};

Outlook outlook(const Answers& answers, std::int64_t trials) {
  const Results results = run_text(scenario_text(answers), kept(trials));
  const auto mean = [&](Output which) { return results.metrics[static_cast<int>(which)].mean; };
  return {mean(Output::npv), 1 - mean(Output::redesign_needed), mean(Output::regular_share)};
}

/// Is a better than b in everything?
bool beats(const Outlook& a, const Outlook& b) {
  return a.npv > b.npv && a.no_redesign > b.no_redesign && a.regular > b.regular;
}

/// What the best answer to one question is worth against the worst, all others answered alike, trial by trial.
Estimate worth_of(int question, int others) {
  std::array<std::vector<float>, 2> npv;
  for (const bool best : {false, true}) {
    Answers answers = all(others);
    answers.score.at(static_cast<std::size_t>(question)) = best ? kBestScore : kWorstScore;
    npv.at(best ? 1 : 0) = run_text(scenario_text(answers), kept(1024)).kept[Output::npv];
  }
  std::vector<float> gain(npv[0].size());
  for (std::size_t k = 0; k < gain.size(); ++k) gain[k] = npv[1][k] - npv[0][k];
  return mean_of(gain);
}

void check_order(double sites, std::int64_t trials) {
  const auto with_sites = [&](std::optional<int> score) {
    Answers answers = all(score);
    answers.number[static_cast<std::size_t>(Asked::sites)] = sites;
    return outlook(answers, trials);
  };
  const Outlook worst = with_sites(kWorstScore), unknown = with_sites(std::nullopt), best = with_sites(kBestScore);
  CAPTURE(sites);
  CAPTURE(worst.npv);
  CAPTURE(unknown.npv);
  CAPTURE(best.npv);
  CAPTURE(worst.no_redesign);
  CAPTURE(unknown.no_redesign);
  CAPTURE(best.no_redesign);
  CHECK(beats(best, unknown));
  CHECK(beats(unknown, worst));
  CHECK_FALSE(beats(worst, unknown));
}

}  // namespace

TEST_CASE("questionnaire: the best answers beat don't know and that beats the worst at one site") {
  check_order(1, 1024);
}

TEST_CASE("questionnaire: the best answers beat don't know and that beats the worst at ten sites") {
  check_order(10, 1024);
}

TEST_CASE("questionnaire: the best answers beat don't know and that beats the worst at a hundred sites") {
  check_order(100, 128);
}

TEST_CASE("questionnaire: a better answer to any one question is worth money where the others are well answered") {
  for (int question = 0; question < kQuestions; ++question) {
    const Estimate gain = worth_of(question, 4);
    CAPTURE(question + 1);
    CHECK(gain.value > 4 * gain.se);
  }
}

TEST_CASE("questionnaire: support for people alone is worth less where nothing else is ready") {
  const Estimate alone = worth_of(5, kWorstScore), ready = worth_of(5, 4);
  CHECK(alone.value < 0.5 * ready.value);
}

TEST_CASE("questionnaire: more people who build and more worth and less legacy help") {
  const auto npv = [](Asked which, double value) {
    Answers answers = all(std::nullopt);
    answers.number[static_cast<std::size_t>(which)] = value;
    const Results results = run_text(scenario_text(answers), kept(1024));
    return mean_of(results.kept[Output::npv]).value;
  };
  CHECK(npv(Asked::value, 20e6) > npv(Asked::value, 10e6));
  CHECK(npv(Asked::legacy_share, 0.1) > npv(Asked::legacy_share, 0.9));

  const auto live = [](double teams) {
    Answers answers = all(std::nullopt);
    answers.number[static_cast<std::size_t>(Asked::teams)] = teams;
    const Results results = run_text(scenario_text(answers), kept(1024));
    const Summary& last = results.metrics[static_cast<int>(Output::last_go_live_week)];
    return static_cast<double>(last.trials - last.never) / static_cast<double>(last.trials);
  };
  CHECK(live(20) > live(4));
}

}  // namespace headrace::test
