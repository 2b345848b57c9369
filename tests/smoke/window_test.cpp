// The window itself, opened on a display without a screen and driven from outside.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "tests/smoke/live_window.hpp"
#include "tests/smoke/picture.hpp"
#include "tests/support/source_path.hpp"

namespace headrace::test {
namespace {

using namespace std::chrono_literals;
using State = LiveWindow::State;

const std::string story = source_path("scenarios/ten-sites.toml");

bool has_change(const State& state, const std::string& path) { return state["changes"].contains(path); }

}  // namespace

TEST_CASE("window: the sites are dragged and typed and undone by mouse and keyboard") {
  if (!has_displays()) return;
  const Display display;
  LiveWindow window(display, {story, "--size", "1280x720", "--trials", "64"});
  window.settle();
  CHECK(window.state()["futures"] == 64);
  CHECK(window.state()["changes"].empty());

  // From ten to one, the slider's left end.
  window.move_along("lever/programme.sites", 0.475);
  window.press();
  window.move_along("lever/programme.sites", 0.3);
  window.move_along("lever/programme.sites", 0.005);
  window.release();
  if (!window.state()["finished"].get<bool>()) window.settle();
  REQUIRE(has_change(window.state(), "programme.sites"));
  CHECK(window.state()["changes"]["programme.sites"] == "1");

  // A key may be shorter than a frame: it is let go only once the window has drawn it.
  window.click("value/programme.sites");
  window.type("3");
  window.key_down("Return");
  if (!window.state()["finished"].get<bool>()) window.settle();
  CHECK(window.state()["changes"]["programme.sites"] == "3");
  window.key_up("Return");

  window.click("header/undo");
  window.click("header/undo");
  CHECK(window.state()["changes"].empty());
}

TEST_CASE("window: nothing is drawn while nothing happens") {
  if (!has_displays()) return;
  const Display display;
  LiveWindow window(display, {story, "--size", "1280x720", "--trials", "64"});
  window.settle();
  while (window.draws_within(500ms)) {
  }
  const long before = window.state()["frames"];
  CHECK_FALSE(window.draws_within(2s));

  // Only the frames that answer the mouse, and so the count is one of frames.
  window.move(640, 360);
  const long after = window.state()["frames"];
  CHECK(after > before);
  CHECK(after - before < 12);
}

TEST_CASE("window: what is driven there looks like the picture of that plan") {
  if (!has_displays()) return;
  const Display display;
  const auto folder = std::filesystem::temp_directory_path();
  const std::string seen = folder / ("headrace-seen" + display.name().substr(1) + ".png");
  const std::string drawn = folder / ("headrace-drawn" + display.name().substr(1) + ".png");

  LiveWindow window(display, {story, "--size", "1600x1000", "--trials", "64"});
  window.settle();
  window.click("tab/assumptions");
  CHECK(window.state()["view"] == "assumptions");
  window.click("header/look");
  CHECK(window.state()["dark"] == true);
  window.move(2, 2);
  if (!window.state()["finished"].get<bool>()) window.settle();
  window.save(seen);

  Process picture({beside("headrace-gui"), story, "--size", "1600x1000", "--trials", "64", "--view", "assumptions",
                   "--dark", "--screenshot", drawn},
                  {{"DISPLAY", display.name()}});
  REQUIRE(picture.wait() == 0);
  // Undo can be pressed in the one and not in the other.
  CHECK(difference(read_picture(seen), read_picture(drawn)) < 0.001);
  std::filesystem::remove(seen);
  std::filesystem::remove(drawn);
}

}  // namespace headrace::test
