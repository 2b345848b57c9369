// What the window tells a program that drives it.
#include "gui/app/state_line.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/gui/gui_driver.hpp"
#include "tests/gui/random_scenario.hpp"

namespace headrace::test {
namespace {

nlohmann::json state(GuiDriver& driver, const gui::Placement& placement = {}) {
  return nlohmann::json::parse(gui::state_line(driver.shell(), 7, placement));
}

}  // namespace

TEST_CASE("state line: it tells the plan and the answer and where widgets are on the screen") {
  gui::SavedState saved = state_of(story("minimal.toml"));
  saved.plan.overrides["teams.ot.people"] = "3";
  GuiDriver driver(saved, {{64}, 0});
  driver.frames();
  driver.settle();
  const auto told = state(driver, {10, 20, 2});
  CHECK(told["frames"] == 7);
  CHECK(told["finished"] == true);
  CHECK(told["failed"] == false);
  CHECK(told["futures"] == 64);
  CHECK(told["view"] == "return");
  CHECK(told["dark"] == false);
  CHECK(told["changes"]["teams.ot.people"] == "3");
  const chart::Rect tab = driver.rect("tab/return");
  const auto place = told["widgets"]["tab/return"].get<std::vector<float>>();
  CHECK(place[0] == doctest::Approx(10 + 2 * tab.x).epsilon(0.001));
  CHECK(place[1] == doctest::Approx(20 + 2 * tab.y).epsilon(0.001));
  CHECK(place[2] == doctest::Approx(2 * tab.width).epsilon(0.01));
  CHECK(told["widgets"].size() == driver.shell().widgets().size());
}

TEST_CASE("state line: an answer to an older plan is not finished") {
  GuiDriver driver(state_of(story("minimal.toml")), {{64}, 0});
  driver.settle();
  REQUIRE(state(driver)["finished"] == true);
  driver.shell().carry_out(gui::SetLever{"teams.ot.people", "3"});
  CHECK(state(driver)["finished"] == false);
  driver.settle();
  CHECK(state(driver)["finished"] == true);
  driver.shell().carry_out(gui::PinPlan{});
  CHECK(state(driver)["finished"] == false);
}

TEST_CASE("state line: it is one line whatever is in it") {
  const ScenarioFile file(random_scenario(1), "a \"b\" \\ c\nd.toml");
  GuiDriver driver(state_of(file.path()), {{64}, 0});
  driver.settle();
  const std::string line = gui::state_line(driver.shell(), 1, {});
  CHECK(line.find('\n') == line.npos);
  CHECK(nlohmann::json::parse(line)["file"] == file.path());
}

}  // namespace headrace::test
