// How the window's program ends when it cannot do its work.
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/smoke/live_window.hpp"

namespace headrace::test {
namespace {

struct Ending {
  int code = -1;
  std::string said;
};

Ending ending(const std::vector<std::string>& arguments, const std::string& display = {}) {
  std::vector<std::string> words = {beside("headrace-gui")};
  words.insert(words.end(), arguments.begin(), arguments.end());
  Process process(words, {{"DISPLAY", display}, {"WAYLAND_DISPLAY", ""}});
  const int code = process.wait();
  return {code, process.text()};
}

std::string temporary(const std::string& name) {
  return std::filesystem::temp_directory_path() / (std::to_string(::getpid()) + name);
}

}  // namespace

TEST_CASE("program: without a display it says so and ends with code 3") {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{}, {"--screenshot", temporary("none.png")}, {"--print-state"}}) {
    const Ending end = ending(arguments);
    CHECK(end.code == 3);
    CHECK(end.said.find("no display") != end.said.npos);
    CHECK(end.said.find("use headrace run") != end.said.npos);
  }
  CHECK(ending({}).said.find("DISPLAY is not set") != std::string::npos);
  const Ending stale = ending({}, ":65000");
  CHECK(stale.code == 3);
  CHECK(stale.said.find("no display: :65000 does not answer") != stale.said.npos);
}

TEST_CASE("program: help and wrong usage need no display") {
  CHECK(ending({"--help"}).code == 0);
  CHECK(ending({"--help"}).said.starts_with("Usage: headrace-gui"));
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"--fullscren"}, {"--view", "nonsense"}, {"--size", "big"}, {"a.toml", "b.toml"}}) {
    const Ending end = ending(arguments);
    CAPTURE(end.said);
    CHECK(end.code == 2);
    CHECK(end.said.find("hint: headrace-gui --help") != end.said.npos);
  }
}

TEST_CASE("program: a message or a help text that cannot be written ends nothing early") {
  const auto shell = [](const std::string& line) {
    Process process({"bash", "-c", line}, {{"W", beside("headrace-gui")}, {"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}});
    return process.wait();
  };
  CHECK(shell("$W --help >/dev/full") == 3);
  CHECK(shell("$W --help >&-") == 3);
  CHECK(shell("$W --help | true; exit ${PIPESTATUS[0]}") == 0);
  for (const std::string away : {"2>/dev/full", "2>&-", "2>&1 | true; exit ${PIPESTATUS[0]}"}) {
    CAPTURE(away);
    CHECK(shell("$W --fullscren " + away) == 2);
    CHECK(shell("$W " + away) == 3);
  }
}

TEST_CASE("program: no picture is made of a file that is missing or empty or wrong") {
  if (!has_displays()) return;
  const Display display;
  const std::string wrong = temporary("wrong.toml"), empty = temporary("empty.toml"), picture = temporary("x.png");
  std::ofstream(wrong) << "[programme\nsites = 1\n";
  std::ofstream(empty) << "";
  for (const std::string& file : {wrong, empty, std::string("/nowhere/none.toml")}) {
    const Ending end = ending({file, "--trials", "64", "--screenshot", picture}, display.name());
    CAPTURE(file);
    CAPTURE(end.said);
    CHECK(end.code == 2);
    CHECK(end.said.find(file) != end.said.npos);
    CHECK(end.said.find("error: ") != end.said.npos);
    CHECK_FALSE(std::filesystem::exists(picture));
  }
  std::filesystem::remove(wrong);
  std::filesystem::remove(empty);

  // A folder that is not there cannot take a picture.
  CHECK(ending({"--trials", "64", "--screenshot", "/nowhere/x.png"}, display.name()).code == 3);
}

TEST_CASE("program: a window opens on a wrong file and says what is wrong") {
  if (!has_displays()) return;
  const Display display;
  LiveWindow window(display, {"/nowhere/none.toml", "--trials", "64"});
  window.settle();
  CHECK(window.state()["failed"] == true);
  CHECK(window.state()["futures"] == 0);
}

}  // namespace headrace::test
