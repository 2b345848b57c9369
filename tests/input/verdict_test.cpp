#include <doctest/doctest.h>

#include <string>

#include "tests/support/scenario_text.hpp"

namespace headrace::test {

TEST_CASE("verdict: thresholds are read and have the usual values where they are not given") {
  const VerdictRule usual = scenario_of(valid_text).verdict;
  CHECK(usual.p_npv_positive == 0.8);
  CHECK(usual.p_sustained == 0.6);
  const VerdictRule half = scenario_of(valid_text + "[verdict]\np_npv_positive = 0.5\n").verdict;
  CHECK(half.p_npv_positive == 0.5);
  CHECK(half.p_sustained == 0.6);
  CHECK(message(valid_text + "[verdict]\np_sustained = 60\n")
            .starts_with("s.toml:20:15: error: 'p_sustained' of verdict is 60 (it must be between 0 and 1)."));
  CHECK(message(valid_text + "[verdict]\np_sustained = { low = 0, high = 1 }\n").find("exact number") !=
        std::string::npos);
}

TEST_CASE("ask: it is read as it is given") {
  CHECK_FALSE(scenario_of(valid_text).ask.present);
  const Ask ask =
      scenario_of(valid_text + "[ask]\namount = 7_500_000\ndecision_owner = \"COO\"\ndecision_date = 2027-03-30\n").ask;
  CHECK(ask.present);
  CHECK(ask.amount == 7.5e6);
  CHECK(ask.decision_owner == "COO");
  CHECK(ask.decision_date == "2027-03-30");
  CHECK_FALSE(scenario_of(valid_text + "[ask]\namount = 5\nenabled = false\n").ask.present);
  CHECK(message(valid_text + "[ask]\namount = -1\n").starts_with("s.toml:20:10: error: 'amount' of ask is -1"));
  CHECK(message(valid_text + "[ask]\ndecision_date = \"soon\"\n").find("it must be a date") != std::string::npos);
}

}  // namespace headrace::test
