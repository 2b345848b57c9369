// The shipped stories give the numbers they gave: the metrics of each, and every byte of its results. A story is looked
// at because it is there.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "model/compile/compiled_model.hpp"
#include "model/plan/programme.hpp"
#include "model/read/read_scenario.hpp"
#include "model/text/sha256.hpp"
#include "sim/run.hpp"
#include "tests/support/program.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/source_path.hpp"
#include "tests/support/written_files.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;

constexpr std::array kMetricNames = {"npv",
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

fs::path expectation(const std::string& name) {
  return fs::path(source_path()) / "tests/regression/stories" / (name + ".csv");
}

/// Names of the stories, in order.
std::vector<std::string> stories() {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(fs::path(source_path()) / "scenarios")) {
    if (entry.path().extension() == ".toml") names.push_back(entry.path().stem());
  }
  std::sort(names.begin(), names.end());
  CHECK(names.size() >= 14);
  return names;
}

/// One line a metric, with as many digits as every instruction set agrees on: all of them.
std::string metrics_of(const std::string& story) {
  const ReadResult read = read_scenario(fs::path(source_path()) / "scenarios" / (story + ".toml"));
  REQUIRE(read.scenario.has_value());
  CHECK_MESSAGE(read.diagnostics.empty(), story << " has something to say at check");
  Diagnostics diagnostics;
  const auto programme = expand(*read.scenario, diagnostics);
  REQUIRE(programme.has_value());
  RunOptions options;
  options.trials = 1000;
  const auto results = simulate(compile(*programme, diagnostics), options);
  REQUIRE(results.has_value());
  std::string text;
  for (std::size_t m = 0; m < kMetricNames.size(); ++m) {
    const Summary& s = results->metrics[m];
    text += fmt::format("{},{},{},{},{},{}\n", story, kMetricNames[m], s.mean, s.sd, s.never,
                        s.quantile[P50].value ? fmt::format("{}", *s.quantile[P50].value) : "");
  }
  return text;
}

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

/// `results.json` without the lines that name the program and the run. It holds the digests of all other files.
std::string lasting_part(const std::string& json) {
  std::istringstream lines(json);
  std::string lasting, before;
  for (std::string line; std::getline(lines, line); before = line) {
    const bool passing = line.find("\"headrace_version\"") != line.npos || line.find("\"run_id\"") != line.npos ||
                         before.find("\"name\": \"results.json\"") != before.npos;
    if (!passing) lasting += line + "\n";
  }
  return lasting;
}

std::string digest_of(const std::string& story) {
  const TemporaryFolder out;
  const Outcome run =
      headrace({"run", "scenarios/" + story + ".toml", "--trials", "256", "--out", out.path().string()}, source_path());
  CHECK_MESSAGE(run.exit_code == 0, run.err);
  return fmt::format("{},{}\n", story, sha256(lasting_part(text_of(out.path() / "results.json"))));
}

/// Holds lines against those kept; a failure shows the lines that differ.
void check_expected(const std::string& name, const std::string& now) {
  if (std::getenv("HEADRACE_UPDATE_EXPECTATIONS") != nullptr) std::ofstream(expectation(name)) << now;
  const std::string differences = line_differences(text_of(expectation(name)), now);
  CHECK_MESSAGE(differences.empty(), "\n" << differences);
}

}  // namespace

TEST_CASE("stories: the shipped scenarios give the numbers they gave") {
  std::string now = "story,metric,mean,sd,never,p50\n";
  for (const std::string& story : stories()) now += metrics_of(story);
  check_expected("expected", now);
}

TEST_CASE("stories: every byte of their results is as it was") {
  std::string now = "story,sha256\n";
  for (const std::string& story : stories()) now += digest_of(story);
  check_expected("digests", now);
}

TEST_CASE("stories: the lines that name program and run are left out of the digest and no other") {
  const std::string json =
      "{\n  \"headrace_version\": \"1\",\n  \"run_id\": \"a\",\n  \"files\": [\n    {\n      \"name\": "
      "\"results.json\",\n      \"sha256\": \"b\"\n    },\n    {\n      \"name\": \"cash.csv\",\n      \"sha256\": "
      "\"c\"\n    }\n  ],\n  \"npv\": 1\n}\n";
  CHECK(lasting_part(json) ==
        "{\n  \"files\": [\n    {\n      \"name\": \"results.json\",\n    },\n    {\n      \"name\": \"cash.csv\",\n   "
        "   "
        "\"sha256\": \"c\"\n    }\n  ],\n  \"npv\": 1\n}\n");
}

}  // namespace headrace::test
