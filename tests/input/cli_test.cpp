// The program as a planner meets it: exit codes, what goes to which stream, files, Ctrl-C.
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/support/program.hpp"
#include "tests/support/rich_scenario.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

/// A folder with a good scenario, a variant of it and a bad one.
struct Desk {
  Desk() {
    folder.write("ten.toml", rich_scenario());
    folder.write("one.toml", "base = \"ten.toml\"\n[programme]\nlabel = \"One site\"\nsites = 1\n");
    folder.write("bad.toml", "[programme]\nhorizon = 3\n");
  }
  Outcome call(const std::vector<std::string>& arguments) const { return headrace(arguments, folder.path().string()); }
  fs::path at(const std::string& name) const { return folder.path() / name; }

  TemporaryFolder folder;
};

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("cli: wrong usage ends with 2 and a message on stderr only") {
  const Desk desk;
  const std::vector<std::vector<std::string>> calls = {
      {"frobnicate"},
      {"run"},
      {"run", "--nope", "ten.toml"},
      {"run", "ten.toml", "--trials", "0"},
      {"run", "ten.toml", "--trials", "-5"},
      {"run", "ten.toml", "--trials", "1.200"},
      {"run", "ten.toml", "--trials", "100000001"},
      {"run", "ten.toml", "--trials"},
      {"run", "ten.toml", "--seed", "-1"},
      {"run", "ten.toml", "--seed", "18446744073709551616"},
      {"run", "ten.toml", "--threads", "1025"},
      {"run", "ten.toml", "--threads", "two"},
      {"run", "ten.toml", "--set", "nothing"},
      {"run", "ten.toml", "--set", "=1"},
      {"run", "ten.toml", "--isa", "mmx"},
      {"run", "ten.toml", "--out", ""},
      {"compare", "ten.toml"},
      {"replay", "ten.toml"},
      {"replay", "ten.toml", "--trial", "-1"},
      {"replay", "ten.toml", "--trial", "100000000"},
      {"replay", "ten.toml", "--trial", "100", "--trials", "100"},
      {"graph", "ten.toml", "one.toml"},
      {"keys", "ten.toml"},
      {"mechanisms"},
      {"drivers"},
      {"drivers", "ten.toml", "one.toml"},
      {"mechanisms", "ten.toml", "one.toml"},
      {"mechanisms", "ten.toml", "--trials", "0"},
      {"unlock"},
      {"unlock", "ten.toml", "one.toml"},
      {"unlock", "ten.toml", "--trials", "0"},
      {"unlock", "ten.toml", "--trials", "200001"},
      {"search", "ten.toml"},
      {"search", "--budget", "1"},
      {"search", "ten.toml", "--budget", "-1"},
      {"search", "ten.toml", "--budget", "1.200"},
      {"search", "ten.toml", "--budget", "40%"},
      {"search", "ten.toml", "--budget", "nan"},
      {"search", "ten.toml", "--budget", "inf"},
      {"search", "ten.toml", "--budget", ""},
      {"search", "ten.toml", "--budget", "1", "--trials", "200001"},
      {"search", "ten.toml", "--budget", "1", "--save", ""},
      {"validate", "ten.toml"},
      {"validate", "--set", "a=1"},
      {"mechanisms", "ten.toml", "--out", "a", "--out", "b"},
      {"validate", "--trials", "999"},
      {"validate", "--trials", "100001"},
      {"validate", "--out", "a", "--out", "b"},
  };
  for (const auto& call : calls) {
    CAPTURE(call[0] + " " + (call.size() > 2 ? call[2] : "") + " " + call.back());
    const Outcome outcome = desk.call(call);
    CHECK(outcome.exit_code == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.starts_with("headrace: "));
  }
}

TEST_CASE("cli: an option given twice is named") {
  const Outcome twice = headrace({"validate", "--out", "a", "--out", "b"});
  CHECK(twice.err.starts_with("headrace: --out is given more than once\n"));
}

TEST_CASE("cli: one future has effects without an interval") {
  const Desk desk;
  const Outcome one = desk.call({"mechanisms", "ten.toml", "--trials", "1", "--out", "one"});
  CHECK(one.exit_code == 0);
  CHECK(contains(one.out, "1 future, seed 1"));
  const auto json = nlohmann::json::parse(content(desk.at("one/mechanisms.json")));
  CHECK(json["mechanisms"][0]["npv"]["mean"].is_number());
  CHECK(json["mechanisms"][0]["npv"]["interval95"][0].is_null());
  const Outcome drivers = desk.call({"drivers", "ten.toml", "--trials", "1", "--out", "one"});
  CHECK(drivers.exit_code == 0);
  CHECK(contains(drivers.out, "1 future, seed 1"));
  const auto driven = nlohmann::json::parse(content(desk.at("one/drivers.json")));
  CHECK(driven["strongest"].is_null());
  CHECK(driven["inputs"][0]["rank_correlation"]["npv"]["r"].is_null());
}

TEST_CASE("cli: bad input ends with 2 and diagnostics on stderr only") {
  const Desk desk;
  for (const char* command : {"check", "run", "graph", "inputs", "mechanisms", "unlock", "drivers"}) {
    CAPTURE(command);
    const Outcome bad = desk.call({command, "bad.toml"}), missing = desk.call({command, "missing.toml"});
    CHECK(bad.exit_code == 2);
    CHECK(bad.out.empty());
    CHECK(contains(bad.err, "bad.toml:2:1: error: "));
    CHECK(missing.exit_code == 2);
    CHECK(missing.out.empty());
    CHECK(missing.err.starts_with("missing.toml: error: "));
  }
  CHECK(desk.call({"compare", "ten.toml", "bad.toml"}).exit_code == 2);
  CHECK(desk.call({"replay", "bad.toml", "--trial", "1"}).exit_code == 2);
  CHECK(desk.call({"run", "ten.toml", "--set", "teams.xyz.people=1"}).exit_code == 2);
  CHECK(desk.call({"run", "ten.toml", "bad.toml", "--out", "results"}).exit_code == 2);
  CHECK_FALSE(fs::exists(desk.at("results")));

  const Outcome both = desk.call({"check", "bad.toml", "ten.toml", "missing.toml"});
  CHECK(both.exit_code == 2);
  CHECK(contains(both.out, "ten.toml is fine"));
  CHECK(contains(both.err, "bad.toml:2:1: error: "));
  CHECK(contains(both.err, "missing.toml: error: "));
}

TEST_CASE("cli: amounts in two currencies are not compared") {
  const Desk desk;
  desk.folder.write("yen.toml", "base = \"ten.toml\"\n[money]\ncurrency = \"JPY\"\n");
  const Outcome outcome = desk.call({"compare", "ten.toml", "yen.toml"});
  CHECK(outcome.exit_code == 2);
  CHECK(contains(outcome.err, "yen.toml: error: its currency is JPY"));
}

TEST_CASE("cli: help, version and nothing at all end with 0") {
  for (const auto& call : std::vector<std::vector<std::string>>{{}, {"--help"}, {"--version"}}) {
    const Outcome outcome = headrace(call);
    CHECK(outcome.exit_code == 0);
    CHECK(outcome.err.empty());
    CHECK_FALSE(outcome.out.empty());
  }
  for (const char* command : {"check", "run", "compare", "graph", "replay", "inputs", "keys", "mechanisms", "unlock",
                              "search", "validate", "drivers"}) {
    CAPTURE(command);
    const Outcome outcome = headrace({command, "--help"});
    CHECK(outcome.exit_code == 0);
    CHECK(contains(outcome.out, std::string("Example:\n  headrace ") + command));
  }
}

TEST_CASE("cli: every command does its work") {
  const Desk desk;
  CHECK(contains(desk.call({"check", "ten.toml"}).out, "5 sites in 3 waves"));
  const Outcome run = desk.call({"run", "ten.toml", "--trials", "100", "--seed", "9"});
  CHECK(run.exit_code == 0);
  CHECK(contains(run.out, "100 futures, seed 9"));
  CHECK_FALSE(contains(run.err, "futures"));
  CHECK(contains(desk.call({"compare", "one.toml", "ten.toml", "--trials", "100"}).out, "One site"));
  CHECK(contains(desk.call({"compare", "one.toml", "ten.toml", "--explain", "--trials", "64"}).out,
                 "from number of sites."));
  CHECK(
      contains(desk.call({"compare", "one.toml", "one.toml", "--explain", "--trials", "64"}).out, "differ in nothing"));
  CHECK(contains(desk.call({"graph", "ten.toml"}).out, "waits for"));
  CHECK(desk.call({"graph", "ten.toml", "--dot"}).out.starts_with("digraph"));
  CHECK(desk.call({"replay", "ten.toml", "--trial", "17"}).out.starts_with("Future 17 of seed 1"));
  CHECK(contains(desk.call({"inputs", "ten.toml"}).out, "uncertain inputs;"));
  CHECK(contains(desk.call({"keys"}).out, "`horizon_weeks`"));
  CHECK(contains(desk.call({"mechanisms", "ten.toml", "--trials", "64"}).out, "with it minus without it"));
  CHECK(contains(desk.call({"validate", "--trials", "1000"}).out, "S62 wired: pass"));
  const Outcome drivers = desk.call({"drivers", "ten.toml", "--trials", "500"});
  CHECK(drivers.exit_code == 0);
  CHECK(contains(drivers.out, "What the worst tenth of futures have in common"));
  CHECK(contains(drivers.out, "500 futures, seed 1"));
}

TEST_CASE("cli: search buys within a budget and saves what it chose as a variant that reads back") {
  const Desk desk;
  desk.folder.write("crew.toml",
                    "[programme]\nhorizon_weeks = 104\n[teams.ot]\npeople = 1\ncost_per_person_week = 100\n"
                    "[money]\nlicence_per_user_month = 0\n[use_cases.warning]\nassets = [\"presses\"]\n"
                    "value_per_asset_week = 100\nneeds = [\"end\"]\n[sites.ulm.assets.presses]\ncount = 100\n"
                    "connected_share = 1\n[sites.ulm.items]\nend = { team = \"ot\", effort_person_weeks = 20 }\n"
                    "[[relax]]\nlimit = \"team/ot\"\n[[price]]\nlimit = \"team/ot\"\nonce = 10000\n");
  const Outcome found = desk.call(
      {"search", "crew.toml", "--budget", "1.5e4", "--trials", "64", "--save", "more.toml", "--out", "search"});
  CHECK(found.exit_code == 0);
  CHECK(contains(found.out, "Buy people of ot (1 more person)."));
  CHECK(contains(found.out, "Wrote more.toml."));
  CHECK(nlohmann::json::parse(content(desk.at("search/search.json")))["chosen"][0]["steps"] == 1);
  CHECK(fs::exists(desk.at("search/search.csv")));
  // The base relaxes it by one step already.
  CHECK(contains(content(desk.at("more.toml")), "[[relax]]\nlimit = \"team/ot\"\nsteps = 2\n"));
  CHECK(desk.call({"check", "more.toml"}).exit_code == 0);
  const Outcome again =
      desk.call({"search", "crew.toml", "--budget", "15_000", "--trials", "64", "--save", "more.toml"});
  CHECK(again.exit_code == 3);
  CHECK(contains(desk.call({"search", "crew.toml", "--budget", "0", "--trials", "64"}).out, "Buy nothing"));
  CHECK(contains(desk.call({"search", "crew.toml", "--budget", "-1"}).err, "write 2000000, 2m or 2e6"));
  CHECK(contains(desk.call({"unlock", "crew.toml", "--trials", "128"}).out, "Verdict: "));
}

TEST_CASE("cli: overrides with one or several --set") {
  const Desk desk;
  const auto last_line = [&](std::vector<std::string> call) {
    call.insert(call.begin(), {"run", "ten.toml", "--trials", "64"});
    const std::string out = desk.call(call).out;
    return out.substr(out.rfind("64 futures"));
  };
  CHECK(contains(last_line({}), "; 70 weeks"));
  CHECK(contains(last_line({"--set", "programme.horizon_weeks=60"}), "; 60 weeks"));
  CHECK(contains(last_line({"--set", "programme.sites=2", "--set", "programme.horizon_weeks=61"}), "; 61 weeks"));
  CHECK(contains(last_line({"--set", "programme.sites=2", "programme.horizon_weeks=62"}), "; 62 weeks"));
}

TEST_CASE("cli: result files of one and of several scenarios") {
  const Desk desk;
  CHECK(desk.call({"run", "ten.toml", "--trials", "100", "--out", "a/b"}).exit_code == 0);
  for (const char* name : {"results.json", "metrics.csv", "weekly.csv", "sites.csv", "items.csv", "cash.csv",
                           "inputs.csv", "trials.csv"}) {
    CAPTURE(name);
    CHECK(fs::exists(desk.at("a/b") / name));
  }
  const auto json = nlohmann::json::parse(content(desk.at("a/b/results.json")));
  CHECK(json["metrics"]["npv"]["mean"].is_number());
  CHECK(json["trials"] == 100);

  CHECK(desk.call({"run", "ten.toml", "one.toml", "./ten.toml", "--trials", "64", "--out", "many"}).exit_code == 0);
  for (const char* name : {"ten", "one", "ten-2"}) CHECK(fs::exists(desk.at("many") / name / "results.json"));
  CHECK(desk.call({"compare", "one.toml", "ten.toml", "--trials", "64", "--out", "pair"}).exit_code == 0);
  for (const char* name : {"comparison.json", "comparison.csv", "one/results.json", "ten/metrics.csv"}) {
    CHECK(fs::exists(desk.at("pair") / name));
  }
  CHECK_FALSE(fs::exists(desk.at("pair/explanations.csv")));
  CHECK(desk.call({"compare", "one.toml", "ten.toml", "--explain", "--trials", "64", "--out", "why"}).exit_code == 0);
  CHECK(nlohmann::json::parse(content(desk.at("why/comparison.json")))["explanations"][0]["parts"].size() == 1);
  CHECK(fs::exists(desk.at("why/explanations.csv")));
  CHECK(desk.call({"graph", "ten.toml", "--out", "graph"}).exit_code == 0);
  CHECK(content(desk.at("graph/graph.dot")) == desk.call({"graph", "ten.toml", "--dot"}).out);
  CHECK(desk.call({"replay", "ten.toml", "--trial", "3", "--out", "replay"}).exit_code == 0);
  CHECK(fs::exists(desk.at("replay/replay.csv")));
  CHECK(desk.call({"mechanisms", "ten.toml", "--trials", "64", "--out", "studies"}).exit_code == 0);
  CHECK(desk.call({"unlock", "ten.toml", "--trials", "64", "--out", "studies"}).exit_code == 0);
  CHECK(desk.call({"validate", "--trials", "1000", "--out", "studies"}).exit_code == 0);
  CHECK(desk.call({"drivers", "ten.toml", "--trials", "500", "--out", "studies"}).exit_code == 0);
  for (const char* name : {"unlock.json", "unlock.csv", "mechanisms.json", "mechanisms.csv", "validation.json",
                           "validation.csv", "drivers.json", "driver_inputs.csv", "driver_items.csv",
                           "driver_merges.csv", "driver_rules.csv", "driver_warnings.csv"}) {
    CAPTURE(name);
    CHECK(fs::exists(desk.at("studies") / name));
  }
}

TEST_CASE("cli: the same bytes for any threads, instruction set and folder") {
  const Desk desk;
  const auto files = [&](const std::string& file, const std::vector<std::string>& options, const std::string& out) {
    std::vector<std::string> call = {"compare", "one.toml", file, "--trials", "300", "--out", out};
    call.insert(call.end(), options.begin(), options.end());
    REQUIRE(desk.call(call).exit_code == 0);
    std::string all;
    for (const char* name : {"comparison.json", "comparison.csv", "ten/results.json", "ten/weekly.csv",
                             "ten/trials.csv", "ten/items.csv", "ten/inputs.csv"}) {
      all += content(desk.at(out) / name);
    }
    return all;
  };
  const std::string base = files("ten.toml", {"--threads", "1"}, "r1");
  CHECK(base == files("ten.toml", {"--threads", "3"}, "r2"));
  CHECK(base == files("ten.toml", {"--threads", "2", "--isa", "baseline"}, "r3"));
  CHECK(base == files(desk.at("ten.toml").string(), {"--threads", "0"}, "r4"));
  CHECK(base != files("ten.toml", {"--seed", "2"}, "r5"));
}

TEST_CASE("cli: output that cannot be written ends with 3 and leaves nothing") {
  const Desk desk;
  desk.folder.write("file", "kept");
  const Outcome blocked = desk.call({"run", "ten.toml", "--trials", "64", "--out", "file"});
  CHECK(blocked.exit_code == 3);
  CHECK(blocked.err.ends_with("\nheadrace: cannot write file: Not a directory\n"));
  CHECK(desk.call({"run", "ten.toml", "--trials", "64", "--out", "/proc/results"}).exit_code == 3);

  // Found only when the files are written: the answer is still shown, old files stay, new ones do not appear.
  fs::create_directories(desk.at("results/weekly.csv"));
  const Outcome late = desk.call({"run", "ten.toml", "--trials", "64", "--out", "results"});
  CHECK(late.exit_code == 3);
  CHECK(contains(late.err, "results/weekly.csv"));
  CHECK(contains(late.out, "64 futures"));
  CHECK(std::distance(fs::directory_iterator(desk.at("results")), fs::directory_iterator()) == 1);
  CHECK(content(desk.at("file")) == "kept");
}

TEST_CASE("cli: our own fault ends with 4 and the command that shows it again") {
  const Desk desk;
  desk.folder.write("too big.toml", "base = \"ten.toml\"\n");
  const std::string folder = desk.folder.path().string();
  const Outcome outcome =
      faulty_headrace({"run", "too big.toml", "--trials", "64", "--seed", "3", "--set", "programme.sites=1"}, folder);
  CHECK(outcome.exit_code == 4);
  CHECK(outcome.out.empty());
  CHECK(
      outcome.err.ends_with("headrace: our own fault: a planted fault in trial 0 of seed 3. Replay it: headrace replay "
                            "'too big.toml' --trial 0 --seed 3 --set programme.sites=1\n"));
  const Outcome study = faulty_headrace({"mechanisms", "too big.toml", "--trials", "64", "--seed", "3"}, folder);
  CHECK(study.exit_code == 4);
  CHECK(study.out.empty());
  CHECK(study.err.ends_with("Replay it as it is: headrace replay 'too big.toml' --trial 0 --seed 3\n"));
  CHECK(desk.call({"replay", "too big.toml", "--trial", "0", "--seed", "3", "--set", "programme.sites=1"}).exit_code ==
        0);
}

TEST_CASE("cli: an interrupted run ends with 130 and leaves the old files as they were") {
  const Desk desk;
  REQUIRE(desk.call({"run", "ten.toml", "--trials", "64", "--out", "results"}).exit_code == 0);
  const std::string before = content(desk.at("results/results.json"));
  const std::string folder = desk.folder.path().string();
  const Outcome old =
      headrace_interrupted({"run", "ten.toml", "--trials", "90000000", "--out", "results"}, 700, folder);
  CHECK(old.exit_code == 130);
  CHECK(old.out.empty());
  CHECK(content(desk.at("results/results.json")) == before);
  CHECK(std::distance(fs::directory_iterator(desk.at("results")), fs::directory_iterator()) == 9);

  for (const std::vector<std::string>& call :
       std::vector<std::vector<std::string>>{{"mechanisms", "ten.toml", "--trials", "90000000", "--out", "new"},
                                             {"validate", "--trials", "100000", "--out", "new"}}) {
    const Outcome study = headrace_interrupted(call, 1500, folder);
    CHECK(study.exit_code == 130);
    CHECK(study.out.empty());
    CHECK_FALSE(fs::exists(desk.at("new")));
  }

  const Outcome fresh = headrace_interrupted({"run", "ten.toml", "--trials", "90000000", "--out", "new"}, 700, folder);
  CHECK(fresh.exit_code == 130);
  CHECK_FALSE(fs::exists(desk.at("new")));
}

TEST_CASE("cli: a progress bar on a terminal and none in a pipe") {
  if (!has_terminals()) {
    std::puts("skipped: cli progress bar on a terminal (this machine gives no terminals: /dev/pts is not there)");
    return;
  }
  const Desk desk;
  const std::vector<std::string> call = {"run", "ten.toml", "--trials", "20000"};
  const Outcome seen = headrace_on_terminal(call, desk.folder.path().string());
  CHECK(seen.exit_code == 0);
  CHECK(contains(seen.err, "of 20,000 futures"));
  CHECK(seen.err.ends_with("\r\x1b[K"));
  CHECK(seen.out == desk.call(call).out);
  CHECK_FALSE(contains(desk.call(call).err, "\r"));
}

}  // namespace headrace::test
