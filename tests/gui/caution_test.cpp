// The window tells what `check` warns of.
#include <doctest/doctest.h>

#include <string>

#include "tests/gui/gui_driver.hpp"
#include "tests/support/scenario_text.hpp"
#include "tests/support/small_plan.hpp"

namespace headrace::test {

TEST_CASE("gui caution: a warning is told when the plan is opened and goes with its cause") {
  const TemporaryFolder folder;
  const std::string slip = small_plan + "[sites.gamma.groups.maker]\nheadcount = 3\n";
  const auto file = folder.write("plan.toml", slip + "[teams.painters]\npeople = 1\ncost_per_person_week = 1\n");
  GuiDriver driver(state_of(file.string()), {{64}, 0});
  driver.settle();
  const std::string& news = driver.shell().transient().news;
  CHECK_FALSE(driver.snapshot().failed());
  CHECK(news.find("warning: 'maker' in [sites.gamma.groups] is nearly 'makers'") != std::string::npos);
  CHECK(news.ends_with(" And 1 more: `headrace check` lists them."));
  CHECK(driver.has("notice/action"));
  driver.click("notice/action");
  CHECK(news.empty());
}

TEST_CASE("gui caution: a plan without warnings says nothing") {
  const TemporaryFolder folder;
  GuiDriver driver(state_of(folder.write("plan.toml", small_plan).string()), {{64}, 0});
  driver.settle();
  CHECK(driver.shell().transient().news.empty());
  CHECK_FALSE(driver.has("notice/action"));
}

}  // namespace headrace::test
