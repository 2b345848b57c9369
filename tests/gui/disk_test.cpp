// Others change the files of an open plan: what is on screen follows, and what is broken tells.
#include <doctest/doctest.h>

#include <fstream>

#include "gui/state/answer.hpp"
#include "tests/gui/gui_driver.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/small_plan.hpp"

namespace headrace::test {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;

/// A window on a plan, with a clock that need not be waited for.
struct Desk {
  TemporaryFolder folder;
  fs::path base = folder.write("ten.toml", quiet_text());
  fs::path variant =
      folder.write("more.toml", "base = \"ten.toml\"\n[use_cases.warning]\nvalue_per_asset_week = 900\n");
  GuiDriver driver;
  gui::Desk::Time now = std::chrono::steady_clock::now();

  explicit Desk(const char* opened) : driver(state_of((folder.path() / opened).string()), {{64}, 0}) {
    driver.settle();
  }
  /// Time passes until what was written has settled and is read.
  bool wait() {
    bool changed = false;
    for (int k = 0; k < 3; ++k) changed = driver.shell().tick(now += seconds(2)) || changed;
    driver.settle();
    return changed;
  }
  double npv() { return driver.snapshot().run->results->metrics[static_cast<int>(Output::npv)].mean; }
  const std::string& news() { return driver.shell().transient().news; }
};

std::string with_people(const std::string& number) {
  std::string text = quiet_text();
  const std::string people = "people = 3";
  return text.replace(text.find(people), people.size(), "people = " + number);
}

}  // namespace

TEST_CASE("gui disk: a file that somebody changes is read again and a line tells") {
  Desk desk("ten.toml");
  const double before = desk.npv();
  CHECK_FALSE(desk.wait());
  CHECK(desk.npv() == before);
  CHECK(desk.news().empty());
  desk.folder.write("ten.toml", with_people("30"));
  CHECK(desk.wait());
  CHECK(desk.npv() != before);
  CHECK(desk.news() == "ten.toml has changed on disk and was read again.");
  CHECK(desk.driver.has("notice/action"));
  // The levers say what the file says now.
  const gui::Lever* people = gui::find_lever(*desk.driver.snapshot().levers, "teams.ot.people");
  REQUIRE(people != nullptr);
  CHECK(people->base.middle == 30);
}

TEST_CASE("gui disk: a file that is broken keeps the last good answer, tells its line, and recovers") {
  Desk desk("ten.toml");
  const double before = desk.npv();
  desk.folder.write("ten.toml", "schema = 1\n[teams.ot]\npeople = = 3\n");
  CHECK(desk.wait());
  CHECK(desk.driver.snapshot().failed());
  CHECK(desk.npv() == before);
  CHECK(gui::complaint(desk.driver.snapshot()).find("ten.toml:3: ") != std::string::npos);

  CHECK(gui::answer_of(desk.driver.snapshot()).old);

  // Gone is broken, too.
  fs::remove(desk.base);
  CHECK(desk.wait());
  CHECK(desk.driver.snapshot().failed());
  CHECK(desk.npv() == before);

  desk.folder.write("ten.toml", with_people("30"));
  CHECK(desk.wait());
  CHECK(desk.driver.snapshot().current);
  CHECK(desk.driver.snapshot().diagnostics.empty());
  CHECK(desk.npv() != before);
  CHECK_FALSE(gui::answer_of(desk.driver.snapshot()).old);
}

TEST_CASE("gui disk: what broke on disk is not to be mended by undoing a change made here") {
  Desk desk("ten.toml");
  desk.driver.shell().carry_out(gui::SetLever{"programme.sites", "2"});
  desk.driver.settle();
  REQUIRE(desk.driver.snapshot().current);
  desk.folder.write("ten.toml", "schema = 1\n[teams.ot]\npeople = = 3\n");
  CHECK(desk.wait());
  CHECK(desk.driver.snapshot().failed());
  CHECK_FALSE(desk.driver.has("notice/action"));
  CHECK(desk.driver.saved().plan.overrides.at("programme.sites") == "2");
}

TEST_CASE("gui disk: the base of a variant is watched, broken and mended as well") {
  Desk desk("more.toml");
  const double before = desk.npv();
  desk.folder.write("ten.toml", "[teams.ot\n");
  CHECK(desk.wait());
  CHECK(desk.driver.snapshot().failed());
  CHECK(desk.npv() == before);
  CHECK(gui::complaint(desk.driver.snapshot()).find("ten.toml:1: ") != std::string::npos);
  desk.folder.write("ten.toml", with_people("30"));
  CHECK(desk.wait());
  CHECK(desk.driver.snapshot().current);
  CHECK(desk.npv() != before);
  CHECK(desk.news() == "ten.toml has changed on disk and was read again.");
}

TEST_CASE("gui disk: notes that somebody writes into the file are read, those typed here stay") {
  Desk desk("ten.toml");
  desk.folder.write("ten.toml", "# Notes:\n# theirs\n" + quiet_text());
  CHECK(desk.wait());
  CHECK(desk.driver.saved().notes == "theirs");
  desk.driver.shell().carry_out(gui::WriteNotes{"ours"});
  desk.folder.write("ten.toml", "# Notes:\n# theirs again\n" + quiet_text());
  CHECK(desk.wait());
  CHECK(desk.driver.saved().notes == "ours");
  desk.driver.shell().close();
  CHECK_FALSE(desk.driver.shell().over());
}

TEST_CASE("gui disk: changes made here stay when the file changes under them") {
  Desk desk("ten.toml");
  desk.driver.shell().carry_out(gui::SetLever{"teams.ot.cost_per_person_week", "9000"});
  desk.driver.settle();
  const double before = desk.npv();
  desk.folder.write("ten.toml", with_people("30"));
  CHECK(desk.wait());
  CHECK(desk.npv() != before);
  CHECK(desk.driver.saved().plan.overrides.size() == 1);
  const auto& team = desk.driver.snapshot().run->prepared->listed.teams.front();
  CHECK(mean(team.people.distribution) == 30);
  CHECK(mean(team.cost_per_person_week.distribution) == 9000);
}

}  // namespace headrace::test
