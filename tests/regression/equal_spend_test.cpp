// Nine ways to spend the same money: what they plan to spend, before uncertainty, is within 1%.
#include <doctest/doctest.h>

#include <string>

#include "model/read/read_scenario.hpp"
#include "sim/study/planned_spend.hpp"
#include "tests/support/source_path.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

constexpr const char* kStories[] = {"more-licences", "more-training",       "hub-and-leads",
                                    "plant-first",   "people-first",        "balanced",
                                    "more-gpus",     "it-modern-ot-siloed", "pilot-for-operations"};

double planned_spend_of(const std::string& story) {
  const ReadResult read = read_scenario(source_path("scenarios/") + story + ".toml");
  REQUIRE(read.scenario.has_value());
  return planned_spend(model_of(*read.scenario).compiled, kept(1)).value();
}

}  // namespace

TEST_CASE("equal spend: the nine stories plan to spend the same within 1%") {
  const double first = planned_spend_of(kStories[0]);
  CHECK(first > 5e6);
  for (const char* story : kStories) {
    CAPTURE(story);
    CHECK(planned_spend_of(story) == doctest::Approx(first).epsilon(0.005));
  }
  CHECK(planned_spend_of("ten-sites") < 0.8 * first);
}

}  // namespace headrace::test
