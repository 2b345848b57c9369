// Files, presentation, first run and the six questions, driven by mouse and keyboard without a display.
#include <doctest/doctest.h>
#include <imgui.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "gui/panels/sheets.hpp"
#include "gui/views/view.hpp"
#include "model/read/read_scenario.hpp"
#include "tests/gui/gui_driver.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;
using gui::Sheet;

const std::string ot_people = "teams.ot.people";

double people(const Scenario& scenario) { return mean(by_id(scenario.teams, "ot").people.distribution); }

/// A folder with a plan, its folder of remembered things, and a window on it.
struct Desk {
  TemporaryFolder folder;
  fs::path file = folder.write("ten.toml", valid_text);
  GuiDriver driver{state_of(file.string()), {{64}, 0}};

  Desk() { driver.settle(); }
  void change(const char* people = "7") {
    driver.shell().carry_out(gui::SetLever{ot_people, people});
    driver.settle();
  }
  Sheet sheet() { return driver.shell().transient().sheet; }
  fs::path state() const { return folder.path() / "state"; }
};

}  // namespace

TEST_CASE("gui files: changes are saved as a variant by keyboard and the window goes on with it") {
  Desk desk;
  desk.change();
  desk.driver.shortcut('S');
  REQUIRE(desk.sheet() == Sheet::save);
  desk.driver.frames(3);
  desk.driver.type((desk.folder.path() / "seven.toml").string());
  desk.driver.key(ImGuiKey_Enter);
  desk.driver.settle();
  CHECK(desk.sheet() == Sheet::none);
  CHECK(fs::exists(desk.folder.path() / "seven.toml"));
  CHECK(desk.driver.saved().plan.file == (desk.folder.path() / "seven.toml").string());
  CHECK(desk.driver.saved().plan.overrides.empty());
  CHECK(desk.driver.snapshot().current);
  CHECK(people(desk.driver.snapshot().run->prepared->listed) == 7);
}

TEST_CASE("gui files: a plan with changes is not left without a question") {
  Desk desk;
  desk.change();
  desk.driver.shell().close();
  desk.driver.frames(3);
  REQUIRE(desk.sheet() == Sheet::leave);
  CHECK_FALSE(desk.driver.shell().over());
  desk.driver.click("sheet/cancel");
  CHECK(desk.sheet() == Sheet::none);
  CHECK(desk.driver.saved().plan.overrides.size() == 1);
  desk.driver.shell().drop(story("minimal.toml"));
  desk.driver.frames(3);
  desk.driver.click("leave/discard");
  desk.driver.settle();
  CHECK(desk.driver.saved().plan.file == story("minimal.toml"));
  desk.driver.shell().close();
  CHECK(desk.driver.shell().over());
}

TEST_CASE("gui files: saving on the way out goes where one was going") {
  Desk desk;
  desk.change();
  desk.driver.shell().close();
  desk.driver.frames(3);
  desk.driver.click("leave/save");
  desk.driver.frames(3);
  desk.driver.click("save/into");
  CHECK(desk.driver.shell().over());
  const auto read = read_scenario(desk.file);
  REQUIRE(read.scenario);
  CHECK(people(*read.scenario) == 7);
}

TEST_CASE("gui files: a file that cannot be run leaves the last good plan on screen") {
  Desk desk;
  const fs::path bad = desk.folder.write("bad.toml", "schema = 1\n[programme\n");
  desk.driver.shell().drop(bad.string());
  desk.driver.settle();
  desk.driver.settle();
  CHECK(desk.driver.saved().plan.file == desk.file.string());
  CHECK(desk.driver.snapshot().current);
  CHECK(desk.driver.shell().transient().message.find("bad.toml:2") != std::string::npos);
}

TEST_CASE("gui files: the sheet of a broken file lists every mistake with its line") {
  Desk desk;
  std::string text = "schema = 1\n";
  for (int k = 0; k < 30; ++k) text += "mistake_" + std::to_string(k) + " = 1\n";
  const fs::path bad = desk.folder.write("bad.toml", text);
  desk.driver.shell().drop(bad.string());
  desk.driver.settle();
  desk.driver.settle();
  REQUIRE(desk.driver.has("notice/mistakes"));
  desk.driver.click("notice/mistakes");
  desk.driver.frames(3);
  CHECK(desk.sheet() == Sheet::mistakes);
  const auto& mistakes = desk.driver.shell().transient().mistakes;
  for (int k = 0; k < 30; ++k) {
    const std::string place = "bad.toml:" + std::to_string(k + 2) + ": ", name = "mistake_" + std::to_string(k);
    CAPTURE(name);
    CHECK(std::any_of(mistakes.begin(), mistakes.end(), [&](const std::string& each) {
      return each.find(place) != std::string::npos && each.find(name) != std::string::npos;
    }));
  }

  // More than there is room for: the last comes into sight by scrolling.
  const chart::Rect before = desk.driver.rect("mistake/0");
  desk.driver.move({before.x + 100, before.y + 60});
  for (int k = 0; k < 40; ++k) desk.driver.wheel(-3);
  desk.driver.frames(2);
  const chart::Rect last = desk.driver.rect("mistake/" + std::to_string(mistakes.size() - 1));
  CHECK(last.bottom() < 720);
  desk.driver.click("sheet/cancel");
  CHECK(desk.sheet() == Sheet::none);
}

TEST_CASE("gui files: what was left behind is offered and taken back as one can undo") {
  Desk desk;
  VariantWords words;
  words.base = desk.file;
  words.overrides = {ot_people + "=9"};
  // No process has this number.
  const fs::path left = gui::autosave_file(desk.state(), desk.file, 0x3FFFFFF);
  fs::create_directories(left.parent_path());
  Diagnostics none;
  const auto text = variant_text(words, left, none);
  REQUIRE(text);
  std::ofstream(left) << *text;
  fs::last_write_time(left, fs::last_write_time(desk.file) + std::chrono::seconds(2));
  desk.driver.shell().remember_in(desk.state(), {});
  desk.driver.frames(3);
  REQUIRE(desk.sheet() == Sheet::recover);
  desk.driver.click("recover/take");
  CHECK(desk.driver.saved().plan.overrides.at(ot_people) == "9");
  CHECK_FALSE(fs::exists(left));
  desk.driver.frames(2);
  desk.driver.shortcut('Z');
  CHECK(desk.driver.saved().plan.overrides.empty());
}

TEST_CASE("gui files: what is changed is kept safe until the window ends well") {
  Desk desk;
  desk.driver.shell().remember_in(desk.state(), {});
  const fs::path kept = gui::autosave_file(desk.state(), desk.file, ::getpid());
  desk.change();
  desk.driver.frames(2);
  CHECK(fs::exists(kept));
  desk.driver.shell().close();
  desk.driver.shell().carry_out(gui::FileCommand(gui::LeaveAnyway{}));
  CHECK(desk.driver.shell().over());
  CHECK_FALSE(fs::exists(kept));
}

TEST_CASE("gui files: the hints come once") {
  Desk desk;
  desk.driver.shell().remember_in(desk.state(), {});
  desk.driver.frames(3);
  for (int k = 1; k <= 2; ++k) {
    CHECK(desk.driver.shell().transient().hint == k);
    desk.driver.click("hint/next");
    desk.driver.frames(3);
  }
  desk.driver.click("hint/next");
  CHECK(desk.driver.shell().transient().hint == 0);
  GuiDriver again(state_of(desk.file.string()), {{64}, 0});
  again.settle();
  again.shell().remember_in(desk.state(), {});
  CHECK(again.shell().transient().hint == 0);
}

TEST_CASE("gui files: the six questions make a plan that is opened") {
  Desk desk;
  desk.driver.shortcut('N');
  desk.driver.frames(3);
  REQUIRE(desk.driver.has("start/build"));
  desk.driver.click("start/q1/2");
  desk.driver.click("start/sites");
  desk.driver.type("3");
  desk.driver.click("start/file");
  desk.driver.type((desk.folder.path() / "mine.toml").string());
  desk.driver.click("start/build");
  desk.driver.settle();
  CHECK(desk.driver.saved().plan.file == (desk.folder.path() / "mine.toml").string());
  CHECK(desk.driver.saved().view == gui::views().front().name);
  REQUIRE(desk.driver.snapshot().current);
  CHECK(desk.driver.snapshot().run->prepared->programme.scenario.sites.size() == 3);
}

TEST_CASE("gui files: kept views are stepped through by keys and leave no change behind") {
  Desk desk;
  desk.driver.shortcut('B');
  desk.driver.frames(3);
  REQUIRE(desk.sheet() == Sheet::views);
  desk.driver.click("views/keep");
  desk.driver.click("sheet/cancel");
  desk.change("9");
  desk.driver.shell().carry_out(gui::ChooseView{"assumptions"});
  desk.driver.shortcut('B');
  desk.driver.frames(3);
  desk.driver.click("views/keep");
  desk.driver.click("sheet/cancel");
  REQUIRE(desk.driver.saved().views.size() == 2);
  desk.driver.shell().carry_out(gui::ResetAll{});
  const gui::SavedState before = desk.driver.saved();

  desk.driver.function_key(gui::kF5);
  CHECK(desk.driver.shell().transient().presenting);
  CHECK(desk.driver.saved().view == "return");
  desk.driver.key(ImGuiKey_RightArrow);
  CHECK(desk.driver.saved().view == "assumptions");
  CHECK(desk.driver.saved().plan.overrides.at(ot_people) == "9");
  desk.driver.key(ImGuiKey_PageDown);
  CHECK(desk.driver.shell().transient().step == 1);
  desk.driver.key(ImGuiKey_LeftArrow);
  CHECK(desk.driver.saved().plan.overrides.empty());
  desk.driver.key(ImGuiKey_Escape);
  CHECK_FALSE(desk.driver.shell().transient().presenting);
  CHECK(desk.driver.saved() == before);
}

TEST_CASE("gui files: notes are typed in the save sheet, written into the file and there when it is opened again") {
  Desk desk;
  desk.driver.shortcut('S');
  desk.driver.frames(3);
  desk.driver.click("save/notes");
  desk.driver.type("For the board");
  desk.driver.key(ImGuiKey_Enter);
  desk.driver.type("in May");
  CHECK(desk.sheet() == Sheet::save);
  desk.driver.click("save/into");
  desk.driver.settle();
  CHECK(desk.sheet() == Sheet::none);
  CHECK(gui::notes_of_file(desk.file) == "For the board\nin May");
  CHECK(desk.driver.saved().notes == "For the board\nin May");
  // Nothing is unsaved, and another window finds them.
  desk.driver.shell().close();
  CHECK(desk.driver.shell().over());
  GuiDriver again(state_of(desk.file.string()), {{64}, 0});
  again.settle();
  CHECK(again.saved().notes == "For the board\nin May");
  again.shell().carry_out(gui::WriteNotes{"Others"});
  again.shell().close();
  again.frames(3);
  CHECK(again.shell().transient().sheet == Sheet::leave);
  again.click("sheet/cancel");
  again.frames(2);
  again.shortcut('Z');
  CHECK(again.saved().notes == "For the board\nin May");
  again.shell().close();
  CHECK(again.shell().over());
}

TEST_CASE("gui files: a step of the file is changed in the sheet, can be undone, and its notes are shown on a key") {
  Desk desk;
  desk.folder.write("ten.toml", valid_text +
                                    "[views.board]\nlabel = \"Ten\"\nview = \"assumptions\"\ntext = \"Why\"\n"
                                    "set = [\"teams.ot.people=9\"]\n");
  desk.driver.shell().drop(desk.file.string());
  desk.driver.settle();
  desk.driver.shortcut('B');
  desk.driver.frames(3);
  REQUIRE(desk.driver.has("edit/board"));
  desk.driver.click("edit/board");
  desk.driver.frames(2);
  CHECK(desk.driver.shell().transient().words.label == "Ten");
  desk.driver.click("views/notes");
  desk.driver.type("Ask who could be freed.");
  desk.driver.click("views/label");
  desk.driver.type("Nine people");
  desk.driver.click("views/keep");
  desk.driver.frames(2);
  CHECK(desk.driver.shell().transient().words.editing.empty());
  REQUIRE(desk.driver.saved().views.size() == 1);
  const SavedView& step = desk.driver.saved().views[0];
  CHECK(step.id == "board");
  CHECK(step.label == "Nine people");
  CHECK(step.text == "Why");
  CHECK(step.notes == "Ask who could be freed.");
  CHECK(step.view == "assumptions");
  CHECK(step.set == std::vector<std::string>{"teams.ot.people=9"});
  CHECK(gui::presentation(desk.driver.saved(), &desk.driver.snapshot()).size() == 1);
  desk.driver.click("sheet/cancel");
  desk.driver.frames(2);
  desk.driver.shortcut('Z');
  CHECK(desk.driver.saved().views.empty());
  desk.driver.shortcut('Y');
  REQUIRE(desk.driver.saved().views.size() == 1);

  desk.driver.function_key(gui::kF5);
  desk.driver.frames(3);
  REQUIRE(desk.driver.has("present/notes"));
  const int without = desk.driver.triangles();
  ImGui::GetIO().KeysDown['N'] = true;
  desk.driver.frames();
  ImGui::GetIO().KeysDown['N'] = false;
  desk.driver.frames(2);
  CHECK(desk.driver.shell().transient().prompting);
  CHECK(desk.driver.triangles() != without);
  desk.driver.click("present/notes");
  CHECK_FALSE(desk.driver.shell().transient().prompting);
  desk.driver.key(ImGuiKey_Escape);

  // It is unsaved until it is written, and can be taken back.
  desk.driver.shell().close();
  desk.driver.frames(3);
  CHECK(desk.sheet() == Sheet::leave);
  desk.driver.click("sheet/cancel");
  desk.driver.frames(2);
  desk.driver.shell().carry_out(gui::FileCommand(gui::SaveInto{}));
  const auto read = read_scenario(desk.file);
  REQUIRE(read.scenario);
  CHECK(read.scenario->views[0].notes == "Ask who could be freed.");
  CHECK(read.scenario->views[0].label == "Nine people");
}

TEST_CASE("gui files: every sheet and page draws with long and foreign names in both looks") {
  for (const gui::Look look : {gui::Look::light, gui::Look::dark}) {
    gui::SavedState state = state_of(story("ten-sites.toml"));
    state.look = look;
    state.plan.overrides["programme.sites"] = "100";
    for (int k = 0; k < 30; ++k) {
      SavedView view;
      view.id = "step_" + std::to_string(10 + k);
      view.label = "Ωμέγα завод 東京 " + std::string(200, 'x');
      view.text = view.label;
      state.views.push_back(view);
    }
    GuiDriver driver(state, {{64}, 0});
    driver.settle();
    driver.shell().carry_out(gui::WriteNotes{"Words that no file has"});
    for (const Sheet sheet : {Sheet::open, Sheet::save, Sheet::views, Sheet::keys, Sheet::leave}) {
      if (sheet == Sheet::open) driver.shortcut('O');
      if (sheet == Sheet::save) driver.shortcut('S');
      if (sheet == Sheet::views) driver.shortcut('B');
      if (sheet == Sheet::keys) driver.function_key(gui::kF1);
      if (sheet == Sheet::leave) driver.shell().close();
      driver.frames(3);
      CHECK(driver.shell().transient().sheet == sheet);
      CHECK(driver.has("sheet/cancel"));
      driver.click("sheet/cancel");
      driver.frames(2);
      CHECK(driver.shell().transient().sheet == Sheet::none);
    }
    driver.function_key(gui::kF11);
    driver.frames(3);
    CHECK(driver.has("present/next"));
    driver.click("present/end");
    driver.shell().carry_out(gui::ChooseView{"start"});
    driver.frames(3);
    CHECK(driver.has("start/q6/5"));
  }
}

}  // namespace headrace::test
