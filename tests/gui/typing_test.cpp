// What is typed into the window's fields: however a field is left it is taken, but for Esc.
#include <doctest/doctest.h>
#include <imgui.h>

#include <functional>

#include "gui/panels/sheets.hpp"
#include "tests/gui/gui_driver.hpp"
#include "tests/support/source_path.hpp"

namespace headrace::test {
namespace {

const std::string people = "teams.crew.people";

/// A window tall enough for every lever of a small plan.
struct Desk {
  explicit Desk(const std::string& view = "return") : driver(state(view), {{64}, 0}, 1280, 1500) { driver.settle(); }

  static gui::SavedState state(const std::string& view) {
    gui::SavedState state = state_of(source_path("tests/input/field/plan.toml"));
    state.view = view;
    return state;
  }
  void type(const std::string& widget, const std::string& text) {
    driver.click(widget);
    driver.frames(2);
    driver.type(text);
  }
  void type_people(const std::string& text) { type("value/" + people, text); }
  void click_at(float x, float y) {
    driver.move({x, y});
    driver.press();
    driver.release();
    driver.frames(2);
  }
  std::string now() const {
    const auto& overrides = driver.saved().plan.overrides;
    const auto found = overrides.find(people);
    return found == overrides.end() ? "" : found->second;
  }
  const std::string& message() { return driver.shell().transient().message; }

  GuiDriver driver;
};

/// The ways to leave a field that take what was typed.
struct Way {
  const char* name;
  std::function<void(Desk&)> leave;
};

const std::vector<Way>& ways() {
  static const std::vector<Way> all = {
      {"Enter", [](Desk& desk) { desk.driver.key(ImGuiKey_Enter); }},
      {"Tab", [](Desk& desk) { desk.driver.key(ImGuiKey_Tab); }},
      {"Shift+Tab",
       [](Desk& desk) {
         ImGui::GetIO().KeyShift = true;
         desk.driver.key(ImGuiKey_Tab);
         ImGui::GetIO().KeyShift = false;
       }},
      {"a click on nothing", [](Desk& desk) { desk.click_at(900, 60); }},
      {"a click on another field", [](Desk& desk) { desk.driver.click("levers/search"); }},
      {"a click on another value", [](Desk& desk) { desk.driver.click("value/programme.sites"); }},
      {"a presentation", [](Desk& desk) { desk.driver.function_key(gui::kF5); }},
      {"a list of keys", [](Desk& desk) { desk.driver.function_key(gui::kF1); }},
  };
  return all;
}

}  // namespace

TEST_CASE("typing: a lever's value is taken by Enter and Tab and a click elsewhere") {
  for (const Way& way : ways()) {
    CAPTURE(way.name);
    Desk desk;
    desk.type_people("7");
    way.leave(desk);
    desk.driver.frames(4);
    // A presentation shows its steps without the changes, and brings them back.
    if (desk.driver.shell().transient().presenting) desk.driver.function_key(gui::kF5);
    desk.driver.frames(2);
    CHECK(desk.now() == "7");
    CHECK(desk.message().empty());
  }
}

TEST_CASE("typing: Esc leaves a lever as it was") {
  Desk desk;
  desk.type_people("7");
  desk.driver.key(ImGuiKey_Escape);
  desk.driver.frames(4);
  CHECK(desk.now().empty());
  CHECK(desk.message().empty());
  CHECK(desk.driver.shell().transient().typing.empty());
  // It can be typed again.
  desk.type_people("8");
  desk.driver.key(ImGuiKey_Tab);
  desk.driver.frames(2);
  CHECK(desk.now() == "8");
}

TEST_CASE("typing: what cannot be read keeps the old value and says why however the field is left") {
  for (const Way& way : ways()) {
    CAPTURE(way.name);
    Desk desk;
    desk.type_people("1.200");
    way.leave(desk);
    desk.driver.frames(4);
    CHECK(desk.now().empty());
    CHECK(desk.message().find("`1.200` is not clear (is this 1200?). Write 1200 or 1.2.") != std::string::npos);
  }
}

TEST_CASE("typing: a number in groups is one number and no quantiles") {
  Desk desk;
  for (const char* text : {"1,250,500", "1.250.500", "1'250'500"}) {
    desk.type_people(text);
    desk.driver.key(ImGuiKey_Enter);
    desk.driver.frames(2);
    CHECK(desk.now() == "1250500");
  }
  desk.type_people("1 250 500");
  desk.driver.key(ImGuiKey_Enter);
  desk.driver.frames(2);
  CHECK(desk.message().find("Type 1250500 or 1 / 250 / 500.") != std::string::npos);
  desk.type_people("1 / 250 / 500");
  desk.driver.key(ImGuiKey_Enter);
  CHECK(desk.now() == "{ p10 = 1, p50 = 250, p90 = 500 }");
}

TEST_CASE("typing: a value that was only looked at is no change") {
  Desk desk;
  for (const char* value : {"value/teams.crew.people", "value/use_cases.watch.value_per_asset_week"}) {
    CAPTURE(value);
    desk.driver.click(value);
    desk.driver.frames(2);
    desk.click_at(900, 60);
    desk.driver.click(value);
    desk.driver.frames(2);
    desk.driver.key(ImGuiKey_Enter);
    desk.driver.frames(2);
    CHECK(desk.driver.saved().plan.overrides.empty());
    CHECK_FALSE(desk.driver.shell().history().can_undo());
  }
}

TEST_CASE("typing: a value half typed is not lost when the window closes") {
  Desk desk;
  desk.type_people("7");
  desk.driver.shell().carry_out(gui::FileCommand{gui::Leave{}});
  CHECK(desk.now() == "7");
  CHECK(desk.driver.shell().transient().sheet == gui::Sheet::leave);
}

TEST_CASE("typing: the number of a future is taken by Enter and Tab and a click elsewhere and dropped by Esc") {
  for (const Way& way : ways()) {
    const std::string name = way.name;
    if (name == "a click on another value" || name == "a presentation") continue;
    CAPTURE(name);
    Desk desk("future");
    desk.type("future/number", "17");
    way.leave(desk);
    desk.driver.frames(4);
    CHECK(desk.driver.shell().transient().trial == 17);
  }
  Desk desk("future");
  const auto before = desk.driver.shell().transient().trial;
  desk.type("future/number", "17");
  desk.driver.key(ImGuiKey_Escape);
  desk.driver.frames(4);
  CHECK(desk.driver.shell().transient().trial == before);
  CHECK(desk.driver.shell().transient().typed_trial.empty());
  desk.type("future/number", "64");
  desk.driver.key(ImGuiKey_Tab);
  desk.driver.frames(4);
  CHECK(desk.driver.shell().transient().trial == before);
  CHECK(desk.message() == "`64` is not a whole number from 0 to 63.");
}

TEST_CASE("typing: an answer of the form is kept by Tab and a click elsewhere and dropped by Esc") {
  Desk desk("start");
  const auto value = [&] {
    return desk.driver.shell().transient().start.number[static_cast<std::size_t>(Asked::value)];
  };
  desk.type("start/value", "8,5m");
  desk.driver.key(ImGuiKey_Tab);
  desk.driver.frames(3);
  CHECK(value() == "8,5m");
  desk.type("start/value", "9m");
  desk.click_at(30, 1400);
  CHECK(value() == "9m");
  desk.type("start/value", "7");
  desk.driver.key(ImGuiKey_Escape);
  desk.driver.frames(3);
  CHECK(value() == "9m");
  CHECK(gui::read_form(desk.driver.shell().transient().start).answers.number[6] == 9e6);
}

}  // namespace headrace::test
