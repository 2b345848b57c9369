// The program where the system says no: streams that take no text, signals, limits, files that are none.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/process.hpp"
#include "tests/support/program.hpp"
#include "tests/support/rich_scenario.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;

struct Ending {
  int code = -1;
  std::string text;  ///< stdout and stderr
};

/// A folder with a good scenario and one full of mistakes, in which lines of shell are run; $H is the program.
class Desk {
 public:
  Desk() {
    folder.write("ten.toml", rich_scenario());
    folder.write("variant.toml", "base = \"ten.toml\"\n");
    folder.write("yen.toml", "base = \"ten.toml\"\n[money]\ncurrency = \"JPY\"\n");
    std::string mistakes;
    for (int i = 0; i < 1000; ++i) mistakes += "[teams.t" + std::to_string(i) + "]\npeopel = -1\n";
    folder.write("mistakes.toml", mistakes);
  }

  Ending shell(const std::string& line) const {
    const std::string in_folder = "cd '" + folder.path().string() + "' && " + line;
    Process process({"bash", "-c", in_folder}, {{"H", beside("headrace")}});
    const int code = process.wait();
    return {code, process.text()};
  }

  fs::path at(const std::string& name) const { return folder.path() / name; }

  TemporaryFolder folder;
};

std::string content(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

/// Names of files that a run left under temporary names.
std::vector<std::string> leftovers(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".part") names.push_back(entry.path());
  }
  return names;
}

}  // namespace

TEST_CASE("streams: a message that cannot be written changes no exit code") {
  const Desk desk;
  const std::vector<std::string> wrong = {
      "check mistakes.toml",          "check none.toml",
      "run mistakes.toml --trials 1", "frobnicate",
      "run ten.toml --nope",          "set mistakes.toml teams.ot.people=1",
      "set ten.toml nothing.at=all",  "variant none.toml -o x.toml",
      "ask --q1 9 -o y.toml",         "compare ten.toml yen.toml",
      "search none.toml --budget 1",  "replay ten.toml --trial 5 --trials 5",
  };
  for (const std::string& call : wrong) {
    CAPTURE(call);
    CHECK(desk.shell("$H " + call).code == 2);
    CHECK(desk.shell("$H " + call + " 2>/dev/full").code == 2);
    CHECK(desk.shell("$H " + call + " 2>&-").code == 2);
    CHECK(desk.shell("$H " + call + " >&- 2>&- <&-").code == 2);
    CHECK(desk.shell("$H " + call + " 2>&1 | head -1 >/dev/null; exit ${PIPESTATUS[0]}").code == 2);
    CHECK(desk.shell("$H " + call + " 2>&1 | true; exit ${PIPESTATUS[0]}").code == 2);
  }
  CHECK_FALSE(fs::exists(desk.at("x.toml")));
  CHECK_FALSE(fs::exists(desk.at("y.toml")));

  // A machine's refusal whose message cannot be written either.
  CHECK(desk.shell("$H run ten.toml --trials 1 --out /proc/none 2>/dev/full").code == 3);
  CHECK(desk.shell("$H run ten.toml --trials 1 --out /proc/none 2>&1 | true; exit ${PIPESTATUS[0]}").code == 3);
}

TEST_CASE("streams: an answer that cannot be written is the machine's refusal") {
  const Desk desk;
  const std::vector<std::string> answers = {
      "",
      "--help",
      "--version",
      "run --help",
      "keys",
      "check ten.toml",
      "inputs ten.toml",
      "graph ten.toml",
      "ask --list",
      "ask --help",
      "run ten.toml --trials 1",
      "set ten.toml programme.horizon_weeks=100 -o z.toml --force",
  };
  for (const std::string& call : answers) {
    CAPTURE(call);
    CHECK(desk.shell("$H " + call + " >/dev/full 2>/dev/full").code == 3);
    const Ending said = desk.shell("$H " + call + " 2>&1 >/dev/full");
    CHECK(said.code == 3);
    CHECK(said.text.find("headrace: cannot write to the standard output: No space left on device\n") != said.text.npos);
    CHECK(desk.shell("$H " + call + " >&-").code == 3);
    // A reader that has seen enough is no error.
    CHECK(desk.shell("$H " + call + " | true; exit ${PIPESTATUS[0]}").code == 0);
    CHECK(desk.shell("$H " + call).code == 0);
  }
}

TEST_CASE("streams: no file is opened in the place of a closed stream") {
  const Desk desk;
  const std::string run = "$H run ten.toml --trials 64 --out ";
  CHECK(desk.shell(run + "as-usual").code == 0);
  CHECK(desk.shell(run + "no-errors 2>&-").code == 0);
  CHECK(desk.shell(run + "nothing <&- >&- 2>&-").code == 3);  // the files are there, the answer had nowhere to go
  for (const auto& entry : fs::directory_iterator(desk.at("as-usual"))) {
    const fs::path name = entry.path().filename();
    CAPTURE(name.string());
    CHECK(content(desk.at("no-errors") / name) == content(entry.path()));
    CHECK(content(desk.at("nothing") / name) == content(entry.path()));
  }
}

TEST_CASE("streams: a slow reader that does not block gets everything") {
  const Desk desk;
  const std::string all = desk.shell("$H keys").text;
  // A pipe that refuses rather than waits, and whose reader comes late.
  const Ending late = desk.shell(
      "python3 -c 'import os,subprocess,sys,time\n"
      "r,w=os.pipe(); os.set_blocking(w,False)\n"
      "p=subprocess.Popen([os.environ[\"H\"],\"keys\"],stdout=w); os.close(w); time.sleep(.3)\n"
      "sys.stdout.write(os.fdopen(r).read()); sys.exit(p.wait())'");
  if (late.code == 127) return;  // no Python
  CHECK(late.code == 0);
  CHECK(late.text == all);
}

TEST_CASE("signals: a polite end leaves what was there") {
  const Desk desk;
  CHECK(desk.shell("$H run ten.toml --trials 64 --out results >/dev/null").code == 0);
  const std::string before = content(desk.at("results/results.json"));
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    CAPTURE(signal);
    const Outcome outcome = headrace_interrupted({"run", "ten.toml", "--trials", "90000000", "--out", "results"}, 1500,
                                                 desk.folder.path().string(), signal);
    CHECK(outcome.exit_code == 130);
    CHECK(content(desk.at("results/results.json")) == before);
    CHECK(leftovers(desk.folder.path()).empty());
  }
}

TEST_CASE("signals: what was ignored from outside stays ignored") {
  const Desk desk;
  for (const std::string signal : {"HUP", "INT", "TERM"}) {
    CAPTURE(signal);
    const Ending end =
        desk.shell("trap '' " + signal + "; $H run ten.toml --trials 5000 >/dev/null & pid=$!; sleep .1; kill -" +
                   signal + " $pid; wait $pid");
    CHECK(end.code == 0);
  }
}

TEST_CASE("limits: a file that may not grow is the machine's refusal") {
  const Desk desk;
  CHECK(desk.shell("$H run ten.toml --trials 64 --out results >/dev/null").code == 0);
  const std::string before = content(desk.at("results/results.json"));
  const Ending end = desk.shell("ulimit -f 1; $H run ten.toml --trials 128 --out results");
  CAPTURE(end.text);
  CHECK(end.code == 3);
  CHECK(end.text.find("cannot write") != end.text.npos);
  CHECK(content(desk.at("results/results.json")) == before);
  CHECK(leftovers(desk.folder.path()).empty());
  CHECK(desk.shell("ulimit -f 1; $H keys > keys.txt").code == 3);
}

TEST_CASE("limits: no more processes is the machine's refusal") {
#ifdef __SANITIZE_ADDRESS__
  return;  // the leak check at the end wants a process of its own
#endif
  const Desk desk;
  // Root has no such limit: as somebody who may do nothing, from a copy where that one may read.
  std::string as_nobody;
  if (::geteuid() == 0) {
    if (desk.shell("setpriv --reuid=61234 --regid=61234 --clear-groups true").code != 0) {
      std::puts("skipped: running out of processes needs another user than root, and setpriv cannot become one");
      return;
    }
    as_nobody = "setpriv --reuid=61234 --regid=61234 --clear-groups ";
  }
  fs::permissions(desk.folder.path(), fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
  fs::copy_file(beside("headrace"), desk.at("headrace"));
  const auto limited = [&](int processes, const std::string& call) {
    return as_nobody + "bash -c 'ulimit -u " + std::to_string(processes) + "; exec ./headrace " + call + "'";
  };
  CHECK(desk.shell(limited(1, "check ten.toml")).code == 0);
  CHECK(desk.shell(limited(2, "run ten.toml --trials 1000 --threads 1")).code == 0);
  // No thread that watches for Ctrl-C; none that runs blocks.
  for (const int processes : {1, 2}) {
    CAPTURE(processes);
    const Ending end = desk.shell(limited(processes, "run ten.toml --trials 1000 --threads 4"));
    CAPTURE(end.text);
    CHECK(end.code == 3);
    CHECK(end.text.find("no more processes or threads") != end.text.npos);
  }
}

TEST_CASE("files: a pipe is no scenario and nobody waits for it") {
  const Desk desk;
  REQUIRE(::mkfifo(desk.at("pipe.toml").c_str(), 0600) == 0);
  desk.folder.write("on-pipe.toml", "base = \"pipe.toml\"\n");
  desk.folder.write("table.toml", "base = \"ten.toml\"\n[programme]\nsites_csv = \"pipe.toml\"\n");
  for (const std::string call :
       {"check pipe.toml", "check on-pipe.toml", "run on-pipe.toml", "check table.toml", "set pipe.toml a.b=1",
        "variant pipe.toml -o v.toml", "check /dev/null", "check /dev/stdin"}) {
    CAPTURE(call);
    const Ending end = desk.shell("timeout 10 $H " + call + " 2>&1 </dev/null");
    CAPTURE(end.text);
    CHECK(end.code == 2);
    CHECK(end.text.find("is no regular file (it is a") != end.text.npos);
  }
  const Ending base = desk.shell("timeout 10 $H check on-pipe.toml");
  CHECK(base.text.find("on-pipe.toml:1:8: error: ") != base.text.npos);
}

}  // namespace headrace::test
