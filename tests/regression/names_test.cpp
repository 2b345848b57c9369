// The names of everything the program writes, for one plan in which every mechanism is at work; and whether the numbers
// of each interval and each row of quantiles are in order.
#include <doctest/doctest.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "tests/support/program.hpp"
#include "tests/support/rich_scenario.hpp"
#include "tests/support/source_path.hpp"
#include "tests/support/written_files.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;

/// Keys of results whose members are named by the planner.
const std::vector<std::string> kByPlan = {"by_site"};

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

/// A folder that goes with the test.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("headrace-names-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// Runs a command on the plan and a variant of it; its files, as text.
std::map<std::string, std::string> files_of(const std::vector<std::string>& words) {
  const Folder folder;
  std::ofstream(folder.path() / "rich.toml") << rich_scenario();
  std::ofstream(folder.path() / "more.toml")
      << "base = \"rich.toml\"\n[programme]\nlabel = \"More hands\"\n[teams.ot]\npeople = 6\n[trust]\n"
         "incidents_per_site_week = 0.05\n";
  std::vector<std::string> command = words;
  command.insert(command.end(), {"--out", "out"});
  const Outcome outcome = headrace(command, folder.path().string());
  CHECK_MESSAGE(outcome.exit_code == 0, outcome.err);
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder.path() / "out")) {
    if (entry.is_regular_file()) files[fs::relative(entry.path(), folder.path() / "out").string()] = read_file(entry);
  }
  return files;
}

/// Holds the names of a command's files against those kept, and looks at the order of their numbers.
/// @param fewest  intervals and rows of quantiles that must have been there to look at
void check_names(const std::string& command, const std::vector<std::string>& words, int fewest) {
  CAPTURE(command);
  std::string names;
  int looked_at = 0;
  const auto files = files_of(words);
  for (const auto& [name, text] : files) {
    CAPTURE(name);
    const bool json = name.ends_with(".json"), csv = name.ends_with(".csv");
    // What stands in a scenario's own folder is what a run writes.
    const bool of_run = name.find('/') != std::string::npos;
    names += "== " + name + "\n";
    if (!of_run && json) names += json_names(text, kByPlan);
    if (!of_run && csv) names += csv_names(text);
    const std::string disorder = json  ? json_disorder(text, looked_at)
                                 : csv ? csv_disorder(text, looked_at)
                                       : std::string();
    CHECK(disorder == "");
  }
  CHECK(looked_at >= fewest);

  const std::string kept = source_path("tests/regression/names/" + command + ".txt");
  if (std::getenv("HEADRACE_UPDATE_EXPECTATIONS") != nullptr) std::ofstream(kept) << names;
  const std::string differences = line_differences(read_file(kept), names);
  CHECK_MESSAGE(differences.empty(), "not the names in ", kept, ":\n", differences,
                "Rewrite it with tools/update_expectations.sh names, if that is meant.");
}

}  // namespace

TEST_CASE("names: run") { check_names("run", {"run", "rich.toml", "--trials", "512"}, 1000); }

TEST_CASE("names: compare with and without its parts") {
  check_names("compare", {"compare", "rich.toml", "more.toml", "--trials", "256"}, 1000);
  check_names("explain", {"compare", "rich.toml", "more.toml", "--explain", "--trials", "64"}, 1000);
}

TEST_CASE("names: drivers") { check_names("drivers", {"drivers", "rich.toml", "--trials", "2000"}, 100); }

TEST_CASE("names: mechanisms") { check_names("mechanisms", {"mechanisms", "rich.toml", "--trials", "128"}, 50); }

TEST_CASE("names: unlock and search") {
  check_names("unlock", {"unlock", "rich.toml", "--trials", "64"}, 100);
  check_names("search", {"search", "rich.toml", "--budget", "100000", "--unpriced", "--trials", "64"}, 2);
}

TEST_CASE("names: replay and what is looked at without a run") {
  check_names("replay", {"replay", "rich.toml", "--trial", "3"}, 0);
  check_names("graph", {"graph", "rich.toml"}, 0);
  check_names("inputs", {"inputs", "rich.toml"}, 20);
}

TEST_CASE("names: validate") { check_names("validate", {"validate", "--trials", "1000"}, 10); }

TEST_CASE("names: a name that is lost or moved and numbers out of order are seen") {
  const std::string json =
      R"({"npv": {"unit": "USD", "mean": 5, "interval95": [4, 6]}, "sites": [{"p10": [1], "p50": [2]}]})";
  CHECK(json_names(json, {}) == "npv.unit = \"USD\"\nnpv.mean\nnpv.interval95[]\nsites[].p10[]\nsites[].p50[]\n");
  int looked_at = 0;
  CHECK(json_disorder(json, looked_at) == "");
  CHECK(looked_at == 2);
  CHECK(json_disorder(R"({"mean": 5, "interval95": [6, 4]})", looked_at) == ".interval95\n");
  CHECK(json_disorder(R"({"mean": 7, "interval95": [4, 6]})", looked_at) == ".interval95\n");
  CHECK(json_disorder(R"({"p10": 2, "p50": 1})", looked_at) != "");
  CHECK(json_disorder(R"({"interval95": {"p10": [2, 1]}, "p10": 1})", looked_at) != "");
  CHECK(json_disorder(R"({"p10": [1, 2], "p90": [3, 1]})", looked_at) == " at 1\n");
  CHECK(csv_disorder("npv_change,npv_low,npv_high\n5,4,6\n", looked_at) == "");
  CHECK(csv_disorder("npv_change,npv_low,npv_high\n5,6,4\n", looked_at) != "");
  CHECK(csv_disorder("p10,p50\n3,2\n", looked_at) != "");
  CHECK(line_differences("a\nb\n", "a\nc\n") == "- b\n+ c\n");
  CHECK(line_differences("a\nb\n", "b\na\n") == "line 1: b stands before a\n");
}

}  // namespace headrace::test
