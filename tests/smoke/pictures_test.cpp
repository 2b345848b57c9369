// Pictures of the window beside expected ones, drawn by the same software renderer. tools/update_screenshots.sh
// rewrites those.
#include <doctest/doctest.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>

#include "tests/smoke/live_window.hpp"
#include "tests/smoke/picture.hpp"
#include "tests/support/source_path.hpp"

namespace headrace::test {
namespace {

/// Letters that are drawn a little otherwise stay below it; a figure of the answer that changes does not.
constexpr double kTolerance = 0.0004;

struct Shot {
  const char *size, *scale, *view;
};
constexpr std::array<Shot, 4> shots = {
    Shot{"1280x720", "1", "return"},
    Shot{"1280x720", "2", "assumptions"},
    Shot{"1600x1000", "1", "return"},
    Shot{"1600x1000", "2", "timeline"},
};

std::string expected(const Shot& shot) {
  return source_path("tests/smoke/expected/") + shot.view + "-" + shot.size + "-" + shot.scale + "x.png";
}

/// Draws a shot of the smallest story.
void draw(const Display& display, const Shot& shot, const std::string& file,
          const std::vector<std::string>& more = {}) {
  std::vector<std::string> words = {beside("headrace-gui"),
                                    source_path("scenarios/minimal.toml"),
                                    "--trials",
                                    "256",
                                    "--size",
                                    shot.size,
                                    "--scale",
                                    shot.scale,
                                    "--view",
                                    shot.view,
                                    "--screenshot",
                                    file};
  words.insert(words.end(), more.begin(), more.end());
  Process process(words, {{"DISPLAY", display.name()}});
  const int code = process.wait();
  INFO(process.text());
  REQUIRE(code == 0);
}

std::string temporary(const char* name) {
  return std::filesystem::temp_directory_path() / (std::to_string(::getpid()) + name);
}

}  // namespace

TEST_CASE("pictures: two sizes at two scales look as expected") {
  if (!has_displays()) return;
  const Display display;
  const bool update = std::getenv("HEADRACE_UPDATE_EXPECTATIONS") != nullptr;
  const std::string drawn = temporary("shot.png");
  for (const Shot& shot : shots) {
    CAPTURE(expected(shot));
    draw(display, shot, update ? expected(shot) : drawn);
    if (update) continue;
    const double found = difference(read_picture(drawn), read_picture(expected(shot)));
    CAPTURE(found);
    CHECK(found < kTolerance);
  }
  std::filesystem::remove(drawn);
}

TEST_CASE("pictures: another plan or look or size is told from the expected one") {
  if (!has_displays()) return;
  const Display display;
  const std::string drawn = temporary("other.png");
  const Picture right = read_picture(expected(shots[0]));
  draw(display, shots[0], drawn, {"--set", "teams.ot.people=3"});
  CHECK(difference(read_picture(drawn), right) > kTolerance);
  draw(display, shots[0], drawn, {"--dark"});
  CHECK(difference(read_picture(drawn), right) > 0.1);
  draw(display, shots[0], drawn, {"--view", "assumptions"});
  CHECK(difference(read_picture(drawn), right) > kTolerance);
  CHECK(difference(read_picture(expected(shots[1])), right) == 1);
  std::filesystem::remove(drawn);
}

TEST_CASE("pictures: the difference is that of the bytes") {
  const Picture black{2, 1, {0, 0, 0, 0, 0, 0}};
  const Picture white{2, 1, {255, 255, 255, 255, 255, 255}};
  const Picture half{2, 1, {0, 0, 0, 255, 255, 255}};
  CHECK(difference(black, black) == 0);
  CHECK(difference(black, white) == 1);
  CHECK(difference(half, white) == doctest::Approx(0.5));
  CHECK(difference(black, {1, 1, {0, 0, 0}}) == 1);
}

}  // namespace headrace::test
