#include <doctest/doctest.h>

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "model/compile/compiled_model.hpp"
#include "model/plan/programme.hpp"
#include "model/read/read_scenario.hpp"
#include "sim/run.hpp"
#include "tests/support/source_path.hpp"

using namespace headrace;

namespace {

const std::string kRoot = test::source_path();
const std::string kExpected = kRoot + "/tests/regression/stories/expected.csv";
constexpr const char* kStories[] = {
    "minimal",       "one-site",      "vision-inspection",   "ten-sites",           "ten-sites-ready",
    "more-licences", "more-training", "hub-and-leads",       "plant-first",         "people-first",
    "balanced",      "more-gpus",     "it-modern-ot-siloed", "pilot-for-operations"};
constexpr const char* kMetricNames[] = {"npv",
                                        "roi",
                                        "payback_week",
                                        "peak_cash_need",
                                        "last_go_live_week",
                                        "regular_share",
                                        "promised_value_per_year",
                                        "realised_value_per_year",
                                        "scaled",
                                        "sustained",
                                        "redesign_needed",
                                        "stopped"};

/// One line a metric, with as many digits as every instruction set agrees on: all of them.
std::string measured() {
  std::string text = "story,metric,mean,sd,never,p50\n";
  for (const char* story : kStories) {
    const ReadResult read = read_scenario(kRoot + "/scenarios/" + story + ".toml");
    REQUIRE(read.scenario.has_value());
    CHECK_MESSAGE(read.diagnostics.empty(), story << " has something to say at check");
    Diagnostics diagnostics;
    const auto programme = expand(*read.scenario, diagnostics);
    REQUIRE(programme.has_value());
    RunOptions options;
    options.trials = 1000;
    const auto results = simulate(compile(*programme, diagnostics), options);
    REQUIRE(results.has_value());
    for (std::size_t m = 0; m < std::size(kMetricNames); ++m) {
      const Summary& s = results->metrics[m];
      text += fmt::format("{},{},{},{},{},{}\n", story, kMetricNames[m], s.mean, s.sd, s.never,
                          s.quantile[P50].value ? fmt::format("{}", *s.quantile[P50].value) : "");
    }
  }
  return text;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("stories: the shipped scenarios give the numbers they gave") {
  const std::string now = measured();
  if (std::getenv("HEADRACE_UPDATE_EXPECTATIONS") != nullptr) std::ofstream(kExpected) << now;
  CHECK(now == read_file(kExpected));
}
