// Timeline, dependencies, people, drivers and one future, driven by mouse and keyboard without a display.
#include <doctest/doctest.h>
#include <imgui.h>

#include "gui/models/one_future.hpp"
#include "gui/views/view.hpp"
#include "tests/gui/gui_driver.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

gui::SavedState state_in(const std::string& file, const std::string& view) {
  gui::SavedState state = state_of(file);
  state.view = view;
  return state;
}

/// Clicks points of a chart until something is selected.
void select_something(GuiDriver& driver, const std::string& chart) {
  const auto r = driver.rect(chart);
  for (float y = r.y + 90; y < r.bottom() - 8 && driver.shell().transient().selected.empty(); y += 12) {
    for (const float share : {0.05F, 0.2F, 0.4F, 0.6F}) {
      driver.move({r.x + share * r.width, y});
      driver.press();
      driver.release();
      if (!driver.shell().transient().selected.empty()) return;
    }
  }
}

/// A programme that can never pay back, with names longer than any column and of other scripts.
std::string hard_names() {
  return R"([programme]
label = "工場の統合チームの人数とその立ち上がりに関するすべての計画とその費用、そしてその先の見通し"
horizon_weeks = 60
[money]
currency = "EUR"
[teams.ot]
label = "Команда интеграции производственных систем и всех их многочисленных интерфейсов"
people = 1
cost_per_person_week = 90_000
[templates.plant.groups.operators]
headcount = 40
[templates.plant.assets.presses]
count = 3
needs = ["connect"]
[templates.plant.items]
survey  = { label = "Überprüfung sämtlicher Donaudampfschifffahrtsgesellschaftskapitänsmützenhalterungen", team = "ot", effort_person_weeks = 40 }
connect = { label = "连接所有压力机并检查它们", team = "ot", effort_person_weeks = { median = 200, sigma = 0.4 }, after = ["survey"] }
[use_cases.early_warning]
assets = ["presses"]
needs = ["presses"]
value_per_asset_week = { p10 = 1, p50 = 2, p90 = 6 }
[sites]
a = { label = "Αθήνα – Εργοστάσιο παραγωγής ανταλλακτικών και εξαρτημάτων αυτοκινήτων", wave = 1 }
b = { label = "東京第二工場", wave = 1 }
)";
}

}  // namespace

TEST_CASE("one future: a bad one is told and a good one differs and its weeks can be gone through") {
  GuiDriver driver(state_in(story("ten-sites.toml"), "future"));
  driver.settle();
  const Results& results = *driver.snapshot().run->results;
  CHECK(driver.shell().transient().trial == gui::pick_future(results, 0.1));
  REQUIRE(driver.has("chart/future"));
  REQUIRE(driver.has("future/event/0"));
  driver.click("future/good");
  driver.settle();
  CHECK(driver.shell().transient().trial == gui::pick_future(results, 0.9));
  REQUIRE(driver.has("future/week"));

  driver.click("future/event/0");
  CHECK(driver.shell().transient().future_week < 10);
  CHECK(driver.shell().transient().future_week >= 0);
  // The log follows the hand.
  driver.drag("future/week", 0.02F, 0.5F);
  const double week = driver.shell().transient().future_week;
  CHECK(week > 90);
  CHECK(week < 118);
  CHECK_FALSE(driver.has("future/event/0"));
}

TEST_CASE("one future: a typed number is taken and nonsense is refused with a message") {
  GuiDriver driver(state_in(story("minimal.toml"), "future"));
  driver.settle();
  driver.click("future/number");
  driver.type("17");
  driver.key(ImGuiKey_Enter);
  driver.settle();
  CHECK(driver.shell().transient().trial == 17);
  CHECK(driver.has("future/event/0"));
  driver.click("future/number");
  driver.type("256");
  driver.key(ImGuiKey_Enter);
  driver.settle();
  CHECK(driver.shell().transient().trial == 17);
  CHECK(driver.shell().transient().message.find("256") != std::string::npos);
}

TEST_CASE("one future: it stays the same future when a lever moves") {
  GuiDriver driver(state_in(story("minimal.toml"), "future"));
  driver.settle();
  const std::int64_t trial = driver.shell().transient().trial;
  driver.shell().carry_out(gui::SetLever{"teams.ot.people", "4"});
  driver.settle();
  CHECK(driver.shell().transient().trial == trial);
  CHECK(driver.has("future/event/0"));
}

TEST_CASE("timeline: a click opens a site and a second one closes it") {
  GuiDriver driver(state_in(story("ten-sites.toml"), "timeline"));
  driver.settle();
  select_something(driver, "chart/timeline");
  CHECK(driver.shell().transient().selected.starts_with("site/"));

  // Its row has moved.
  const auto r = driver.rect("chart/timeline");
  for (float y = r.y + 40; y < r.bottom() && !driver.shell().transient().selected.empty(); y += 8) {
    driver.move({r.x + 30, y});
    driver.press();
    driver.release();
  }
  CHECK(driver.shell().transient().selected.empty());
}

TEST_CASE("timeline: a hundred sites are shown page by page") {
  gui::SavedState state = state_in(story("ten-sites.toml"), "timeline");
  state.plan.overrides["programme.sites"] = "100";
  GuiDriver driver(state, {{64}, 0});
  driver.settle();
  REQUIRE(driver.has("timeline/on"));
  driver.click("timeline/on");
  const std::size_t first = driver.shell().transient().first_site;
  CHECK(first > 4);
  driver.click("timeline/back");
  CHECK(driver.shell().transient().first_site == 0);
}

TEST_CASE("dependencies: a step is followed from one neighbour to the next and back to all") {
  GuiDriver driver(state_in(story("ten-sites.toml"), "dependencies"));
  driver.settle();
  select_something(driver, "chart/dependencies");
  const std::string first = driver.shell().transient().selected;
  REQUIRE(first.starts_with("node/"));
  driver.frames(2);
  std::string step;
  for (const auto& [name, rect] : driver.shell().widgets()) {
    if (name.starts_with("step/")) step = name;
  }
  REQUIRE_FALSE(step.empty());
  driver.click(step);
  CHECK(driver.shell().transient().selected != first);
  driver.click("dependencies/all");
  CHECK(driver.shell().transient().selected.empty());
}

TEST_CASE("people: use is shown by group or by site or of everyone and one plant has no sites to choose") {
  GuiDriver driver(state_in(story("ten-sites.toml"), "people"));
  driver.settle();
  const auto shows = [&](const char* only) {
    driver.frames(2);
    for (const char* chart : {"chart/group_use", "chart/site_use", "chart/adoption"}) {
      CAPTURE(chart);
      CHECK(driver.has(chart) == (std::string(chart) == only));
    }
    CHECK(driver.has("chart/support"));
  };
  shows("chart/group_use");
  driver.click("people/Everyone");
  shows("chart/adoption");
  driver.click("people/By site");
  shows("chart/site_use");

  // With one plant left its people are everyone, and groups are shown again.
  driver.shell().carry_out(gui::SetLever{"programme.sites", "1"});
  driver.settle();
  CHECK_FALSE(driver.has("people/By site"));
  shows("chart/group_use");
  driver.click("people/Everyone");
  shows("chart/adoption");
}

TEST_CASE("people: use by group can be taken away as a table") {
  GuiDriver driver(state_in(story("ten-sites.toml"), "people"));
  driver.settle();
  const auto r = driver.rect("chart/group_use");
  driver.move({r.x + r.width / 2, r.y + r.height / 2});
  driver.frames(2);
  CHECK(driver.has("csv/group_use"));
}

TEST_CASE("study views: never paying and long names and other scripts draw at every size") {
  const TemporaryFolder folder;
  const std::string file = folder.write("hard.toml", hard_names()).string();
  for (const auto& [width, height] : {std::pair(1280.0F, 720.0F), std::pair(2560.0F, 1440.0F)}) {
    GuiDriver driver(state_of(file), {{512}, 64}, width, height);
    driver.settle();
    REQUIRE(driver.snapshot().current);
    CHECK(driver.snapshot().run->results->p_payback == 0);
    for (const char* view : {"timeline", "dependencies", "people", "drivers", "future"}) {
      CAPTURE(view);
      driver.shell().carry_out(gui::ChooseView{view});
      driver.settle();
      CHECK(driver.triangles() > 500);
    }
    CHECK(driver.has("future/event/0"));
  }
}

TEST_CASE("study views: a frame is built fast at a hundred sites") {
  gui::SavedState state = state_in(story("ten-sites.toml"), "timeline");
  state.plan.overrides["programme.sites"] = "100";
  GuiDriver driver(state, {{64}, 0}, 1600, 1000);
  driver.settle();
  for (const char* view : {"timeline", "dependencies", "people", "future"}) {
    CAPTURE(view);
    driver.shell().carry_out(gui::ChooseView{view});
    driver.settle();
    double least = 1e9;
    for (int k = 0; k < 5; ++k) least = std::min(least, driver.frame_milliseconds(4));
    CAPTURE(least);
    CHECK(least < 8);  // four on a machine of its own
  }
}

}  // namespace headrace::test
