#include "tests/smoke/live_window.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <stdexcept>

namespace headrace::test {
namespace {

using namespace std::chrono_literals;

/// The slowest machine is given so long.
constexpr auto kPatience = 30s;

std::vector<std::string> with_program(const std::vector<std::string>& arguments) {
  std::vector<std::string> words = {beside("headrace-gui"), "--print-state"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return words;
}

/// A folder of memories for a window that has been opened before.
std::filesystem::path with_hints_seen(const TemporaryFolder& folder) {
  std::filesystem::create_directories(folder.path() / "headrace");
  folder.write("headrace/hints-seen", "seen\n");
  return folder.path();
}

}  // namespace

// The server finds a free number itself and prints it once it can be reached.
Display::Display()
    : server_({"Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-noreset", "-nolisten", "tcp"}) {
  while (const auto line = server_.line(kPatience)) {
    if (line->find_first_not_of("0123456789") != line->npos || line->empty()) continue;
    name_ = ":" + *line;
    return;
  }
  throw std::runtime_error("Xvfb does not start: " + server_.text());
}

bool has_displays() {
  for (const char* program : {"Xvfb", "xdotool", "import"}) {
    if (is_installed(program)) continue;
    std::printf("skipped tests of the window: %s is not installed\n", program);
    return false;
  }
  return true;
}

LiveWindow::LiveWindow(const Display& display, const std::vector<std::string>& arguments)
    : display_(display.name()),
      process_(with_program(arguments),
               {{"DISPLAY", display.name()}, {"XDG_STATE_HOME", with_hints_seen(memory_).string()}}) {}

const LiveWindow::State& LiveWindow::until(const std::string& what, const Wanted& wanted) {
  const auto end = std::chrono::steady_clock::now() + kPatience;
  while (std::chrono::steady_clock::now() < end) {
    const auto line = process_.line(kPatience);
    if (!line) break;
    if (!line->starts_with('{')) continue;
    state_ = State::parse(*line);
    if (wanted(state_)) return state_;
  }
  const std::string said = process_.text();
  FAIL("the window never showed: ", what,
       "; it last said: ", said.substr(said.size() - std::min<std::size_t>(said.size(), 2000)));
  return state_;
}

const LiveWindow::State& LiveWindow::settle() {
  return until("an answer", [](const State& state) { return state["finished"].get<bool>(); });
}

bool LiveWindow::draws_within(std::chrono::milliseconds time) {
  const auto line = process_.line(time);
  if (line && line->starts_with('{')) state_ = State::parse(*line);
  return line.has_value();
}

void LiveWindow::act(const std::vector<std::string>& words) {
  const long before = state_.is_null() ? 0 : state_["frames"].get<long>();
  std::vector<std::string> command = {"xdotool"};
  command.insert(command.end(), words.begin(), words.end());
  Process hand(command, {{"DISPLAY", display_}});
  REQUIRE(hand.wait() == 0);
  until(words.front() + " drawn", [&](const State& state) { return state["frames"].get<long>() > before; });
}

void LiveWindow::move(int x, int y) { act({"mousemove", std::to_string(x), std::to_string(y)}); }
void LiveWindow::press() { act({"mousedown", "1"}); }
void LiveWindow::release() { act({"mouseup", "1"}); }
void LiveWindow::type(const std::string& text) { act({"type", text}); }
void LiveWindow::key_down(const std::string& key) { act({"keydown", key}); }
void LiveWindow::key_up(const std::string& key) { act({"keyup", key}); }

void LiveWindow::move_along(const std::string& widget, double share) {
  INFO("no widget ", widget);
  REQUIRE(state_["widgets"].contains(widget));
  const auto rect = state_["widgets"][widget].get<std::vector<double>>();
  move(static_cast<int>(rect[0] + share * rect[2]), static_cast<int>(rect[1] + rect[3] / 2));
}

void LiveWindow::click(const std::string& widget) {
  move_along(widget, 0.5);
  press();
  release();
}

void LiveWindow::save(const std::string& file) const {
  Process import({"import", "-window", "root", file}, {{"DISPLAY", display_}});
  REQUIRE(import.wait() == 0);
}

}  // namespace headrace::test
