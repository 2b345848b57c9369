#include <doctest/doctest.h>

#include <string>

#include "tests/support/scenario_text.hpp"

namespace headrace::test {

TEST_CASE("steering: envelopes and gates are read with what is given") {
  const Scenario s = scenario_of(valid_text +
                                 "[funding.build]\namount = 5\nfrom_week = 2\ncovers = [\"survey\", \"connect\"]\n"
                                 "[gates.scale]\nweek = 12\nopens_wave = 1\nmin_adoption = 0.1\n");
  CHECK(s.funding.front().covers.size() == 2);
  CHECK_FALSE(s.funding.front().to_week.given);
  CHECK(s.gates.front().opens_wave == 1);
  CHECK(s.gates.front().min_adoption.given);
  CHECK_FALSE(s.gates.front().min_trust.given);
  CHECK_FALSE(s.gates.front().stop_below_cost_share.given);
}

TEST_CASE("steering: unknown names, envelopes that never open and gates that hold nothing") {
  CHECK(
      message(valid_text + "[funding.build]\namount = 5\ncovers = [\"surveys\"]\n")
          .starts_with("s.toml:21:11: error: 'covers' of funding.build names unknown 'surveys' (it must be one of the "
                       "items). "));
  CHECK(message(valid_text + "[funding.build]\nfrom_week = 5\n").find("amount") != std::string::npos);
  CHECK(message(valid_text + "[items]\nplatform = { wait_weeks = 1, funded_by = \"build\" }\n")
            .starts_with("s.toml:20:42: error: 'funded_by' of items.platform names unknown 'build'"));
  CHECK(
      message(valid_text + "[funding.build]\namount = 5\nfrom_week = 4.5\nto_week = 5\n") ==
      "s.toml:22:11: error: envelope 'build' closes in week 5 and opens in week 4.5 (it opens and closes at the start "
      "of a week, so it would never be open). Make to_week later than from_week.");
  CHECK(message(valid_text + "[gates.scale]\nweek = 5\n") ==
        "s.toml:19:8: warning: gate 'scale' holds nothing (no site and no item is in wave 2 or later). Correct "
        "opens_wave.");
  CHECK(message(valid_text + "[gates.scale]\nopens_wave = 1\ntries = 0\n").find("s.toml:21:9: error: ") !=
        std::string::npos);
}

}  // namespace headrace::test
