// What the bar on top and the list of assumptions say, and how charts reach the screen.
#include <doctest/doctest.h>
#include <imgui.h>

#include <array>

#include "gui/levers/assumption_list.hpp"
#include "gui/state/answer.hpp"
#include "gui/widgets/imgui_canvas.hpp"
#include "gui/widgets/ui.hpp"
#include "tests/gui/gui_driver.hpp"

namespace headrace::test {
namespace {

gui::Lever uncertain(const std::string& path, const std::string& source) {
  gui::Lever lever;
  lever.path = path;
  lever.base = {true, 1, 2, 3};
  lever.source = source;
  return lever;
}

}  // namespace

TEST_CASE("answer: figures carry their range and the run its error and progress") {
  GuiDriver driver(state_of(story("ten-sites.toml")));
  driver.settle();
  const gui::Answer answer = gui::answer_of(driver.snapshot());
  REQUIRE(answer.figures.size() == 6);
  CHECK(answer.decision == "Not yet");
  CHECK_FALSE(answer.go);
  CHECK(answer.verdict.starts_with("It is worth more than it costs in "));
  CHECK(answer.headline.find(" to ten sites loses USD ") != std::string::npos);
  CHECK(answer.figures[0].value.starts_with("USD -3."));
  CHECK(answer.figures[0].bad);
  CHECK(answer.figures[0].range.starts_with("8 of 10: -"));
  CHECK(answer.figures[1].value == "Not by Dec 2030");
  CHECK(answer.figures[5].label == "Biggest leak");
  CHECK(answer.precision.starts_with("256 futures, ±"));
  CHECK_FALSE(answer.running);
  CHECK(answer.progress == 1);
}

TEST_CASE("answer: a run in progress says so") {
  GuiDriver driver(state_of(story("minimal.toml")));
  driver.settle();
  gui::Snapshot early = driver.snapshot();
  early.finished = false;
  early.wanted = 1024;
  const gui::Answer answer = gui::answer_of(early);
  CHECK(answer.running);
  CHECK(answer.progress == 0.25);
}

TEST_CASE("assumptions: those without a source come first and the title counts them") {
  gui::Lever exact;
  exact.path = "exact";
  std::vector<gui::Lever> levers = {uncertain("a", "TRU01"), uncertain("b", "assumption"), uncertain("c", ""), exact};
  const auto list = gui::assumptions_of(levers, "");
  REQUIRE(list.size() == 3);
  CHECK(list[0]->path == "c");
  CHECK(list[1]->path == "b");
  CHECK(list[2]->path == "a");
  CHECK(gui::assumptions_title(gui::count_grounds(levers)) == "1 of 3 uncertain inputs have no source");
  levers.erase(levers.begin() + 2);
  CHECK(gui::assumptions_title(gui::count_grounds(levers)) ==
        "1 of 2 uncertain inputs are assumptions, the others have a source");
  CHECK(gui::assumptions_of(levers, "B").size() == 1);
}

TEST_CASE("text: a minus between words and figures is one and hyphens stay") {
  CHECK(typeset("-3.6m") == "−3.6m");
  CHECK(typeset("from -1 to -2 (-3)") == "from −1 to −2 (−3)");
  CHECK(typeset("2026-01-05 mid-2027 x-1") == "2026-01-05 mid-2027 x-1");
}

TEST_CASE("canvas: a band is one strip of two vertices a point and lines are thinned to the pixel") {
  GuiDriver driver(state_of(story("minimal.toml")));
  ImGui::NewFrame();
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  const gui::Fonts fonts;
  gui::ImGuiCanvas canvas(fonts, list);
  const std::array<float, 4> x = {0, 10, 20, 30}, low = {0, 1, 2, 3}, high = {5, 6, 7, 8};
  const int vertices = list.VtxBuffer.Size, indices = list.IdxBuffer.Size;
  canvas.band(x, low, high, {1, 2, 3});
  CHECK(list.VtxBuffer.Size - vertices == 8);
  CHECK(list.IdxBuffer.Size - indices == 18);

  std::vector<chart::Point> points;
  for (int k = 0; k < 10'000; ++k) points.push_back({static_cast<float>(k) / 100, 5});
  const int before = list.VtxBuffer.Size;
  canvas.line(points, {1, 2, 3}, 2);
  CHECK(list.VtxBuffer.Size - before < 1000);
  ImGui::EndFrame();
}

}  // namespace headrace::test
