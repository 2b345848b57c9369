// The window's contents, driven by mouse and keyboard without a display.
#include <doctest/doctest.h>
#include <imgui.h>

#include "gui/state/answer.hpp"
#include "gui/views/view.hpp"
#include "tests/gui/gui_driver.hpp"

namespace headrace::test {
namespace {

using gui::kSitesPath;

const std::string sites_lever = "lever/" + std::string(kSitesPath);
const std::string sites_value = "value/" + std::string(kSitesPath);

double npv(const GuiDriver& driver) {
  return driver.snapshot().run->results->metrics[static_cast<int>(Output::npv)].mean;
}

std::size_t planned_sites(const GuiDriver& driver) {
  return driver.snapshot().run->prepared->programme.scenario.sites.size();
}

}  // namespace

TEST_CASE("gui: dragging the sites from one to ten changes the answer") {
  gui::SavedState state = state_of(story("ten-sites.toml"));
  state.plan.overrides["programme.sites"] = "1";
  GuiDriver driver(state);
  driver.settle();
  REQUIRE(planned_sites(driver) == 1);
  const double one = npv(driver);
  const std::string said = gui::answer_of(driver.snapshot()).verdict;

  // The slider runs from 1 to 20.
  driver.drag(sites_lever, 0.02F, 0.475F);
  // The file says ten, so that nothing is changed any more.
  CHECK(driver.saved().plan.overrides.empty());
  driver.settle();
  CHECK(planned_sites(driver) == 10);
  CHECK(npv(driver) < one);
  CHECK(gui::answer_of(driver.snapshot()).verdict != said);
  CHECK(driver.snapshot().run->results->sites.size() == 10);
}

TEST_CASE("gui: undo brings the state back to the byte and redo forth again") {
  GuiDriver driver(state_of(story("ten-sites.toml")));
  driver.settle();
  const gui::SavedState before = driver.saved();
  driver.drag(sites_lever, 0.475F, 0.9F);
  const gui::SavedState after = driver.saved();
  REQUIRE(!(after == before));
  driver.click("header/undo");
  CHECK(driver.saved() == before);
  CHECK_FALSE(driver.shell().history().can_undo());
  driver.shortcut('Y');
  CHECK(driver.saved() == after);
  driver.shortcut('Z');
  CHECK(driver.saved() == before);
}

TEST_CASE("gui: typed nonsense is refused with a message and nothing changes") {
  GuiDriver driver(state_of(story("ten-sites.toml")));
  driver.settle();
  const gui::SavedState before = driver.saved();
  for (const char* nonsense : {"banana", "-3", "2.5", "1 2", "1e99", ""}) {
    CAPTURE(nonsense);
    driver.click(sites_value);
    driver.frames(2);
    driver.type(nonsense);
    if (*nonsense == '\0') driver.key(ImGuiKey_Delete);
    driver.key(ImGuiKey_Enter);
    driver.frames(2);
    CHECK(driver.saved() == before);
    CHECK(driver.has("notice/action"));
    CHECK(driver.shell().transient().message.starts_with("Sites: "));
    driver.click("notice/action");
    CHECK_FALSE(driver.has("notice/action"));
  }
}

TEST_CASE("gui: a typed value is taken") {
  GuiDriver driver(state_of(story("ten-sites.toml")));
  driver.settle();
  driver.click(sites_value);
  driver.frames(2);
  driver.type("13");
  driver.key(ImGuiKey_Enter);
  CHECK(driver.saved().plan.overrides.at("programme.sites") == "13");
  driver.settle();
  CHECK(planned_sites(driver) == 13);
}

TEST_CASE("gui: a change that cannot be run keeps the last good answer and offers the way back") {
  GuiDriver driver(state_of(story("ten-sites.toml")));
  driver.settle();
  const double good = npv(driver);
  driver.shell().carry_out(gui::SetLever{"teams.integration.people", "-1"});
  driver.settle();
  CHECK(driver.snapshot().failed());
  CHECK(npv(driver) == good);
  CHECK(gui::answer_of(driver.snapshot()).old);
  REQUIRE(driver.has("notice/action"));
  driver.click("notice/action");
  driver.settle();
  CHECK(driver.snapshot().current);
  CHECK(driver.saved().plan.overrides.empty());
  CHECK_FALSE(driver.has("notice/action"));
}

TEST_CASE("gui: what the file says is no change, dragged or typed, and undo knows each step") {
  GuiDriver driver(state_of(story("ten-sites.toml")));
  driver.settle();
  const gui::SavedState before = driver.saved();
  driver.drag(sites_lever, 0.475F, 0.02F);
  const gui::SavedState one = driver.saved();
  REQUIRE(one.plan.overrides.at("programme.sites") == "1");
  driver.drag(sites_lever, 0.02F, 0.475F);
  CHECK(driver.saved() == before);
  driver.shortcut('Z');
  CHECK(driver.saved() == one);
  driver.shortcut('Z');
  CHECK(driver.saved() == before);
  CHECK_FALSE(driver.shell().history().can_undo());
}

TEST_CASE("gui: reset takes back one lever or all of them") {
  GuiDriver driver(state_of(story("ten-sites.toml")));
  driver.settle();
  driver.drag(sites_lever, 0.475F, 0.9F);
  driver.drag("lever/teams.automation.people", 0.3F, 0.8F);
  REQUIRE(driver.saved().plan.overrides.size() == 2);
  driver.click("reset/" + std::string(kSitesPath));
  CHECK(driver.saved().plan.overrides.size() == 1);
  driver.drag(sites_lever, 0.475F, 0.2F);
  driver.click("levers/reset_all");
  CHECK(driver.saved().plan.overrides.empty());
  driver.shortcut('Z');
  CHECK(driver.saved().plan.overrides.size() == 2);
}

TEST_CASE("gui: a lever that is dragged stays under the hand and gets its way back when it is let go") {
  GuiDriver driver(state_of(story("ten-sites.toml")), {{256}, 0}, 1280, 2000);
  driver.settle();
  // Beside "Reset" its name needs a second line.
  const std::string lever = "lever/teams.automation.people", reset = "reset/teams.automation.people";
  const chart::Rect before = driver.rect(lever);
  CHECK_FALSE(driver.has(reset));
  driver.move({before.x + before.width / 4, before.y + before.height / 2});
  driver.press();
  driver.move({before.x + before.width / 2, before.y + before.height / 2});
  REQUIRE(driver.saved().plan.overrides.contains("teams.automation.people"));
  CHECK(driver.rect(lever).y == before.y);
  driver.release();
  CHECK(driver.rect(lever).y > before.y);
  CHECK(driver.has(reset));

  // A second time it has its way back already, and keeps it.
  const chart::Rect changed = driver.rect(lever);
  driver.move({changed.x + changed.width / 2, changed.y + changed.height / 2});
  driver.press();
  driver.move({changed.x + changed.width / 3, changed.y + changed.height / 2});
  CHECK(driver.rect(lever).y == changed.y);
  CHECK(driver.has(reset));
  driver.release();
  driver.click(reset);
  CHECK(driver.rect(lever).y == before.y);
}

TEST_CASE("gui: search finds any number of the scenario") {
  GuiDriver driver(state_of(story("ten-sites.toml")));
  driver.settle();
  CHECK_FALSE(driver.has("lever/ideas.tested_share"));
  driver.click("levers/search");
  driver.type("tested");
  driver.frames(2);
  CHECK(driver.has("lever/ideas.tested_share"));
  CHECK_FALSE(driver.has(sites_lever));
}

TEST_CASE("gui: the keyboard moves a slider") {
  GuiDriver driver(state_of(story("ten-sites.toml")));
  driver.settle();
  driver.drag(sites_lever, 0.475F, 0.2F);
  const int sites = std::stoi(driver.saved().plan.overrides.at("programme.sites"));
  driver.move({1, 1});
  // Away and back; then space takes hold of what has the focus, and arrows move it by one.
  driver.key(ImGuiKey_DownArrow);
  driver.key(ImGuiKey_UpArrow);
  driver.key(ImGuiKey_Space);
  driver.key(ImGuiKey_RightArrow);
  CHECK(std::stoi(driver.saved().plan.overrides.at("programme.sites")) == sites + 1);
  driver.key(ImGuiKey_LeftArrow);
  driver.key(ImGuiKey_LeftArrow);
  CHECK(std::stoi(driver.saved().plan.overrides.at("programme.sites")) == sites - 1);
}

TEST_CASE("gui: a pinned plan is compared on the same futures") {
  GuiDriver driver(state_of(story("ten-sites.toml")));
  driver.settle();
  driver.click("header/pin");
  driver.settle();
  REQUIRE(driver.snapshot().against);
  CHECK(driver.snapshot().against->difference[static_cast<int>(Output::npv)].max == 0);
  CHECK(gui::answer_of(driver.snapshot()).figures.front().versus.ends_with(" · no difference"));
  driver.drag(sites_lever, 0.475F, 0.02F);
  driver.settle();
  REQUIRE(driver.snapshot().against);
  CHECK(driver.snapshot().against->p_better[static_cast<int>(Output::npv)] > 0.5);
  const std::string versus = gui::answer_of(driver.snapshot()).figures.front().versus;
  CHECK(versus.starts_with("A: USD"));
  CHECK(versus.find(" · B wins ") != std::string::npos);
}

TEST_CASE("gui: every view draws with one and ten and a hundred sites in both looks") {
  for (const char* sites : {"1", "10", "100"}) {
    gui::SavedState state = state_of(story("ten-sites.toml"));
    state.plan.overrides["programme.sites"] = sites;
    GuiDriver driver(state, {{64}, 64});
    driver.settle();
    for (const gui::View& view : gui::views()) {
      CAPTURE(sites);
      CAPTURE(view.name);
      driver.click("tab/" + std::string(view.name));
      driver.frames(2);
      CHECK(driver.saved().view == view.name);
      CHECK(driver.triangles() > 500);
      driver.click("header/look");
      driver.frames(2);
    }
  }
}

TEST_CASE("gui: a frame of every view is built in a fraction of what an eye notices") {
  GuiDriver driver(state_of(story("ten-sites.toml")), {{1024}, 64}, 1600, 1000);
  driver.settle();
  for (const gui::View& view : gui::views()) {
    driver.click("tab/" + std::string(view.name));
    driver.frames(2);
    // 4 ms on a quiet machine; this one may be shared and the build may hold checks.
    const double spent = driver.frame_milliseconds(50);
    MESSAGE(view.name, ": ", spent, " ms a frame");
    CHECK(spent < 100);
  }
}

TEST_CASE("gui: a file that is missing or wrong is told of and another can be opened") {
  GuiDriver driver(state_of("/nowhere/none.toml"));
  driver.settle();
  CHECK(driver.snapshot().failed());
  CHECK_FALSE(driver.snapshot().run);
  driver.shell().carry_out(gui::OpenFile{story("minimal.toml")});
  driver.settle();
  CHECK(driver.snapshot().current);
}

}  // namespace headrace::test
