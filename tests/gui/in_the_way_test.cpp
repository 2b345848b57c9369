// The view of what is in the way: unlocks found in the background, applied, taken back, never shown when stale.
#include <doctest/doctest.h>

#include <chrono>
#include <thread>

#include "gui/models/relaxations.hpp"
#include "gui/models/unlock_list.hpp"
#include "model/edit/prepare.hpp"
#include "model/edit/variant_text.hpp"
#include "model/limits/limits.hpp"
#include "tests/gui/gui_driver.hpp"

namespace headrace::test {
namespace {

const gui::Effort few = {{64}, 16};

gui::SavedState way_of(const std::string& name) {
  gui::SavedState state = state_of(story(name));
  state.view = "in_the_way";
  return state;
}

const gui::UnlockAnswer& unlocks(GuiDriver& driver) {
  REQUIRE(driver.shell().studies()->unlocks);
  return *driver.shell().studies()->unlocks;
}

/// Scrolls the view until a widget is in sight.
void scroll_to(GuiDriver& driver, const std::string& widget) {
  driver.move({900, 600});
  for (int k = 0; k < 40 && !driver.has(widget); ++k) driver.wheel(-1);
  driver.frames(2);
}

Unlock unlock_of(LimitKind kind, const std::string& id, double mean, double se) {
  Unlock unlock;
  unlock.limit = {id, kind, "", LimitUnit::percent, 10};
  unlock.step.npv = {100, mean, se};
  unlock.step.pv_cost = {100, 50'000, 10};
  unlock.step.gain = mean / 50'000;
  unlock.step.p_better = 0.69;
  return unlock;
}

}  // namespace

TEST_CASE("in the way: relaxations are written as the list that a variant takes") {
  CHECK(gui::relaxations_text(std::vector<Relaxation>{}) == "[]");
  const auto first = std::get<gui::SetLever>(gui::relax_more({}, "team/it"));
  CHECK(first.path == "relax");
  CHECK(first.text == R"([{ limit = "team/it", steps = 1 }])");
  const std::vector<Relaxation> now = {{"team/it", 1, false, {}}, {"review", 2, false, {}}};
  const auto more = std::get<gui::SetLever>(gui::relax_more(now, "review"));
  CHECK(more.text == R"([{ limit = "team/it", steps = 1 }, { limit = "review", steps = 3 }])");
  const auto less = std::get<gui::SetLever>(gui::take_back(now, "team/it", true));
  CHECK(less.text == R"([{ limit = "review", steps = 2 }])");
  const std::vector<Relaxation> one = {{"review", 1, false, {}}};
  CHECK(std::holds_alternative<gui::ResetLever>(gui::take_back(one, "review", true)));
  CHECK(std::get<gui::SetLever>(gui::take_back(one, "review", false)).text == "[]");
}

TEST_CASE("in the way: the finding names the best limit that can be told from nothing") {
  Programme programme;
  programme.scenario.money.currency = "EUR";
  UnlockStudy study{100, 1, 0, 0, {}, {}};
  study.unlocks = {unlock_of(LimitKind::waits, "waits", 90'000, 80'000),
                   unlock_of(LimitKind::review, "review", 40'000, 1'000),
                   unlock_of(LimitKind::trust, "trust", -5'000, 1'000)};
  const gui::UnlockList list = gui::unlock_list(programme, study, "");
  CHECK(list.title == "Fix first: Review of findings, 10% less, is worth EUR 40k");
  REQUIRE(list.rows.size() == 3);
  CHECK_FALSE(list.rows[0].sure);
  CHECK(list.rows[1].sure);
  CHECK(list.rows[1].helps == "69 of 100");
  CHECK(list.rows[1].gain == "0.8");
  CHECK(gui::first_rows(list) == 3);
  // By the loss that a limit feeds.
  CHECK(gui::unlock_list(programme, study, list.rows[1].leak).rows.size() == 1);
  study.unlocks.erase(study.unlocks.begin() + 1);
  CHECK(gui::unlock_list(programme, study, "").title == "No step more surely pays for itself");
  study.unlocks.erase(study.unlocks.begin());
  CHECK(gui::unlock_list(programme, study, "").title == "No step more of anything pays for itself");
  study.unlocks.clear();
  CHECK(gui::unlock_list(programme, study, "").title == "Nothing limits this plan");
}

TEST_CASE("in the way: unlocks are found while the view is open and only then") {
  GuiDriver driver(state_of(story("minimal.toml")), few);
  driver.settle();
  CHECK_FALSE(driver.shell().studies()->unlocks);
  driver.click("tab/in_the_way");
  driver.settle();
  const gui::UnlockAnswer& answer = unlocks(driver);
  CHECK(answer.finished);
  CHECK(answer.study.trials == 64);
  CHECK(answer.plan == driver.saved().plan);
  CHECK_FALSE(driver.shell().studies()->progress);

  // Looking away and back finds nothing anew.
  driver.click("tab/return");
  driver.settle();
  driver.click("tab/in_the_way");
  driver.settle();
  CHECK(driver.shell().studies()->unlocks.get() == &answer);
}

TEST_CASE("in the way: apply this relaxes the limit in the plan and undo takes it back to the byte") {
  GuiDriver driver(way_of("minimal.toml"), few);
  driver.settle();
  const gui::SavedState before = driver.saved();
  const std::string best = unlocks(driver).study.unlocks.front().limit.id;
  scroll_to(driver, "apply/" + best);
  driver.click("apply/" + best);
  CHECK(driver.saved().plan.overrides.at("relax") ==
        gui::relaxations_text(std::vector<Relaxation>{{best, 1, false, {}}}));
  // What was found before is of another plan now: nothing of it can be applied.
  driver.frames(1);
  CHECK_FALSE(driver.has("apply/" + best));
  driver.settle();
  REQUIRE(driver.snapshot().current);
  REQUIRE(driver.snapshot().run->prepared->listed.relaxations.size() == 1);
  CHECK(unlocks(driver).plan == driver.saved().plan);
  scroll_to(driver, "take_back/" + best);
  CHECK(driver.has("take_back/" + best));
  driver.click("header/undo");
  CHECK(driver.saved() == before);
  driver.settle();
  CHECK(driver.snapshot().run->prepared->listed.relaxations.empty());
}

TEST_CASE("in the way: what was applied is worth what the list said") {
  GuiDriver driver(way_of("minimal.toml"), few);
  driver.settle();
  const double npv = unlocks(driver).study.npv;
  const Unlock best = unlocks(driver).study.unlocks.front();
  driver.shell().carry_out(gui::relax_more({}, best.limit.id));
  driver.settle();
  CHECK(unlocks(driver).study.npv - npv == doctest::Approx(best.step.npv.mean).epsilon(1e-4));
}

TEST_CASE("in the way: a click on a loss shows the limits that feed it and back") {
  gui::SavedState state = way_of("ten-sites.toml");
  state.plan.overrides["programme.sites"] = "1";
  GuiDriver driver(state, few, 1600, 1400);
  driver.settle();
  const Unlock* fed = nullptr;
  for (const Unlock& each : unlocks(driver).study.unlocks) {
    if (fed == nullptr && driver.has("unlock/" + each.limit.id)) fed = &each;
  }
  REQUIRE(fed != nullptr);
  driver.click("unlock/" + fed->limit.id);
  driver.frames(2);
  CHECK_FALSE(driver.shell().transient().selected.empty());
  REQUIRE(driver.has("unlock/all_leaks"));
  driver.click("unlock/all_leaks");
  driver.frames(2);
  CHECK(driver.shell().transient().selected.empty());
}

TEST_CASE("in the way: a plan with an unlock applied can be saved as a variant") {
  const auto set = std::get<gui::SetLever>(gui::relax_more({}, "links"));
  Diagnostics diagnostics;
  const auto text = variant_text({story("ten-sites.toml"), "Better links", "", {set.path + "=" + set.text}, "", {}},
                                 story("better-links.toml"), diagnostics);
  REQUIRE(text);
  CHECK(text->find(R"(relax = [{ limit = "links", steps = 1 }])") != std::string::npos);
}

TEST_CASE("in the way: both views draw with long and foreign names and a plan that never pays") {
  gui::SavedState state = way_of("ten-sites.toml");
  const std::string odd = "\"Équipe d’intégration des systèmes de l’usine de Saint-Étienne-du-Rouvray 統合チーム\"";
  state.pinned = state.plan;
  state.plan.overrides = {
      {"teams.integration.label", odd}, {"teams.integration.people", "0.2"}, {"programme.sites", "1"}};
  for (const float width : {1280.0F, 2560.0F}) {
    GuiDriver driver(state, {{32}, 8}, width, 720);
    driver.settle();
    REQUIRE(driver.snapshot().current);
    CHECK(driver.shell().studies()->unlocks);
    driver.click("tab/compare");
    driver.settle();
    CHECK(driver.has("csv/compare"));
    // Nothing leaves the window.
    for (const auto& [name, rect] : driver.shell().widgets()) {
      CAPTURE(name);
      CHECK(rect.x >= 0);
      CHECK(rect.right() <= width);
    }
  }
}

TEST_CASE("in the way: a study is given up at once when another is wanted or none") {
  const gui::Plan plan{story("ten-sites.toml"), {}};
  Diagnostics diagnostics;
  const std::shared_ptr<const Prepared> prepared = prepare(plan.file, {}, diagnostics);
  REQUIRE(prepared);
  gui::StudyWorker worker([] {}, {{50'000'000}});
  worker.ask(gui::StudyRequest{gui::StudyKind::unlocks, plan, {}, prepared});
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  const auto begin = std::chrono::steady_clock::now();
  worker.ask(std::nullopt);
  worker.wait();
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
  CHECK(spent.count() < 5);
  CHECK_FALSE(worker.latest()->unlocks);
  CHECK_FALSE(worker.latest()->progress);
}

}  // namespace headrace::test
