// Plans to and from files, and what would be lost, without a window.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "gui/plans/desk.hpp"
#include "gui/state/start_form.hpp"
#include "model/read/read_scenario.hpp"
#include "tests/support/scenario_text.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;
using namespace gui;

/// A scenario on disk and a plan that changes it.
struct Changed {
  TemporaryFolder folder;
  fs::path file = folder.write("ten.toml", valid_text);
  SavedState state;

  Changed() {
    state.plan.file = file.string();
    state.plan.overrides["teams.ot.people"] = "7";
  }
  std::string text(const std::string& name) const {
    std::ifstream in(folder.path() / name);
    std::stringstream all;
    all << in.rdbuf();
    return all.str();
  }
};

SavedView step(const std::string& id, std::vector<std::string> set) {
  SavedView view;
  view.id = id;
  view.label = "Seven people";
  view.view = "return";
  view.text = "Words for the board";
  view.set = std::move(set);
  return view;
}

}  // namespace

TEST_CASE("plan files: a variant says the changes and leaves its base alone") {
  Changed plan;
  plan.state.notes = "For the board";
  plan.state.views = {step("step_01", {"teams.ot.people=9"})};
  const fs::path file = plan.folder.path() / "more.toml";
  const gui::Written written = save_variant(plan.state, file, false);
  CAPTURE(written.words);
  REQUIRE(written.done);
  CHECK(plan.text("ten.toml") == valid_text);
  const auto read = read_scenario(file);
  REQUIRE(read.scenario);
  CHECK(read.scenario->views.size() == 1);
  CHECK(read.scenario->views[0].set == std::vector<std::string>{"teams.ot.people=9"});
  const auto words = variant_words(plan.text("more.toml"), file);
  REQUIRE(words);
  CHECK(with_words(SavedState{}, *words).plan.overrides == plan.state.plan.overrides);
  CHECK(words->notes == "For the board");
}

TEST_CASE("plan files: a file that is there is not written over and neither is the base") {
  Changed plan;
  plan.folder.write("taken.toml", "mine");
  CHECK_FALSE(save_variant(plan.state, plan.folder.path() / "taken.toml", false).done);
  CHECK(plan.text("taken.toml") == "mine");
  CHECK_FALSE(save_variant(plan.state, plan.file, true).done);
  CHECK(plan.text("ten.toml") == valid_text);
  CHECK_FALSE(save_new(plan.folder.path() / "taken.toml", "theirs").done);
  CHECK(plan.text("taken.toml") == "mine");
}

TEST_CASE("plan files: saving into the file changes the value and keeps the rest") {
  Changed plan;
  plan.state.views = {step("step_01", {})};
  const gui::Written written = save_into(plan.state);
  CAPTURE(written.words);
  REQUIRE(written.done);
  const auto read = read_scenario(plan.file);
  REQUIRE(read.scenario);
  CHECK(mean(by_id(read.scenario->teams, "ot").people.distribution) == 7);
  REQUIRE(read.scenario->views.size() == 1);
  CHECK(read.scenario->views[0].text == "Words for the board");
  // The first lines have nothing to do with the change.
  CHECK(plan.text("ten.toml").substr(0, 20) == valid_text.substr(0, 20));
}

TEST_CASE("plan files: notes are saved into the file and replace its own") {
  Changed plan;
  plan.state.plan.overrides.clear();
  plan.state.notes = "For the board.\nTwice.";
  REQUIRE(save_into(plan.state).done);
  CHECK(notes_of_file(plan.file) == plan.state.notes);
  CHECK(plan.text("ten.toml").ends_with(valid_text));
  plan.state.notes = "Once";
  REQUIRE(save_into(plan.state).done);
  CHECK(notes_of_file(plan.file) == "Once");
  plan.state.notes.clear();
  REQUIRE(save_into(plan.state).done);
  CHECK(notes_of_file(plan.file).empty());
  CHECK(notes_of_file("/nowhere/none.toml").empty());
}

TEST_CASE("plan files: words of a step that are emptied are empty in the file") {
  Changed plan;
  plan.state.plan.overrides.clear();
  plan.state.views = {step("step_01", {})};
  plan.state.views[0].notes = "Ask who.";
  REQUIRE(save_into(plan.state).done);
  CHECK(read_scenario(plan.file).scenario->views[0].notes == "Ask who.");
  plan.state.views[0].text.clear();
  plan.state.views[0].notes.clear();
  REQUIRE(save_into(plan.state).done);
  const auto read = read_scenario(plan.file);
  REQUIRE(read.scenario);
  CHECK(read.scenario->views[0].text.empty());
  CHECK(read.scenario->views[0].notes.empty());
  CHECK(read.scenario->views[0].label == "Seven people");
}

TEST_CASE("plan files: what would be lost is counted") {
  SavedState state;
  CHECK(unsaved_words(state, false) == "0 changes");
  CHECK(unsaved_words(state, true) == "notes");
  state.plan.overrides["a"] = "1";
  CHECK(unsaved_words(state, false) == "1 change");
  CHECK(unsaved_words(state, true) == "1 change and notes");
  state.views = {step("x", {}), step("y", {})};
  CHECK(unsaved_words(state, true) == "1 change, 2 views and notes");
}

TEST_CASE("plan files: what cannot be written is told of in a sentence") {
  Changed plan;
  plan.state.plan.overrides["teams.nobody.people"] = "7";
  const gui::Written written = save_into(plan.state);
  CHECK_FALSE(written.done);
  CHECK(written.words.find("nobody") != std::string::npos);
  CHECK(plan.text("ten.toml") == valid_text);
  CHECK_FALSE(save_variant(plan.state, "/nowhere/at/all.toml", false).done);
}

TEST_CASE("plan files: names that are taken get a number") {
  const TemporaryFolder folder;
  CHECK(free_path(folder.path(), "a", ".toml").filename() == "a.toml");
  folder.write("a.toml", "");
  folder.write("a-2.toml", "");
  CHECK(free_path(folder.path(), "a", ".toml").filename() == "a-3.toml");
}

TEST_CASE("plan files: a typed path is checked before anything is opened") {
  const TemporaryFolder folder;
  const fs::path file = folder.write("ours.toml", valid_text);
  CHECK(open_problem(file.string()).empty());
  CHECK(open_problem("  " + file.string() + " ").empty());
  CHECK_FALSE(open_problem("").empty());
  CHECK(open_problem("/nowhere/x.toml").find("no file") != std::string::npos);
  CHECK(open_problem(folder.path().string()).find("folder") != std::string::npos);
}

TEST_CASE("plan files: a scenario to be written gets its extension") {
  CHECK(typed_scenario(" plan ") == "plan.toml");
  CHECK(typed_scenario("plan.v2.toml") == "plan.v2.toml");
  CHECK(typed_scenario("").empty());
}

TEST_CASE("plan files: a name of nothing is refused in a sentence") {
  for (const char* typed : {"", "   "}) {
    const auto file = gui::typed_scenario(typed);
    CHECK_FALSE(gui::save_new(file, "text").done);
    gui::SavedState state;
    state.plan.file = "base.toml";
    const gui::Written written = gui::save_variant(state, file, true);
    CHECK_FALSE(written.done);
    CHECK(written.words == "Type the name of a file.");
  }
}

TEST_CASE("plan files: only what no file says would be lost") {
  SavedState opened;
  opened.plan.overrides["a"] = "1";
  SavedState now = opened;
  CHECK_FALSE(has_unsaved(now, opened, {}));
  now.plan.overrides["b"] = "2";
  CHECK(has_unsaved(now, opened, {}));
  // A kept view says the same: it can be had again.
  const std::vector<SavedView> known = {step("x", {"a=1", "b=2"})};
  CHECK_FALSE(has_unsaved(now, opened, known));
  now.plan.overrides.clear();
  CHECK_FALSE(has_unsaved(now, opened, {}));
  now.notes = "Words";
  CHECK(has_unsaved(now, opened, {}));
}

TEST_CASE("presentation: steps stand in order of id and a new one comes last") {
  SavedState state;
  state.view = "assumptions";
  state.plan.overrides["a"] = "1";
  for (const char* label : {"One", "Two", "Three"}) {
    state.views.push_back(view_now(state, label, "", presentation(state, nullptr)));
  }
  const auto steps = presentation(state, nullptr);
  REQUIRE(steps.size() == 3);
  CHECK(steps.back().label == "Three");
  CHECK(steps.back().view == "assumptions");
  CHECK(steps.back().set == std::vector<std::string>{"a=1"});
}

TEST_CASE("start form: what is typed is taken or told of") {
  StartForm form;
  CHECK(read_form(form).complete());
  CHECK(answered(form) == 0);
  form.number[static_cast<std::size_t>(Asked::sites)] = "4";
  form.number[static_cast<std::size_t>(Asked::budget)] = "5m";
  form.score[0] = 2;
  CHECK(answered(form) == 3);
  const StartAnswers read = read_form(form);
  CHECK(number_of(read.answers, Asked::budget) == 5e6);
  // Without an answer the default grows with the sites.
  CHECK(start_hint(read, Asked::people) == "480");
  form.number[static_cast<std::size_t>(Asked::people)] = "many";
  CHECK_FALSE(read_form(form).complete());
  form.number[static_cast<std::size_t>(Asked::people)] = "2";
  CHECK(read_form(form).contradictions.size() == 1);
  CHECK_FALSE(read_form(form).complete());
  form.number[static_cast<std::size_t>(Asked::people)] = "";
  form.date = "tomorrow";
  CHECK_FALSE(read_form(form).complete());
}

}  // namespace headrace::test
