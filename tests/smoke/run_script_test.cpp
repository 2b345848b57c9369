// What ./run.sh does with the window: a copy of it in a folder of its own, where small scripts stand for the set-up,
// the build and the two programs and tell how they were called.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/process.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/source_path.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;

/// The project as ./run.sh sees it.
class Tree {
 public:
  Tree() {
    fs::copy_file(source_path("run.sh"), folder_.path() / "run.sh");
    for (const char* each : {"tools", "build/release"}) fs::create_directories(folder_.path() / each);
    program("tools/setup.sh", "", 0);
    program("tools/build.sh", "", 0);
    program("build/release/headrace", "headrace said: $*", 0);
    program("build/release/headrace-gui", "the window opened", 0);
  }

  void program(const std::string& name, const std::string& says, int code) const {
    const fs::path file = folder_.write(
        name, "#!/bin/sh\n" + (says.empty() ? "" : "echo \"" + says + "\"\n") + "exit " + std::to_string(code) + "\n");
    fs::permissions(file, fs::perms::owner_all);
  }

  std::string script() const { return folder_.path() / "run.sh"; }

 private:
  TemporaryFolder folder_;
};

struct Ending {
  int code = -1;
  std::string said;

  bool has(const std::string& words) const { return said.find(words) != said.npos; }
};

Ending ending(const std::vector<std::string>& words, const std::string& display) {
  Process process(words, {{"DISPLAY", display}});
  const int code = process.wait();
  return {code, process.text()};
}

Ending on_terminal(const Tree& tree, const std::string& arguments, const std::string& display) {
  return ending({"script", "-qec", tree.script() + arguments, "/dev/null"}, display);
}

}  // namespace

TEST_CASE("run.sh: on a terminal with a display it answers and then opens the window") {
  const Tree tree;
  const Ending end = on_terminal(tree, "", ":77");
  CAPTURE(end.said);
  CHECK(end.code == 0);
  CHECK(end.has("headrace said: compare scenarios/one-site.toml"));
  CHECK(end.said.find("the window opened") > end.said.find("headrace said"));
  CHECK(end.has("the window opened"));
}

TEST_CASE("run.sh: no terminal or no display or --no-gui opens no window") {
  const Tree tree;
  for (const Ending& end : {on_terminal(tree, "", ""), on_terminal(tree, " --no-gui", ":77"),
                            ending({tree.script()}, ":77"), ending({tree.script(), "--no-gui"}, ":77")}) {
    CAPTURE(end.said);
    CHECK(end.code == 0);
    CHECK(end.has("headrace said: compare"));
    CHECK_FALSE(end.has("the window opened"));
  }
}

TEST_CASE("run.sh: a display that is gone takes nothing from the answer and other faults are told by their code") {
  const Tree tree;
  tree.program("build/release/headrace-gui", "no window can be opened", 3);
  Ending end = on_terminal(tree, "", ":77");
  CHECK(end.code == 0);
  CHECK(end.has("no window can be opened"));

  tree.program("build/release/headrace-gui", "our own fault", 4);
  CHECK(on_terminal(tree, "", ":77").code == 4);

  // Without an answer there is nothing to open.
  tree.program("build/release/headrace-gui", "the window opened", 0);
  tree.program("build/release/headrace", "wrong", 2);
  end = on_terminal(tree, "", ":77");
  CHECK(end.code == 2);
  CHECK_FALSE(end.has("the window opened"));
}

TEST_CASE("run.sh: arguments go to the program as they are") {
  const Tree tree;
  const Ending end = ending({tree.script(), "run", "my plan.toml", "--seed", "7"}, ":77");
  CHECK(end.code == 0);
  CHECK(end.has("headrace said: run my plan.toml --seed 7"));
  CHECK_FALSE(end.has("the window opened"));
  tree.program("tools/setup.sh", "setup: missing", 3);
  CHECK(ending({tree.script(), "run"}, "").code == 3);
}

}  // namespace headrace::test
