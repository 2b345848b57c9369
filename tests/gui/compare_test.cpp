// Two plans side by side: the finding, the table, and which change moved what.
#include <doctest/doctest.h>

#include <numeric>

#include "gui/models/comparison.hpp"
#include "tests/gui/gui_driver.hpp"

namespace headrace::test {
namespace {

const gui::Effort few = {{64}, 16};

gui::SavedState compared(const std::map<std::string, std::string>& overrides) {
  gui::SavedState state = state_of(story("ten-sites.toml"));
  state.view = "compare";
  state.pinned = state.plan;
  state.plan.overrides = overrides;
  return state;
}

void scroll_to(GuiDriver& driver, const std::string& widget) {
  driver.move({900, 600});
  for (int k = 0; k < 40 && !driver.has(widget); ++k) driver.wheel(-1);
  driver.frames(2);
}

}  // namespace

TEST_CASE("compare: begins with nothing pinned and pins from there") {
  gui::SavedState state = state_of(story("minimal.toml"));
  state.view = "compare";
  GuiDriver driver(state, few);
  driver.settle();
  driver.click("compare/pin");
  CHECK(driver.saved().pinned == driver.saved().plan);
  driver.settle();
  CHECK_FALSE(driver.has("compare/pin"));
  CHECK_FALSE(driver.has("csv/compare"));
}

TEST_CASE("compare: the title says who wins in how many futures") {
  GuiDriver driver(compared({{"programme.sites", "1"}}), few);
  driver.settle();
  const gui::Comparison comparison = gui::compare(driver.snapshot());
  CHECK(comparison.a == "ten sites");
  CHECK(comparison.b == "one site");
  CHECK(comparison.title.starts_with("One site beats ten sites in "));
  CHECK(comparison.subtitle == "From A to B  ·  Sites: 10 → 1");
  REQUIRE(comparison.rows.size() == 8);
  CHECK(comparison.rows.front().name == "Net present value");
  CHECK(comparison.rows.front().difference.starts_with("+"));
  CHECK(comparison.rows.front().better > 0.5);
  CHECK(driver.has("csv/compare"));
  CHECK(driver.has("compare/Net present value"));
  CHECK(driver.has("chart/both"));
}

TEST_CASE("compare: the same plan under another name is worth the same in every future") {
  GuiDriver driver(compared({{"programme.sites", "10"}}), few);
  driver.settle();
  const gui::Comparison comparison = gui::compare(driver.snapshot());
  CHECK(comparison.title.ends_with("are worth the same in every future"));
  for (const gui::CompareRow& row : comparison.rows) {
    CAPTURE(row.name);
    CHECK((row.difference == "0" || row.difference == "–"));
    CHECK(row.better == 0);
    CHECK(row.worse == 0);
  }
}

TEST_CASE("compare: the difference is explained on request and its parts add up") {
  GuiDriver driver(compared({{"programme.sites", "3"},
                             {"teams.integration.people", "9"},
                             {"relax", R"([{ limit = "links", steps = 1 }])"}}),
                   few);
  driver.settle();
  REQUIRE(driver.snapshot().current);
  CHECK_FALSE(driver.shell().studies()->why);
  scroll_to(driver, "compare/why");
  driver.click("compare/why");
  driver.settle();
  const auto why = driver.shell().studies()->why;
  REQUIRE(why);
  CHECK(why->finished);
  const Explanation& found = why->pair.explanation;
  REQUIRE(found.parts.size() == 3);
  for (int f = 0; f < kNpvFigures; ++f) {
    const double sum = std::accumulate(found.parts.begin(), found.parts.end(), 0.0,
                                       [&](double all, const ExplainedPart& part) { return all + part.value[f]; });
    CHECK(sum == doctest::Approx(found.other[f] - found.base[f]).epsilon(1e-6));
  }
  // Another plan: what was found is never shown as current.
  scroll_to(driver, "chart/why");
  CHECK(driver.has("chart/why"));
  driver.shell().carry_out(gui::SetLever{"programme.sites", "4"});
  driver.frames(1);
  CHECK_FALSE(driver.has("chart/why"));
}

TEST_CASE("compare: changes are told in the words of the levers") {
  const gui::Plan a{"x", {{"programme.sites", "1"}}}, b{"x", {{"odd.path", "2"}, {"relax", R"([{ limit = "a" }])"}}};
  std::vector<gui::Lever> levers(1);
  levers[0].path = "programme.sites";
  levers[0].name = "sites";
  levers[0].base = {false, 0, 10, 0};
  const auto changes = gui::changes_between(a, b, levers);
  REQUIRE(changes.size() == 3);
  CHECK(changes[0] == "odd.path: as in the file → 2");
  CHECK(changes[1] == "Sites: 1 → 10");
  CHECK(changes[2] == "Limits relaxed: as in the file → 1");
  CHECK(gui::changes_between(a, a, levers).empty());
}

}  // namespace headrace::test
