// Every view draws whatever a planner may have written.
#include <doctest/doctest.h>
#include <imgui.h>

#include <limits>

#include "gui/state/answer.hpp"
#include "gui/views/view.hpp"
#include "tests/gui/gui_driver.hpp"
#include "tests/gui/random_scenario.hpp"

namespace headrace::test {
namespace {

const gui::Effort quick = {{64}, 64};

/// Points at places all over the view, so that what is told of each is drawn.
void point_everywhere(GuiDriver& driver, const ImVec2& size) {
  for (int row = 0; row < 5; ++row) {
    for (int column = 0; column < 8; ++column) {
      driver.move(
          {size.x * (0.27F + 0.1F * static_cast<float>(column)), size.y * (0.4F + 0.13F * static_cast<float>(row))});
      CHECK(driver.stray_vertices() == 0);
    }
  }
}

/// Opens each view, in both looks, and holds what is drawn against what can be drawn at all.
void draw_all_views(GuiDriver& driver) {
  driver.settle();
  std::string said;
  for (const Diagnostic& d : driver.snapshot().diagnostics) said += to_string(d) + "\n";
  CAPTURE(said);
  REQUIRE(driver.snapshot().run);
  CHECK_FALSE(driver.snapshot().failed());
  for (const gui::View& view : gui::views()) {
    CAPTURE(view.name);
    driver.shell().carry_out(gui::ChooseView{std::string(view.name)});
    driver.settle();
    CHECK(driver.saved().view == view.name);
    CHECK(driver.triangles() > 500);
    CHECK(driver.stray_vertices() == 0);
    point_everywhere(driver, ImGui::GetIO().DisplaySize);
    driver.shell().carry_out(gui::ChooseLook{gui::Look::dark});
    driver.frames(2);
    CHECK(driver.stray_vertices() == 0);
    driver.shell().carry_out(gui::ChooseLook{gui::Look::light});
  }
}

/// A plan with one name everywhere.
std::string named(const std::string& name) {
  return "[programme]\nlabel = '" + name + "'\nhorizon_weeks = 60\n[teams.ot]\nlabel = '" + name +
         "'\npeople = 2\ncost_per_person_week = 3000\n[templates.plant.groups.crew]\nlabel = '" + name +
         "'\nheadcount = 40\n[templates.plant.items]\nsurvey = { label = '" + name +
         "', team = \"ot\", effort_person_weeks = { low = 2, high = 6 } }\n[use_cases.tool]\nlabel = '" + name +
         "'\nneeds = [\"survey\"]\ngroups = [\"crew\"]\nvalue_per_user_week = { low = 20, high = 90 }\n[sites]\none = "
         "{ label = '" +
         name + "' }\ntwo = { label = '" + name + "' }\n";
}

}  // namespace

TEST_CASE("scenarios: every view draws each of many random scenarios") {
  for (std::uint32_t seed = 1; seed <= 25; ++seed) {
    CAPTURE(seed);
    const ScenarioFile file(random_scenario(seed));
    GuiDriver driver(state_of(file.path()), quick);
    draw_all_views(driver);
  }
}

TEST_CASE("scenarios: a vertex that is nowhere is found") {
  GuiDriver driver(state_of(story("minimal.toml")), quick);
  driver.settle();
  REQUIRE(driver.stray_vertices() == 0);
  ImVector<ImDrawVert>& vertices = ImGui::GetDrawData()->CmdLists[0]->VtxBuffer;
  vertices[0].pos.x = std::numeric_limits<float>::quiet_NaN();
  vertices[1].pos.y = -1e9F;
  CHECK(driver.stray_vertices() == 2);
}

TEST_CASE("scenarios: random scenarios differ by their seed alone") {
  CHECK(random_scenario(3) == random_scenario(3));
  CHECK(random_scenario(3) != random_scenario(4));
}

TEST_CASE("scenarios: every view draws shipped stories at the smallest and a large size") {
  for (const char* name : {"minimal.toml", "ten-sites-ready.toml"}) {
    for (const auto& [width, height] : {std::pair{1280.0F, 720.0F}, {3840.0F, 2160.0F}}) {
      CAPTURE(name);
      CAPTURE(width);
      GuiDriver driver(state_of(story(name)), quick, width, height);
      draw_all_views(driver);
    }
  }
}

TEST_CASE("scenarios: every view draws a programme that never pays") {
  gui::SavedState state = state_of(story("minimal.toml"));
  state.plan.overrides["use_cases.early_warning.value_per_asset_week"] = "0";
  GuiDriver driver(state, quick);
  draw_all_views(driver);
  // And beside itself.
  driver.shell().carry_out(gui::PinPlan{});
  draw_all_views(driver);
  CHECK(driver.snapshot().run->results->p_payback == 0);
  CHECK(gui::answer_of(driver.snapshot()).verdict != "Yes");
}

TEST_CASE("scenarios: every view draws long and foreign names") {
  std::string endless;
  for (int k = 0; k < 60; ++k) endless += "Betriebsgesellschaft";
  for (const std::string& name : {std::string("工場第一製造部 مصنع الصلب"), std::string("Завод – Ελευσίνα – Łódź"),
                                  std::string("a##b###c %s %n %100d"), std::string("🏭🏭"), endless}) {
    CAPTURE(name);
    const ScenarioFile file(named(name), "Werk – Ωμέγα 工場.toml");
    GuiDriver driver(state_of(file.path()), quick);
    draw_all_views(driver);
  }
}

TEST_CASE("scenarios: what is drawn stays on the screen") {
  GuiDriver driver(state_of(story("ten-sites.toml")), quick, 1280, 720);
  driver.settle();
  for (const gui::View& view : gui::views()) {
    CAPTURE(view.name);
    driver.shell().carry_out(gui::ChooseView{std::string(view.name)});
    driver.settle();
    for (const auto& [name, rect] : driver.shell().widgets()) {
      CAPTURE(name);
      CHECK(rect.x >= 0);
      CHECK(rect.right() <= 1280);
    }
  }
}

}  // namespace headrace::test
