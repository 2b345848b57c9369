// State, colours and command line of the window.
#include <doctest/doctest.h>

#include "gui/app/arguments.hpp"
#include "gui/state/commands.hpp"
#include "gui/widgets/theme.hpp"
#include "tests/gui/gui_driver.hpp"

namespace headrace::test {
namespace {

gui::Parsed parse(std::vector<const char*> words) {
  words.insert(words.begin(), "headrace-gui");
  return gui::parse_arguments(static_cast<int>(words.size()), words.data());
}

}  // namespace

TEST_CASE("history: a drag is one step whatever it passes through") {
  gui::SavedState state;
  const gui::SavedState before = state;
  gui::History history;
  for (const char* text : {"1", "2", "3"}) history.carry_out(gui::SetLever{"a", text, true}, state);
  history.carry_out(gui::EndDrag{}, state);
  history.carry_out(gui::SetLever{"a", "4", true}, state);
  CHECK(state.plan.overrides.at("a") == "4");
  history.carry_out(gui::Undo{}, state);
  CHECK(state.plan.overrides.at("a") == "3");
  history.carry_out(gui::Undo{}, state);
  CHECK(state == before);
  history.carry_out(gui::Undo{}, state);
  CHECK(state == before);
  history.carry_out(gui::Redo{}, state);
  history.carry_out(gui::Redo{}, state);
  CHECK(state.plan.overrides.at("a") == "4");
}

TEST_CASE("history: nothing changed is no step and a new change ends what could be redone") {
  gui::SavedState state;
  gui::History history;
  history.carry_out(gui::ResetAll{}, state);
  history.carry_out(gui::UnpinPlan{}, state);
  CHECK_FALSE(history.can_undo());
  history.carry_out(gui::SetLever{"a", "1"}, state);
  history.carry_out(gui::SetLever{"a", "1"}, state);
  history.carry_out(gui::Undo{}, state);
  CHECK_FALSE(history.can_undo());
  CHECK(history.can_redo());
  history.carry_out(gui::SetLevers{{{"b", "2"}, {"c", "3"}}}, state);
  CHECK_FALSE(history.can_redo());
  history.carry_out(gui::ChooseView{"assumptions"}, state);
  history.carry_out(gui::Undo{}, state);
  CHECK(state.plan.overrides.empty());
  CHECK(state.view == "assumptions");
}

TEST_CASE("theme: every text can be read on every ground it stands on") {
  // Known answers: black on white, and grey 767676 on white just passes.
  CHECK(gui::contrast({0, 0, 0}, {255, 255, 255}) == doctest::Approx(21));
  CHECK(gui::contrast({118, 118, 118}, {255, 255, 255}) == doctest::Approx(4.54).epsilon(0.002));
  CHECK(gui::contrast({150, 150, 150}, {255, 255, 255}) < 4.5);
  for (const gui::Look look : {gui::Look::light, gui::Look::dark}) {
    const gui::Theme& t = gui::theme(look);
    for (const chart::Color ground : {t.ground, t.panel, t.raised, t.hover}) {
      for (const chart::Color text : {t.ink, t.muted}) CHECK(gui::contrast(text, ground) >= 4.5);
    }
    for (const chart::Color ground : {t.ground, t.panel}) {
      for (const chart::Color text : {t.accent, t.loss}) CHECK(gui::contrast(text, ground) >= 4.5);
    }
    CHECK(gui::contrast(t.loss, t.loss_soft) >= 4.5);
    CHECK(gui::contrast(t.ink, t.accent_soft) >= 4.5);
    CHECK(gui::contrast(t.on_accent, t.accent) >= 4.5);
  }
}

TEST_CASE("arguments: what the window is asked for") {
  const auto parsed = parse({"a.toml", "--view", "assumptions", "--size", "1280x720", "--scale", "2", "--set", "x=1",
                             "--dark", "--pin", "--screenshot", "x.png", "--trials", "64"});
  REQUIRE(parsed.arguments);
  CHECK(parsed.arguments->state.plan.file == "a.toml");
  CHECK(parsed.arguments->state.plan.overrides.at("x") == "1");
  CHECK(parsed.arguments->state.view == "assumptions");
  CHECK(parsed.arguments->state.look == gui::Look::dark);
  CHECK(parsed.arguments->state.pinned == gui::Plan{"a.toml", {}});
  CHECK(parsed.arguments->width == 1280);
  CHECK(parsed.arguments->scale == 2);
  CHECK(parsed.arguments->trials == 64);
  CHECK(parse({}).arguments->state.plan.file.ends_with("scenarios/ten-sites.toml"));
  CHECK(parse({"--help"}).exit_code == 0);
}

TEST_CASE("arguments: wrong usage is refused") {
  for (const std::vector<const char*>& words : std::vector<std::vector<const char*>>{{"--view", "nothing"},
                                                                                     {"--view"},
                                                                                     {"--size", "10"},
                                                                                     {"--size", "1x1"},
                                                                                     {"--scale", "0"},
                                                                                     {"--set", "=1"},
                                                                                     {"--what"},
                                                                                     {"a", "b"},
                                                                                     {"--trials", "none"},
                                                                                     {"--screenshot"}}) {
    const auto parsed = parse(words);
    CHECK_FALSE(parsed.arguments);
    CHECK(parsed.exit_code == 2);
    CHECK(parsed.text.starts_with("headrace-gui: "));
  }
}

}  // namespace headrace::test
