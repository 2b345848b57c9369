// Levers: the numbers of a scenario as a planner changes them.
#include <doctest/doctest.h>

#include <set>

#include "gui/levers.hpp"
#include "model/read_scenario.hpp"
#include "model/text_file.hpp"
#include "model/variant.hpp"
#include "tests/gui/gui_driver.hpp"

namespace headrace::test {
namespace {

using gui::Lever;
using gui::LeverValue;

std::vector<Lever> levers_in(const std::string& file) {
  Diagnostics diagnostics;
  const auto prepared = prepare(file, {}, diagnostics);
  const auto text = read_text_file(file, {file}, diagnostics);
  REQUIRE(prepared);
  REQUIRE(text);
  const auto merged = read_variant(*text, file, diagnostics);
  REQUIRE(merged);
  return gui::levers_of(*prepared, merged->document);
}

const Lever& lever(const std::vector<Lever>& levers, const std::string& path) {
  const Lever* found = gui::find_lever(levers, path);
  INFO(path);
  REQUIRE(found != nullptr);
  return *found;
}

}  // namespace

TEST_CASE("levers: the sites come first and each path stands once") {
  const auto levers = levers_in(story("ten-sites.toml"));
  REQUIRE(levers.size() > 100);
  CHECK(levers.front().path == gui::kSitesPath);
  CHECK(levers.front().base.middle == 10);
  std::set<std::string> paths;
  int curated = 0;
  for (const Lever& each : levers) {
    paths.insert(each.path);
    curated += each.rank > 0;
    CHECK(each.shown.low <= each.base.middle);
    CHECK(each.shown.high > each.shown.low);
  }
  CHECK(paths.size() == levers.size());
  CHECK(curated < 60);
}

TEST_CASE("levers: a template's number stands once for all its sites and a site's own by itself") {
  const auto levers = levers_in(story("ten-sites.toml"));
  CHECK(lever(levers, "templates.plant.assets.legacy_presses.connected_share").entity == "Legacy presses");
  CHECK(gui::find_lever(levers, "sites.brenzach.assets.legacy_presses.connected_share") == nullptr);
  CHECK(lever(levers, "sites.ardmoor.assets.machining.connected_share").base == LeverValue{false, 0, 0.7, 0});
  CHECK(lever(levers, "teams.ai_board.people").group == gui::LeverGroup::governance);
}

TEST_CASE("levers: writing every base value back is accepted") {
  for (const char* name : {"minimal.toml", "ten-sites.toml", "ten-sites-ready.toml"}) {
    const std::string file = story(name);
    std::vector<std::string> overrides;
    for (const Lever& each : levers_in(file)) {
      const std::string text = gui::value_text(each.base, each.details);
      CHECK(gui::parse_value_text(text) == each.base);
      // Quantiles at the end of what is possible cannot be written as such: those of a number that is often 0.
      if (gui::possible(each.base, each.allowed)) overrides.push_back(each.path + "=" + text);
    }
    REQUIRE(overrides.size() > 10);
    const ReadResult read = read_scenario(file, overrides);
    for (const Diagnostic& problem : read.diagnostics.sorted()) {
      if (problem.severity == Severity::error) FAIL_CHECK(to_string(problem));
    }
  }
}

TEST_CASE("levers: what stands beside a number stays when it changes") {
  const auto levers = levers_in(story("ten-sites.toml"));
  const Lever& coupling = lever(levers, "templates.plant.integrations.edge.coupling");
  CHECK(coupling.details == ", shared = true, source = \"assumption\"");
  const Lever& backing = lever(levers, "programme.sponsorship");
  CHECK(backing.details == ", times = [[26, 2], [65, 1]], source = \"assumption\", owner = \"COO\"");
  const std::vector<std::string> overrides = {backing.path + "=" +
                                              gui::value_text({false, 0, 0.3, 0}, backing.details)};
  const ReadResult read = read_scenario(story("ten-sites.toml"), overrides);
  REQUIRE(read.scenario);
  CHECK(read.scenario->programme.sponsorship.distribution == exact(0.3));
  CHECK(read.scenario->programme.sponsorship.pattern.times.size() == 2);
  CHECK(read.scenario->programme.sponsorship.owner == "COO");
}

TEST_CASE("levers: a moved value keeps its spread in proportion and stays possible") {
  const LeverValue people{true, 2, 4, 6};
  CHECK(gui::moved(people, 8, at_least(0)) == LeverValue{true, 4, 8, 12});
  CHECK(gui::moved(people, 0, at_least(0)) == LeverValue{false, 0, 0, 0});
  const LeverValue half{true, 0.4, 0.5, 0.6};
  const LeverValue most = gui::moved(half, 0.95, share);
  CHECK(most.low > 0.9);
  CHECK(most.high < 1);
  CHECK(gui::possible(most, share));
  CHECK(gui::moved(half, 1, share) == LeverValue{false, 0, 1, 0});
  CHECK(gui::moved({true, -2, 0, 2}, 3, anywhere) == LeverValue{true, 1, 3, 5});
}

TEST_CASE("levers: what planners type is understood or refused with a reason") {
  const auto value = [](const char* text) { return gui::parse_typed(text, at_least(0), false).value; };
  CHECK(value("5") == LeverValue{false, 0, 5, 0});
  CHECK(value(" 40% ") == LeverValue{false, 0, 0.4, 0});
  CHECK(value("1.5m") == LeverValue{false, 0, 1.5e6, 0});
  CHECK(value("2 3 5") == LeverValue{true, 2, 3, 5});
  CHECK(value("2k / 3k / 5k") == LeverValue{true, 2000, 3000, 5000});
  const auto problem = [](const char* text, Range range = at_least(0), bool whole = false) {
    return gui::parse_typed(text, range, whole).problem;
  };
  CHECK(problem("three").starts_with("\"three\" is no number."));
  CHECK(problem("-1") == "It must be at least 0.");
  CHECK(problem("2", share) == "It must be between 0 and 1.");
  CHECK(problem("2.5", at_least(0), true) == "It must be a whole number.");
  CHECK(problem("5 3 2").starts_with("The three numbers must rise"));
  CHECK(problem("1 2").starts_with("Type one number"));
  CHECK(problem("1 2 3 4").starts_with("Type one number"));
  CHECK(problem("nan").find("is no number") != std::string::npos);
  CHECK(problem("").starts_with("Type one number"));
}

TEST_CASE("levers: search takes words in any order and case") {
  Lever one;
  one.entity = "Integration team";
  one.name = "people";
  one.path = "teams.integration.people";
  CHECK(gui::matches(one, "PEOPLE integr"));
  CHECK(gui::matches(one, ""));
  CHECK_FALSE(gui::matches(one, "people hub"));
}

}  // namespace headrace::test
